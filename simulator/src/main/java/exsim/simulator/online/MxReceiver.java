package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
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
import exsim.simulator.smtp.Secured;
import exsim.simulator.smtp.ServerTls;
import exsim.simulator.smtp.Session;
import exsim.simulator.smtp.Verdict;
import java.util.Optional;

/** The entity behind the MX records of all tenants, as one peer finds it. */
final class MxReceiver implements Receiver {
  private static final String FRONT_END = "FRONTEND.mail.protection.outlook.com";
  private static final Reply SENDER_OK = Reply.of("250 2.1.0 Sender OK");
  private static final Reply WRONG_REGION =
      Reply.of("451 4.4.62 Mail sent to the wrong Office 365 region. ATTR35");
  private static final Reply QUEUED = Reply.of("250 2.6.0 Queued mail for delivery");

  /** The keywords after the greeting, with STARTTLS in its place (EXO-EP-31). */
  static final ImmutableList<String> BEFORE_TLS =
      ImmutableList.of("SIZE 157286400", "PIPELINING", "DSN", "ENHANCEDSTATUSCODES");

  static final ImmutableList<String> AFTER_TLS =
      ImmutableList.of("8BITMIME", "BINARYMIME", "CHUNKING", "SMTPUTF8");

  private static final Nowhere NOWHERE = new Nowhere();

  private final OnlineService service;
  private final Peer peer;
  private final boolean retired;
  private final Admission admission;

  /** The last decisions inside TLS and in clear: one envelope is asked about again and again. */
  private volatile Optional<Remembered> inside = Optional.empty();

  private volatile Optional<Remembered> outside = Optional.empty();

  private record Remembered(
      Optional<Secured> secured,
      Optional<EmailAddress> sender,
      EmailAddress recipient,
      Admission.Decided decided) {}

  MxReceiver(OnlineService service, Peer peer, boolean retired) {
    this.retired = retired;
    this.service = service;
    this.peer = peer;
    this.admission = new Admission(service);
  }

  @Override
  public String system() {
    return OnlineHost.SYSTEM;
  }

  @Override
  public Reply banner() {
    return service.settings().wording().banner(FRONT_END, peer.at());
  }

  @Override
  public String refusalTag() {
    return service.settings().wording().refusalTag(FRONT_END, peer.at());
  }

  @Override
  public Stamp stamp() {
    return new Stamp(ReceivedForm.ONLINE, FRONT_END, TenantNode.PRODUCT);
  }

  @Override
  public String helloText(Session session) {
    return FRONT_END + " Hello [" + peer.address() + "]";
  }

  @Override
  public Optional<Verdict> refusesHello(Command.Hello hello) {
    return ServiceGreeting.refused(hello, FRONT_END);
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
  public Optional<Verdict> refusesClear(Session session, Command command) {
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
    if (ServiceNames.isRetired(peer.asked())) {
      return new Verdict(WRONG_REGION, Reason.of(InboundRule.RETIRED_NAME, "host", peer.asked()));
    }
    if (retired || peer.askedByAddress()) {
      return new Verdict(WRONG_REGION, Reason.of(InboundRule.BARE_ADDRESS, "host", peer.asked()));
    }
    Admission.Decided decided = decided(session, mail.sender(), recipient);
    return OverIpv6.refusal(peer, decided, recipient, service).orElse(decided.verdict());
  }

  private Admission.Decided decided(
      Session session, Optional<EmailAddress> sender, EmailAddress recipient) {
    Optional<Remembered> last = session.secure() ? inside : outside;
    if (last.isPresent()
        && last.get().recipient().equals(recipient)
        && last.get().sender().equals(sender)
        && last.get().secured().equals(session.secured())) {
      return last.get().decided();
    }
    Admission.Decided decided = admission.of(session, sender, recipient);
    Optional<Remembered> now =
        Optional.of(new Remembered(session.secured(), sender, recipient, decided));
    if (session.secure()) {
      inside = now;
    } else {
      outside = now;
    }
    return decided;
  }

  @Override
  public Verdict content(Session session, Command.Content content) {
    EmailAddress recipient = Iterables.getLast(session.recipients());
    boolean own = decided(session, session.mail().orElseThrow().sender(), recipient).originating();
    return new Verdict(
        QUEUED, Reason.of(InboundRule.TAKEN, "direction", own ? "Originating" : "Incoming"));
  }

  @Override
  public ImmutableList<Reason> envelopeReasons(
      Session session, Command.Mail mail, EmailAddress recipient) {
    Admission.Decided decided = decided(session, mail.sender(), recipient);
    Optional<Reason> filtering = Admission.filtering(decided, session, recipient);
    return filtering.isEmpty()
        ? decided.before()
        : ImmutableList.<Reason>builder().addAll(decided.before()).add(filtering.get()).build();
  }

  @Override
  public Optional<Reason> tlsDemand(Command.Mail mail, EmailAddress recipient) {
    return admission.tlsDemand(peer, mail.sender(), recipient);
  }

  @Override
  public Taker taker(Session session, Command.Mail mail, EmailAddress recipient) {
    Admission.Decided decided = decided(session, mail.sender(), recipient);
    Optional<String> connector = decided.connector().map(InboundConnector::name);
    if (decided.tenant().isEmpty()) {
      return Taker.of(OnlineHost.SYSTEM, connector, NOWHERE);
    }
    TenantNode.CameAs cameAs =
        decided.fromOnPremises() ? TenantNode.CameAs.FROM_ON_PREMISES : TenantNode.CameAs.INCOMING;
    Tenant tenant = decided.tenant().get();
    return Taker.of(
        tenant.name().ascii(),
        connector,
        service.node(tenant, cameAs),
        acceptance(decided, tenant, mail));
  }

  private Acceptance acceptance(Admission.Decided decided, Tenant tenant, Command.Mail mail) {
    Optional<InboundConnector> connector =
        decided.connector().filter(c -> c.type() == ConnectorType.ON_PREMISES);
    boolean own =
        mail.sender().filter(s -> service.index().accepts(tenant, s.domain())).isPresent();
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
}
