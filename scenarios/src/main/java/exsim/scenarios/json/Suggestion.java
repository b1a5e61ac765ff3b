package exsim.scenarios.json;

import com.google.common.base.Ascii;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class Suggestion {
  private Suggestion() {}

  /** The known name nearest to a word; empty when none is near. The first of equals wins. */
  public static Optional<String> nearest(String word, Iterable<String> known) {
    String lower = Ascii.toLowerCase(word);
    int best = limit(word) + 1;
    Optional<String> nearest = Optional.empty();
    for (String candidate : known) {
      int distance = distance(lower, Ascii.toLowerCase(candidate), best - 1);
      if (distance < best) {
        best = distance;
        nearest = Optional.of(candidate);
      }
    }
    return nearest;
  }

  /** A help line: {@code did you mean `…`?}; empty when no known name is near. */
  public static String help(String word, Iterable<String> known) {
    return nearest(word, known).map(n -> "did you mean `" + n + "`?").orElse("");
  }

  private static int limit(String word) {
    return word.length() <= 2 ? 1 : Math.max(2, word.length() / 4);
  }

  /** The edit distance, swaps of neighbours included, or {@code limit + 1} when it is larger. */
  private static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(last[j - 1] + change, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1 && j > 1 && swapped(a, i, b, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      if (least > limit) {
        return limit + 1;
      }
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }

  private static boolean swapped(String a, int i, String b, int j) {
    return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
