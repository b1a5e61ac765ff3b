package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.net.IpRange;
import exsim.model.onprem.AuthMechanism;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.onprem.ReceiveConnector.Keyword;
import exsim.model.onprem.TransportService;
import exsim.scenarios.json.Located;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Decodes Receive connectors. */
public final class ReceiveConnectors {
  private ReceiveConnectors() {}

  /**
   * Decodes a Receive connector.
   *
   * @param object the connector as {@code Get-ReceiveConnector} prints it
   * @param server the server that it belongs to
   * @param findings takes what is wrong, and what is odd
   * @return empty when something is wrong
   */
  public static Optional<ReceiveConnector> decode(
      Located.Obj object, ServerFacts server, Findings findings) {
    Fields fields =
        Fields.of(ObjectKind.RECEIVE_CONNECTOR, object, OrganizationFacts.of(server), findings);
    ReceiveConnector connector =
        new ReceiveConnector(
            fields.name(ReceiveProperties.NAME).orElse(""),
            fields.get(ReceiveProperties.ENABLED),
            service(fields, server),
            fields.get(ReceiveProperties.BINDINGS),
            fields.get(ReceiveProperties.REMOTE_IP_RANGES),
            security(fields),
            fields.given(ReceiveProperties.FQDN),
            extensions(fields, server),
            limits(fields, server),
            rejections(fields),
            fields.get(ReceiveProperties.PROTOCOL_LOGGING_LEVEL).equals("Verbose"));
    fields.warn(Caution.RECEIVE);
    return fields.passes(ReceiveRefusal.OF_ONE) ? Optional.of(connector) : Optional.empty();
  }

  /** Left out, a connector on port 25 or 587 of a server with a Front End belongs to that. */
  private static TransportService service(Fields fields, ServerFacts server) {
    Optional<TransportService> given = fields.given(ReceiveProperties.TRANSPORT_ROLE);
    if (given.isPresent()) {
      return given.get();
    }
    if (!server.hasFrontEnd()) {
      return TransportService.HUB;
    }
    boolean hubPort =
        server.hasTransport()
            && fields.get(ReceiveProperties.BINDINGS).stream()
                .anyMatch(b -> b.port() == 2525 || b.port() == 465);
    return hubPort ? TransportService.HUB : TransportService.FRONT_END;
  }

  /** The transport service of a connector that is not decoded; faults are left to decoding. */
  static TransportService serviceOf(Located.Obj object, ServerFacts server) {
    Findings ignored = Findings.of("");
    return service(
        Fields.of(ObjectKind.RECEIVE_CONNECTOR, object, OrganizationFacts.of(server), ignored),
        server);
  }

  private static ReceiveConnector.Security security(Fields fields) {
    return new ReceiveConnector.Security(
        fields.get(ReceiveProperties.AUTH_MECHANISM),
        fields.get(ReceiveProperties.PERMISSION_GROUPS),
        fields.get(ReceiveProperties.REQUIRE_TLS),
        fields.get(ReceiveProperties.DOMAIN_SECURE_ENABLED),
        fields.get(ReceiveProperties.SUPPRESS_X_ANONYMOUS_TLS),
        fields.given(ReceiveProperties.TLS_CERTIFICATE_NAME),
        fields.get(ReceiveProperties.TLS_DOMAIN_CAPABILITIES));
  }

  private static ReceiveConnector.Extensions extensions(Fields fields, ServerFacts server) {
    return new ReceiveConnector.Extensions(
        fields.get(ReceiveProperties.SIZE_ENABLED),
        fields.get(ReceiveProperties.MAX_MESSAGE_SIZE),
        keywords(fields, server),
        fields.get(ReceiveProperties.ENABLE_AUTH_GSSAPI),
        fields.given(ReceiveProperties.BANNER),
        fields.get(ReceiveProperties.REQUIRE_EHLO_DOMAIN),
        fields.get(ReceiveProperties.MAX_RECIPIENTS_PER_MESSAGE));
  }

  private static ReceiveConnector.Limits limits(Fields fields, ServerFacts server) {
    return new ReceiveConnector.Limits(
        fields.get(ReceiveProperties.MAX_HOP_COUNT),
        fields.get(ReceiveProperties.MAX_LOCAL_HOP_COUNT),
        fields.get(ReceiveProperties.MAX_PROTOCOL_ERRORS),
        fields.get(ReceiveProperties.MAX_LOGON_FAILURES),
        fields.get(ReceiveProperties.TARPIT_INTERVAL),
        Optional.of(fields.get(ReceiveProperties.AUTH_TARPIT_INTERVAL))
            .filter(
                tarpit ->
                    ReceiveProperties.AUTH_TARPIT_INTERVAL.where().includes(server.version())),
        fields.get(ReceiveProperties.CONNECTION_INACTIVITY_TIMEOUT),
        messageRate(fields));
  }

  private static Optional<ReceiveConnector.MessageRate> messageRate(Fields fields) {
    OptionalInt limit = fields.get(ReceiveProperties.MESSAGE_RATE_LIMIT);
    String source = fields.get(ReceiveProperties.MESSAGE_RATE_SOURCE);
    boolean all = source.equals("All");
    boolean byUser = all || source.equals("User");
    boolean byAddress = all || source.equals("IPAddress");
    return limit.isPresent() && (byUser || byAddress)
        ? Optional.of(new ReceiveConnector.MessageRate(limit.getAsInt(), byUser, byAddress))
        : Optional.empty();
  }

