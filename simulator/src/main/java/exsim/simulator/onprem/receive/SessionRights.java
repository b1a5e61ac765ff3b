package exsim.simulator.onprem.receive;

import exsim.model.mail.DomainName;
import exsim.model.mail.EmailAddress;
import exsim.model.onprem.AuthMechanism;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.PermissionGroup;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.onprem.TlsDomainCapability;
import exsim.model.tls.Certificate;
import exsim.model.tls.CertificateStatus;
import exsim.simulator.onprem.OrganizationView;
import exsim.simulator.route.Acceptance;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Command;
import exsim.simulator.smtp.Reply;
import exsim.simulator.smtp.Secured;
import exsim.simulator.smtp.Session;
import exsim.simulator.smtp.Verdict;
import java.time.Instant;
import java.util.Optional;

/** What a session on a Receive connector may do, by its permission groups. */
final class SessionRights {
  private static final Reply OK = Reply.of("250 2.1.5 Recipient OK");
  private static final Reply NOT_AUTHENTICATED = Reply.of("530 5.7.1 Client was not authenticated");
  private static final Reply UNVALIDATED = Reply.of("454 4.7.5 Certificate validation failure");
  private static final Reply NO_RELAY_EARLY = Reply.of("550 5.7.1 Unable to relay");
  private static final Reply NOT_AUTHENTICATED_OTHERWISE =
      Reply.of(
          "530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM");
  private static final Reply NO_RELAY =
      Reply.of("550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain");

  private final OrganizationView organization;
  private final ExchangeServer server;
  private final ReceiveConnector connector;
  private final Instant now;

  SessionRights(
      OrganizationView organization,
      ExchangeServer server,
      ReceiveConnector connector,
      Instant now) {
    this.organization = organization;
    this.server = server;
    this.connector = connector;
    this.now = now;
  }

  /** Who a session is. */
  private enum Principal {
    ANONYMOUS("an anonymous sender", PermissionGroup.ANONYMOUS_USERS),
    USER("an authenticated user", PermissionGroup.EXCHANGE_USERS),
    SERVER("an Exchange server", PermissionGroup.EXCHANGE_SERVERS),
    EXTERNALLY_SECURED("an externally secured server", PermissionGroup.EXCHANGE_SERVERS),
    PARTNER("a Domain Security partner", PermissionGroup.PARTNERS);

    private final String text;
    private final PermissionGroup group;

    Principal(String text, PermissionGroup group) {
      this.text = text;
      this.group = group;
    }
  }

  private Principal principal(Session session, Optional<EmailAddress> sender) {
    if (connector.security().authMechanism().contains(AuthMechanism.EXTERNAL_AUTHORITATIVE)) {
      return Principal.EXTERNALLY_SECURED;
    }
    if (session.identity().isPresent()) {
      return session.identity().get() instanceof Session.Identity.Server
          ? Principal.SERVER
          : Principal.USER;
    }
    return isPartner(session, sender) ? Principal.PARTNER : Principal.ANONYMOUS;
  }

  /** Where anonymous senders may submit too, it makes no difference who a partner is. */
  private boolean isPartner(Session session, Optional<EmailAddress> sender) {
    return connector.security().domainSecure()
        && !has(PermissionGroup.ANONYMOUS_USERS)
        && sender
            .map(EmailAddress::domain)
            .filter(
                d ->
                    organization
                        .organization()
                        .transportConfig()
                        .tlsReceiveDomainSecureList()
                        .contains(d))
            .filter(d -> provesDomain(session, d))
            .isPresent();
  }

  private boolean has(PermissionGroup group) {
    return connector.security().permissionGroups().contains(group);
  }

  Verdict maySubmit(Session session, Command.Mail mail) {
    Optional<Verdict> distrusted = distrustedCloud(session);
    if (distrusted.isPresent()) {
      return distrusted.get();
    }
    Principal who = principal(session, mail.sender());
    if (!has(who.group)) {
      boolean otherwise =
          organization.wordsOfTheCloud() && server.version() != ExchangeVersion.E2010;
      return new Verdict(
          otherwise ? NOT_AUTHENTICATED_OTHERWISE : NOT_AUTHENTICATED,
          Reason.of(
              otherwise ? ReceiveRule.NOT_AUTHENTICATED_OTHERWISE : ReceiveRule.NOT_AUTHENTICATED,
              "who",
              who.text,
              "connector",
              connector.name()));
    }
    return new Verdict(Reply.of("250 2.1.0 Sender OK"), allowed(who, mail));
  }

