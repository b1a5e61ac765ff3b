package exsim.scenarios.display;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import exsim.scenarios.text.Columns;

/** Breaks values into lines as the shell does. */
final class Wrapping {
  private Wrapping() {}

  /**
   * Breaks text after blanks, which stay at the end of their line; a longer word is broken
   * anywhere.
   *
   * @param width of a line, in characters, at least 1
   */
  static ImmutableList<String> lines(String text, int width) {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    for (String line : Splitter.on('\n').split(text.replace("\r", ""))) {
      wrap(line, width, lines);
    }
    return lines.build();
  }

  private static void wrap(String text, int width, ImmutableList.Builder<String> lines) {
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (int start = 0; start < text.length() && Columns.width(text) > width; ) {
      int blank = text.indexOf(' ', start);
      String word = text.substring(start, blank < 0 ? text.length() : blank + 1);
      start += word.length();
      int columns = Columns.width(word);
      if (columns <= width && used + columns > width) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      for (int i = 0; i < word.length(); ) {
        String character = Character.toString(word.codePointAt(i));
        i += character.length();
        if (used > 0 && used + Columns.width(character) > width) {
          lines.add(line.toString());
          line.setLength(0);
          used = 0;
        }
        line.append(character);
        used += Columns.width(character);
      }
    }
    lines.add(Columns.width(text) > width ? line.toString() : text);
  }
}
