package exsim.simulator.onprem;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.mail.EmailAddress;
import exsim.model.net.IpAddress;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.SendConnector;
import exsim.model.tls.SendTlsPolicy;
import exsim.model.tls.SendTlsPolicy.PeerVerification;
import exsim.simulator.onprem.certificate.CertificateRule;
import exsim.simulator.onprem.certificate.CertificateSelection;
import exsim.simulator.route.Target;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.ClientEnd;
import exsim.simulator.smtp.ClientVoice;
import exsim.simulator.smtp.TlsClient;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.Verification;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** How an Exchange server talks to the next hop. */
final class ExchangeClient {
  private static final DomainName CLOUD = DomainName.parse("mail.protection.outlook.com");

  private final OrganizationView organization;
  private final ExchangeServer server;
  private final ServerService service;

  /** The end of one service of a server. */
  ExchangeClient(OrganizationView organization, ExchangeServer server, ServerService service) {
    this.organization = organization;
    this.server = server;
    this.service = service;
  }

  /**
   * The end of a Send connector that sends to a recipient domain.
   *
   * @param host the MX or smart host that it talks to
   */
  ClientEnd external(SendConnector connector, DomainName domain, String host, Instant now) {
    CertificateSelection certificates = new CertificateSelection(server);
    CertificateSelection.Picked certificate = certificates.forSending(connector, now);
    ImmutableList.Builder<Reason> certificateWhy = ImmutableList.builder();
    certificates.lostByEdgeSync(connector).ifPresent(certificateWhy::add);
    certificateWhy.add(certificate.because());
    certificate
        .fault()
        .filter(ExchangeVoice.NO_CREDENTIALS::equals)
        .ifPresent(
            fault ->
                certificateWhy.add(
                    Reason.of(
                        CertificateRule.CLIENT_NO_KEY_REPLY,
                        "reply",
                        organization.noCredentials(),
                        "connector",
                        connector.name())));
    boolean domainSecure = isDomainSecure(connector, domain);
    boolean mutual = domainSecure && service == ServerService.TRANSPORT;
    Optional<DomainName> smartHost = nameForBasicAuth(connector, host);
    Demand demand = mutual ? Demand.MUTUAL : demand(connector.tls().policy());
    Verification verification =
        mutual
            ? Verification.ofNames(ImmutableList.of(exact(domain)))
            : verification(connector.tls().policy(), domain);
    if (smartHost.isPresent() && !mutual && demand != Demand.DOMAIN) {
      demand = Demand.DOMAIN;
      verification = Verification.ofNames(ImmutableList.of(exact(smartHost.get())));
    }
    TlsClient tls =
        new TlsClient(
            demand,
            verification,
            ImmutableList.of(),
            organization.habit(),
            server.tls().sending().versions(),
            RecipientRule.sendingVersions(server),
            certificate.certificate(),
            certificate.fault(),
            organization.trustsOf(server));
    ImmutableList.Builder<Reason> why = ImmutableList.builder();
    source(connector)
        .ifPresent(
            a ->
                why.add(
                    Reason.of(
                        RecipientRule.SOURCE_ADDRESS,
                        "connector",
                        connector.name(),
                        "server",
                        server.name(),
                        "address",
                        a)));
    why.add(
        mutual
            ? Reason.of(
                RecipientRule.DOMAIN_SECURE, "domain", domain, "connector", connector.name())
            : Reason.of(
                RecipientRule.CONNECTOR_TLS,
                "connector",
                connector.name(),
                "setting",
                setting(connector.tls().policy())));
    if (domainSecure && !mutual) {
      why.add(
          Reason.of(
              ServiceRule.NO_DOMAIN_SECURITY, "connector", connector.name(), "domain", domain));
    }
    smartHost.ifPresent(
        h ->
            why.add(
                Reason.of(
                    RecipientRule.SMART_HOST_BASIC_AUTH,
                    "connector",
                    connector.name(),
                    "host",
                    h)));
    Optional<EmailAddress> user = userForBasicAuth(connector);
    user.ifPresent(
        u ->
            why.add(
                Reason.of(
                    RecipientRule.SMART_HOST_LOGON,
                    "connector",
                    connector.name(),
                    "host",
                    host,
                    "user",
                    u)));
    if (filtersCloudHeaders(connector)) {
      why.add(Reason.of(RecipientRule.CLOUD_HEADERS_FILTERED, "connector", connector.name()));
    }
    boolean bySmartHost = connector.routing() instanceof SendConnector.Routing.SmartHosts;
    return new ClientEnd(
        organization.organization().name(),
        connector.fqdn().orElse(server.fqdn()).ascii(),
        names(),
        source(connector).orElseGet(this::address),
        Optional.of(server.name()),
        Optional.of(service.text()),
        Optional.of(connector.name()),
        tls,
        new ClientEnd.Manner(
            !connector.options().forceHelo(),
            false,
            authentication(connector) == SendConnector.SmartHostAuth.EXCHANGE_SERVER
                ? ClientEnd.ExchangeAuth.BY_SEND_CONNECTOR
                : ClientEnd.ExchangeAuth.NONE,
            user,
            bySmartHost,
            headers(connector)),
        new ConnectorVoice(
            voice(), connector, organization.noCredentials(), organization.queueWording()),
        why.build(),
        certificateWhy.build());
  }

