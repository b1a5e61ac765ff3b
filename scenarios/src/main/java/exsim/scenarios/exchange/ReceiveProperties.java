package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainName;
import exsim.model.net.Binding;
import exsim.model.net.IpRange;
import exsim.model.onprem.AuthMechanism;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.PermissionGroup;
import exsim.model.onprem.ReceiveConnector.SizeMode;
import exsim.model.onprem.TlsCertificateName;
import exsim.model.onprem.TlsDomainCapability;
import exsim.model.onprem.TransportService;
import java.time.Duration;
import java.util.OptionalInt;

/** The properties of a Receive connector that have a bearing on mail flow. */
final class ReceiveProperties {
  private static final ValueType<Duration> UP_TO_A_DAY =
      ValueTypes.timeSpan("00:00:01", "1.00:00:00");

  static final Property<String> NAME = Property.of("Name", ValueTypes.text(64));
  static final Property<ImmutableList<Binding>> BINDINGS =
      Property.of("Bindings", ValueTypes.BINDINGS).byDefault("");
  static final Property<ImmutableList<IpRange>> REMOTE_IP_RANGES =
      Property.of("RemoteIPRanges", ValueTypes.IP_RANGES).byDefault("");
  static final Property<ImmutableSet<AuthMechanism>> AUTH_MECHANISM =
      Property.of(
              "AuthMechanism",
              ValueTypes.flags(
                  "None",
                  ImmutableList.copyOf(AuthMechanism.values()),
                  AuthMechanism::text,
                  AuthMechanism::bit))
          .byDefault("Tls");
  static final Property<ImmutableSet<PermissionGroup>> PERMISSION_GROUPS =
      Property.of(
              "PermissionGroups",
              ValueTypes.flags(
                  "None",
                  ImmutableList.copyOf(PermissionGroup.values()),
                  PermissionGroup::text,
                  PermissionGroup::bit))
          .byDefault("None");

  /** Exchange 2010 has one service, and no word for it. */
  static final Property<TransportService> TRANSPORT_ROLE =
      Property.of(
              "TransportRole",
              ValueTypes.choice(
                  false,
                  ImmutableList.copyOf(TransportService.values()),
                  TransportService::text,
                  TransportService::value))
          .since(ExchangeVersion.E2013);

