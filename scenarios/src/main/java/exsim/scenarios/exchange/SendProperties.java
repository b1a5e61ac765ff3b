package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.net.IpAddress;
import exsim.model.onprem.AddressSpace;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.SendConnector.ErrorPolicy;
import exsim.model.onprem.SendConnector.SmartHostAuth;
import exsim.model.onprem.TlsCertificateName;
import java.util.OptionalLong;

/** The properties of a Send connector that have a bearing on mail flow. */
final class SendProperties {
  static final Property<String> NAME = Property.of("Name", ValueTypes.TEXT);
  static final Property<ImmutableList<AddressSpace>> ADDRESS_SPACES =
      Property.of("AddressSpaces", ValueTypes.ADDRESS_SPACES).byDefault("");
  static final Property<Boolean> ENABLED = flag("Enabled", "True");
  static final Property<Boolean> IS_SCOPED_CONNECTOR = flag("IsScopedConnector", "False");
  static final Property<ImmutableList<String>> SOURCE_TRANSPORT_SERVERS =
      Property.of("SourceTransportServers", ValueTypes.TEXTS).byDefault("");

  /** Left out, it follows from whether there are smart hosts. */
  static final Property<Boolean> DNS_ROUTING_ENABLED =
      Property.of("DNSRoutingEnabled", ValueTypes.BOOLEAN);

  static final Property<ImmutableList<String>> SMART_HOSTS =
      Property.of("SmartHosts", ValueTypes.TEXTS.printedAs(SmartHosts::printed)).byDefault("");
  static final Property<Integer> PORT =
      Property.of("Port", ValueTypes.integer(0, 65535)).byDefault("25");
  static final Property<DomainName> FQDN = Property.of("Fqdn", ValueTypes.FQDN);
  static final Property<Boolean> IGNORE_STARTTLS = flag("IgnoreSTARTTLS", "False");
  static final Property<Boolean> REQUIRE_TLS = flag("RequireTLS", "False");
  static final Property<TlsAuthLevel> TLS_AUTH_LEVEL =
      Property.of("TlsAuthLevel", TlsAuthLevel.TYPE);
  static final Property<DomainPattern> TLS_DOMAIN =
      Property.of("TlsDomain", ValueTypes.DOMAIN_PATTERN);
  static final Property<TlsCertificateName> TLS_CERTIFICATE_NAME =
      Property.of("TlsCertificateName", ValueTypes.CERTIFICATE_NAME).since(ExchangeVersion.E2013);
  static final Property<Boolean> DOMAIN_SECURE_ENABLED = flag("DomainSecureEnabled", "False");
  static final Property<Boolean> FORCE_HELO = flag("ForceHELO", "False");
  static final Property<SmartHostAuth> SMART_HOST_AUTH_MECHANISM =
      Property.of(
              "SmartHostAuthMechanism",
              ValueTypes.choice(
                  false,
                  ImmutableList.copyOf(SmartHostAuth.values()),
                  SmartHostAuth::text,
                  SendProperties::bit))
          .byDefault("None");

  /** The user name of the credential. */
  static final Property<String> AUTHENTICATION_CREDENTIAL =
      Property.of("AuthenticationCredential", ValueTypes.CREDENTIAL).byDefault("");

  static final Property<Boolean> CLOUD_SERVICES_MAIL_ENABLED =
      flag("CloudServicesMailEnabled", "False").since(ExchangeVersion.E2013);
  static final Property<ImmutableSet<ErrorPolicy>> ERROR_POLICIES =
      Property.of(
              "ErrorPolicies",
              ValueTypes.flags(
                  "Default",
                  ImmutableList.copyOf(ErrorPolicy.values()),
                  ErrorPolicy::text,
                  policy -> 1 << policy.ordinal()))
          .byDefault("Default");
  static final Property<Boolean> FRONTEND_PROXY_ENABLED =
      flag("FrontendProxyEnabled", "False").since(ExchangeVersion.E2013);
  static final Property<OptionalLong> MAX_MESSAGE_SIZE =
      Property.of("MaxMessageSize", ValueTypes.sizeOrUnlimited(0, Integer.MAX_VALUE))
          .byDefault("35 MB")
          .until(ExchangeVersion.E2010, "10 MB");
  static final Property<IpAddress> SOURCE_IP_ADDRESS =
      Property.of("SourceIPAddress", ValueTypes.IP_ADDRESS).byDefault("0.0.0.0");
  static final Property<Boolean> USE_EXTERNAL_DNS_SERVERS_ENABLED =
      flag("UseExternalDNSServersEnabled", "False");
  static final Property<String> PROTOCOL_LOGGING_LEVEL =
      Property.of("ProtocolLoggingLevel", OrganizationProperties.words("None", "Verbose"))
          .byDefault("None");
  static final Property<String> LINKED_RECEIVE_CONNECTOR =
      Property.of("LinkedReceiveConnector", ValueTypes.TEXT).only2010();

  static final PropertyTable TABLE =
      PropertyTable.of(
          "SendConnector",
          NAME,
          ADDRESS_SPACES,
          ENABLED,
          IS_SCOPED_CONNECTOR,
          SOURCE_TRANSPORT_SERVERS,
          DNS_ROUTING_ENABLED,
          SMART_HOSTS,
          PORT,
          FQDN,
          IGNORE_STARTTLS,
          REQUIRE_TLS,
          TLS_AUTH_LEVEL,
          TLS_DOMAIN,
          TLS_CERTIFICATE_NAME,
          DOMAIN_SECURE_ENABLED,
          FORCE_HELO,
          SMART_HOST_AUTH_MECHANISM,
          AUTHENTICATION_CREDENTIAL,
          CLOUD_SERVICES_MAIL_ENABLED,
          ERROR_POLICIES,
          FRONTEND_PROXY_ENABLED,
          MAX_MESSAGE_SIZE,
          SOURCE_IP_ADDRESS,
          USE_EXTERNAL_DNS_SERVERS_ENABLED,
          PROTOCOL_LOGGING_LEVEL,
          LINKED_RECEIVE_CONNECTOR);

  private SendProperties() {}

  private static Property<Boolean> flag(String name, String byDefault) {
    return Property.of(name, ValueTypes.BOOLEAN).byDefault(byDefault);
  }

  /** Exchange numbers these as it numbers the flags of a Receive connector's AuthMechanism. */
  private static int bit(SmartHostAuth auth) {
    return switch (auth) {
      case NONE -> 0;
      case BASIC_AUTH -> 2;
      case BASIC_AUTH_REQUIRE_TLS -> 4;
      case EXCHANGE_SERVER -> 8;
      case EXTERNAL_AUTHORITATIVE -> 16;
    };
  }
}
