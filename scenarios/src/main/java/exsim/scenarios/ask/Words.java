package exsim.scenarios.ask;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import exsim.model.mail.EmailAddress;
import exsim.model.mail.Message;
import exsim.model.topology.Topology;
import exsim.simulator.proof.HazardAt;
import exsim.simulator.proof.Incident;
import exsim.simulator.question.MessageClasses;
import exsim.simulator.question.Value;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import exsim.simulator.survey.Block;
import exsim.simulator.survey.Covered;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Words and values that several answers share. */
final class Words {
  /** Beyond so many of a kind, text counts the rest. */
  private static final int LISTED_MAX = 8;

  private Words() {}

  /** What kind of connector a system sends by; empty for one that has none. */
  static Optional<String> connector(Topology topology, String system) {
    return topology.organizations().stream().anyMatch(o -> o.name().equals(system))
        ? Optional.of("Send connector")
        : topology.tenants().stream().anyMatch(t -> t.name().ascii().equals(system))
            ? Optional.of("outbound connector")
            : Optional.empty();
  }

  /** Those turned down, of one reason on one line. */
  static ImmutableList<Listing.Line> losers(ImmutableList<Elimination> losers) {
    ListMultimap<String, String> byReason =
        MultimapBuilder.linkedHashKeys().arrayListValues().build();
    for (Elimination loser : losers) {
      byReason.put(
          loser.because().text() + " (" + loser.because().rule().id() + ")", loser.candidate());
    }
    ImmutableList.Builder<Listing.Line> lines = ImmutableList.builder();
    String label = "not";
    for (String reason : byReason.keySet()) {
      lines.add(new Listing.Line(label, some(byReason.get(reason)) + ": " + reason));
      label = "";
    }
    return lines.build();
  }

  /** Names between commas, of many only the first. */
  static String some(Collection<String> names) {
    List<String> first = names.stream().limit(LISTED_MAX).toList();
    int more = names.size() - first.size();
    return Joiner.on(", ").join(first) + (more == 0 ? "" : " and " + more + " more");
  }

  /** The messages of a block, in words: {@code from EX19 as contoso.com to partner.example}. */
  static String of(Block block, ImmutableSortedSet<Long> sizes, boolean withTime) {
    StringBuilder text = new StringBuilder("from ").append(some(block.origins()));
    text.append(" as ").append(some(block.senders().stream().map(Words::sender).toList()));
    text.append(" to ");
    text.append(some(block.recipients().stream().map(Words::recipient).toList()));
    if (block.sizes().size() < sizes.size()) {
      text.append(", ").append(sizes(ImmutableSortedSet.copyOf(block.sizes()), sizes));
    }
    if (withTime) {
      text.append(", sent at ");
      text.append(some(block.instants().stream().map(Object::toString).toList()));
    }
    return text.toString();
  }

  private static String recipient(EmailAddress recipient) {
    String text = MessageClasses.standsFor(recipient);
    return MessageClasses.isNamed(recipient.domain()) ? text : "any other domain (" + text + ")";
  }

  private static String sender(Optional<EmailAddress> sender) {
    return sender.map(MessageClasses::standsFor).orElse("<>");
  }

  /** The sizes of some messages. */
  static ImmutableSortedSet<Long> sizes(ImmutableList<Message> messages) {
    return messages.stream()
        .map(Message::sizeBytes)
        .collect(ImmutableSortedSet.toImmutableSortedSet(Long::compare));
  }

  /** Whether some messages are sent at several instants. */
  static boolean withTime(ImmutableList<Message> messages) {
    return messages.stream().map(Message::at).distinct().count() > 1;
  }

  /** How much was gone through in given circumstances. */
  static String covered(
      Covered covered, ImmutableSet<HazardAt> hazards, ImmutableSet<HazardAt> unmet) {
    return counted(covered.classes(), "class of messages", "classes of messages")
        + ", "
        + (hazards.isEmpty()
            ? "with nothing happening beyond the scenario"
            : "each link met by any of " + hazards(hazards))
        + "; "
        + counted(covered.runs(), "run", "runs")
        + ", "
        + (covered.complete()
            ? "all of them"
            : counted(covered.leftOut(), "class", "classes") + " not gone through to the end")
        + (unmet.isEmpty() || !covered.complete()
            ? ""
            : "; no message goes to the host of " + hazards(unmet));
  }

  private static String hazards(ImmutableSet<HazardAt> hazards) {
    return hazards.stream().map(HazardAt::text).collect(Collectors.joining(", "));
  }

  /** An incident for programs. */
  static Value value(Incident incident) {
    return new Value.Obj(
        ImmutableMap.of(
            "hazard",
            new Value.Text(incident.hazard().text()),
            "from",
            new Value.Text(incident.link().system()),
            "to",
            new Value.Text(incident.link().host()),
            "address",
            new Value.Text(incident.link().address().toString()),
            "port",
            new Value.Int(incident.link().port())));
  }

  /** A size stands for all up to the next one. */
  private static String sizes(ImmutableSortedSet<Long> some, ImmutableSortedSet<Long> all) {
    ImmutableList.Builder<String> runs = ImmutableList.builder();
    List<Long> list = all.asList();
    for (int i = 0; i < list.size(); i++) {
      int end = i;
      while (end < list.size() && some.contains(list.get(end))) {
        end++;
      }
      if (end > i) {
        String low = i == 0 ? "" : "over " + (list.get(i) - 1);
        String high = end == list.size() ? "" : "up to " + (list.get(end) - 1);
        runs.add((low + (low.isEmpty() || high.isEmpty() ? "" : " and ") + high).strip());
        i = end;
      }
    }
    return Joiner.on(" or ").join(runs.build()) + " bytes";
  }

  /** Blocks for programs. */
  static Value values(ImmutableList<Block> blocks) {
    return array(
        blocks,
        b ->
            new Value.Obj(
                ImmutableMap.of(
                    "origins",
                    array(b.origins(), Value.Text::new),
                    "senders",
                    array(b.senders(), s -> new Value.Text(sender(s))),
                    "recipients",
                    array(b.recipients(), r -> new Value.Text(MessageClasses.standsFor(r))),
                    "sizesBytes",
                    array(b.sizes(), Value.Int::new),
                    "at",
                    array(b.instants(), i -> new Value.Text(i.toString())))));
  }

  /** A reason for programs. */
  static Value value(Reason reason) {
    return new Value.Obj(
        ImmutableMap.of(
            "rule", new Value.Text(reason.rule().id()), "text", new Value.Text(reason.text())));
  }

  /** Those turned down for programs. */
  static Value turnedDown(ImmutableList<Elimination> losers) {
    return array(
        losers,
        e ->
            new Value.Obj(
                ImmutableMap.of(
                    "connector",
                    new Value.Text(e.candidate()),
                    "rule",
                    new Value.Text(e.because().rule().id()),
                    "text",
                    new Value.Text(e.because().text()))));
  }

  /** A list for programs. */
  static <T> Value.Array array(Collection<T> items, Function<? super T, ? extends Value> value) {
    return new Value.Array(
        items.stream().map(i -> (Value) value.apply(i)).collect(ImmutableList.toImmutableList()));
  }

  /** {@code 1 class of messages}, {@code 2 classes of messages}. */
  static String counted(long number, String one, String several) {
    return number + " " + (number == 1 ? one : several);
  }
}