  static final Property<Boolean> ENABLED = flag("Enabled", "True");
  static final Property<DomainName> FQDN = Property.of("Fqdn", ValueTypes.FQDN);
  static final Property<String> BANNER = Property.of("Banner", ValueTypes.TEXT);
  static final Property<Boolean> REQUIRE_TLS = flag("RequireTLS", "False");
  static final Property<Boolean> DOMAIN_SECURE_ENABLED = flag("DomainSecureEnabled", "False");
  static final Property<TlsCertificateName> TLS_CERTIFICATE_NAME =
      Property.of("TlsCertificateName", ValueTypes.CERTIFICATE_NAME).since(ExchangeVersion.E2013);
  static final Property<ImmutableList<TlsDomainCapability>> TLS_DOMAIN_CAPABILITIES =
      Property.of("TlsDomainCapabilities", Capabilities.TYPE).byDefault("");
  static final Property<Boolean> SUPPRESS_X_ANONYMOUS_TLS = flag("SuppressXAnonymousTls", "False");
  static final Property<Boolean> ENABLE_AUTH_GSSAPI = flag("EnableAuthGSSAPI", "False");
  static final Property<Boolean> REQUIRE_EHLO_DOMAIN = flag("RequireEHLODomain", "False");
  static final Property<SizeMode> SIZE_ENABLED =
      Property.of(
              "SizeEnabled",
              ValueTypes.choice(
                  false, ImmutableList.copyOf(SizeMode.values()), SizeMode::text, SizeMode::value))
          .byDefault("Enabled");
  static final Property<Long> MAX_MESSAGE_SIZE =
      Property.of("MaxMessageSize", ValueTypes.size(65_536, Integer.MAX_VALUE)).byDefault("36 MB");
  static final Property<Boolean> PIPELINING_ENABLED = flag("PipeliningEnabled", "True");
  static final Property<Boolean> DELIVERY_STATUS_NOTIFICATION_ENABLED =
      flag("DeliveryStatusNotificationEnabled", "True");
  static final Property<Boolean> ENHANCED_STATUS_CODES_ENABLED =
      flag("EnhancedStatusCodesEnabled", "True");
  static final Property<Boolean> EIGHT_BIT_MIME_ENABLED = flag("EightBitMimeEnabled", "True");
  static final Property<Boolean> BINARY_MIME_ENABLED = flag("BinaryMimeEnabled", "True");
  static final Property<Boolean> CHUNKING_ENABLED = flag("ChunkingEnabled", "True");
  static final Property<Boolean> SMTP_UTF8_ENABLED =
      flag("SmtpUtf8Enabled", "True").since(ExchangeVersion.E2013).setOnly();
  static final Property<Boolean> LONG_ADDRESSES_ENABLED = flag("LongAddressesEnabled", "False");
  static final Property<Boolean> ORAR_ENABLED = flag("OrarEnabled", "False");
  static final Property<Integer> MAX_RECIPIENTS_PER_MESSAGE =
      Property.of("MaxRecipientsPerMessage", ValueTypes.integer(1, 512_000)).byDefault("200");
  static final Property<Duration> CONNECTION_TIMEOUT =
      Property.of("ConnectionTimeout", UP_TO_A_DAY).byDefault("00:10:00").onEdge("00:05:00");
  static final Property<Duration> CONNECTION_INACTIVITY_TIMEOUT =
      Property.of("ConnectionInactivityTimeout", UP_TO_A_DAY)
          .byDefault("00:05:00")
          .onEdge("00:01:00");

  /** The documented defaults, 30 and 8, are those of old: exports of later versions differ. */
  static final Property<Integer> MAX_HOP_COUNT =
      Property.of("MaxHopCount", ValueTypes.integer(1, 500))
          .byDefault("60")
          .until(ExchangeVersion.E2013, "30");

  static final Property<Integer> MAX_LOCAL_HOP_COUNT =
      Property.of("MaxLocalHopCount", ValueTypes.integer(0, 50))
          .byDefault("5")
          .until(ExchangeVersion.E2013, "8");
  static final Property<OptionalInt> MAX_PROTOCOL_ERRORS =
      Property.of("MaxProtocolErrors", ValueTypes.numberOrUnlimited(0, Integer.MAX_VALUE))
          .byDefault("5");
  static final Property<Integer> MAX_LOGON_FAILURES =
      Property.of("MaxLogonFailures", ValueTypes.integer(0, 10)).byDefault("3");
  static final Property<Duration> TARPIT_INTERVAL =
      Property.of("TarpitInterval", ValueTypes.TIME_SPAN).byDefault("00:00:05");
  static final Property<Duration> AUTH_TARPIT_INTERVAL =
      Property.of("AuthTarpitInterval", ValueTypes.TIME_SPAN)
          .byDefault("00:00:05")
          .since(ExchangeVersion.E2016);
  static final Property<Boolean> BARE_LINEFEED_REJECTION_ENABLED =
      flag("BareLinefeedRejectionEnabled", "False").setOnly();
  static final Property<Boolean> REJECT_RESERVED_TOP_LEVEL_RECIPIENT_DOMAINS =
      flag("RejectReservedTopLevelRecipientDomains", "False").since(ExchangeVersion.E2016);
  static final Property<Boolean> REJECT_RESERVED_SECOND_LEVEL_RECIPIENT_DOMAINS =
      flag("RejectReservedSecondLevelRecipientDomains", "False").since(ExchangeVersion.E2016);
  static final Property<Boolean> REJECT_SINGLE_LABEL_RECIPIENT_DOMAINS =
      flag("RejectSingleLabelRecipientDomains", "False").since(ExchangeVersion.E2016);

