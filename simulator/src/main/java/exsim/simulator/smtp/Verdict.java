package exsim.simulator.smtp;

import exsim.simulator.rule.Reason;

/**
 * A server's reply and why it gives it.
 *
 * @param reply the reply
 * @param because why
 * @param closes whether the session is over with it
 */
public record Verdict(Reply reply, Reason because, boolean closes) {
  /** A reply after which the session goes on. */
  public Verdict(Reply reply, Reason because) {
    this(reply, because, false);
  }
}
