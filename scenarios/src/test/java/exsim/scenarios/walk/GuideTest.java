package exsim.scenarios.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.text.Style;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a guide leads through a walk. */
class GuideTest {
  private static final ImmutableList<Stop> STOPS =
      ImmutableList.of(
          Stop.of("one\n"),
          new Stop("two\n", ImmutableList.of(question(0))),
          new Stop("three\n", ImmutableList.of(question(1))));

  private static Question question(int right) {
    return Question.of("which?", ImmutableList.of("apples", "pears"), right);
  }

  /** Somebody who says what is laid ready, and then nothing. */
  private static final class Reader implements Guide.Audience {
    private final Deque<String> lines;
    private final StringBuilder seen = new StringBuilder();

    private Reader(String... lines) {
      this.lines = new ArrayDeque<>(List.of(lines));
    }

    @Override
    public void show(String text) {
      seen.append(text);
    }

    @Override
    public boolean goesOn() {
      return answer("").filter(line -> !line.equals("q")).isPresent();
    }

    @Override
    public Optional<String> answer(String prompt) {
      return Optional.ofNullable(lines.poll());
    }
  }

  private static String told(boolean waits, boolean asks, String... lines) {
    Reader reader = new Reader(lines);
    new Guide(reader, Style.PLAIN, waits, asks).lead(STOPS);
    return reader.seen.toString();
  }

  @Test
  void everything_is_told_at_once_unless_it_waits() {
    assertEquals("one\ntwo\nthree\n", told(false, false));
  }

  @Test
  void it_goes_on_as_far_as_somebody_goes_along() {
    assertEquals("one\ntwo\nthree\n", told(true, false, "", ""));
    assertEquals("one\ntwo\n", told(true, false, "", "q"));
    assertEquals("one\n", told(true, false));
  }

  @Test
  void right_answers_are_counted_by_number_and_by_word() {
    String text = told(false, true, "1", "PEA");
    assertTrue(text.endsWith("2 of 2 answers were right\n"), text);
    assertEquals(2, text.split("  right\n", -1).length - 1);
  }

  @Test
  void a_wrong_answer_is_put_right_before_the_outcome_is_told() {
    String text = told(false, true, "pears", "2");
    assertTrue(text.contains("  no: apples\ntwo\n"), text);
    assertTrue(text.endsWith("1 of 2 answers were right\n"), text);
  }

  @Test
  void what_is_no_answer_is_asked_again() {
    String text = told(false, true, "", "3", "a", "bananas", "1", "1");
    assertTrue(text.endsWith("1 of 2 answers were right\n"), text);
  }

  @Test
  void without_anybody_to_answer_the_answer_is_told() {
    String text = told(false, true);
    assertTrue(text.contains("  = apples\n") && text.contains("  = pears\n"), text);
    assertTrue(text.endsWith("0 of 2 answers were right\n"), text);
  }
}
