package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainPattern;
import exsim.model.net.IpRange;
import exsim.model.online.ConnectorType;
import exsim.model.online.InboundConnector.SenderDomain;
import exsim.model.online.OutboundConnector.DaneMode;

/** The properties of Exchange Online's connectors that have a bearing on mail flow. */
final class OnlineProperties {
  static final Property<String> NAME = Property.of("Name", ValueTypes.TEXT);
  static final Property<Boolean> ENABLED = flag("Enabled", "True");

  /** No page states the default; commands that leave it out make partner connectors. */
  static final Property<ConnectorType> CONNECTOR_TYPE =
      Property.of(
              "ConnectorType",
              ValueTypes.choice(
                  false,
                  ImmutableList.copyOf(ConnectorType.values()),
                  ConnectorType::text,
                  ConnectorType::ordinal))
          .byDefault("Partner");

  static final Property<Boolean> CLOUD_SERVICES_MAIL_ENABLED =
      flag("CloudServicesMailEnabled", "False");

  static final Property<ImmutableList<SenderDomain>> SENDER_DOMAINS =
      Property.of(
              "SenderDomains",
              ValueType.listOf("a list of domains", SenderDomains::parse)
                  .printedAs(SenderDomains::printed))
          .byDefault("");
  static final Property<ImmutableList<IpRange>> SENDER_IP_ADDRESSES =
      Property.of("SenderIPAddresses", ValueTypes.IP_RANGES).byDefault("");

  /** Sources disagree about the default. */
  static final Property<Boolean> REQUIRE_TLS = flag("RequireTls", "False");

  static final Property<DomainPattern> TLS_SENDER_CERTIFICATE_NAME =
      Property.of(
          "TlsSenderCertificateName",
          ValueType.scalar("a certificate name", true, SenderDomains::certificateName));
  static final Property<Boolean> RESTRICT_DOMAINS_TO_IP_ADDRESSES =
      flag("RestrictDomainsToIPAddresses", "False");
  static final Property<Boolean> RESTRICT_DOMAINS_TO_CERTIFICATE =
      flag("RestrictDomainsToCertificate", "False");
  static final Property<ImmutableList<DomainPattern>> ASSOCIATED_ACCEPTED_DOMAINS =
      Property.of("AssociatedAcceptedDomains", ValueTypes.DOMAIN_PATTERNS).byDefault("");
  static final Property<Boolean> TREAT_MESSAGES_AS_INTERNAL =
      flag("TreatMessagesAsInternal", "False");

  static final Property<Boolean> EF_SKIP_LAST_IP = flag("EFSkipLastIP", "False");
  static final Property<ImmutableList<IpRange>> EF_SKIP_IPS =
      Property.of("EFSkipIPs", ValueTypes.IP_RANGES).byDefault("");
  static final Property<ImmutableList<String>> EF_USERS =
      Property.of("EFUsers", ValueTypes.TEXTS).byDefault("");

  static final PropertyTable INBOUND =
      PropertyTable.of(
          "InboundConnector",
          NAME,
          ENABLED,
          CONNECTOR_TYPE,
          SENDER_DOMAINS,
          SENDER_IP_ADDRESSES,
          REQUIRE_TLS,
          TLS_SENDER_CERTIFICATE_NAME,
          RESTRICT_DOMAINS_TO_IP_ADDRESSES,
          RESTRICT_DOMAINS_TO_CERTIFICATE,
          ASSOCIATED_ACCEPTED_DOMAINS,
          CLOUD_SERVICES_MAIL_ENABLED,
          TREAT_MESSAGES_AS_INTERNAL,
          EF_SKIP_LAST_IP,
          EF_SKIP_IPS,
          EF_USERS);

  static final Property<ImmutableList<DomainPattern>> RECIPIENT_DOMAINS =
      Property.of("RecipientDomains", ValueTypes.DOMAIN_PATTERNS).byDefault("");
  static final Property<ImmutableList<String>> SMART_HOSTS =
      Property.of("SmartHosts", ValueTypes.TEXTS.printedAs(SmartHosts::printed)).byDefault("");

  /** Left out, it follows from whether there are smart hosts. */
  static final Property<Boolean> USE_MX_RECORD = Property.of("UseMXRecord", ValueTypes.BOOLEAN);

  static final Property<TlsAuthLevel> TLS_SETTINGS = Property.of("TlsSettings", TlsAuthLevel.TYPE);
  static final Property<DomainPattern> TLS_DOMAIN =
      Property.of("TlsDomain", ValueTypes.DOMAIN_PATTERN);
  static final Property<Boolean> ALL_ACCEPTED_DOMAINS = flag("AllAcceptedDomains", "False");
  static final Property<Boolean> ROUTE_ALL_MESSAGES_VIA_ON_PREMISES =
      flag("RouteAllMessagesViaOnPremises", "False");
  static final Property<Boolean> IS_TRANSPORT_RULE_SCOPED = flag("IsTransportRuleScoped", "False");
  static final Property<Boolean> SENDER_REWRITING_ENABLED = flag("SenderRewritingEnabled", "False");
  static final Property<Boolean> TEST_MODE = flag("TestMode", "False");

  /** Whether published MTA-STS policies are checked. */
  static final Property<Boolean> MTA_STS_MODE =
      Property.of(
              "MtaStsMode",
              ValueTypes.choice(
                  false,
                  ImmutableList.of(true, false),
                  mode -> mode ? "Opportunistic" : "None",
                  mode -> mode ? 0 : 1))
          .byDefault("Opportunistic");

  static final Property<DaneMode> SMTP_DANE_MODE =
      Property.of(
              "SmtpDaneMode",
              ValueTypes.choice(
                  false,
                  ImmutableList.copyOf(DaneMode.values()),
                  DaneMode::text,
                  DaneMode::ordinal))
          .byDefault("Opportunistic");

  static final PropertyTable OUTBOUND =
      PropertyTable.of(
          "OutboundConnector",
          NAME,
          ENABLED,
          CONNECTOR_TYPE,
          RECIPIENT_DOMAINS,
          SMART_HOSTS,
          USE_MX_RECORD,
          TLS_SETTINGS,
          TLS_DOMAIN,
          ALL_ACCEPTED_DOMAINS,
          ROUTE_ALL_MESSAGES_VIA_ON_PREMISES,
          IS_TRANSPORT_RULE_SCOPED,
          CLOUD_SERVICES_MAIL_ENABLED,
          SENDER_REWRITING_ENABLED,
          MTA_STS_MODE,
          SMTP_DANE_MODE,
          TEST_MODE);

  private OnlineProperties() {}

  private static Property<Boolean> flag(String name, String byDefault) {
    return Property.of(name, ValueTypes.BOOLEAN).byDefault(byDefault);
  }
}
