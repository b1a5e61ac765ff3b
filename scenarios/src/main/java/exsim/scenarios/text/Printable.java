package exsim.scenarios.text;

/**
 * Text from files made fit to be shown: nothing in it can move a cursor, change a colour or turn
 * the direction of writing.
 */
public final class Printable {
  private Printable() {}

  /**
   * Shows control characters as {@code \x1b}, and without Unicode also everything beyond ASCII.
   *
   * @param unicode whether the terminal can show more than ASCII
   */
  public static String of(String text, boolean unicode) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return escape(text, unicode);
      }
    }
    return text;
  }

  private static String escape(String text, boolean unicode) {
    StringBuilder shown = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if ((c >= ' ' && c <= '~') || (unicode && isShown(c))) {
        shown.appendCodePoint(c);
      } else if (isShown(c) && !ascii(c).isEmpty()) {
        shown.append(ascii(c));
      } else if (c < 0x100) {
        shown.append("\\x").append(Character.forDigit(c >> 4, 16));
        shown.append(Character.forDigit(c & 15, 16));
      } else {
        shown.append("\\u{").append(Integer.toHexString(c)).append('}');
      }
    }
    return shown.toString();
  }

  private static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /** What typographers' characters look like on a typewriter; empty for all others. */
  private static String ascii(int c) {
    return switch (c) {
      case '…' -> "...";
      case '–', '—', '−' -> "-";
      case '‘', '’' -> "'";
      case '“', '”', '„' -> "\"";
      case '→' -> "->";
      case '≥' -> ">=";
      case '≤' -> "<=";
      case '×' -> "x";
      case '\u00a0' -> " ";
      default -> "";
    };
  }
}
