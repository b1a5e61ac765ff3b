package exsim.scenarios.report;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.ask.Answer;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.question.TypedCheck;
import exsim.simulator.question.Verdict;

/**
 * What came of one scenario.
 *
 * @param title the scenario's title
 * @param description its story, one paragraph an entry
 * @param file the file, as the user named it
 * @param deliveries what became of the messages
 * @param verdicts what became of the expectations
 * @param sessions what came of what was typed by hand
 * @param intents what is meant never to happen, each with its answer
 * @param withInternal whether connections inside one organization are shown
 * @param withHeaders whether text shows the headers that a message carries
 */
public record Report(
    String title,
    ImmutableList<String> description,
    String file,
    ImmutableList<Delivery> deliveries,
    ImmutableList<Verdict> verdicts,
    ImmutableList<TypedCheck.Result> sessions,
    ImmutableList<Answer> intents,
    boolean withInternal,
    boolean withHeaders) {
  /** How many expectations held, sessions and intents among them. */
  public int held() {
    int held = 0;
    for (Verdict verdict : verdicts) {
      held += verdict.held() ? 1 : 0;
    }
    for (TypedCheck.Result session : sessions) {
      held += session.held() ? 1 : 0;
    }
    for (Answer intent : intents) {
      held += intent.holds() ? 1 : 0;
    }
    return held;
  }

  /** How many expectations failed. */
  public int failed() {
    return verdicts.size() + sessions.size() + intents.size() - held();
  }
}
