package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.model.mail.EmailAddress;
import exsim.model.net.HostPort;
import exsim.model.onprem.AddressSpace;
import exsim.model.onprem.SendConnector;
import exsim.model.onprem.SendConnector.SmartHostAuth;
import exsim.model.tls.SendTlsPolicy;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import java.util.Optional;
import java.util.function.Predicate;

/** Decodes Send connectors. */
public final class SendConnectors {
  static final SmartHostAuth NO_AUTHENTICATION = SmartHostAuth.NONE;

  private SendConnectors() {}

  /**
   * Decodes a Send connector.
   *
   * @param object the connector as {@code Get-SendConnector} prints it
   * @param facts the organization's servers
   * @param findings takes what is wrong, and what is odd
   * @return empty when something is wrong
   */
  public static Optional<SendConnector> decode(
      Located.Obj object, OrganizationFacts facts, Findings findings) {
    Fields fields = Fields.of(ObjectKind.SEND_CONNECTOR, object, facts, findings);
    Optional<String> name = fields.name(SendProperties.NAME);
    ImmutableList<HostPort> hosts = smartHosts(fields);
    SendConnector.Scope scope = scope(fields);
    SendConnector.Tls tls =
        new SendConnector.Tls(
            policy(fields),
            fields.given(SendProperties.TLS_CERTIFICATE_NAME),
            fields.get(SendProperties.DOMAIN_SECURE_ENABLED));
    SendConnector connector =
        new SendConnector(
            name.orElse(""),
            fields.get(SendProperties.ENABLED),
            scope,
            routing(fields, hosts),
            tls,
            fields.given(SendProperties.FQDN),
            fields.get(SendProperties.MAX_MESSAGE_SIZE),
            options(fields));
    fields.warn(Caution.SEND);
    return fields.passes(SendRefusal.ALL) ? Optional.of(connector) : Optional.empty();
  }

  private static SendConnector.Scope scope(Fields fields) {
    ImmutableList<AddressSpace> spaces = fields.get(SendProperties.ADDRESS_SPACES);
    boolean scoped =
        fields.get(SendProperties.IS_SCOPED_CONNECTOR)
            || spaces.stream().anyMatch(AddressSpace::scoped);
    return new SendConnector.Scope(spaces, scoped, sourceServers(fields));
  }

  /** Left out, it is the server where the command ran: the first that has a Transport service. */
  static ImmutableList<String> sourceServers(Fields fields) {
    ImmutableList<String> given = fields.get(SendProperties.SOURCE_TRANSPORT_SERVERS);
    OrganizationFacts facts = fields.facts();
    if (given.isEmpty()) {
      return facts.servers().stream()
          .filter(s -> s.hasTransport() && (facts.edgeOnly() || !s.isEdge()))
          .limit(1)
          .map(ServerFacts::name)
          .collect(ImmutableList.toImmutableList());
    }
    ImmutableList.Builder<String> names = ImmutableList.builder();
    for (String server : given) {
      Optional<ServerFacts> found = facts.server(server);
      if (found.isPresent()) {
        names.add(found.get().name());
      } else {
        unknownServer(fields, server);
      }
    }
    return names.build();
  }

  private static void unknownServer(Fields fields, String server) {
    Iterable<String> names = fields.facts().servers().stream().map(ServerFacts::name).toList();
    fields.report(
        fields.spotOf(SendProperties.SOURCE_TRANSPORT_SERVERS.name()),
        "the organization has no server `" + server + "`",
        NearName.questionOrAll(server, names));
  }

  private static ImmutableList<HostPort> smartHosts(Fields fields) {
    ImmutableList<String> texts = fields.get(SendProperties.SMART_HOSTS);
    int port = Math.max(1, fields.get(SendProperties.PORT));
    try {
      return SmartHosts.parse(texts, port);
    } catch (InvalidValueException e) {
      fields.report(
          fields.spotOf(SendProperties.SMART_HOSTS.name()),
          "SmartHosts: " + e.getMessage(),
          "use a host name or an address in brackets");
      return ImmutableList.of();
    }
  }

  private static SendConnector.Routing routing(Fields fields, ImmutableList<HostPort> hosts) {
    int port = fields.get(SendProperties.PORT);
    return usesDns(fields)
        ? new SendConnector.Routing.Dns(port)
        : new SendConnector.Routing.SmartHosts(
            hosts, port, fields.get(SendProperties.SMART_HOST_AUTH_MECHANISM), user(fields));
  }

  /** An account of another form than an address belongs to nobody that a scenario knows. */
  private static Optional<EmailAddress> user(Fields fields) {
    try {
      return Optional.of(EmailAddress.parse(fields.get(SendProperties.AUTHENTICATION_CREDENTIAL)));
    } catch (InvalidValueException e) {
      return Optional.empty();
    }
  }

