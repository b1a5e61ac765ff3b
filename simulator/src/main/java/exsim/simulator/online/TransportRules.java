package exsim.simulator.online;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.mail.EmailAddress;
import exsim.model.online.Tenant;
import exsim.model.online.TransportRule;
import exsim.simulator.route.Envelope;
import exsim.simulator.rule.Reason;
import java.util.Comparator;
import java.util.Optional;

/** Finds what the transport rules of a tenant do to a message. */
final class TransportRules {
  private final Tenant tenant;
  private final TenantIndex index;
  private final Strangers strangers;
  private final ImmutableList<TransportRule> byPriority;

  TransportRules(Tenant tenant, TenantIndex index, Strangers strangers) {
    this.tenant = tenant;
    this.index = index;
    this.strangers = strangers;
    this.byPriority =
        ImmutableList.sortedCopyOf(
            Comparator.comparingInt(TransportRule::priority), tenant.transportRules());
  }

  /**
   * What the rules do to a message.
   *
   * @param routing the rule that routes it; empty when none does
   * @param demand why TLS is demanded; empty when it is not
   * @param why what else decided
   */
  record Applied(
      Optional<TransportRule> routing, Optional<Reason> demand, ImmutableList<Reason> why) {
    private static final Applied NOTHING =
        new Applied(Optional.empty(), Optional.empty(), ImmutableList.of());
  }

  /** Applies the rules in their order; of several that route, the last one counts. */
  Applied to(Envelope envelope) {
    if (byPriority.isEmpty()) {
      return Applied.NOTHING;
    }
    ImmutableList.Builder<Reason> why = ImmutableList.builder();
    Optional<TransportRule> routing = Optional.empty();
    Optional<Reason> demand = Optional.empty();
    for (TransportRule rule : byPriority) {
      if (!rule.enabled() || !meets(envelope, rule.conditions())) {
        continue;
      }
      Optional<TransportRule.HeaderWords> except = rule.conditions().exceptHeader();
      if (except.filter(h -> strangers.carries(envelope, h)).isPresent()) {
        why.add(
            Reason.of(
                OutboundRule.RULE_EXCEPTED,
                "rule",
                rule.name(),
                "header",
                except.get().header(),
                "words",
                Joiner.on(", ").join(except.get().words())));
        continue;
      }
      if (rule.routeVia().isPresent()) {
        routing.ifPresent(
            before ->
                why.add(
                    Reason.of(
                        OutboundRule.LATER_RULE_ROUTES,
                        "rule",
                        rule.name(),
                        "before",
                        before.name())));
        routing = Optional.of(rule);
      }
      if (rule.requireTls()) {
        demand = Optional.of(Reason.of(OutboundRule.RULE_DEMANDS_TLS, "rule", rule.name()));
      }
      if (rule.stops()) {
        why.add(Reason.of(OutboundRule.RULE_STOPS, "rule", rule.name()));
        break;
      }
    }
    return new Applied(routing, demand, why.build());
  }

  private boolean meets(Envelope envelope, TransportRule.Conditions conditions) {
    return sender(envelope, conditions)
        && recipient(envelope.recipient(), conditions)
        && (!conditions.recipientOutside()
            || !index.accepts(tenant, envelope.recipient().domain()));
  }

  private static boolean sender(Envelope envelope, TransportRule.Conditions conditions) {
    Optional<EmailAddress> sender = envelope.sender();
    boolean address =
        conditions.senders().isEmpty() || sender.filter(conditions.senders()::contains).isPresent();
    boolean domain =
        conditions.senderDomains().isEmpty()
            || sender.filter(s -> covers(conditions.senderDomains(), s.domain())).isPresent();
    return address && domain;
  }

  private static boolean recipient(EmailAddress address, TransportRule.Conditions conditions) {
    return (conditions.recipients().isEmpty() || conditions.recipients().contains(address))
        && (conditions.recipientDomains().isEmpty()
            || covers(conditions.recipientDomains(), address.domain()))
        && !covers(conditions.exceptRecipientDomains(), address.domain());
  }

  /** A condition's domain covers its subdomains too. */
  private static boolean covers(ImmutableList<DomainPattern> patterns, DomainName domain) {
    return patterns.stream().anyMatch(p -> p.covers(domain, true) || domain.isBelow(p.domain()));
  }
}