  static final Property<String> PROTOCOL_LOGGING_LEVEL =
      Property.of("ProtocolLoggingLevel", OrganizationProperties.words("None", "Verbose"))
          .byDefault("None");

  // Setup sets those that follow, and so that the other table need not be read they stand here.
  static final Property<OptionalInt> MESSAGE_RATE_LIMIT =
      Property.of("MessageRateLimit", ValueTypes.numberOrUnlimited(1, Integer.MAX_VALUE))
          .byDefault("Unlimited")
          .onEdge("600");
  static final Property<String> MESSAGE_RATE_SOURCE =
      Property.of(
              "MessageRateSource", OrganizationProperties.words("None", "IPAddress", "User", "All"))
          .byDefault("IPAddress");
  static final Property<OptionalInt> MAX_INBOUND_CONNECTION_PER_SOURCE =
      Property.of("MaxInboundConnectionPerSource", ValueTypes.numberOrUnlimited(1, 10_000))
          .byDefault("20")
          .withoutEffect();
  static final Property<Integer> MAX_INBOUND_CONNECTION_PERCENTAGE_PER_SOURCE =
      Property.of("MaxInboundConnectionPercentagePerSource", ValueTypes.integer(1, 100))
          .byDefault("2")
          .withoutEffect();
  static final Property<String> SERVER = Property.of("Server", ValueTypes.TEXT).newOnly();

  static final PropertyTable TABLE =
      PropertyTable.of(
          "ReceiveConnector",
          NAME,
          BINDINGS,
          REMOTE_IP_RANGES,
          AUTH_MECHANISM,
          PERMISSION_GROUPS,
          TRANSPORT_ROLE,
          ENABLED,
          FQDN,
          BANNER,
          REQUIRE_TLS,
          DOMAIN_SECURE_ENABLED,
          TLS_CERTIFICATE_NAME,
          TLS_DOMAIN_CAPABILITIES,
          SUPPRESS_X_ANONYMOUS_TLS,
          ENABLE_AUTH_GSSAPI,
          REQUIRE_EHLO_DOMAIN,
          SIZE_ENABLED,
          MAX_MESSAGE_SIZE,
          PIPELINING_ENABLED,
          DELIVERY_STATUS_NOTIFICATION_ENABLED,
          ENHANCED_STATUS_CODES_ENABLED,
          EIGHT_BIT_MIME_ENABLED,
          BINARY_MIME_ENABLED,
          CHUNKING_ENABLED,
          SMTP_UTF8_ENABLED,
          LONG_ADDRESSES_ENABLED,
          ORAR_ENABLED,
          MAX_RECIPIENTS_PER_MESSAGE,
          CONNECTION_TIMEOUT,
          CONNECTION_INACTIVITY_TIMEOUT,
          MAX_HOP_COUNT,
          MAX_LOCAL_HOP_COUNT,
          MAX_PROTOCOL_ERRORS,
          MAX_LOGON_FAILURES,
          TARPIT_INTERVAL,
          AUTH_TARPIT_INTERVAL,
          BARE_LINEFEED_REJECTION_ENABLED,
          REJECT_RESERVED_TOP_LEVEL_RECIPIENT_DOMAINS,
          REJECT_RESERVED_SECOND_LEVEL_RECIPIENT_DOMAINS,
          REJECT_SINGLE_LABEL_RECIPIENT_DOMAINS,
          PROTOCOL_LOGGING_LEVEL,
          MESSAGE_RATE_LIMIT,
          MESSAGE_RATE_SOURCE,
          MAX_INBOUND_CONNECTION_PER_SOURCE,
          MAX_INBOUND_CONNECTION_PERCENTAGE_PER_SOURCE,
          SERVER);

  private ReceiveProperties() {}

  private static Property<Boolean> flag(String name, String byDefault) {
    return Property.of(name, ValueTypes.BOOLEAN).byDefault(byDefault);
  }
}