  private static SendTlsPolicy policy(Fields fields) {
    if (fields.get(SendProperties.REQUIRE_TLS)) {
      return TlsAuthLevel.required(
          fields.given(SendProperties.TLS_AUTH_LEVEL), fields.given(SendProperties.TLS_DOMAIN));
    }
    return fields.get(SendProperties.IGNORE_STARTTLS)
        ? new SendTlsPolicy.Ignore()
        : new SendTlsPolicy.Opportunistic();
  }

  private static SendConnector.Options options(Fields fields) {
    return new SendConnector.Options(
        fields.get(SendProperties.FORCE_HELO),
        fields.get(SendProperties.CLOUD_SERVICES_MAIL_ENABLED),
        fields.get(SendProperties.FRONTEND_PROXY_ENABLED),
        fields.get(SendProperties.USE_EXTERNAL_DNS_SERVERS_ENABLED),
        fields.get(SendProperties.ERROR_POLICIES),
        fields.given(SendProperties.LINKED_RECEIVE_CONNECTOR),
        fields.given(SendProperties.SOURCE_IP_ADDRESS).filter(a -> !a.isUnspecified()),
        fields.get(SendProperties.PROTOCOL_LOGGING_LEVEL).equals("Verbose"));
  }

  /** Whether MX records decide; left out, they do unless there are smart hosts. */
  static boolean usesDns(Fields fields) {
    return fields
        .given(SendProperties.DNS_ROUTING_ENABLED)
        .orElseGet(() -> fields.get(SendProperties.SMART_HOSTS).isEmpty());
  }

  /**
   * The connector with DNSRoutingEnabled written out, as every connector has it that a cmdlet finds
   * or makes.
   */
  public static Located.Obj withRouting(Located.Obj connector, Spot spot) {
    if (connector.memberIgnoringCase(SendProperties.DNS_ROUTING_ENABLED.name()).isPresent()) {
      return connector;
    }
    boolean hosts =
        connector
            .memberIgnoringCase(SendProperties.SMART_HOSTS.name())
            .filter(m -> !Printed.items(m.value()).isEmpty())
            .isPresent();
    return connector.with(
        SendProperties.DNS_ROUTING_ENABLED.name(), new Located.Bool(spot, !hosts));
  }

  static boolean anySpace(Fields fields, Predicate<AddressSpace> predicate) {
    return fields.get(SendProperties.ADDRESS_SPACES).stream().anyMatch(predicate);
  }

  /** Whether every source server is an Edge server. */
  static boolean fromEdge(Fields fields) {
    ImmutableList<String> sources = fields.get(SendProperties.SOURCE_TRANSPORT_SERVERS);
    return fields.facts().edgeOnly()
        || (!sources.isEmpty()
            && sources.stream()
                .allMatch(s -> fields.facts().server(s).filter(ServerFacts::isEdge).isPresent()));
  }

  /** Whether an Edge subscription made it, as its name tells. */
  static boolean fromEdgeSync(Fields fields) {
    return fields.given(SendProperties.NAME).orElse("").startsWith("EdgeSync - ");
  }

  static boolean hasWildcard(AddressSpace space) {
    return space.isSmtp() && space.space().startsWith("*");
  }

  static boolean sourceAddressOffEdge(Fields fields) {
    return fields
            .given(SendProperties.SOURCE_IP_ADDRESS)
            .filter(address -> !address.isUnspecified())
            .isPresent()
        && !fromEdge(fields);
  }

  static boolean longCertificateNameOnEdge(Fields fields) {
    return fields
            .given(SendProperties.TLS_CERTIFICATE_NAME)
            .filter(name -> name.toString().length() > 256)
            .isPresent()
        && fromEdge(fields);
  }

  static boolean basicWithoutCredential(Fields fields) {
    SmartHostAuth auth = fields.get(SendProperties.SMART_HOST_AUTH_MECHANISM);
    return (auth == SmartHostAuth.BASIC_AUTH || auth == SmartHostAuth.BASIC_AUTH_REQUIRE_TLS)
        && fields.get(SendProperties.AUTHENTICATION_CREDENTIAL).isEmpty();
  }

  static boolean linkedIncomplete(Fields fields) {
    return fields.given(SendProperties.LINKED_RECEIVE_CONNECTOR).isPresent()
        && (usesDns(fields)
            || fields.get(SendProperties.MAX_MESSAGE_SIZE).isPresent()
            || fields.get(SendProperties.SMART_HOST_AUTH_MECHANISM) == NO_AUTHENTICATION
            || !fields.get(SendProperties.ADDRESS_SPACES).isEmpty());
  }
}
