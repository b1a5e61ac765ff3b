package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.model.net.HostPort;
import exsim.model.online.OutboundConnector;
import exsim.model.tls.SendTlsPolicy;
import exsim.scenarios.json.Located;
import java.util.Optional;

/** Decodes outbound connectors. */
public final class OutboundConnectors {
  private static final int SMTP_PORT = 25;

  private OutboundConnectors() {}

  /**
   * Decodes an outbound connector.
   *
   * @param object the connector as {@code Get-OutboundConnector} prints it
   * @param findings takes what is wrong, and what is odd
   * @return empty when something is wrong
   */
  public static Optional<OutboundConnector> decode(Located.Obj object, Findings findings) {
    Fields fields =
        Fields.of(ObjectKind.OUTBOUND_CONNECTOR, object, OrganizationFacts.ONLINE, findings);
    OutboundConnector connector =
        new OutboundConnector(
            fields.name(OnlineProperties.NAME).orElse(""),
            fields.get(OnlineProperties.ENABLED),
            fields.get(OnlineProperties.CONNECTOR_TYPE),
            fields.get(OnlineProperties.RECIPIENT_DOMAINS),
            smartHosts(fields),
            policy(fields),
            new OutboundConnector.Scope(
                fields.get(OnlineProperties.ALL_ACCEPTED_DOMAINS),
                fields.get(OnlineProperties.ROUTE_ALL_MESSAGES_VIA_ON_PREMISES),
                fields.get(OnlineProperties.IS_TRANSPORT_RULE_SCOPED)),
            new OutboundConnector.Options(
                fields.get(OnlineProperties.CLOUD_SERVICES_MAIL_ENABLED),
                fields.get(OnlineProperties.MTA_STS_MODE),
                fields.get(OnlineProperties.SMTP_DANE_MODE)));
    fields.warn(Caution.OUTBOUND);
    return fields.passes(OnlineRefusal.OUTBOUND) ? Optional.of(connector) : Optional.empty();
  }

  /** Whether MX records decide; left out, they do unless there are smart hosts. */
  static boolean usesMx(Fields fields) {
    return fields
        .given(OnlineProperties.USE_MX_RECORD)
        .orElseGet(() -> fields.get(OnlineProperties.SMART_HOSTS).isEmpty());
  }

  private static ImmutableList<HostPort> smartHosts(Fields fields) {
    try {
      ImmutableList<HostPort> hosts =
          SmartHosts.parse(fields.get(OnlineProperties.SMART_HOSTS), SMTP_PORT);
      return usesMx(fields) ? ImmutableList.of() : hosts;
    } catch (InvalidValueException e) {
      fields.report(
          fields.spotOf(OnlineProperties.SMART_HOSTS.name()),
          "SmartHosts: " + e.getMessage(),
          "use a host name or an address");
      return ImmutableList.of();
    }
  }

  private static SendTlsPolicy policy(Fields fields) {
    Optional<TlsAuthLevel> level = fields.given(OnlineProperties.TLS_SETTINGS);
    return level.isEmpty()
        ? new SendTlsPolicy.Opportunistic()
        : TlsAuthLevel.required(level, fields.given(OnlineProperties.TLS_DOMAIN));
  }
}
