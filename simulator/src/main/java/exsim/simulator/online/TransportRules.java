package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.mail.EmailAddress;
import exsim.model.online.Tenant;
import exsim.model.online.TransportRule;
import exsim.simulator.route.Envelope;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the transport rules of a tenant that a message meets. */
final class TransportRules {
  private final Tenant tenant;
  private final ImmutableList<TransportRule> byPriority;

  TransportRules(Tenant tenant) {
    this.tenant = tenant;
    this.byPriority =
        ImmutableList.sortedCopyOf(
            Comparator.comparingInt(TransportRule::priority), tenant.transportRules());
  }

  /** The last rule, in order of priority, that the message meets and that acts as wanted. */
  Optional<TransportRule> last(Envelope envelope, Predicate<TransportRule> acts) {
    return byPriority.stream()
        .filter(r -> r.enabled() && acts.test(r) && meets(envelope, r.conditions()))
        .reduce((first, second) -> second);
  }

  private boolean meets(Envelope envelope, TransportRule.Conditions conditions) {
    return sender(envelope, conditions)
        && recipient(envelope.recipient(), conditions)
        && (!conditions.recipientOutside()
            || tenant.acceptedDomain(envelope.recipient().domain()).isEmpty());
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
