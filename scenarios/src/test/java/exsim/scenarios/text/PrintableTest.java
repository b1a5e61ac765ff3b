package exsim.scenarios.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class PrintableTest {
  @Test
  void escape_sequences_do_not_reach_the_terminal() {
    assertEquals("a\\x1b[31mb\\x07", Printable.of("a\u001b[31mb\u0007", true));
    assertEquals("\\x9b2J\\x7f", Printable.of("\u009b2J\u007f", true));
  }

  @Test
  void nothing_turns_the_direction_of_writing() {
    assertEquals("a\\u{202e}b", Printable.of("a\u202eb", true));
  }

  @Test
  void without_unicode_all_is_ascii_and_stays_distinct() {
    assertEquals("M\\xfcller -> ...", Printable.of("Müller → …", false));
    assertEquals("\\u{1f600}", Printable.of("\ud83d\ude00", false));
  }

  @Test
  void with_unicode_letters_stay() {
    assertEquals("Müller → \ud83d\ude00", Printable.of("Müller → \ud83d\ude00", true));
    assertEquals("half \\u{d83d}", Printable.of("half \ud83d", true));
  }
}
