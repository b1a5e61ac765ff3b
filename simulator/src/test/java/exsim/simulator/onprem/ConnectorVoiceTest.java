package exsim.simulator.onprem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableSet;
import exsim.model.onprem.SendConnector;
import exsim.model.onprem.SendConnector.ErrorPolicy;
import exsim.simulator.onprem.queue.QueueRule;
import exsim.simulator.smtp.ClientVoice;
import exsim.simulator.smtp.ClientVoice.ConnectionFault;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsFacts.Proof;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectorVoiceTest {
  private static ClientVoice voice(ErrorPolicy... policies) {
    SendConnector plain = Made.send("Internet", "*", "EX19");
    SendConnector.Options none = SendConnector.Options.NONE;
    return new ConnectorVoice(
        ExchangeVoice.LATE,
        new SendConnector(
            plain.name(),
            plain.enabled(),
            plain.scope(),
            plain.routing(),
            plain.tls(),
            plain.fqdn(),
            plain.maxMessageSize(),
            new SendConnector.Options(
                none.forceHelo(),
                none.cloudServicesMail(),
                none.frontendProxy(),
                none.externalDns(),
                ImmutableSet.copyOf(policies),
                none.linkedReceiveConnector(),
                none.sourceAddress(),
                none.protocolLogging())),
        "421 4.4.1 Connection timed out",
        QueueWording.FAILOVER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "550 5.7.1 Unable to relay | for now",
        "550 5.7.1 | for now",
        "535 5.7.3 | as it says",
        "550 5.4.1 Recipient address rejected | for now",
        "535 5.7.3 Authentication unsuccessful [AM0.example] | for now",
        "530 5.7.1 Client was not authenticated | for now",
        "530 5.7.1 Something else | as it says",
        "550 5.1.1 User unknown | as it says",
        "550 5.7.10 Another code | as it says",
        "421 4.7.1 [TS03] All messages from 192.0.2.1 will be permanently deferred | for good",
        "421 4.7.1 Try again later | as it says",
        "421 | as it says"
      })
  void the_lists_decide(String reply, String expected) {
    ClientVoice voice =
        voice(ErrorPolicy.DOWNGRADE_CUSTOM_FAILURES, ErrorPolicy.UPGRADE_CUSTOM_FAILURES);

    assertEquals(
        expected,
        voice.ruling(reply).map(r -> r.forGood() ? "for good" : "for now").orElse("as it says"));
  }

  @Test
  void each_list_belongs_to_its_policy() {
    String permanent = "550 5.7.1 Unable to relay";

    assertEquals(Optional.empty(), voice(ErrorPolicy.UPGRADE_CUSTOM_FAILURES).ruling(permanent));
    assertEquals(Optional.empty(), voice().ruling(permanent));
    assertEquals(
        Optional.of(QueueRule.DOWNGRADED),
        voice(ErrorPolicy.DOWNGRADE_CUSTOM_FAILURES)
            .ruling(permanent)
            .map(r -> r.because().rule()));
  }

  /** Error policies judge replies; what the server finds itself stays as it is. */
  @Test
  void a_connector_with_policies_speaks_as_its_server_does() {
    for (ClientVoice voice : List.of(voice(), voice(ErrorPolicy.DOWNGRADE_CUSTOM_FAILURES))) {
      assertEquals(
          "451 5.7.3 STARTTLS is required to send mail", voice.startTlsMissing(Demand.ENCRYPTION));
      assertEquals(
          "421 4.4.2 Connection dropped due to SocketError",
          voice.handshakeFailed(Demand.ENCRYPTION, "broken"));
      assertEquals(
          "454 4.7.5 Certificate validation failure, reason:UntrustedRoot",
          proofFailed(voice, Demand.DOMAIN, Proof.UNTRUSTED));
      assertEquals(
          "421 4.4.1 Connection timed out", voice.noConnection(ConnectionFault.TIMED_OUT, "mx"));
      assertEquals(
          "421 4.2.1 Unable to connect", voice.noConnection(ConnectionFault.REFUSED, "mx"));
      assertEquals("421 4.4.2 Connection dropped due to SocketError", voice.connectionLost("mx"));
    }
  }

  @Test
  void domain_security_and_other_demands_word_a_missing_proof_differently() {
    assertEquals(
        "451 4.7.3 The admin has temporarily disallowed this secure domain.",
        proofFailed(ExchangeVoice.LATE, Demand.MUTUAL, Proof.UNTRUSTED));
    assertEquals(
        "454 4.7.5 Certificate validation failure",
        proofFailed(ExchangeVoice.LATE, Demand.DOMAIN, Proof.NO_MATCH));
    assertEquals(
        "451 5.7.3 Must issue a STARTTLS command first",
        ExchangeVoice.EARLY.startTlsMissing(Demand.ENCRYPTION));
  }

  private static String proofFailed(ClientVoice voice, Demand demand, Proof proof) {
    return voice.proofFailed(demand, proof, "", Optional.empty());
  }
}
