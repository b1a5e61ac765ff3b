package exsim.simulator.onprem.receive;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainName;
import exsim.model.mail.EmailAddress;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.PermissionGroup;
import exsim.model.onprem.ReceiveConnector;
import exsim.simulator.onprem.ExchangeNode;
import exsim.simulator.onprem.FrontEndNode;
import exsim.simulator.onprem.InternalRoutes;
import exsim.simulator.onprem.MailboxNode;
import exsim.simulator.onprem.OrganizationView;
import exsim.simulator.onprem.OutboundProxyNode;
import exsim.simulator.onprem.RecipientRule;
import exsim.simulator.onprem.ServerService;
import exsim.simulator.onprem.certificate.ConnectorTls;
import exsim.simulator.onprem.certificate.EdgeTrust;
import exsim.simulator.route.Node;
import exsim.simulator.route.Receiver;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import exsim.simulator.rule.Selection;
import exsim.simulator.smtp.Command;
import exsim.simulator.smtp.EventLog;
import exsim.simulator.smtp.ExchangeRule;
import exsim.simulator.smtp.Patience;
import exsim.simulator.smtp.Peer;
import exsim.simulator.smtp.Reply;
import exsim.simulator.smtp.ServerTls;
import exsim.simulator.smtp.Session;
import exsim.simulator.smtp.Verdict;
import java.time.Duration;
import java.util.Optional;

/** A Receive connector, as one peer finds it. */
final class ExchangeReceiver implements Receiver {
  private static final Reply SENDER_OK = Reply.of("250 2.1.0 Sender OK");
  static final Reply QUEUED = Reply.of("250 2.6.0 Queued mail for delivery");
  private static final Reply KERBEROS_FAILS =
      Reply.of("454 4.7.0 Temporary authentication failure");
  private static final Reply NO_DIRECT_TRUST =
      Reply.of("451 5.7.3 Cannot achieve Exchange Server authentication");
  private static final Reply TLS_FIRST = Reply.of("451 5.7.3 Must issue a STARTTLS command first");
  private static final Reply NOT_MUTUAL =
      Reply.of("451 4.7.3 The admin has temporarily disallowed this secure domain.");

  private final OrganizationView organization;
  private final ExchangeNode node;
  private final ExchangeServer server;
  private final Peer peer;
  private final ReceiveConnector connector;
  private final Selection<ReceiveConnector> selection;
  private final ServerService service;
  private final SessionRights rights;
  private final ConnectorLimits limits;
  private final ServerTls tls;
  private final ServerTls anonymousTls;
  private final boolean offersTls;

  ExchangeReceiver(
      OrganizationView organization,
      ExchangeNode node,
      Peer peer,
      Selection<ReceiveConnector> selection,
      ServerService service) {
    this.organization = organization;
    this.node = node;
    this.server = node.server();
    this.peer = peer;
    this.selection = selection;
    this.service = service;
    this.connector = selection.chosen().orElseThrow();
    this.rights = new SessionRights(organization, server, connector, peer.at());
    this.limits = new ConnectorLimits(connector);
    ConnectorTls both = new ConnectorTls(connector, server, peer.at());
    this.tls = both.tls();
    this.anonymousTls = both.anonymousTls();
    this.offersTls = tls.startTls() == ServerTls.StartTls.OFFERED;
  }

  @Override
  public String system() {
    return node.system();
  }

  @Override
  public ImmutableList<Reason> why() {
    return ImmutableList.<Reason>builder()
        .add(selection.because())
        .addAll(EhloKeywords.assumed(ehlo(Session.opened(peer))))
        .build();
  }

  @Override
  public ImmutableList<Elimination> turnedDown() {
    return selection.eliminated();
  }

  private String fqdn() {
    return connector.fqdn().orElse(server.fqdn()).ascii();
  }

  @Override
  public Reply banner() {
    Optional<String> own = connector.extensions().banner();
    return own.isPresent() && own.get().length() > 4
        ? Reply.of(own.get())
        : Reply.of("220 " + fqdn() + " Microsoft ESMTP MAIL Service ready at {date}");
  }

  @Override
  public String helloText(Session session) {
    return fqdn() + " Hello [" + peer.address() + "]";
  }

  @Override
  public ImmutableList<String> keywords(Session session) {
    return EhloKeywords.of(ehlo(session));
  }

  private EhloKeywords.Facts ehlo(Session session) {
    return new EhloKeywords.Facts(
        connector,
        server.version(),
        session,
        offersTls,
        anonymousTls.startTls() == ServerTls.StartTls.OFFERED);
  }

  @Override
  public Optional<Verdict> refusesHello(Command.Hello hello) {
    return limits.hello(hello);
  }

  @Override
  public Patience patience() {
    return limits.patience();
  }

  @Override
  public ServerTls tls() {
    return tls;
  }

  @Override
  public ServerTls anonymousTls() {
    return anonymousTls;
  }

  @Override
  public Optional<Reason> anonymousTlsWhy() {
    return Optional.of(anonymousTls.why());
  }

  @Override
  public Stamp stamp() {
    return new Stamp(
        service.headerOf(server.version()),
        fqdn(),
        Optional.of(server.version().number()),
        !lendsConnection());
  }

  /** Whether the Front End only makes the connection outside. */
  private boolean lendsConnection() {
    return peer.localPort() == InternalRoutes.Port.OUTBOUND_PROXY.number();
  }

  @Override
  public Optional<EventLog> eventLog() {
    return EventLog.of(server.name(), service.text());
  }

  @Override
  public Optional<Reason> versionsWhy() {
    return RecipientRule.receivingVersions(server);
  }

  @Override
  public boolean exchangeAuthWithoutTls() {
    return connector.security().suppressXAnonymousTls() && server.tls().downgradedExchangeAuth();
  }