  private Reason allowed(Principal who, Command.Mail mail) {
    return switch (who) {
      case ANONYMOUS -> Reason.of(ReceiveRule.ANONYMOUS_ALLOWED, "connector", connector.name());
      case PARTNER ->
          Reason.of(
              ReceiveRule.PARTNER_ALLOWED,
              "domain",
              mail.sender().orElseThrow().domain(),
              "connector",
              connector.name());
      case USER, SERVER, EXTERNALLY_SECURED ->
          Reason.of(ReceiveRule.IDENTITY_ALLOWED, "who", who.text, "connector", connector.name());
    };
  }

  /** As whom a session's messages are taken. */
  Acceptance acceptance(Session session, Optional<EmailAddress> sender) {
    Acceptance.As as =
        switch (principal(session, sender)) {
          case SERVER -> Acceptance.As.SERVER;
          case EXTERNALLY_SECURED -> Acceptance.As.EXTERNALLY_SECURED;
          case USER -> Acceptance.As.USER;
          case PARTNER -> Acceptance.As.PARTNER;
          case ANONYMOUS ->
              cloudCapability(session).isPresent()
                  ? Acceptance.As.OTHER_PREMISES
                  : Acceptance.As.STRANGER;
        };
    return new Acceptance(as, connector.name());
  }

  /** Whether it is a server of the organization that has proved itself. */
  boolean isServer(Session session) {
    return session.identity().filter(i -> i instanceof Session.Identity.Server).isPresent();
  }

  /** Whom the session authenticated as. */
  Optional<EmailAddress> user(Session session) {
    return session
        .identity()
        .filter(Session.Identity.User.class::isInstance)
        .map(i -> ((Session.Identity.User) i).address());
  }

  boolean bypassesSize(Session session) {
    Principal who = principal(session, Optional.empty());
    return who == Principal.SERVER || who == Principal.EXTERNALLY_SECURED;
  }

  boolean bypassesRecipientLimit(Session session) {
    return principal(session, Optional.empty()) == Principal.SERVER;
  }

  Verdict mayAddress(Session session, DomainName domain) {
    if (organization.acceptedDomain(domain).isPresent()) {
      return new Verdict(OK, Reason.of(ReceiveRule.ACCEPTED_DOMAIN, "domain", domain));
    }
    Principal who = principal(session, session.mail().flatMap(Command.Mail::sender));
    boolean relays =
        who == Principal.USER || who == Principal.SERVER || who == Principal.EXTERNALLY_SECURED;
    if (relays) {
      return new Verdict(
          OK, Reason.of(ReceiveRule.MAY_RELAY, "who", who.text, "connector", connector.name()));
    }
    Optional<TlsDomainCapability> cloud = cloudCapability(session);
    if (cloud.isPresent()) {
      return new Verdict(
          OK,
          Reason.of(
              ReceiveRule.CLOUD_MAY_RELAY,
              "peer",
              cloud.get().peer(),
              "connector",
              connector.name()));
    }
    return new Verdict(
        server.version().atLeast(ExchangeVersion.E2016) ? NO_RELAY : NO_RELAY_EARLY,
        Reason.of(ReceiveRule.NO_RELAY, "domain", domain, "who", who.text));
  }

  private Optional<TlsDomainCapability> cloudCapability(Session session) {
    Optional<Certificate> certificate = validClientCertificate(session);
    if (certificate.isEmpty()) {
      return Optional.empty();
    }
    return connector.security().tlsDomainCapabilities().stream()
        .filter(c -> c.peer().shows(certificate.get()))
        .filter(
            c ->
                c.capabilities().stream()
                    .anyMatch(
                        w ->
                            w.equalsIgnoreCase("AcceptCloudServicesMail")
                                || w.equalsIgnoreCase("AcceptOorgProtocol")))
        .findFirst();
  }

  /** A certificate that names a capability's domain must validate. */
  private Optional<Verdict> distrustedCloud(Session session) {
    Optional<Certificate> shown = session.secured().flatMap(Secured::clientCertificate);
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    CertificateStatus status = CertificateStatus.of(shown.get(), server.tls().trusts(), now);
    return connector.security().tlsDomainCapabilities().stream()
        .filter(c -> status == CertificateStatus.UNTRUSTED)
        .filter(c -> c.peer().shows(shown.get()))
        .findFirst()
        .map(
            c ->
                new Verdict(
                    UNVALIDATED,
                    Reason.of(
                        ReceiveRule.CLOUD_NOT_TRUSTED,
                        "connector",
                        connector.name(),
                        "peer",
                        c.peer(),
                        "status",
                        status.text())));
  }

  boolean provesDomain(Session session, DomainName domain) {
    return validClientCertificate(session).map(c -> c.proves(domain)).orElse(false);
  }

  private Optional<Certificate> validClientCertificate(Session session) {
    return session
        .secured()
        .flatMap(Secured::clientCertificate)
        .filter(
            c -> CertificateStatus.of(c, server.tls().trusts(), now) == CertificateStatus.VALID);
  }
}
