package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.mail.EmailAddress;
import exsim.model.onprem.ExchangeVersion;
import java.time.Duration;
import java.util.function.Function;

/** The properties of organization-wide objects that have a bearing on mail flow. */
final class OrganizationProperties {
  static final Property<String> NAME = Property.of("Name", ValueTypes.TEXT);

  static final Property<DomainPattern> DOMAIN_NAME =
      Property.of("DomainName", ValueTypes.DOMAIN_PATTERN).newOnly();
  static final Property<AcceptedDomain.Type> DOMAIN_TYPE =
      Property.of(
              "DomainType",
              ValueTypes.choice(
                  false,
                  ImmutableList.of(
                      AcceptedDomain.Type.AUTHORITATIVE,
                      AcceptedDomain.Type.EXTERNAL_RELAY,
                      AcceptedDomain.Type.INTERNAL_RELAY),
                  AcceptedDomain.Type::text,
                  OrganizationProperties::number))
          .byDefault("Authoritative");
  static final Property<Boolean> MATCH_SUB_DOMAINS =
      flag("MatchSubDomains", "False").since(ExchangeVersion.E2016).setOnly();
  static final Property<Boolean> DEFAULT =
      flag("Default", "False").asParameter("MakeDefault").setOnly();
  static final PropertyTable ACCEPTED_DOMAIN =
      PropertyTable.of(
          "AcceptedDomain", NAME, DOMAIN_NAME, DOMAIN_TYPE, MATCH_SUB_DOMAINS, DEFAULT);
  static final Property<Boolean> SENDING_FROM_DOMAIN_DISABLED =
      flag("SendingFromDomainDisabled", "False").setOnly();
  static final Property<Boolean> SENDING_TO_DOMAIN_DISABLED =
      flag("SendingToDomainDisabled", "False").setOnly();
  static final PropertyTable ONLINE_ACCEPTED_DOMAIN =
      PropertyTable.of(
          "OnlineAcceptedDomain",
          NAME.printedOnly(),
          DOMAIN_NAME,
          DOMAIN_TYPE,
          MATCH_SUB_DOMAINS,
          SENDING_FROM_DOMAIN_DISABLED,
          SENDING_TO_DOMAIN_DISABLED);

  static final Property<ImmutableList<DomainName>> TLS_SEND_DOMAIN_SECURE_LIST =
      Property.of("TLSSendDomainSecureList", ValueTypes.DOMAINS).byDefault("").setOnly();
  static final Property<ImmutableList<DomainName>> TLS_RECEIVE_DOMAIN_SECURE_LIST =
      Property.of("TLSReceiveDomainSecureList", ValueTypes.DOMAINS).byDefault("").setOnly();
  static final PropertyTable TRANSPORT_CONFIG =
      PropertyTable.of(
          "TransportConfig", TLS_SEND_DOMAIN_SECURE_LIST, TLS_RECEIVE_DOMAIN_SECURE_LIST);

  /** On for every tenant made after January 2020. */
  static final Property<Boolean> SMTP_CLIENT_AUTHENTICATION_DISABLED =
      flag("SmtpClientAuthenticationDisabled", "True").setOnly();

  static final Property<Boolean> ALLOW_LEGACY_TLS_CLIENTS =
      flag("AllowLegacyTLSClients", "False").setOnly();
  static final Property<Duration> MESSAGE_EXPIRATION =
      Property.of(
              "MessageExpiration",
              ValueType.scalar(
                  "a time span from 12 to 24 hours", false, Quantities::onlineExpiration))
          .setOnly();
  static final PropertyTable ONLINE_TRANSPORT_CONFIG =
      PropertyTable.of(
          "OnlineTransportConfig",
          SMTP_CLIENT_AUTHENTICATION_DISABLED,
          ALLOW_LEGACY_TLS_CLIENTS,
          MESSAGE_EXPIRATION);

