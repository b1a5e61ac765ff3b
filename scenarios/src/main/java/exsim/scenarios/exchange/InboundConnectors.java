package exsim.scenarios.exchange;

import exsim.model.online.InboundConnector;
import exsim.scenarios.json.Located;
import java.util.Optional;

/** Decodes inbound connectors. */
public final class InboundConnectors {
  private InboundConnectors() {}

  /**
   * Decodes an inbound connector.
   *
   * @param object the connector as {@code Get-InboundConnector} prints it
   * @param findings takes what is wrong, and what is odd
   * @return empty when something is wrong
   */
  public static Optional<InboundConnector> decode(Located.Obj object, Findings findings) {
    Fields fields =
        Fields.of(ObjectKind.INBOUND_CONNECTOR, object, OrganizationFacts.ONLINE, findings);
    InboundConnector connector =
        new InboundConnector(
            fields.name(OnlineProperties.NAME).orElse(""),
            fields.get(OnlineProperties.ENABLED),
            fields.get(OnlineProperties.CONNECTOR_TYPE),
            fields.get(OnlineProperties.SENDER_DOMAINS),
            fields.get(OnlineProperties.SENDER_IP_ADDRESSES),
            fields.given(OnlineProperties.TLS_SENDER_CERTIFICATE_NAME),
            restrictions(fields),
            new InboundConnector.EnhancedFiltering(
                fields.get(OnlineProperties.EF_SKIP_LAST_IP),
                fields.get(OnlineProperties.EF_SKIP_IPS),
                fields.get(OnlineProperties.EF_USERS)),
            new InboundConnector.Options(
                fields.get(OnlineProperties.CLOUD_SERVICES_MAIL_ENABLED),
                fields.get(OnlineProperties.TREAT_MESSAGES_AS_INTERNAL)));
    fields.warn(InboundCaution.OF_ONE_CONNECTOR);
    return fields.passes(OnlineRefusal.INBOUND) ? Optional.of(connector) : Optional.empty();
  }

  private static InboundConnector.Restrictions restrictions(Fields fields) {
    return new InboundConnector.Restrictions(
        fields.given(OnlineProperties.REQUIRE_TLS),
        fields.get(OnlineProperties.RESTRICT_DOMAINS_TO_IP_ADDRESSES),
        fields.get(OnlineProperties.RESTRICT_DOMAINS_TO_CERTIFICATE),
        fields.get(OnlineProperties.ASSOCIATED_ACCEPTED_DOMAINS));
  }
}
