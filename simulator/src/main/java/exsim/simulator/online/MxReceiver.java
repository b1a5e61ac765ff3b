package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.EmailAddress;
import exsim.model.online.ConnectorType;
import exsim.model.online.InboundConnector;
import exsim.model.online.Tenant;
import exsim.simulator.route.Acceptance;
import exsim.simulator.route.ReceivedForm;
import exsim.simulator.route.Receiver;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Command;
import exsim.simulator.smtp.Peer;
import exsim.simulator.smtp.Reply;
import exsim.simulator.smtp.ServerTls;
import exsim.simulator.smtp.Session;
import exsim.simulator.smtp.Verdict;
import java.util.Optional;

/** The entity behind the MX records of all tenants, as one peer finds it. */
final class MxReceiver implements Receiver {
  private static final String FRONT_END = "FRONTEND.mail.protection.outlook.com";
  private static final Reply BANNER =
      Reply.of("220 " + FRONT_END + " Microsoft ESMTP MAIL Service ready at {date}");
  private static final Reply SENDER_OK = Reply.of("250 2.1.0 Sender OK");
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
  private static final Reply WRONG_REGION =
      Reply.of("451 4.4.62 Mail sent to the wrong Office 365 region. ATTR35");
  private static final Reply QUEUED = Reply.of("250 2.6.0 Queued mail for delivery");

  /** The keywords after the greeting, with STARTTLS in its place (EXO-EP-31). */
  static final ImmutableList<String> BEFORE_TLS =
      ImmutableList.of("SIZE 157286400", "PIPELINING", "DSN", "ENHANCEDSTATUSCODES");

  static final ImmutableList<String> AFTER_TLS =
      ImmutableList.of("8BITMIME", "BINARYMIME", "CHUNKING", "SMTPUTF8");

  private final OnlineService service;
  private final Peer peer;
  private final boolean retired;
  private final Attribution attribution;
  private final PartnerCheck partners;

  MxReceiver(OnlineService service, Peer peer, boolean retired) {
    this.retired = retired;
    this.service = service;
    this.peer = peer;
    this.attribution = new Attribution(service.index(), service.settings());
    this.partners = new PartnerCheck(service.settings());
  }

  @Override
  public String system() {
    return OnlineHost.SYSTEM;
  }

  @Override
  public Reply banner() {
    return BANNER;
  }

  @Override
  public Stamp stamp() {
    return new Stamp(ReceivedForm.ONLINE, FRONT_END);
  }

  @Override
  public String helloText(Session session) {
    return FRONT_END + " Hello [" + peer.address() + "]";
  }

  @Override
  public ImmutableList<String> keywords(Session session) {
    ImmutableList.Builder<String> keywords = ImmutableList.builder();
    keywords.addAll(BEFORE_TLS);
    if (!session.secure()) {
      keywords.add("STARTTLS");
    }
    return keywords.addAll(AFTER_TLS).build();
  }

  @Override
  public ServerTls tls() {
    return new ServerTls(
        ServerTls.StartTls.OFFERED,
        service.settings().versions(),
        Optional.of(service.certificate(peer.at())),
        Optional.empty(),
        service.settings().dropInvalidCertificates()
            ? ServerTls.ClientCertificate.DROPPED_WHEN_INVALID
            : ServerTls.ClientCertificate.REQUESTED,
        Reason.of(InboundRule.MX_ENTITY, "host", "the MX host"));
  }

  @Override
  public Optional<Verdict> refusesClear(Session session) {
    return Optional.empty();
  }

  @Override
  public Verdict authenticate(Session session, Command.Auth auth) {
    return new Verdict(
        Reply.of("500 5.3.3 Unrecognized command"),
        Reason.of(InboundRule.MX_ENTITY, "host", "the MX host"));
  }

  @Override
  public Verdict mail(Session session, Command.Mail mail) {
    return new Verdict(SENDER_OK, Reason.of(InboundRule.CLEAR_ACCEPTED));
  }

  @Override
  public Verdict recipient(Session session, Command.Mail mail, EmailAddress recipient) {
    if (retired) {
      return new Verdict(WRONG_REGION, Reason.of(InboundRule.RETIRED_NAME));
    }
    return decide(session, mail, recipient).verdict();
  }

  /** What becomes of an envelope: the answer, and whose it is. */
  private record Decided(
      Verdict verdict,
      ImmutableList<Reason> before,
      Optional<Tenant> tenant,
      boolean fromOnPremises,
      Optional<InboundConnector> connector) {}

  private Decided decide(Session session, Command.Mail mail, EmailAddress recipient) {
    Attribution.Result result = attribution.of(session, mail.sender(), recipient.domain());
    if (result.tenant().isEmpty()) {
      Reply reply = result.because().rule() == InboundRule.NO_TENANT ? NO_TENANT : RELAY_DENIED;
      return decided(result, new Verdict(reply, result.because()), Optional.empty());
    }
    Tenant tenant = result.tenant().get();
    if (result.originating()) {
      return decided(
          result,
          new Verdict(RECIPIENT_OK, Reason.of(InboundRule.RELAY_ALLOWED)),
          result.connector());
    }
    return incoming(session, mail, recipient, result, tenant);
  }

