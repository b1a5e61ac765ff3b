package exsim.scenarios.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"a\": x}        | f:1:7: not valid JSON: unrecognized token 'x'",
        "[1 2]             | f:1:4: not valid JSON: unexpected character ('2'): was expecting comma",
        "{\"a\" 1}         | f:1:6: not valid JSON: unexpected character ('1'): was expecting a colon",
        "{'a':1}           | f:1:2: not valid JSON: unexpected character (''')",
        "{\"a\":1]         | f:1:7: not valid JSON: unexpected close marker ']'",
        "{\"a\": NaN} | f:1:10: not valid JSON: `NaN` is no JSON number",
        "{\"a\": -Infinity} | f:1:16: not valid JSON: `-Infinity` is no JSON number",
        "{} {}             | f:1:4: something follows the end",
        "{\"a\": [1,       | f:1:10: /a: the file ends in the middle of a value; what opens in line 1, column 7",
        "{\"a\": 1, \"a\": 2} | f:1:10: /a: `a` stands twice in this object",
        "{\"a\": 1e99999999999} | f:1:7: /a: `1e99999999999` is too large",
        "/* only */        | f: the file has comments only",
        "<Objs/>           | f:1:1: not valid JSON: unexpected character ('<')",
      })
  void a_fault_is_reported_in_words_at_its_place(String text, String start) {
    Problems problems = new Problems();

    JsonReader.read("f", text.strip(), problems);

    assertEquals(1, problems.all().size(), problems.all().toString());
    assertTrue(problems.all().get(0).toString().startsWith(start), problems.all().toString());
  }

  @Test
  void every_duplicate_key_is_reported_and_the_first_counts() {
    Problems problems = new Problems();

    Located.Obj read =
        (Located.Obj)
            JsonReader.read("f", "{\"a\":1,\"a\":2,\n\"b\":{\"c\":1,\"c\":2}}", problems).get();

    assertEquals(2, problems.all().size());
    assertEquals("/b/c", problems.all().get(1).spot().pointer());
    assertTrue(
        read.member("a").get().value() instanceof Located.Num n && n.number().intValue() == 1);
  }

  @Test
  void a_file_of_brackets_is_refused_without_a_stack_overflow() {
    Problems problems = new Problems();

    JsonReader.read("f", "[".repeat(50_000_000), problems);

    assertEquals(
        "f:1:100: arrays and objects are nested more than 100 deep; no scenario needs that",
        problems.all().get(0).toString());
  }

  @Test
  void comments_and_trailing_commas_are_taken() {
    Problems problems = new Problems();

    Located read =
        JsonReader.read("f", "// one\n{\"a\": [1, /* two */ 2,],}", problems).orElseThrow();

    assertTrue(problems.isEmpty());
    assertEquals("/a/1", Pointer.parse("/a/1").get().in(read).get().spot().pointer());
    assertEquals(21, Pointer.parse("/a/1").get().in(read).get().spot().column());
  }

  @Test
  void a_long_value_is_shortened_wherever_a_problem_quotes_it() {
    String value = "x".repeat(20_000_000);

    Problem problem = new Problem(Spot.ofFile("f").at("/" + value), "`" + value + "` is no", "");

    assertEquals("`" + "x".repeat(80) + "…` is no", problem.what());
    assertTrue(problem.toString().length() < 400);
    assertTrue(new Problem(Spot.ofFile("f"), "a`" + value, value).toString().length() < 5_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[NaN]", "[Infinity]", "[-INF]", "[+1]", "[01]", "[.5]", "# c", "['a']", "[1.]"})
  void no_fault_names_what_only_a_programmer_could_turn_on(String text) {
    Problems problems = new Problems();

    JsonReader.read("f", text, problems);

    String words = problems.all().get(0).toString();
    assertFalse(words.matches(".*(?i)(feature|enable|JsonRead|maybe).*"), words);
  }
}
