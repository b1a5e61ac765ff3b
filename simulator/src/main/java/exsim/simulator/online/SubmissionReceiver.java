package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.EmailAddress;
import exsim.model.online.Tenant;
import exsim.model.tls.TlsVersion;
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

/** The submission hosts of all tenants, as one peer finds them. */
final class SubmissionReceiver implements Receiver {
  private static final String FRONT_END = "FRONTEND.outlook.office365.com";
  private static final Reply START_TLS = Reply.of("451 5.7.3 STARTTLS is required to send mail");
  private static final Reply OLD_TLS =
      Reply.of(
          "421 4.7.66 TLS 1.0 and 1.1 are not supported. Please upgrade/update your client to"
              + " support TLS 1.2. Visit https://aka.ms/smtp_auth_tls");
  private static final Reply SEND_AS_DENIED =
      Reply.of("550 5.7.60 SMTP; Client does not have permissions to send as this sender");
  private static final Reply SENDER_OK = Reply.of("250 2.1.0 Sender OK");
  private static final Reply RECIPIENT_OK = Reply.of("250 2.1.5 Recipient OK");
  private static final Reply NO_EXTERNAL =
      Reply.of("550 5.4.1 Recipient address rejected: Access denied");
  private static final Reply QUEUED = Reply.of("250 2.0.0 OK");
  private static final int SUBMISSION_PORT = 587;
  private static final ImmutableSet<TlsVersion> OLD =
      ImmutableSet.of(TlsVersion.TLS_1_0, TlsVersion.TLS_1_1);

  private final OnlineService service;
  private final Peer peer;
  private final OnlineHost.Entity entity;
  private final Logon logon;

  SubmissionReceiver(OnlineService service, Peer peer, OnlineHost.Entity entity) {
    this.service = service;
    this.peer = peer;
    this.entity = entity;
    this.logon = new Logon(service);
  }

  private boolean isLegacy() {
    return entity == OnlineHost.Entity.LEGACY;
  }

