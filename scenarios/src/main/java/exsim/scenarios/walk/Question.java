package exsim.scenarios.walk;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.simulator.rule.Reason;
import java.util.Optional;

/**
 * Something that a class is asked before it is told.
 *
 * @param text the question
 * @param choices what may be answered
 * @param right the place of the right one, from 0
 * @param because what is told behind the answer; empty where the walk tells it anyway
 */
public record Question(
    String text, ImmutableList<String> choices, int right, Optional<Reason> because) {
  /** A question whose answer the walk tells next. */
  static Question of(String text, ImmutableList<String> choices, int right) {
    return new Question(text, choices, right, Optional.empty());
  }

  /**
   * Whether an answer is the right one.
   *
   * @param answer the number of a choice, from 1, or its beginning as far as no other has it
   * @return empty when it is no choice
   */
  Optional<Boolean> isRight(String answer) {
    String typed = Ascii.toLowerCase(answer.strip());
    int found = -1;
    for (int i = 0; i < choices.size(); i++) {
      String choice = Ascii.toLowerCase(choices.get(i));
      if (typed.equals(String.valueOf(i + 1)) || typed.equals(choice)) {
        return Optional.of(i == right);
      }
      if (typed.length() > 1 && choice.startsWith(typed)) {
        found = found == -1 ? i : choices.size();
      }
    }
    return found < 0 || found == choices.size() ? Optional.empty() : Optional.of(found == right);
  }
}
