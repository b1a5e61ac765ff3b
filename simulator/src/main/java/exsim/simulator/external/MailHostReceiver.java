package exsim.simulator.external;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import exsim.model.external.MailHost;
import exsim.model.external.MailSystem;
import exsim.model.mail.DomainName;
import exsim.model.mail.EmailAddress;
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

/** A host of a mail system, as one peer finds it. */
final class MailHostReceiver implements Receiver {
  private static final Reply TLS_FIRST = Reply.of("530 5.7.0 Must issue a STARTTLS command first");
  private static final Reply SENDER_OK = Reply.of("250 2.1.0 Ok");
  private static final Reply RECIPIENT_OK = Reply.of("250 2.1.5 Ok");
  private static final Reply QUEUED = Reply.of("250 2.0.0 Ok: queued");
  private static final Reply AUTHENTICATED = Reply.of("235 2.7.0 Authentication successful");

  private final MailSystem system;
  private final MailHost host;
  private final Peer peer;
  private final boolean smartHostRelays;
  private final MailSystemNode node;

  MailHostReceiver(
      MailSystem system, MailHost host, Peer peer, boolean smartHostRelays, MailSystemNode node) {
    this.system = system;
    this.host = host;
    this.peer = peer;
    this.smartHostRelays = smartHostRelays;
    this.node = node;
  }

  @Override
  public String system() {
    return system.name();
  }

  @Override
  public Reply banner() {
    return Reply.of("220 " + host.fqdn() + " ESMTP");
  }

  @Override
  public Stamp stamp() {
    return new Stamp(ReceivedForm.STANDARD, host.fqdn().ascii());
  }

  @Override
  public String helloText(Session session) {
    return host.fqdn().ascii();
  }

  @Override
  public ImmutableList<String> keywords(Session session) {
    ImmutableList.Builder<String> keywords = ImmutableList.builder();
    keywords.add("PIPELINING", "SIZE", "ENHANCEDSTATUSCODES", "8BITMIME", "DSN", "CHUNKING");
    if (!session.secure() && host.startTls() != MailHost.StartTls.ABSENT) {
      keywords.add("STARTTLS");
    }
    if (!host.auth().isEmpty()) {
      keywords.add("AUTH " + Joiner.on(' ').join(host.auth()));
    }
    if (session.secure() && system.requireTlsExtension()) {
      keywords.add("REQUIRETLS");
    }
    return keywords.build();
  }

  @Override
  public boolean bareLineFeeds() {
    return host.bareLineFeeds();
  }

  @Override
  public ServerTls tls() {
    ServerTls.StartTls startTls =
        switch (host.startTls()) {
          case OFFERED, BROKEN -> ServerTls.StartTls.OFFERED;
          case ABSENT -> ServerTls.StartTls.ABSENT;
          case UNAVAILABLE -> ServerTls.StartTls.UNAVAILABLE;
          case UNKNOWN_COMMAND -> ServerTls.StartTls.UNKNOWN_COMMAND;
        };
    ServerTls.ClientCertificate clientCertificate =
        switch (host.clientCertificate()) {
          case IGNORED -> ServerTls.ClientCertificate.IGNORED;
          case REQUESTED -> ServerTls.ClientCertificate.REQUESTED;
          case REQUIRED -> ServerTls.ClientCertificate.REQUIRED;
        };
    return new ServerTls(
        startTls,
        host.versions(),
        Optional.of(host.certificate()),
        host.startTls() == MailHost.StartTls.BROKEN
            ? Optional.of("the server breaks it off")
            : Optional.empty(),
        clientCertificate,
        Reason.of(
            startTls == ServerTls.StartTls.ABSENT
                ? ExternalRule.HOST_OFFERS_NONE
                : ExternalRule.HOST_OFFERS_TLS,
            "host",
            host.fqdn()));
  }

  @Override
  public Optional<Verdict> refusesClear(Session session, Command command) {
    return host.requireTls()
        ? Optional.of(verdict(TLS_FIRST, ExternalRule.HOST_REQUIRES_TLS))
        : Optional.empty();
  }

  @Override
  public Verdict authenticate(Session session, Command.Auth auth) {
    return verdict(AUTHENTICATED, ExternalRule.AUTHENTICATED);
  }

  @Override
  public Verdict mail(Session session, Command.Mail mail) {
    return verdict(SENDER_OK, ExternalRule.SENDER_ACCEPTED);
  }

  @Override
  public Verdict recipient(Session session, Command.Mail mail, EmailAddress recipient) {
    DomainName domain = recipient.domain();
    if (node.takes(domain)) {
      return new Verdict(
          RECIPIENT_OK,
          Reason.of(ExternalRule.RECIPIENT_ACCEPTED, "system", system.name(), "domain", domain));
    }
    if (session.identity().isPresent() || (peer.asSmartHost() && smartHostRelays)) {
      return new Verdict(
          RECIPIENT_OK, Reason.of(ExternalRule.RELAYS_AS_SMART_HOST, "system", system.name()));
    }
    return new Verdict(
        Reply.of("554 5.7.1 <" + recipient + ">: Relay access denied"),
        Reason.of(ExternalRule.NO_RELAY, "system", system.name(), "domain", domain));
  }

  @Override
  public Verdict content(Session session, Command.Content content) {
    return verdict(QUEUED, ExternalRule.TAKEN);
  }

  @Override
  public Optional<Reason> tlsDemand(Command.Mail mail, EmailAddress recipient) {
    return host.requireTls()
        ? Optional.of(Reason.of(ExternalRule.HOST_REQUIRES_TLS, "host", host.fqdn()))
        : Optional.empty();
  }

  @Override
  public Taker taker(Session session, Command.Mail mail, EmailAddress recipient) {
    return Taker.of(system.name(), Optional.empty(), node);
  }

  private Verdict verdict(Reply reply, ExternalRule rule) {
    return new Verdict(reply, Reason.of(rule, "host", host.fqdn()));
  }
}
