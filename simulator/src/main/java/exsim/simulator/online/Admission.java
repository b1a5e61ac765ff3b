package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.mail.EmailAddress;
import exsim.model.online.InboundConnector;
import exsim.model.online.InboundConnector.EnhancedFiltering;
import exsim.model.online.Tenant;
import exsim.model.onprem.ExchangeVersion;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Peer;
import exsim.simulator.smtp.Reply;
import exsim.simulator.smtp.Session;
import exsim.simulator.smtp.Verdict;
import java.util.Optional;

/** Decides about an envelope at the MX entity: whose it is, and whether it is taken. */
final class Admission {
  private static final Reply RECIPIENT_OK = Reply.of("250 2.1.5 Recipient OK");
  private static final Reply UNKNOWN =
      Reply.of("550 5.4.1 Recipient address rejected: Access denied");
  private static final Reply NO_TENANT =
      Reply.of("550 5.7.64 TenantAttribution; Relay Access Denied SMTP");
  private static final Reply RELAY_DENIED =
      Reply.of("550 5.7.64 TenantAttribution; Relay Access Denied ATTR36");
  private static final Reply DIRECT_SEND =
      Reply.of(
          "550 5.7.68 TenantInboundAttribution; Direct Send not allowed for this organization from"
              + " unauthorized sources");

  private final OnlineService service;
  private final Attribution attribution;
  private final PartnerCheck partners;

  Admission(OnlineService service) {
    this.service = service;
    this.attribution = new Attribution(service.index(), service.settings());
    this.partners = new PartnerCheck(service.settings());
  }

  /**
   * What becomes of an envelope.
   *
   * @param verdict the answer to RCPT TO
   * @param before what was found out before it
   * @param tenant whose message it is; empty for nobody's
   * @param originating whether it counts as sent by the tenant
   * @param fromOnPremises whether it came through an OnPremises connector
   * @param connector the connector that applies
   */
  record Decided(
      Verdict verdict,
      ImmutableList<Reason> before,
      Optional<Tenant> tenant,
      boolean originating,
      boolean fromOnPremises,
      Optional<InboundConnector> connector) {}

  Decided of(Session session, Optional<EmailAddress> sender, EmailAddress recipient) {
    Attribution.Result result = attribution.of(session, sender, recipient.domain());
    ImmutableList.Builder<Reason> before = ImmutableList.builder();
    way(session.peer(), result).ifPresent(before::add);
    before.addAll(result.why());
    if (result.tenant().isEmpty()) {
      Reply reply = result.because().rule() == InboundRule.NO_TENANT ? NO_TENANT : RELAY_DENIED;
      return decided(result, before, new Verdict(reply, result.because()), Optional.empty());
    }
    Tenant tenant = result.tenant().get();
    Optional<Verdict> outdated =
        result.fromOnPremises() ? outdated(session.peer()) : Optional.empty();
    if (outdated.isPresent()) {
      return decided(result, before, outdated.get(), result.connector());
    }
    if (result.originating()) {
      Verdict relayed = new Verdict(RECIPIENT_OK, Reason.of(InboundRule.RELAY_ALLOWED));
      return decided(result, before, relayed, result.connector());
    }
    Optional<Verdict> direct = directSend(session, sender, result, tenant, before);
    if (direct.isPresent()) {
      return decided(result, before, direct.get(), Optional.empty());
    }
    if (result.fromOnPremises()) {
      return decided(result, before, known(tenant, recipient), result.connector());
    }
    PartnerCheck.Result partner = partners.of(tenant, session, sender, recipient.domain());
    before.addAll(partner.why());
    if (partner.refusal().isPresent()) {
      Verdict refused = new Verdict(partner.refusal().get(), Iterables.getLast(partner.why()));
      return decided(result, before, refused, partner.connector());
    }
    return decided(result, before, known(tenant, recipient), partner.connector());
  }

  private static Decided decided(
      Attribution.Result result,
      ImmutableList.Builder<Reason> before,
      Verdict verdict,
      Optional<InboundConnector> connector) {
    return new Decided(
        verdict,
        before.build(),
        result.tenant(),
        result.originating(),
        result.fromOnPremises(),
        connector);
  }

