package exsim.simulator.onprem.certificate;

import exsim.model.onprem.AuthMechanism;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ReceiveConnector;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.ServerTls;
import java.time.Instant;

/** What a Receive connector brings to a handshake: by STARTTLS, and by X-ANONYMOUSTLS. */
public final class ConnectorTls {
  private final ReceiveConnector connector;
  private final ExchangeServer server;
  private final Instant now;
  private final CertificateSelection certificates;

  public ConnectorTls(ReceiveConnector connector, ExchangeServer server, Instant now) {
    this.connector = connector;
    this.server = server;
    this.now = now;
    this.certificates = new CertificateSelection(server);
  }

  /** By STARTTLS. */
  public ServerTls tls() {
    if (!has(AuthMechanism.TLS)) {
      return serverTls(
          CertificateSelection.Picked.none(
              Reason.of(
                  CertificateRule.NO_TLS_FLAG,
                  "connector",
                  connector.name(),
                  "label",
                  AuthMechanism.TLS.consoleText())));
    }
    return serverTls(certificates.forReceiving(connector, now));
  }

  /** By X-ANONYMOUSTLS. */
  public ServerTls anonymousTls() {
    CertificateSelection.Picked picked =
        !has(AuthMechanism.EXCHANGE_SERVER)
            ? hidden(CertificateRule.NO_EXCHANGE_SERVER_FLAG)
            : connector.security().suppressXAnonymousTls()
                ? hidden(CertificateRule.SUPPRESSED)
                : certificates.forServers(now);
    return serverTls(picked, ServerTls.ClientCertificate.IGNORED);
  }

  private CertificateSelection.Picked hidden(CertificateRule rule) {
    return CertificateSelection.Picked.none(Reason.of(rule, "connector", connector.name()));
  }

  private ServerTls serverTls(CertificateSelection.Picked picked) {
    return serverTls(picked, ServerTls.ClientCertificate.REQUESTED);
  }

  private ServerTls serverTls(
      CertificateSelection.Picked picked, ServerTls.ClientCertificate clientCertificate) {
    return new ServerTls(
        picked.certificate().isPresent() ? ServerTls.StartTls.OFFERED : ServerTls.StartTls.ABSENT,
        server.tls().receiving().versions(),
        picked.certificate(),
        picked.fault(),
        clientCertificate,
        picked.because());
  }

  private boolean has(AuthMechanism mechanism) {
    return connector.security().authMechanism().contains(mechanism);
  }
}
