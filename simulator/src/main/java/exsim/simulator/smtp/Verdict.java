package exsim.simulator.smtp;

import exsim.simulator.rule.Reason;

/**
 * A server's reply and why it gives it.
 *
 * @param reply the reply
 * @param because why
 */
public record Verdict(Reply reply, Reason because) {}
