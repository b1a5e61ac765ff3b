package exsim.scenarios.text;

import com.google.common.collect.ImmutableList;

/** Fits text into columns of characters that all have one width. */
public final class Columns {
  private Columns() {}

  /** Breaks text at blanks into lines of at most a width; a longer word is broken anywhere. */
  public static ImmutableList<String> wrap(String text, int width) {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    StringBuilder line = new StringBuilder();
    int used = 0;
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf(' ', at);
      String word = text.substring(at, end < 0 ? text.length() : end);
      at = end < 0 ? text.length() : end + 1;
      int columns = width(word);
      if (used > 0 && used + 1 + columns > width) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      int start = 0;
      while (columns > width) {
        // The rest is never measured again, or a long word would take the square of its length.
        int stop = headEnd(word, start, width);
        String head = word.substring(start, stop);
        lines.add(head);
        start = stop;
        columns -= width(head);
      }
      if (used > 0) {
        line.append(' ');
        used++;
      }
      line.append(word, start, word.length());
      used += columns;
    }
    return lines.add(line.toString()).build();
  }

  /** The lines of a text, whatever ends them; empty ones are left out. */
  public static ImmutableList<String> lines(String text) {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r') {
        if (i > start) {
          lines.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return lines.build();
  }

  /** Shortens text to a width, with a mark for what is left out. */
  public static String shorten(String text, int width, String mark) {
    return width(text) <= width ? text : head(text, width - width(mark)) + mark;
  }

  /** Fills text up to a width with blanks. */
  public static String pad(String text, int width) {
    StringBuilder padded = new StringBuilder(text);
    for (int i = width(text); i < width; i++) {
      padded.append(' ');
    }
    return padded.toString();
  }

  /** How many columns a terminal gives a text. */
  public static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      width += width(c);
    }
    return width;
  }

  private static String head(String text, int width) {
    return text.substring(0, headEnd(text, 0, width));
  }

  /** Where the part of a text from a place on ends that has at most a width. */
  private static int headEnd(String text, int start, int width) {
    int used = 0;
    for (int i = start; i < text.length(); ) {
      int c = text.codePointAt(i);
      used += width(c);
      if (used > width) {
        // At least one character, or a caller that cuts piece by piece would never end.
        return Math.max(i, start + Character.charCount(text.codePointAt(start)));
      }
      i += Character.charCount(c);
    }
    return text.length();
  }

  private static int width(int c) {
    if (c < 0x300) {
      return 1;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  /** The blocks of Chinese, Japanese and Korean characters and of pictures. */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115f)
        || (c >= 0x2e80 && c <= 0xa4cf)
        || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xfe30 && c <= 0xfe6f)
        || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0x1f300 && c <= 0x1faff)
        || (c >= 0x20000 && c <= 0x3fffd);
  }
}
