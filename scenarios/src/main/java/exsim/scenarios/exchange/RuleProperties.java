package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainPattern;
import exsim.model.mail.EmailAddress;

/** The properties of a transport rule that a message is judged by here. */
final class RuleProperties {
  static final Property<String> NAME = Property.of("Name", ValueTypes.TEXT);
  static final Property<String> STATE =
      Property.of("State", OrganizationProperties.words("Enabled", "Disabled"))
          .byDefault("Enabled")
          .printedOnly();

  /** {@code New-TransportRule} has it in place of State. */
  static final Property<Boolean> ENABLED = Property.of("Enabled", ValueTypes.BOOLEAN).newOnly();

  static final Property<String> MODE =
      Property.of("Mode", OrganizationProperties.words("Audit", "AuditAndNotify", "Enforce"))
          .byDefault("Enforce");
  static final Property<Integer> PRIORITY =
      Property.of("Priority", ValueTypes.integer(0, 100_000)).byDefault("0");
  static final Property<ImmutableList<EmailAddress>> FROM = addresses("From");
  static final Property<ImmutableList<EmailAddress>> SENT_TO = addresses("SentTo");
  static final Property<ImmutableList<DomainPattern>> SENDER_DOMAIN_IS = domains("SenderDomainIs");
  static final Property<ImmutableList<DomainPattern>> RECIPIENT_DOMAIN_IS =
      domains("RecipientDomainIs");
  static final Property<ImmutableList<DomainPattern>> EXCEPT_IF_RECIPIENT_DOMAIN_IS =
      domains("ExceptIfRecipientDomainIs");
  static final Property<String> EXCEPT_IF_HEADER_CONTAINS_MESSAGE_HEADER =
      Property.of("ExceptIfHeaderContainsMessageHeader", ValueTypes.TEXT);
  static final Property<ImmutableList<String>> EXCEPT_IF_HEADER_CONTAINS_WORDS =
      Property.of("ExceptIfHeaderContainsWords", ValueTypes.TEXTS).byDefault("");
  static final Property<String> SENT_TO_SCOPE =
      Property.of(
          "SentToScope",
          OrganizationProperties.words(
              "InOrganization", "NotInOrganization", "ExternalPartner", "ExternalNonPartner"));
  static final Property<String> ROUTE_MESSAGE_OUTBOUND_CONNECTOR =
      Property.of("RouteMessageOutboundConnector", ValueTypes.TEXT);
  static final Property<Boolean> ROUTE_MESSAGE_OUTBOUND_REQUIRE_TLS =
      Property.of("RouteMessageOutboundRequireTls", ValueTypes.BOOLEAN).byDefault("False");

  static final Property<Boolean> STOP_RULE_PROCESSING =
      Property.of("StopRuleProcessing", ValueTypes.BOOLEAN).byDefault("False");

  static final PropertyTable ONLINE =
      PropertyTable.of(
          "OnlineTransportRule",
          NAME,
          STATE,
          ENABLED,
          MODE,
          PRIORITY,
          FROM,
          SENT_TO,
          SENDER_DOMAIN_IS,
          RECIPIENT_DOMAIN_IS,
          EXCEPT_IF_RECIPIENT_DOMAIN_IS,
          EXCEPT_IF_HEADER_CONTAINS_MESSAGE_HEADER,
          EXCEPT_IF_HEADER_CONTAINS_WORDS,
          SENT_TO_SCOPE,
          ROUTE_MESSAGE_OUTBOUND_CONNECTOR,
          ROUTE_MESSAGE_OUTBOUND_REQUIRE_TLS,
          STOP_RULE_PROCESSING);

  /** On-premises a rule cannot route through a connector. */
  static final PropertyTable ON_PREMISES =
      PropertyTable.of(
          "TransportRule",
          NAME,
          STATE,
          ENABLED,
          MODE,
          PRIORITY,
          FROM,
          SENT_TO,
          SENDER_DOMAIN_IS,
          RECIPIENT_DOMAIN_IS,
          EXCEPT_IF_RECIPIENT_DOMAIN_IS,
          SENT_TO_SCOPE,
          ROUTE_MESSAGE_OUTBOUND_REQUIRE_TLS);

  private RuleProperties() {}

  private static Property<ImmutableList<EmailAddress>> addresses(String name) {
    return Property.of(name, ValueTypes.ADDRESSES).byDefault("");
  }

  private static Property<ImmutableList<DomainPattern>> domains(String name) {
    return Property.of(name, ValueTypes.DOMAIN_PATTERNS).byDefault("");
  }
}
