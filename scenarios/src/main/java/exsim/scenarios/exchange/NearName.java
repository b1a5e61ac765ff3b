package exsim.scenarios.exchange;

import exsim.scenarios.json.Suggestion;

/** Asks for the name that somebody probably meant. */
public final class NearName {
  private NearName() {}

  /** {@code did you mean X?}; empty when no known name is near. */
  public static String question(String word, Iterable<String> known) {
    return Suggestion.nearest(word, known).map(n -> "did you mean " + n + "?").orElse("");
  }

  /** The same, or all known names where none is near. */
  public static String questionOrAll(String word, Iterable<String> known) {
    String question = question(word, known);
    return question.isEmpty() ? oneOf(known) : question;
  }

  /** {@code use one of X, Y}, or that there is none. */
  public static String oneOf(Iterable<String> known) {
    String all = String.join(", ", known);
    return all.isEmpty() ? "there is none" : "use one of " + all;
  }
}
