package exsim.scenarios.cli;

import com.google.common.base.Ascii;
import java.util.Optional;

/** Finds the word that somebody meant. */
final class Nearest {
  private static final int EDITS_MAX = 3;

  private Nearest() {}

  /** The candidate with the fewest edits to a word; empty when none is near. */
  static Optional<String> to(String word, Iterable<String> candidates) {
    Optional<String> nearest = Optional.empty();
    int fewest = Math.min(EDITS_MAX, word.length() / 2) + 1;
    for (String candidate : candidates) {
      int edits = edits(Ascii.toLowerCase(word), Ascii.toLowerCase(candidate));
      if (edits < fewest) {
        fewest = edits;
        nearest = Optional.of(candidate);
      }
    }
    return nearest;
  }

  /** How many characters to insert, drop or change: Levenshtein's distance. */
  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
