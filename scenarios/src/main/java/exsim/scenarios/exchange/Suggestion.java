package exsim.scenarios.exchange;

import com.google.common.base.Ascii;
import java.util.Optional;

/** The word that was probably meant, among those that exist. */
public final class Suggestion {
  private static final int DISTANCE_MAX = 3;

  private Suggestion() {}

  /** The nearest candidate within a few typing errors; the first of equally near ones. */
  public static Optional<String> among(String word, Iterable<String> candidates) {
    int limit = Math.min(DISTANCE_MAX, Math.max(1, word.length() / 3));
    Optional<String> nearest = Optional.empty();
    for (String candidate : candidates) {
      int distance = distance(Ascii.toLowerCase(word), Ascii.toLowerCase(candidate));
      if (distance <= limit) {
        limit = distance - 1;
        nearest = Optional.of(candidate);
      }
    }
    return nearest;
  }

  /** {@code did you mean X?}, or nothing where no candidate is near. */
  public static String question(String word, Iterable<String> candidates) {
    return among(word, candidates).map(c -> "did you mean " + c + "?").orElse("");
  }

  /** Insertions, deletions, substitutions and swaps of neighbours. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
