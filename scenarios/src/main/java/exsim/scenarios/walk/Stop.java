package exsim.scenarios.walk;

import com.google.common.collect.ImmutableList;

/**
 * A step of a walk.
 *
 * @param text what is told, ready to be printed
 * @param questions what is asked before it is told
 */
public record Stop(String text, ImmutableList<Question> questions) {
  /** A step before which nothing is asked. */
  static Stop of(String text) {
    return new Stop(text, ImmutableList.of());
  }

  /** This step with questions that come before its own. */
  Stop after(ImmutableList<Question> others) {
    return new Stop(
        text, ImmutableList.<Question>builder().addAll(others).addAll(questions).build());
  }
}
