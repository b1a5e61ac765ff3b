package exsim.scenarios.shell;

import java.util.Optional;

/** Where lines come from and where answers go. */
public interface Prompt {
  /** The next line; empty when nobody types any more. */
  Optional<String> line(String prompt);

  /** Takes what knows how a line may go on, for who can offer that. */
  default void offers(Completion completion) {}

  /** Shows a line of an answer. */
  void show(String line);

  /** Shows a line that is no answer: a fault, or a warning. */
  void complain(String line);
}
