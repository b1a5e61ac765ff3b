package exsim.scenarios.coverage;

import com.google.common.collect.ImmutableList;

/**
 * A statement of a catalogue with everything that answers it.
 *
 * @param entry the statement
 * @param rules the ids of the rules whose source names it
 * @param switches the switches whose source names it
 * @param scenarios the scenarios in which one of the rules decides
 */
public record Covered(
    Entry entry,
    ImmutableList<String> rules,
    ImmutableList<String> switches,
    ImmutableList<String> scenarios) {
  /** What has become of a statement. */
  public enum State {
    /** Something answers it. */
    IN_FORCE("in force"),
    /** A property that is read, defaulted and printed, and changes no outcome. */
    KEPT("kept and printed"),
    /** It has nothing to decide here. */
    NOT_APPLICABLE("not applicable"),
    /** Nothing answers it yet. */
    OPEN("open");

    private final String text;

    State(String text) {
      this.text = text;
    }

    /** The words that reports use. */
    public String text() {
      return text;
    }
  }

  /** What has become of it. */
  public State state() {
    if (!rules.isEmpty() || !switches.isEmpty()) {
      return State.IN_FORCE;
    }
    State state = State.OPEN;
    for (Answer answer : entry.answers()) {
      state =
          switch (answer.kind()) {
            case PROPERTY, TEST, LIBRARY -> State.IN_FORCE;
            case KEPT -> State.KEPT;
            case NONE -> State.NOT_APPLICABLE;
            case OPEN -> state;
          };
    }
    return state;
  }
}
