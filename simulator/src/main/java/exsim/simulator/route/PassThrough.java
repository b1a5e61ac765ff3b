package exsim.simulator.route;

import exsim.simulator.rule.Reason;

/**
 * A place that keeps no message: whoever hands it one waits until the message went on, and hears
 * what became of it.
 */
public interface PassThrough extends Node {
  /**
   * What the waiting sender hears.
   *
   * @param reply the reply
   * @param because why in these words
   * @param forQueues whether a queue records the reply as it is, without words of its own
   */
  record Refusal(String reply, Reason because, boolean forQueues) {}

  /**
   * What the waiting sender hears when the message did not go on.
   *
   * @param failure what became of the connection onward
   */
  Refusal refusal(Failure failure);

  /**
   * How handing a message on failed.
   *
   * @param reply the last words: the next hop's, or what was found before anybody answered
   * @param queueError the words as a queue would record them
   * @param byEnvelope whether the next hop refused this message, after the session was in order
   */
  record Failure(String reply, String queueError, boolean byEnvelope) {}
}
