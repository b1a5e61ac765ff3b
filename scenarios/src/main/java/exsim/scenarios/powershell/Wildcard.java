package exsim.scenarios.powershell;

import java.util.regex.Pattern;

/**
 * A name that may stand for several: {@code *} is any text, {@code ?} any character, {@code [a-c]}
 * one of some. Case does not matter.
 *
 * @param text as typed
 */
public record Wildcard(String text) {
  /** Whether it is a pattern, not one name. */
  public boolean isPattern() {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || isSet();
  }

  private boolean isSet() {
    int open = text.indexOf('[');
    return open >= 0 && text.indexOf(']', open) > open + 1;
  }

  /** Whether it stands for a name. */
  public boolean matches(String name) {
    return pattern().matcher(name).matches();
  }

  private Pattern pattern() {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int close = c == '[' ? text.indexOf(']', i) : -1;
      if (close > i + 1) {
        regex.append('[').append(set(text.substring(i + 1, close))).append(']');
        i = close;
      } else {
        regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(
        regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }

  /** Hyphens between two characters make a range; everything else is itself. */
  private static String set(String characters) {
    StringBuilder set = new StringBuilder();
    for (int i = 0; i < characters.length(); i++) {
      char c = characters.charAt(i);
      boolean range =
          c == '-'
              && i > 0
              && i + 1 < characters.length()
              && characters.charAt(i - 1) <= characters.charAt(i + 1);
      set.append(range ? "-" : "\\x{" + Integer.toHexString(c) + "}");
    }
    return set.toString();
  }
}
