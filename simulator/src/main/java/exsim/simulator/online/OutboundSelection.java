package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.online.OutboundConnector;
import exsim.model.online.Tenant;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import exsim.simulator.rule.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Picks a tenant's outbound connector for a recipient domain. */
final class OutboundSelection {
  /** Between a wildcard and every domain, when a connector covers all accepted domains. */
  private static final double ALL_ACCEPTED = 0.5;

  private final Tenant tenant;
  private final TenantIndex index;
  private final OnlineSettings settings;

  OutboundSelection(Tenant tenant, TenantIndex index, OnlineSettings settings) {
    this.tenant = tenant;
    this.index = index;
    this.settings = settings;
  }

  /** A connector with the way in which it covers the domain. */
  private record Covering(OutboundConnector connector, String scope, double rank) {}

  /** The connector that routes all messages via on-premises, the first name of several. */
  Optional<OutboundConnector> centralized() {
    return tenant.connectors().outbound().stream()
        .filter(
            c ->
                c.enabled()
                    && c.scope().centralized()
                    && !c.scope().transportRuleOnly()
                    && !c.scope().allAcceptedDomains())
        .min(Comparator.comparing(OutboundConnector::name, String.CASE_INSENSITIVE_ORDER));
  }

  /** Picks among the ordinary connectors. */
  Selection<OutboundConnector> ordinary(DomainName domain, boolean exceptCentralized) {
    List<Elimination> eliminated = new ArrayList<>();
    List<Covering> left = new ArrayList<>();
    for (OutboundConnector connector : tenant.connectors().outbound()) {
      if (exceptCentralized && connector.scope().centralized()) {
        eliminated.add(loser(connector, Reason.of(OutboundRule.CAME_FROM_ON_PREMISES)));
      } else {
        Optional<Reason> reason = elimination(connector, domain, left);
        reason.ifPresent(r -> eliminated.add(loser(connector, r)));
      }
    }
    if (left.isEmpty()) {
      return new Selection<>(
          Optional.empty(),
          Reason.of(OutboundRule.BY_MX, "domain", domain),
          ImmutableList.copyOf(eliminated));
    }
    left.sort(
        Comparator.comparingDouble(Covering::rank)
            .reversed()
            .thenComparing(c -> c.connector().name(), String.CASE_INSENSITIVE_ORDER));
    Covering winner = left.get(0);
    for (Covering other : left.subList(1, left.size())) {
      eliminated.add(
          loser(
              other.connector(),
              Reason.of(
                  other.rank() == winner.rank()
                      ? OutboundRule.LATER_NAME
                      : OutboundRule.LESS_SPECIFIC,
                  "winner",
                  winner.connector().name(),
                  "domain",
                  domain)));
    }
    return new Selection<>(
        Optional.of(winner.connector()),
        Reason.of(
            OutboundRule.BY_CONNECTOR,
            "connector",
            winner.connector().name(),
            "domain",
            domain,
            "scope",
            winner.scope()),
        ImmutableList.copyOf(eliminated));
  }

  private Optional<Reason> elimination(
      OutboundConnector connector, DomainName domain, List<Covering> left) {
    if (!connector.enabled()) {
      return Optional.of(Reason.of(OutboundRule.DISABLED));
    }
    if (connector.scope().transportRuleOnly()) {
      return Optional.of(Reason.of(OutboundRule.RULE_ONLY));
    }
    Optional<Covering> covering = covering(connector, domain);
    if (covering.isPresent()) {
      left.add(covering.get());
      return Optional.empty();
    }
    return Optional.of(notCovering(connector, domain));
  }

  private Optional<Covering> covering(OutboundConnector connector, DomainName domain) {
    Optional<DomainPattern> pattern =
        connector.recipientDomains().stream()
            .filter(p -> p.covers(domain, settings.wildcardIncludesApex()))
            .max(Comparator.comparingInt(DomainPattern::specificity));
    boolean accepted = connector.scope().allAcceptedDomains() && index.accepts(tenant, domain);
    if (pattern.isPresent() && (!accepted || pattern.get().kind() != DomainPattern.Kind.ALL)) {
      return Optional.of(
          new Covering(connector, "RecipientDomains " + pattern.get(), rank(pattern.get())));
    }
    return accepted
        ? Optional.of(
            new Covering(
                connector,
                "AllAcceptedDomains",
                settings.listOrder() ? Integer.MAX_VALUE - 1 : ALL_ACCEPTED))
        : Optional.empty();
  }

  private static double rank(DomainPattern pattern) {
    return pattern.specificity();
  }

  private static Reason notCovering(OutboundConnector connector, DomainName domain) {
    for (DomainPattern pattern : connector.recipientDomains()) {
      if (pattern.kind() == DomainPattern.Kind.SUBDOMAINS && pattern.domain().equals(domain)) {
        return Reason.of(OutboundRule.APEX_NOT_COVERED, "pattern", pattern, "domain", domain);
      }
    }
    return Reason.of(OutboundRule.NOT_COVERING, "domain", domain);
  }

  private static Elimination loser(OutboundConnector connector, Reason because) {
    return new Elimination(connector.name(), because);
  }
}
