package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainPattern;
import exsim.model.mail.EmailAddress;
import exsim.model.online.OutboundConnector;
import exsim.model.online.TransportRule;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** What the objects of a tenant do to each other to no good. */
public final class TenantCautions {
  private TenantCautions() {}

  /** What its transport rules and outbound connectors do. */
  public static ImmutableList<Caution> ofRules(
      ImmutableList<TransportRule> rules, ImmutableList<OutboundConnector> connectors) {
    Set<String> named = new LinkedHashSet<>();
    for (TransportRule rule : rules) {
      if (rule.enabled()) {
        rule.routeVia().ifPresent(via -> named.add(via.toLowerCase(Locale.ROOT)));
      }
    }
    ImmutableList.Builder<Caution> cautions = ImmutableList.builder();
    if (named.size() > 1) {
      cautions.add(Caution.RULES_WITH_DIFFERENT_CONNECTORS);
    }
    boolean disabled =
        connectors.stream()
            .anyMatch(c -> !c.enabled() && named.contains(c.name().toLowerCase(Locale.ROOT)));
    if (disabled) {
      cautions.add(Caution.RULE_WITH_DISABLED_CONNECTOR);
    }
    return cautions.build();
  }

  /** What its accepted domains and outbound connectors do. */
  public static ImmutableList<Caution> ofDomains(
      ImmutableList<AcceptedDomain> domains, ImmutableList<OutboundConnector> connectors) {
    for (AcceptedDomain domain : domains) {
      boolean relay = domain.type() == AcceptedDomain.Type.INTERNAL_RELAY;
      if (domain.matchSubDomains()
          && relay
          && connectors.stream().noneMatch(c -> coversSubdomains(c, domain))) {
        return ImmutableList.of(Caution.SUBDOMAINS_WITHOUT_CONNECTOR);
      }
    }
    return ImmutableList.of();
  }

  /** What its groups and outbound connectors do. */
  public static ImmutableList<Caution> ofGroups(
      ImmutableSet<EmailAddress> groups, ImmutableList<OutboundConnector> connectors) {
    boolean centralized =
        connectors.stream()
            .anyMatch(
                c ->
                    c.enabled()
                        && c.scope().centralized()
                        && !c.scope().transportRuleOnly()
                        && !c.scope().allAcceptedDomains());
    return centralized && !groups.isEmpty()
        ? ImmutableList.of(Caution.GROUPS_UNDER_CENTRALIZED_TRANSPORT)
        : ImmutableList.of();
  }

  private static boolean coversSubdomains(OutboundConnector connector, AcceptedDomain domain) {
    return connector.enabled()
        && (connector.scope().allAcceptedDomains()
            || connector.recipientDomains().stream()
                .anyMatch(
                    p ->
                        p.kind() == DomainPattern.Kind.SUBDOMAINS
                            && p.domain().equals(domain.pattern().domain())));
  }
}
