package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableList;
import exsim.model.net.IpAddress;
import exsim.model.onprem.ExchangeVersion;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * The properties of a server's Transport service that have a bearing on mail flow. Exchange 2010
 * prints them with {@code Get-TransportServer}.
 */
final class TransportServiceProperties {
  static final Property<Duration> MESSAGE_RETRY_INTERVAL =
      span("MessageRetryInterval", "1.00:00:00", "00:05:00")
          .until(ExchangeVersion.E2010, "00:15:00");
  static final Property<Duration> MESSAGE_EXPIRATION_TIMEOUT =
      Property.of("MessageExpirationTimeout", ValueTypes.timeSpan("00:00:05", "90.00:00:00"))
          .byDefault("2.00:00:00")
          .setOnly();
  static final Property<Duration> DELAY_NOTIFICATION_TIMEOUT =
      span("DelayNotificationTimeout", "30.00:00:00", "04:00:00");
  static final Property<Integer> TRANSIENT_FAILURE_RETRY_COUNT =
      Property.of("TransientFailureRetryCount", ValueTypes.integer(0, 15)).byDefault("6").setOnly();
  static final Property<Duration> TRANSIENT_FAILURE_RETRY_INTERVAL =
      span("TransientFailureRetryInterval", "12:00:00", "00:05:00").onEdge("00:10:00");
  static final Property<Duration> OUTBOUND_CONNECTION_FAILURE_RETRY_INTERVAL =
      span("OutboundConnectionFailureRetryInterval", "20.00:00:00", "00:10:00").onEdge("00:30:00");
  static final Property<OptionalInt> MAX_PER_DOMAIN_OUTBOUND_CONNECTIONS =
      Property.of(
              "MaxPerDomainOutboundConnections", ValueTypes.numberOrUnlimited(1, Integer.MAX_VALUE))
          .byDefault("40")
          .until(ExchangeVersion.E2010, "20")
          .setOnly();
  static final Property<Boolean> EXTERNAL_DNS_ADAPTER_ENABLED =
      flag("ExternalDNSAdapterEnabled", "True");
  static final Property<ImmutableList<IpAddress>> EXTERNAL_DNS_SERVERS =
      servers("ExternalDNSServers");
  static final Property<Boolean> INTERNAL_DNS_ADAPTER_ENABLED =
      flag("InternalDNSAdapterEnabled", "True");
  static final Property<ImmutableList<IpAddress>> INTERNAL_DNS_SERVERS =
      servers("InternalDNSServers");
  static final Property<String> INTRA_ORG_CONNECTOR_PROTOCOL_LOGGING_LEVEL =
      Property.of(
              "IntraOrgConnectorProtocolLoggingLevel",
              OrganizationProperties.words("None", "Verbose"))
          .byDefault("None")
          .setOnly();
  static final Property<Boolean> USE_DOWNGRADED_EXCHANGE_SERVER_AUTH =
      flag("UseDowngradedExchangeServerAuth", "False");

  static final Property<String> INTERNAL_TRANSPORT_CERTIFICATE_THUMBPRINT =
      Property.of("InternalTransportCertificateThumbprint", ValueTypes.TEXT).printedOnly();

  static final PropertyTable TABLE =
      PropertyTable.of(
          "TransportService",
          MESSAGE_RETRY_INTERVAL,
          MESSAGE_EXPIRATION_TIMEOUT,
          DELAY_NOTIFICATION_TIMEOUT,
          TRANSIENT_FAILURE_RETRY_COUNT,
          TRANSIENT_FAILURE_RETRY_INTERVAL,
          OUTBOUND_CONNECTION_FAILURE_RETRY_INTERVAL,
          MAX_PER_DOMAIN_OUTBOUND_CONNECTIONS,
          EXTERNAL_DNS_ADAPTER_ENABLED,
          EXTERNAL_DNS_SERVERS,
          INTERNAL_DNS_ADAPTER_ENABLED,
          INTERNAL_DNS_SERVERS,
          INTRA_ORG_CONNECTOR_PROTOCOL_LOGGING_LEVEL,
          USE_DOWNGRADED_EXCHANGE_SERVER_AUTH,
          INTERNAL_TRANSPORT_CERTIFICATE_THUMBPRINT);

  private TransportServiceProperties() {}

  private static Property<Duration> span(String name, String max, String byDefault) {
    return Property.of(name, ValueTypes.timeSpan("00:00:01", max)).byDefault(byDefault).setOnly();
  }

  private static Property<ImmutableList<IpAddress>> servers(String name) {
    return Property.of(name, ValueTypes.IP_ADDRESSES).byDefault("").setOnly();
  }

  private static Property<Boolean> flag(String name, String byDefault) {
    return Property.of(name, ValueTypes.BOOLEAN).byDefault(byDefault).setOnly();
  }
}
