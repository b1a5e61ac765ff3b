package exsim.scenarios.walk;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * Something that a class is asked before it is told.
 *
 * @param text the question
 * @param choices what may be answered
 * @param right the place of the right one, from 0
 */
public record Question(String text, ImmutableList<String> choices, int right) {
  /**
   * Whether an answer is the right one.
   *
   * @param answer the number of a choice, from 1, or its beginning
   * @return empty when it is no choice
   */
  Optional<Boolean> isRight(String answer) {
    String typed = answer.strip();
    for (int i = 0; i < choices.size(); i++) {
      boolean named =
          typed.equals(String.valueOf(i + 1))
              || (typed.length() > 1
                  && Ascii.toLowerCase(choices.get(i)).startsWith(Ascii.toLowerCase(typed)));
      if (named) {
        return Optional.of(i == right);
      }
    }
    return Optional.empty();
  }
}
