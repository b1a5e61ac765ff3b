package exsim.simulator.onprem;

import com.google.common.collect.ImmutableList;
import exsim.model.onprem.SendConnector;
import exsim.model.onprem.SendConnector.ErrorPolicy;
import exsim.model.tls.Certificate;
import exsim.simulator.onprem.queue.QueueRule;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.ClientVoice;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsFacts.Proof;
import java.util.Optional;

/**
 * An Exchange server's voice on a Send connector, whose ErrorPolicies judge replies.
 *
 * @param voice the server's voice
 * @param connector the connector
 * @param noCredentials what a queue says where the connector's certificate has no key
 * @param wording what stands around the last error
 */
record ConnectorVoice(
    ExchangeVoice voice, SendConnector connector, String noCredentials, QueueWording wording)
    implements ClientVoice {
  @Override
  public Recorded recorded(String reply, String endpoint) {
    return wording.around(reply, queueError(reply), endpoint);
  }

  @Override
  public Optional<Ruling> ruling(String reply) {
    Optional<Ruling> downgraded =
        ruling(
            ErrorPolicy.DOWNGRADE_CUSTOM_FAILURES,
            CustomResponse.DOWNGRADED,
            reply,
            false,
            QueueRule.DOWNGRADED);
    return downgraded.isPresent()
        ? downgraded
        : ruling(
            ErrorPolicy.UPGRADE_CUSTOM_FAILURES,
            CustomResponse.UPGRADED,
            reply,
            true,
            QueueRule.UPGRADED);
  }

  private Optional<Ruling> ruling(
      ErrorPolicy policy,
      ImmutableList<CustomResponse> list,
      String reply,
      boolean forGood,
      QueueRule rule) {
    return connector.options().errorPolicies().contains(policy)
        ? CustomResponse.covering(list, reply)
            .map(
                r ->
                    new Ruling(
                        forGood,
                        Reason.of(rule, "connector", connector.name(), "entry", r.entry())))
        : Optional.empty();
  }

  @Override
  public String startTlsMissing(Demand demand) {
    return voice.startTlsMissing(demand);
  }

  @Override
  public String handshakeFailed(Demand demand, String failure) {
    return failure.equals(ExchangeVoice.NO_CREDENTIALS)
        ? noCredentials
        : voice.handshakeFailed(demand, failure);
  }

  @Override
  public String proofFailed(
      Demand demand, Proof proof, String demanded, Optional<Certificate> presented) {
    return voice.proofFailed(demand, proof, demanded, presented);
  }

  @Override
  public String noConnection(ConnectionFault fault, String host) {
    return voice.noConnection(fault, host);
  }

  @Override
  public String connectionLost(String host) {
    return voice.connectionLost(host);
  }

  @Override
  public String queueError(String reply) {
    return voice.queueError(reply);
  }
}
