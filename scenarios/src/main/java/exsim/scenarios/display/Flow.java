package exsim.scenarios.display;

import com.google.common.collect.ImmutableList;

/** What a cmdlet hands on through a pipe. */
sealed interface Flow {
  /** Objects, which are not printed yet. */
  record Objects(Shelf shelf) implements Flow {}

  /** Lines, as they will be printed. */
  record Lines(ImmutableList<String> lines) implements Flow {}
}