  static final Property<Boolean> REJECT_DIRECT_SEND = flag("RejectDirectSend", "False").setOnly();
  static final Property<String> DEFAULT_AUTHENTICATION_POLICY =
      Property.of("DefaultAuthenticationPolicy", ValueTypes.TEXT).setOnly();
  static final PropertyTable ONLINE_ORGANIZATION_CONFIG =
      PropertyTable.of(
          "OnlineOrganizationConfig", REJECT_DIRECT_SEND, DEFAULT_AUTHENTICATION_POLICY);
  static final PropertyTable ORGANIZATION_CONFIG = PropertyTable.of("OrganizationConfig");

  /** Left out, the mailbox follows the tenant. */
  static final Property<Boolean> MAILBOX_SMTP_DISABLED =
      Property.of(
              "SmtpClientAuthenticationDisabled",
              ValueType.scalar(
                  "True, False or nothing", true, text -> ValueTypes.BOOLEAN.readDefault(text)))
          .setOnly();

  static final Property<EmailAddress> MAILBOX =
      Property.of("Identity", ValueType.scalar("an address", false, EmailAddress::parse))
          .printedOnly();
  static final PropertyTable ONLINE_CAS_MAILBOX =
      PropertyTable.of("OnlineCASMailbox", MAILBOX, MAILBOX_SMTP_DISABLED);

  static final Property<String> USER_AUTHENTICATION_POLICY =
      Property.of("AuthenticationPolicy", ValueTypes.TEXT).setOnly();
  static final PropertyTable USER = PropertyTable.of("User", MAILBOX, USER_AUTHENTICATION_POLICY);

  /** A policy allows what it names and nothing else. */
  static final Property<Boolean> ALLOW_BASIC_AUTH_SMTP = flag("AllowBasicAuthSmtp", "False");

  static final PropertyTable AUTHENTICATION_POLICY =
      PropertyTable.of("AuthenticationPolicy", NAME, ALLOW_BASIC_AUTH_SMTP);
  static final PropertyTable CAS_MAILBOX = PropertyTable.of("CASMailbox");

  static final PropertyTable REMOTE_DOMAIN = PropertyTable.of("RemoteDomain", NAME, DOMAIN_NAME);
  static final PropertyTable ONLINE_REMOTE_DOMAIN =
      PropertyTable.of("OnlineRemoteDomain", NAME, DOMAIN_NAME);

  static final Property<Boolean> HUB_SITE_ENABLED = flag("HubSiteEnabled", "False").setOnly();
  static final PropertyTable AD_SITE =
      PropertyTable.of("ADSite", NAME.printedOnly(), HUB_SITE_ENABLED);

  static final Property<String> THUMBPRINT =
      Property.of("Thumbprint", ValueTypes.TEXT).printedOnly();
  static final PropertyTable EXCHANGE_CERTIFICATE =
      PropertyTable.of("ExchangeCertificate", THUMBPRINT);

  static final PropertyTable EDGE_SUBSCRIPTION =
      PropertyTable.of("EdgeSubscription", NAME.printedOnly());

  static final PropertyTable EXCHANGE_SERVER = PropertyTable.of("ExchangeServer");

  static final PropertyTable QUEUE = PropertyTable.of("Queue");
  static final PropertyTable MESSAGE_TRACKING = PropertyTable.of("MessageTrackingLog");
  static final PropertyTable MESSAGE_TRACE = PropertyTable.of("MessageTraceV2");
  static final PropertyTable MESSAGE_TRACE_DETAIL = PropertyTable.of("MessageTraceDetailV2");

  private OrganizationProperties() {}

  private static int number(AcceptedDomain.Type type) {
    return switch (type) {
      case AUTHORITATIVE -> 0;
      case EXTERNAL_RELAY -> 1;
      case INTERNAL_RELAY -> 2;
    };
  }

  private static Property<Boolean> flag(String name, String byDefault) {
    return Property.of(name, ValueTypes.BOOLEAN).byDefault(byDefault);
  }

  /** One of several words that Exchange prints, kept as text. */
  static ValueType<String> words(String... words) {
    ImmutableList<String> all = ImmutableList.copyOf(words);
    return ValueTypes.choice(false, all, Function.identity(), all::indexOf);
  }
}
