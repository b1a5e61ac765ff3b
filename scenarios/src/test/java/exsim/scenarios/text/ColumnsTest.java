package exsim.scenarios.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class ColumnsTest {
  @Test
  void lines_break_at_blanks() {
    assertEquals(List.of("one two", "three"), Columns.wrap("one two three", 8));
  }

  @Test
  void a_word_that_is_too_long_is_broken_anywhere() {
    assertEquals(List.of("a", "abcd", "ef g"), Columns.wrap("a abcdef g", 4));
  }

  @Test
  void wide_characters_count_twice() {
    assertEquals(4, Columns.width("日本"));
    assertEquals("日… ", Columns.pad(Columns.shorten("日本語", 4, "…"), 4));
  }

  @Property
  void no_line_is_wider_than_asked_and_no_character_is_lost(
      @ForAll String text, @ForAll @IntRange(min = 2, max = 40) int width) {
    List<String> lines = Columns.wrap(text, width);

    for (String line : lines) {
      assertTrue(Columns.width(line) <= width, line);
    }
    assertEquals(text.replace(" ", ""), String.join("", lines).replace(" ", ""));
  }

  @Test
  void a_word_of_a_million_characters_is_broken_without_delay() {
    String word = "x".repeat(1_000_000);

    List<String> lines =
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Columns.wrap(word, 80));

    assertEquals(12_500, lines.size());
  }
}