  private static ReceiveConnector.Rejections rejections(Fields fields) {
    return new ReceiveConnector.Rejections(
        fields.get(ReceiveProperties.BARE_LINEFEED_REJECTION_ENABLED),
        fields.get(ReceiveProperties.REJECT_RESERVED_TOP_LEVEL_RECIPIENT_DOMAINS),
        fields.get(ReceiveProperties.REJECT_RESERVED_SECOND_LEVEL_RECIPIENT_DOMAINS),
        fields.get(ReceiveProperties.REJECT_SINGLE_LABEL_RECIPIENT_DOMAINS));
  }

  private static ImmutableSet<Keyword> keywords(Fields fields, ServerFacts server) {
    Map<Keyword, Property<Boolean>> switches = new EnumMap<>(Keyword.class);
    switches.put(Keyword.PIPELINING, ReceiveProperties.PIPELINING_ENABLED);
    switches.put(Keyword.DSN, ReceiveProperties.DELIVERY_STATUS_NOTIFICATION_ENABLED);
    switches.put(Keyword.ENHANCEDSTATUSCODES, ReceiveProperties.ENHANCED_STATUS_CODES_ENABLED);
    switches.put(Keyword.EIGHTBITMIME, ReceiveProperties.EIGHT_BIT_MIME_ENABLED);
    switches.put(Keyword.BINARYMIME, ReceiveProperties.BINARY_MIME_ENABLED);
    switches.put(Keyword.CHUNKING, ReceiveProperties.CHUNKING_ENABLED);
    // The property is older than the keyword: only Exchange 2019 and later were seen to offer it.
    if (server.version().atLeast(ExchangeVersion.E2019)) {
      switches.put(Keyword.SMTPUTF8, ReceiveProperties.SMTP_UTF8_ENABLED);
    }
    switches.put(Keyword.XLONGADDR, ReceiveProperties.LONG_ADDRESSES_ENABLED);
    switches.put(Keyword.XORAR, ReceiveProperties.ORAR_ENABLED);
    return switches.entrySet().stream()
        .filter(entry -> fields.get(entry.getValue()))
        .map(Map.Entry::getKey)
        .collect(ImmutableSet.toImmutableSet());
  }

  static boolean has(Fields fields, AuthMechanism flag) {
    return fields.get(ReceiveProperties.AUTH_MECHANISM).contains(flag);
  }

  static boolean isOutsideTransport(Fields fields) {
    ServerFacts server = fields.facts().servers().get(0);
    return server.isEdge() || service(fields, server) == TransportService.FRONT_END;
  }

  /** Whether it listens in the Transport service on the port of the Front End. */
  static boolean clashesWithFrontEnd(Fields fields) {
    return !isOutsideTransport(fields)
        && fields.facts().servers().get(0).hasFrontEnd()
        && fields.get(ReceiveProperties.ENABLED)
        && fields.get(ReceiveProperties.BINDINGS).stream().anyMatch(b -> b.port() == 25);
  }

  static boolean exchangeAuthenticationUnderAnotherName(Fields fields) {
    if (!has(fields, AuthMechanism.EXCHANGE_SERVER)) {
      return false;
    }
    return fields
        .given(ReceiveProperties.FQDN)
        .filter(fqdn -> fields.facts().servers().stream().noneMatch(s -> s.isNamed(fqdn)))
        .isPresent();
  }

  /**
   * Reports connectors of one server that are told apart by nothing.
   *
   * @param objects the server's connectors as documents
   * @param connectors the same, decoded, in the same order
   * @param findings takes the faults
   */
  public static void checkTogether(
      ImmutableList<Located.Obj> objects,
      ImmutableList<ReceiveConnector> connectors,
      Findings findings) {
    for (int later = 0; later < connectors.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        Optional<ReceiveRefusal> clash = clash(connectors.get(earlier), connectors.get(later));
        if (clash.isPresent()) {
          report(objects.get(later), connectors.get(earlier), clash.get(), findings);
        }
      }
    }
  }

  private static void report(
      Located.Obj object, ReceiveConnector other, ReceiveRefusal refusal, Findings findings) {
    findings
        .problems()
        .add(
            object
                .memberIgnoringCase(refusal.combination().property())
                .map(m -> m.value().spot())
                .orElse(object.spot()),
            refusal.id() + " " + refusal.sentence() + ": `" + other.name() + "`",
            refusal.help());
  }

  private static Optional<ReceiveRefusal> clash(ReceiveConnector one, ReceiveConnector other) {
    if (one.service() != other.service()
        || one.bindings().stream().noneMatch(other.bindings()::contains)) {
      return Optional.empty();
    }
    Optional<ReceiveRefusal> worst = Optional.empty();
    for (IpRange a : one.remoteRanges()) {
      for (IpRange b : other.remoteRanges()) {
        if (a.sameAs(b)) {
          return Optional.of(ReceiveRefusal.RANGES_IDENTICAL);
        }
        if (a.overlaps(b) && !a.contains(b) && !b.contains(a)) {
          worst = Optional.of(ReceiveRefusal.RANGES_OVERLAP);
        }
      }
    }
    return worst;
  }
}