  private static ClientEnd.OrganizationHeaders headers(SendConnector connector) {
    if (authentication(connector) == SendConnector.SmartHostAuth.EXCHANGE_SERVER) {
      return ClientEnd.OrganizationHeaders.KEPT;
    }
    return connector.options().cloudServicesMail()
        ? ClientEnd.OrganizationHeaders.CROSS_PREMISES
        : ClientEnd.OrganizationHeaders.REMOVED;
  }

  /** A connector that names the cloud and does not keep what the cloud needs to know. */
  private static boolean filtersCloudHeaders(SendConnector connector) {
    return !connector.options().cloudServicesMail()
        && connector.tls().policy() instanceof SendTlsPolicy.Required required
        && required.verification() instanceof PeerVerification.DomainValidation named
        && named.tlsDomain().map(DomainPattern::domain).filter(CLOUD::equals).isPresent();
  }

  /** The invisible end between servers of the organization. */
  ClientEnd internal() {
    TlsClient tls =
        new TlsClient(
            Demand.ENCRYPTION,
            Verification.NONE,
            ImmutableList.of(),
            organization.habit(),
            server.tls().sending().versions(),
            RecipientRule.sendingVersions(server),
            Optional.empty(),
            Optional.empty(),
            server.tls().trusts());
    return new ClientEnd(
        organization.organization().name(),
        server.fqdn().ascii(),
        names(),
        address(),
        Optional.of(server.name()),
        Optional.of(service.text()),
        Optional.empty(),
        tls,
        new ClientEnd.Manner(
            true,
            false,
            ClientEnd.ExchangeAuth.INSIDE_ANONYMOUS_TLS,
            Optional.empty(),
            false,
            ClientEnd.OrganizationHeaders.KEPT),
        voice(),
        ImmutableList.of(Reason.of(RecipientRule.INTRA_ORGANIZATION)),
        ImmutableList.of());
  }

  private static SendConnector.SmartHostAuth authentication(SendConnector connector) {
    return connector.routing() instanceof SendConnector.Routing.SmartHosts smart
        ? smart.authentication()
        : SendConnector.SmartHostAuth.NONE;
  }

  /** The name that a smart host must prove before it is shown credentials (SC-026). */
  private static Optional<DomainName> nameForBasicAuth(SendConnector connector, String host) {
    boolean wanted =
        authentication(connector) == SendConnector.SmartHostAuth.BASIC_AUTH_REQUIRE_TLS
            && !IpAddress.isLiteral(host);
    return wanted ? Optional.of(DomainName.parse(host)) : Optional.empty();
  }

  /** Whom a smart host with Basic authentication is told (SC-027). */
  private static Optional<EmailAddress> userForBasicAuth(SendConnector connector) {
    if (!(connector.routing() instanceof SendConnector.Routing.SmartHosts smart)) {
      return Optional.empty();
    }
    return switch (smart.authentication()) {
      case BASIC_AUTH, BASIC_AUTH_REQUIRE_TLS -> smart.user();
      case NONE, EXCHANGE_SERVER, EXTERNAL_AUTHORITATIVE -> Optional.empty();
    };
  }

