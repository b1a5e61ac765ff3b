package exsim.scenarios.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that a terminal can show, however long the values are that it quotes. */
final class Shortened {
  private static final int VALUE_MAX = 80;
  private static final int TEXT_MAX = 2_000;
  private static final Pattern LONG_VALUE = Pattern.compile("`([^`]{" + VALUE_MAX + "})[^`]+`");

  private Shortened() {}

  /** A sentence with every value in backquotes cut to about 80 characters. */
  static String of(String text) {
    if (text.length() <= VALUE_MAX) {
      return text;
    }
    String shorter =
        LONG_VALUE
            .matcher(text)
            .replaceAll(m -> Matcher.quoteReplacement("`" + whole(m.group(1)) + "…`"));
    // A value may have backquotes of its own, and stand in none.
    return cut(shorter, TEXT_MAX);
  }

  /** A text cut to a length, with a mark for what is left out. */
  static String cut(String text, int max) {
    return text.length() <= max ? text : whole(text.substring(0, max)) + "…";
  }

  /** Half a character at the end is left out. */
  private static String whole(String text) {
    int last = text.length() - 1;
    return Character.isHighSurrogate(text.charAt(last)) ? text.substring(0, last) : text;
  }
}