  /** Which of the ways to send a device uses; nothing of it is written down anywhere. */
  private Optional<Reason> way(Peer peer, Attribution.Result result) {
    if (!service.strangers().isDevice(peer.system())) {
      return Optional.empty();
    }
    return Optional.of(
        result.connector().isPresent()
            ? Reason.of(
                InboundRule.WAY_RELAY,
                "device",
                peer.system(),
                "connector",
                result.connector().get().name())
            : Reason.of(InboundRule.WAY_DIRECT_SEND, "device", peer.system()));
  }

  /** That enhanced filtering of the connector looks past somebody; empty where it does not. */
  static Optional<Reason> filtering(Decided decided, Session session, EmailAddress recipient) {
    Optional<InboundConnector> connector = decided.connector();
    ImmutableList<EmailAddress> all =
        ImmutableList.<EmailAddress>builder().addAll(session.recipients()).add(recipient).build();
    if (!decided.verdict().reply().positive()
        || connector.filter(c -> c.filtering().appliesTo(all)).isEmpty()) {
      return Optional.empty();
    }
    EnhancedFiltering filtering = connector.get().filtering();
    return Optional.of(
        Reason.of(
            InboundRule.ENHANCED_FILTERING,
            "connector",
            connector.get().name(),
            "skipped",
            filtering.skipLastIp() ? "the last address" : "the addresses of EFSkipIPs"));
  }

  private Optional<Verdict> outdated(Peer peer) {
    Optional<ExchangeVersion> version = service.strangers().exchangeAt(peer.address());
    return version
        .flatMap(v -> service.settings().outdatedExchange().reply(v, peer.at()))
        .map(
            reply ->
                new Verdict(
                    reply, Reason.of(InboundRule.OUTDATED, "version", version.get().text())));
  }

  private Optional<Verdict> directSend(
      Session session,
      Optional<EmailAddress> sender,
      Attribution.Result result,
      Tenant tenant,
      ImmutableList.Builder<Reason> before) {
    if (!tenant.settings().rejectDirectSend()
        || result.fromOnPremises()
        || partners.identifies(tenant, session)) {
      return Optional.empty();
    }
    if (sender.isEmpty()) {
      before.add(Reason.of(InboundRule.DIRECT_SEND_NULL, "tenant", tenant.name()));
      return Optional.empty();
    }
    DomainName domain = sender.get().domain();
    if (!service.index().accepts(tenant, domain)) {
      return Optional.empty();
    }
    AcceptedDomain accepted = service.index().accepted(domain).orElseThrow();
    if (!accepted.pattern().domain().equals(domain)) {
      before.add(
          Reason.of(
              InboundRule.DIRECT_SEND_SUBDOMAIN,
              "domain",
              domain,
              "accepted",
              accepted.pattern().domain()));
    }
    return Optional.of(
        new Verdict(
            DIRECT_SEND,
            Reason.of(InboundRule.DIRECT_SEND, "tenant", tenant.name(), "domain", domain)));
  }

  private Verdict known(Tenant tenant, EmailAddress recipient) {
    boolean authoritative =
        service
            .index()
            .accepted(recipient.domain())
            .map(d -> d.type() == AcceptedDomain.Type.AUTHORITATIVE)
            .orElse(true);
    boolean exists =
        tenant.recipients().mailboxes().map(m -> m.contains(recipient)).orElse(true)
            || tenant.recipients().forwarding().containsKey(recipient)
            || tenant.recipients().remote().containsKey(recipient)
            || tenant.recipients().groups().containsKey(recipient);
    return authoritative && !exists
        ? new Verdict(
            UNKNOWN,
            Reason.of(
                InboundRule.RECIPIENT_UNKNOWN,
                "domain",
                recipient.domain(),
                "recipient",
                recipient))
        : new Verdict(
            RECIPIENT_OK,
            Reason.of(
                InboundRule.RECIPIENT_KNOWN, "recipient", recipient, "tenant", tenant.name()));
  }

  /** Why an envelope would be refused in clear and not inside TLS; empty where it would not. */
  Optional<Reason> tlsDemand(Peer peer, Optional<EmailAddress> sender, EmailAddress recipient) {
    Session clear = Session.opened(peer);
    Attribution.Result result = attribution.of(clear, sender, recipient.domain());
    return result.tenant().isEmpty() || result.fromOnPremises()
        ? Optional.empty()
        : partners.tlsDemand(result.tenant().get(), clear, sender, recipient.domain());
  }
}