  private Decided incoming(
      Session session,
      Command.Mail mail,
      EmailAddress recipient,
      Attribution.Result result,
      Tenant tenant) {
    Optional<EmailAddress> own =
        mail.sender().filter(s -> tenant.acceptedDomain(s.domain()).isPresent());
    if (tenant.settings().rejectDirectSend()
        && own.isPresent()
        && !result.fromOnPremises()
        && !partners.identifies(tenant, session)) {
      return decided(
          result,
          new Verdict(
              DIRECT_SEND,
              Reason.of(
                  InboundRule.DIRECT_SEND, "tenant", tenant.name(), "domain", own.get().domain())),
          Optional.empty());
    }
    if (result.fromOnPremises()) {
      return decided(result, known(tenant, recipient), result.connector());
    }
    PartnerCheck.Result partner = partners.of(tenant, session, mail.sender(), recipient.domain());
    Attribution.Result withPartner =
        new Attribution.Result(
            result.tenant(),
            false,
            false,
            Optional.empty(),
            ImmutableList.<Reason>builder().addAll(result.why()).addAll(partner.why()).build());
    if (partner.refusal().isPresent()) {
      return decided(
          withPartner,
          new Verdict(partner.refusal().get(), partner.why().get(partner.why().size() - 1)),
          partner.connector());
    }
    return decided(withPartner, known(tenant, recipient), partner.connector());
  }

  private static Verdict known(Tenant tenant, EmailAddress recipient) {
    boolean authoritative =
        tenant
            .acceptedDomain(recipient.domain())
            .map(d -> d.type() == AcceptedDomain.Type.AUTHORITATIVE)
            .orElse(true);
    boolean exists =
        tenant.recipients().mailboxes().map(m -> m.contains(recipient)).orElse(true)
            || tenant.recipients().forwarding().containsKey(recipient)
            || tenant.recipients().remote().containsKey(recipient);
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

  private static Decided decided(
      Attribution.Result result, Verdict verdict, Optional<InboundConnector> connector) {
    return new Decided(verdict, result.why(), result.tenant(), result.fromOnPremises(), connector);
  }

  @Override
  public Verdict content(Session session, Command.Content content) {
    return new Verdict(QUEUED, Reason.of(InboundRule.TAKEN));
  }

  @Override
  public ImmutableList<Reason> envelopeReasons(
      Session session, Command.Mail mail, EmailAddress recipient) {
    return decide(session, mail, recipient).before();
  }

  @Override
  public Optional<Reason> tlsDemand(Command.Mail mail, EmailAddress recipient) {
    Session clear = Session.opened(peer);
    Attribution.Result result = attribution.of(clear, mail.sender(), recipient.domain());
    return result.tenant().isEmpty() || result.fromOnPremises()
        ? Optional.empty()
        : partners.tlsDemand(result.tenant().get(), clear, mail.sender(), recipient.domain());
  }

  @Override
  public Taker taker(Session session, Command.Mail mail, EmailAddress recipient) {
    Decided decided = decide(session, mail, recipient);
    if (decided.tenant().isEmpty()) {
      return Taker.of(OnlineHost.SYSTEM, decided.connector().map(InboundConnector::name), NOWHERE);
    }
    Tenant tenant = decided.tenant().get();
    TenantNode.CameAs cameAs =
        decided.fromOnPremises() ? TenantNode.CameAs.FROM_ON_PREMISES : TenantNode.CameAs.INCOMING;
    return Taker.of(
        tenant.name().ascii(),
        decided.connector().map(InboundConnector::name),
        service.node(tenant, cameAs),
        acceptance(decided, tenant, mail));
  }

  private static Acceptance acceptance(Decided decided, Tenant tenant, Command.Mail mail) {
    Optional<InboundConnector> connector =
        decided.connector().filter(c -> c.type() == ConnectorType.ON_PREMISES);
    boolean own =
        mail.sender().filter(s -> tenant.acceptedDomain(s.domain()).isPresent()).isPresent();
    Acceptance.As as =
        connector.isEmpty()
            ? Acceptance.As.STRANGER
            : connector.get().options().cloudServicesMail()
                ? Acceptance.As.OTHER_PREMISES
                : connector.get().options().treatMessagesAsInternal() && own
                    ? Acceptance.As.TREATED_AS_INTERNAL
                    : Acceptance.As.STRANGER;
    return new Acceptance(as, connector.map(InboundConnector::name).orElse(OnlineHost.SYSTEM));
  }

  private static final Nowhere NOWHERE = new Nowhere();
}
