package exsim.scenarios.format;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.net.IpAddress;
import exsim.model.net.IpRange;
import exsim.model.online.ConnectorType;
import exsim.model.online.InboundConnector;
import exsim.model.online.Tenant;
import exsim.scenarios.exchange.InboundCaution;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Warns of inbound connectors that get in each other's way; every one is looked at once. */
final class InboundOverlaps {
  private static final int NAMED_MAX = 4;

  private final Problems warnings;

  InboundOverlaps(Problems warnings) {
    this.warnings = warnings;
  }

  /** Partner connectors of one tenant that speak for one sender. */
  void ofPartners(ImmutableList<InboundConnector> connectors, Spot spot) {
    Map<DomainPattern, String> speaker = new LinkedHashMap<>();
    List<InboundConnector> partners =
        connectors.stream().filter(c -> c.type() == ConnectorType.PARTNER && c.enabled()).toList();
    for (InboundConnector connector : partners) {
      for (InboundConnector.SenderDomain sender : connector.senderDomains()) {
        String first = speaker.putIfAbsent(sender.pattern(), connector.name());
        if (first != null && !first.equals(connector.name())) {
          warn(first, connector.name(), sender.pattern(), spot);
        }
      }
    }
    speaker.forEach(
        (pattern, name) ->
            wider(pattern).stream()
                .map(speaker::get)
                .filter(other -> other != null && !other.equals(name))
                .findFirst()
                .ifPresent(other -> warn(other, name, pattern, spot)));
  }

  private void warn(String one, String other, DomainPattern pattern, Spot spot) {
    warn(
        InboundCaution.OVERLAPPING_SENDER_DOMAINS,
        "`" + one + "` and `" + other + "`, " + pattern,
        spot);
  }

  /** The patterns that cover all that a pattern covers, the nearest first. */
  private static ImmutableList<DomainPattern> wider(DomainPattern pattern) {
    ImmutableList.Builder<DomainPattern> wider = ImmutableList.builder();
    if (pattern.kind() == DomainPattern.Kind.ALL) {
      return wider.build();
    }
    boolean exact = pattern.kind() == DomainPattern.Kind.EXACT;
    DomainName above = exact ? pattern.domain() : pattern.domain().parent();
    for (; above.labelCount() > 0; above = above.parent()) {
      wider.add(new DomainPattern(DomainPattern.Kind.SUBDOMAINS, above));
    }
    return wider.add(DomainPattern.ANY).build();
  }

  /** OnPremises connectors of several tenants that one session can match. */
  void ofTenants(ImmutableList<Tenant> tenants, Spot spot) {
    Map<DomainPattern, Set<String>> names = new LinkedHashMap<>();
    List<Block> blocks = new ArrayList<>();
    for (Tenant tenant : tenants) {
      for (InboundConnector connector : tenant.connectors().inbound()) {
        if (connector.type() == ConnectorType.ON_PREMISES && connector.enabled()) {
          String owner = tenant.name().ascii();
          connector
              .certificateName()
              .ifPresent(n -> names.computeIfAbsent(n, k -> new LinkedHashSet<>()).add(owner));
          connector.senderIps().forEach(range -> blocks.add(new Block(range, owner)));
        }
      }
    }
    names.forEach((name, owners) -> shared(name, owners, names, spot));
    addresses(blocks, spot);
  }

  private void shared(
      DomainPattern name, Set<String> owners, Map<DomainPattern, Set<String>> names, Spot spot) {
    Set<String> all = new LinkedHashSet<>(owners);
    for (DomainPattern wider : wider(name)) {
      all.addAll(Optional.ofNullable(names.get(wider)).orElse(Set.of()));
    }
    tell(all, name.toString(), spot);
  }

  /** An address range and the tenant that lists it. */
  private record Block(IpRange range, String owner) {}

  private void addresses(List<Block> blocks, Spot spot) {
    blocks.sort(Comparator.comparing(b -> b.range().low()));
    Set<String> owners = new LinkedHashSet<>();
    List<String> texts = new ArrayList<>();
    Optional<IpAddress> end = Optional.empty();
    for (Block block : blocks) {
      IpRange range = block.range();
      boolean joins =
          end.isPresent()
              && end.get().v6() == range.low().v6()
              && range.low().compareTo(end.get()) <= 0;
      if (!joins) {
        tell(owners, few(texts), spot);
        owners.clear();
        texts.clear();
      }
      owners.add(block.owner());
      texts.add(range.text());
      end = joins && end.get().compareTo(range.high()) > 0 ? end : Optional.of(range.high());
    }
    tell(owners, few(texts), spot);
  }

  private void tell(Set<String> owners, String what, Spot spot) {
    if (owners.size() > 1) {
      warn(
          InboundCaution.SHARED_BY_TENANTS,
          what + " of " + few(ImmutableList.copyOf(owners)),
          spot);
    }
  }

  private static String few(List<String> texts) {
    List<String> distinct = texts.stream().distinct().toList();
    String first = Joiner.on(", ").join(distinct.subList(0, Math.min(NAMED_MAX, distinct.size())));
    return distinct.size() > NAMED_MAX
        ? first + " and " + (distinct.size() - NAMED_MAX) + " more"
        : first;
  }

  private void warn(InboundCaution caution, String what, Spot spot) {
    warnings.add(spot, caution.id() + " " + caution.sentence() + ": " + what, caution.help());
  }
}
