package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableList;

/** A property's value as the shell shows it. */
public sealed interface Shown {
  /** No value. */
  Shown NOTHING = new Text("");

  /** What stands after the colon of a list, or in the cell of a table. */
  String text();

  /** Anything that is neither a number nor several values. */
  record Text(String text) implements Shown {}

  /** {@code True} or {@code False}. */
  record Flag(boolean on) implements Shown {
    @Override
    public String text() {
      return on ? "True" : "False";
    }
  }

  /** A number, which tables align at the right. */
  record Number(String text) implements Shown {}

  /** Several values; none is shown as {@code {}}. */
  record Several(ImmutableList<String> items) implements Shown {
    @Override
    public String text() {
      return "{" + String.join(", ", items) + "}";
    }
  }
}
