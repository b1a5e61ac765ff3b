package exsim.simulator.onprem;

import exsim.model.topology.Topology;
import exsim.simulator.onprem.queue.QueueRule;
import exsim.simulator.rule.Assumption;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.ClientVoice.Recorded;
import java.util.Optional;

/** What stands around the last error of an attempt in a queue, which builds word differently. */
enum QueueWording {
  /** That failover did not succeed either. */
  FAILOVER,
  /** The same, and the endpoint that was tried last. */
  LAST_ENDPOINT,
  /** Another code where no session came up or one was lost; otherwise as before. */
  COMMUNICATION;

  private static final String COMMUNICATING = "451 4.4.397 Error communicating with target host";

  static QueueWording in(Topology topology) {
    return switch (Assumption.QUEUE_ERROR_WORDING.in(topology)) {
      case "lastEndpoint" -> LAST_ENDPOINT;
      case "451 4.4.397" -> COMMUNICATION;
      default -> FAILOVER;
    };
  }

  /**
   * What the queue shows.
   *
   * @param reply the last error, of the peer or of the server itself
   * @param classic the words of the first kind around it
   * @param endpoint the address and port that was tried last
   */
  Recorded around(String reply, String classic, String endpoint) {
    return switch (this) {
      case FAILOVER -> new Recorded(classic, Optional.empty());
      case LAST_ENDPOINT ->
          recorded(
              classic + (endpoint.isEmpty() ? "" : " The last endpoint attempted was " + endpoint));
      case COMMUNICATION -> recorded(reply.startsWith("421 ") ? COMMUNICATING : classic);
    };
  }

  private static Recorded recorded(String words) {
    return new Recorded(words, Optional.of(Reason.of(QueueRule.WORDING)));
  }
}