  @Override
  public Optional<Verdict> refusesClear(Session session, Command command) {
    return connector.security().requireTls()
        ? Optional.of(
            new Verdict(TLS_FIRST, Reason.of(ReceiveRule.TLS_FIRST, "connector", connector.name())))
        : Optional.empty();
  }

  @Override
  public Verdict authenticate(Session session, Command.Auth auth) {
    if (!connector.security().permissionGroups().contains(PermissionGroup.EXCHANGE_USERS)) {
      return new Verdict(
          Reply.of("535 5.7.3 Authentication unsuccessful"),
          Reason.of(ReceiveRule.USERS_NOT_ALLOWED, "connector", connector.name()));
    }
    return organization.isUser(auth.user())
        ? new Verdict(
            Reply.of("235 2.7.0 Authentication successful"),
            Reason.of(ReceiveRule.AUTHENTICATED, "user", auth.user()))
        : new Verdict(
            Reply.of("535 5.7.3 Authentication unsuccessful"),
            Reason.of(ReceiveRule.LOGON_DENIED, "user", auth.user()));
  }

  /** Kerberos and direct trust end where the organization does. */
  @Override
  public Verdict exchangeAuthenticate(Session session, Command.ExchangeAuth auth) {
    if (!peer.system().equals(system())) {
      return new Verdict(
          KERBEROS_FAILS,
          Reason.of(
              ExchangeRule.EXCHANGE_AUTH_FAILS, "client", auth.server(), "server", server.name()));
    }
    return organization
        .serverByFqdn(auth.server())
        .flatMap(client -> EdgeTrust.missing(client, server))
        .map(why -> new Verdict(NO_DIRECT_TRUST, why))
        .orElseGet(() -> Receiver.super.exchangeAuthenticate(session, auth));
  }

  @Override
  public Optional<Verdict> outwaited(Duration silence) {
    return limits.outwaited(silence);
  }

  @Override
  public Optional<ReceiveConnector.MessageRate> messageRate() {
    return connector.limits().messageRate();
  }

  @Override
  public Verdict mail(Session session, Command.Mail mail) {
    Verdict submit = rights.maySubmit(session, mail);
    if (!submit.reply().positive()) {
      return submit;
    }
    Optional<Verdict> tooFast = limits.rate(session);
    if (tooFast.isPresent()) {
      return tooFast.get();
    }
    Optional<Verdict> tooLarge = tooLarge(session, mail.sizeBytes().orElse(0));
    if (tooLarge.isPresent()) {
      return tooLarge.get();
    }
    Optional<DomainName> secure = secureDomain(mail);
    if (secure.isPresent()
        && !rights.isServer(session)
        && !rights.provesDomain(session, secure.get())) {
      return new Verdict(NOT_MUTUAL, Reason.of(ReceiveRule.NOT_MUTUAL, "domain", secure.get()));
    }
    return new Verdict(SENDER_OK, submit.because());
  }

  private Optional<Verdict> tooLarge(Session session, long bytes) {
    return limits.size(bytes).filter(v -> !rights.bypassesSize(session));
  }

  /** The sender's domain, where Domain Security applies to it. */
  private Optional<DomainName> secureDomain(Command.Mail mail) {
    ImmutableSet<DomainName> list =
        organization.organization().transportConfig().tlsReceiveDomainSecureList();
    return mail.sender()
        .map(EmailAddress::domain)
        .filter(d -> connector.security().domainSecure() && list.contains(d));
  }

  @Override
  public Verdict recipient(Session session, Command.Mail mail, EmailAddress recipient) {
    return limits
        .recipients(session.recipients().size())
        .filter(v -> !rights.bypassesRecipientLimit(session))
        .or(() -> limits.recipient(recipient.domain()))
        .orElseGet(() -> rights.mayAddress(session, recipient.domain()));
  }

  @Override
  public Verdict content(Session session, Command.Content content) {
    return new HopCount(organization, server, connector)
        .exceeded(peer, content)
        .or(() -> limits.bareLinefeeds(content, organization.bareLinefeedReply()))
        .or(() -> tooLarge(session, content.sizeBytes()))
        .orElseGet(() -> new Verdict(QUEUED, taken()));
  }

  private Reason taken() {
    return service == ServerService.TRANSPORT
        ? Reason.of(ReceiveRule.QUEUED, "server", server.name())
        : Reason.of(ReceiveRule.HANDED_ON, "service", service.text(), "server", server.name());
  }

  @Override
  public Optional<Reason> tlsDemand(Command.Mail mail, EmailAddress recipient) {
    if (connector.security().requireTls()) {
      return Optional.of(Reason.of(ReceiveRule.REQUIRES_TLS, "connector", connector.name()));
    }
    return secureDomain(mail)
        .map(d -> Reason.of(ReceiveRule.DOMAIN_SECURE, "domain", d, "connector", connector.name()));
  }

  @Override
  public Taker taker(Session session, Command.Mail mail, EmailAddress recipient) {
    boolean listed = service != ServerService.DELIVERY;
    return new Taker(
        node.system(),
        Optional.of(server.name()),
        Optional.of(service.text()),
        listed ? Optional.of(connector.name()) : Optional.empty(),
        place(session),
        rights.acceptance(session, mail.sender()));
  }

  /** Where a message lies that this service took. */
  private Node place(Session session) {
    return switch (service) {
      case FRONT_END ->
          lendsConnection()
              ? new OutboundProxyNode(organization, server)
              : new FrontEndNode(organization, server, rights.user(session));
      case DELIVERY -> new MailboxNode(node.system(), server.name());
      case TRANSPORT, SUBMISSION -> organization.transportOf(node);
    };
  }
}
