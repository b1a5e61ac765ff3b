package exsim.scenarios.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.scenarios.text.Columns;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class WrappingProperties {
  @Property
  void no_line_is_too_wide_and_no_character_is_lost(
      @ForAll
          @StringLength(max = 60)
          @Chars({' ', ' '})
          @CharRange(from = 'a', to = 'c')
          @CharRange(from = '\u4e00', to = '\u4e02')
          String text,
      @ForAll @IntRange(min = 2, max = 20) int width) {
    List<String> lines = Wrapping.lines(text, width);

    assertEquals(text, String.join("", lines));
    for (String line : lines) {
      assertTrue(Columns.width(line) <= width, line);
    }
  }

  @Property
  void a_word_that_fits_into_a_line_stays_whole(
      @ForAll @StringLength(min = 1, max = 60) @Chars(' ') @CharRange(from = 'a', to = 'c')
          String text) {
    int longest = text.chars().allMatch(c -> c == ' ') ? 1 : longest(text) + 1;
    List<String> lines = Wrapping.lines(text, longest);

    for (int i = 1; i < lines.size(); i++) {
      assertTrue(lines.get(i - 1).endsWith(" "), lines.toString());
    }
  }

  private static int longest(String text) {
    int longest = 0;
    for (String word : text.split(" ", -1)) {
      longest = Math.max(longest, word.length());
    }
    return longest;
  }
}
