package exsim.scenarios.exchange;

import exsim.model.onprem.TransportSettings;
import exsim.scenarios.json.Located;
import java.util.Optional;

/**
 * The Transport service of a server.
 *
 * @param settings when it retries and whom it asks
 * @param downgradedExchangeAuth whether other servers may authenticate in clear
 * @param internalCertificate the name of the internal transport certificate; empty for setup's own,
 *     or for none
 * @param namesInternalCertificate whether the directory names one at all
 */
public record TransportServices(
    TransportSettings settings,
    boolean downgradedExchangeAuth,
    Optional<String> internalCertificate,
    boolean namesInternalCertificate) {
  /**
   * Decodes the settings of a Transport service.
   *
   * @param object the settings as {@code Get-TransportService} prints them, which may be none
   * @param server the server
   * @param findings takes what is wrong
   * @return the settings; defaults stand in for what is wrong
   */
  public static TransportServices decode(
      Located.Obj object, ServerFacts server, Findings findings) {
    Fields fields =
        Fields.of(ObjectKind.TRANSPORT_SERVICE, object, OrganizationFacts.of(server), findings);
    TransportSettings settings =
        new TransportSettings(
            retries(fields),
            fields.get(TransportServiceProperties.MESSAGE_EXPIRATION_TIMEOUT),
            fields.get(TransportServiceProperties.DELAY_NOTIFICATION_TIMEOUT),
            fields.get(TransportServiceProperties.MAX_PER_DOMAIN_OUTBOUND_CONNECTIONS),
            new TransportSettings.DnsServers(
                fields.get(TransportServiceProperties.EXTERNAL_DNS_ADAPTER_ENABLED),
                fields.get(TransportServiceProperties.EXTERNAL_DNS_SERVERS)),
            new TransportSettings.DnsServers(
                fields.get(TransportServiceProperties.INTERNAL_DNS_ADAPTER_ENABLED),
                fields.get(TransportServiceProperties.INTERNAL_DNS_SERVERS)),
            fields
                .get(TransportServiceProperties.INTRA_ORG_CONNECTOR_PROTOCOL_LOGGING_LEVEL)
                .equals("Verbose"));
    fields.warn(Caution.TRANSPORT_SERVICE);
    return new TransportServices(
        settings,
        fields.get(TransportServiceProperties.USE_DOWNGRADED_EXCHANGE_SERVER_AUTH),
        fields.given(TransportServiceProperties.INTERNAL_TRANSPORT_CERTIFICATE_THUMBPRINT),
        !EdgeSubscription.namesNone(object));
  }

  private static TransportSettings.Retries retries(Fields fields) {
    return new TransportSettings.Retries(
        fields.get(TransportServiceProperties.MESSAGE_RETRY_INTERVAL),
        fields.get(TransportServiceProperties.TRANSIENT_FAILURE_RETRY_COUNT),
        fields.get(TransportServiceProperties.TRANSIENT_FAILURE_RETRY_INTERVAL),
        fields.get(TransportServiceProperties.OUTBOUND_CONNECTION_FAILURE_RETRY_INTERVAL));
  }
}