  private boolean isDomainSecure(SendConnector connector, DomainName domain) {
    return connector.tls().domainSecure()
        && connector.routing() instanceof SendConnector.Routing.Dns
        && !(connector.tls().policy() instanceof SendTlsPolicy.Ignore)
        && organization.organization().transportConfig().tlsSendDomainSecureList().contains(domain);
  }

  private static Demand demand(SendTlsPolicy policy) {
    if (policy instanceof SendTlsPolicy.Ignore) {
      return Demand.NEVER;
    }
    if (policy instanceof SendTlsPolicy.Required required) {
      PeerVerification verification = required.verification();
      if (verification instanceof PeerVerification.DomainValidation) {
        return Demand.DOMAIN;
      }
      return verification instanceof PeerVerification.CertificateValidation
          ? Demand.CERTIFICATE
          : Demand.ENCRYPTION;
    }
    return Demand.OPPORTUNISTIC;
  }

  private Verification verification(SendTlsPolicy policy, DomainName domain) {
    if (policy instanceof SendTlsPolicy.Required required) {
      PeerVerification verification = required.verification();
      if (verification instanceof PeerVerification.DomainValidation named) {
        Verification names =
            Verification.ofNames(ImmutableList.of(named.tlsDomain().orElse(exact(domain))));
        return named.tlsDomain().isPresent() && organization.tlsDomainWildcard()
            ? names.withWildcardOfName()
            : names;
      }
      if (verification instanceof PeerVerification.CertificateValidation) {
        return Verification.CHAIN;
      }
    }
    return Verification.NONE;
  }

  private static String setting(SendTlsPolicy policy) {
    if (policy instanceof SendTlsPolicy.Ignore) {
      return "IgnoreSTARTTLS True";
    }
    if (policy instanceof SendTlsPolicy.Required required) {
      PeerVerification verification = required.verification();
      if (verification instanceof PeerVerification.DomainValidation named) {
        return "RequireTLS True, TlsAuthLevel DomainValidation, TlsDomain "
            + named.tlsDomain().map(DomainPattern::toString).orElse("(the recipient's domain)");
      }
      return verification instanceof PeerVerification.CertificateValidation
          ? "RequireTLS True, TlsAuthLevel CertificateValidation"
          : "RequireTLS True";
    }
    return "IgnoreSTARTTLS False, RequireTLS False (the default)";
  }

  private static DomainPattern exact(DomainName domain) {
    return new DomainPattern(DomainPattern.Kind.EXACT, domain);
  }

  private ImmutableSet<String> names() {
    return ImmutableSet.of(
        organization.organization().name().toLowerCase(Locale.ROOT),
        server.name().toLowerCase(Locale.ROOT),
        server.fqdn().ascii());
  }

  /** The address that a connector chooses, where it may and the server has it. */
  private Optional<IpAddress> source(SendConnector connector) {
    return connector
        .options()
        .sourceAddress()
        .filter(a -> server.isEdge() && server.addresses().contains(a));
  }

  /** Why no connection comes up, whoever is connected to. */
  Optional<Target.Barred> barred(SendConnector connector, String host) {
    return connector
        .options()
        .sourceAddress()
        .filter(a -> server.isEdge() && !server.addresses().contains(a))
        .map(
            a ->
                new Target.Barred(
                    "source-address-unavailable",
                    voice().noConnection(ClientVoice.ConnectionFault.REFUSED, host),
                    Reason.of(
                        RecipientRule.SOURCE_ADDRESS_MISSING,
                        "connector",
                        connector.name(),
                        "server",
                        server.name(),
                        "address",
                        a)));
  }

  private IpAddress address() {
    return server.addresses().get(0);
  }

  private ExchangeVoice voice() {
    return server.version().atLeast(ExchangeVersion.E2016)
        ? ExchangeVoice.LATE
        : ExchangeVoice.EARLY;
  }
}