  private boolean isHighVolume() {
    return entity == OnlineHost.Entity.HIGH_VOLUME;
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

  /** Which of the ways to send a device uses; nothing of it is written down anywhere. */
  @Override
  public ImmutableList<Reason> why() {
    ImmutableList.Builder<Reason> why = ImmutableList.builder();
    if (entity == OnlineHost.Entity.MAILBOX) {
      why.add(Reason.of(SubmissionRule.MAILBOX_HOST, "host", entity.host()));
    }
    boolean device = service.strangers().isDevice(peer.system());
    return why.add(
            device
                ? Reason.of(
                    isHighVolume()
                        ? SubmissionRule.WAY_HIGH_VOLUME
                        : SubmissionRule.WAY_CLIENT_SUBMISSION,
                    "device",
                    peer.system(),
                    "host",
                    entity.host())
                : Reason.of(SubmissionRule.NOT_FOR_SERVERS, "host", entity.host()))
        .build();
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
    return ImmutableList.<String>builder()
        .addAll(MxReceiver.BEFORE_TLS)
        .add(session.secure() ? "AUTH LOGIN XOAUTH2" : "STARTTLS")
        .addAll(MxReceiver.AFTER_TLS)
        .build();
  }

  @Override
  public ServerTls tls() {
    return new ServerTls(
        ServerTls.StartTls.OFFERED,
        // TLS 1.0 and 1.1 complete the handshake and are refused inside it (errata 9)
        ImmutableSet.<TlsVersion>builder()
            .addAll(OLD)
            .addAll(service.settings().versions())
            .build(),
        Optional.of(ServiceCertificates.issuedAt(ServiceCertificates.SUBMISSION, peer.at())),
        Optional.empty(),
        ServerTls.ClientCertificate.IGNORED,
        Reason.of(SubmissionRule.ENTITY, "host", entity.host()));
  }

  /** AUTH is refused in clear like every mail command: it is not even listed there. */
  @Override
  public Optional<Verdict> refusesClear(Session session, Command command) {
    if (command instanceof Command.Auth) {
      return Optional.empty(); // it is not listed in clear, and is refused as what is not
    }
    boolean recent = !peer.at().isBefore(ServiceDates.STARTTLS_DEMANDED);
    if (peer.localPort() == SUBMISSION_PORT) {
      return Optional.of(
          recent
              ? new Verdict(
                  START_TLS, Reason.of(SubmissionRule.CLEAR_ON_587, "port", SUBMISSION_PORT))
              : new Verdict(
                  notAuthenticated(),
                  Reason.of(SubmissionRule.CLEAR_OLD, "port", SUBMISSION_PORT)));
    }
    if (!recent) {
      return Optional.of(
          new Verdict(
              notAuthenticated(), Reason.of(SubmissionRule.CLEAR_OLD, "port", peer.localPort())));
    }
    Reply reply =
        service.settings().submission().startTlsDemandedOn25() ? START_TLS : notAuthenticated();
    return Optional.of(
        new Verdict(reply, Reason.of(SubmissionRule.CLEAR_ON_25, "reply", reply.text())));
  }

  private Reply notAuthenticated() {
    return service.settings().wording().notAuthenticated(peer.at());
  }

  private static boolean usesOldTls(Session session) {
    return session.secured().map(Secured::version).filter(OLD::contains).isPresent();
  }

  private Optional<Verdict> refusesOldTls(Session session) {
    return usesOldTls(session) && !isLegacy()
        ? Optional.of(new Verdict(OLD_TLS, Reason.of(SubmissionRule.OLD_TLS)))
        : Optional.empty();
  }

  @Override
  public Verdict authenticate(Session session, Command.Auth auth) {
    Optional<Verdict> old = refusesOldTls(session);
    if (old.isPresent()) {
      return old.get();
    }
    return isHighVolume()
        ? logon.ofHighVolume(auth.user())
        : logon.ofMailbox(
            auth.user(), usesOldTls(session) ? Optional.of(OLD_TLS) : Optional.empty());
  }

  @Override
  public Verdict mail(Session session, Command.Mail mail) {
    Optional<Verdict> old = refusesOldTls(session);
    if (old.isPresent()) {
      return old.get();
    }
    Optional<EmailAddress> user = user(session);
    if (user.isEmpty()) {
      return new Verdict(notAuthenticated(), Reason.of(SubmissionRule.NOT_AUTHENTICATED));
    }
    return mail.sender().filter(user.get()::equals).isPresent()
        ? new Verdict(SENDER_OK, Reason.of(SubmissionRule.SENDER_ACCEPTED, "user", user.get()))
        : new Verdict(
            SEND_AS_DENIED,
            Reason.of(
                SubmissionRule.SEND_AS_DENIED,
                "user",
                user.get(),
                "sender",
                mail.sender().map(EmailAddress::toString).orElse("<>")));
  }

  private static Optional<EmailAddress> user(Session session) {
    return session
        .identity()
        .filter(Session.Identity.User.class::isInstance)
        .map(i -> ((Session.Identity.User) i).address());
  }

  @Override
  public Verdict recipient(Session session, Command.Mail mail, EmailAddress recipient) {
    if (!isHighVolume()) {
      return new Verdict(RECIPIENT_OK, Reason.of(SubmissionRule.ANY_RECIPIENT));
    }
    boolean external =
        user(session)
            .flatMap(u -> service.index().ofDomain(u.domain()))
            .filter(t -> service.index().accepts(t, recipient.domain()))
            .isEmpty();
    boolean refused = external && !service.settings().submission().externalHighVolume();
    return new Verdict(
        refused ? NO_EXTERNAL : RECIPIENT_OK,
        Reason.of(
            external ? SubmissionRule.HVE_EXTERNAL : SubmissionRule.HVE_INTERNAL,
            "recipient",
            recipient));
  }

  @Override
  public Verdict content(Session session, Command.Content content) {
    return new Verdict(QUEUED, Reason.of(SubmissionRule.TAKEN));
  }

  @Override
  public Optional<Reason> tlsDemand(Command.Mail mail, EmailAddress recipient) {
    return Optional.of(tls().why());
  }

  @Override
  public Taker taker(Session session, Command.Mail mail, EmailAddress recipient) {
    Optional<Tenant> tenant = user(session).flatMap(u -> service.index().ofDomain(u.domain()));
    return tenant.isEmpty()
        ? Taker.of(OnlineHost.SYSTEM, Optional.empty(), new Nowhere())
        : Taker.of(
            tenant.get().name().ascii(),
            Optional.empty(),
            service.node(tenant.get(), TenantNode.CameAs.ORIGINATING),
            new Acceptance(Acceptance.As.USER, ""));
  }
}
