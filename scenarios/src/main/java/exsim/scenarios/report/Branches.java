package exsim.scenarios.report;

import com.google.common.collect.ImmutableList;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.rule.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Branches of one message to one recipient that differ in nothing but the hosts that chance chose.
 *
 * @param shown the branch that stands for all
 * @param alike the others
 */
public record Branches(Delivery shown, ImmutableList<Delivery> alike) {
  /** Puts alike branches together, each group where its first branch stood. */
  public static ImmutableList<Branches> of(ImmutableList<Delivery> deliveries) {
    Map<String, List<Delivery>> groups = new LinkedHashMap<>();
    for (Delivery delivery : deliveries) {
      groups.computeIfAbsent(likeness(delivery), k -> new ArrayList<>()).add(delivery);
    }
    ImmutableList.Builder<Branches> all = ImmutableList.builder();
    for (List<Delivery> group : groups.values()) {
      all.add(new Branches(group.get(0), ImmutableList.copyOf(group.subList(1, group.size()))));
    }
    return all.build();
  }

  /** {@code branch 1 of 3}, {@code branches 1 and 3 of 3}; empty when there is one branch. */
  public String label() {
    if (shown.of() == 1) {
      return "";
    }
    if (alike.isEmpty()) {
      return "branch " + shown.branch() + " of " + shown.of();
    }
    if (alike.size() + 1 == shown.of()) {
      return "all " + shown.of() + " branches alike";
    }
    StringBuilder label = new StringBuilder("branches " + shown.branch());
    for (int i = 0; i < alike.size(); i++) {
      label.append(i == alike.size() - 1 ? " and " : ", ").append(alike.get(i).branch());
    }
    return label.append(" of ").append(shown.of()).append(", alike").toString();
  }

  /** Everything that must be the same: all but hosts and addresses, which rules' facts repeat. */
  private static String likeness(Delivery delivery) {
    StringBuilder key = new StringBuilder();
    key.append(delivery.message().id()).append('\n').append(delivery.recipient()).append('\n');
    key.append(delivery.outcome()).append('\n').append(delivery.path()).append('\n');
    key.append(delivery.capped()).append('\n');
    for (Hop hop : delivery.hops()) {
      key.append(likeness(hop)).append('\n');
    }
    for (Reason reason : delivery.why()) {
      key.append(reason.rule().id()).append(' ');
    }
    return key.toString();
  }

  private static String likeness(Hop hop) {
    StringBuilder key = new StringBuilder();
    key.append(hop.attempt()).append(' ').append(hop.at()).append(' ').append(alike(hop));
    return key.toString();
  }

  /** What must be the same for two attempts to be one story. */
  static String alike(Hop hop) {
    StringBuilder key = new StringBuilder();
    key.append(hop.sent()).append('|').append(hop.from().system()).append('|');
    key.append(hop.from().connector()).append('|').append(hop.to().system()).append('|');
    key.append(hop.to().connector()).append('|').append(hop.to().port()).append('|');
    tls(hop.tls(), key);
    key.append(hop.cause()).append('|').append(hop.internal());
    key.append('|').append(code(hop.reply()));
    for (Reason reason : hop.why()) {
      key.append(' ').append(reason.rule().id());
    }
    return key.toString();
  }

  /** Field by field: a record's own text is slow to make for the first time. */
  private static void tls(Hop.Tls tls, StringBuilder key) {
    key.append(tls.offered()).append('|').append(tls.mode()).append('|');
    key.append(tls.authentication()).append('|').append(tls.survivesStripping()).append('|');
    if (tls.established().isPresent()) {
      Hop.Established established = tls.established().get();
      key.append(established.version()).append(established.cipherSuite()).append('|');
    }
  }

  /** The numbers that a reply begins with; the words after them name hosts. */
  private static String code(String reply) {
    int end = 0;
    while (end < reply.length() && " .0123456789".indexOf(reply.charAt(end)) >= 0) {
      end++;
    }
    return reply.substring(0, end);
  }
}
