package exsim.scenarios.ask;

import com.google.common.collect.ImmutableList;
import exsim.simulator.proof.Question;
import exsim.simulator.proof.Verdict;

/**
 * A question and its answer.
 *
 * @param file the scenario
 * @param question the question
 * @param verdict the answer
 * @param remedies the cmdlets that close the counter-example, each tried
 */
public record Answer(
    String file, Question question, Verdict verdict, ImmutableList<Remedies.Remedy> remedies) {

  /** Whether what is asked for never happens. */
  public boolean holds() {
    return verdict.kind() == Verdict.Kind.PROVED;
  }
}
