package exsim.scenarios.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases of RFC 7386 (appendix A) and RFC 6902 (appendix A), and where the results stand. */
class PatchTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"a\":\"b\"} | {\"a\":\"c\"} | {\"a\":\"c\"}",
        "{\"a\":\"b\"} | {\"b\":\"c\"} | {\"a\":\"b\",\"b\":\"c\"}",
        "{\"a\":\"b\"} | {\"a\":null} | {}",
        "{\"a\":\"b\",\"b\":\"c\"} | {\"a\":null} | {\"b\":\"c\"}",
        "{\"a\":[\"b\"]} | {\"a\":\"c\"} | {\"a\":\"c\"}",
        "{\"a\":\"c\"} | {\"a\":[\"b\"]} | {\"a\":[\"b\"]}",
        "{\"a\":{\"b\":\"c\"}} | {\"a\":{\"b\":\"d\",\"c\":null}} | {\"a\":{\"b\":\"d\"}}",
        "{\"a\":[{\"b\":\"c\"}]} | {\"a\":[1]} | {\"a\":[1]}",
        "[\"a\",\"b\"] | [\"c\",\"d\"] | [\"c\",\"d\"]",
        "{\"a\":\"b\"} | [\"c\"] | [\"c\"]",
        "{\"e\":null} | {\"a\":1} | {\"e\":null,\"a\":1}",
        "[1,2] | {\"a\":\"b\",\"c\":null} | {\"a\":\"b\"}",
        "{} | {\"a\":{\"bb\":{\"ccc\":null}}} | {\"a\":{\"bb\":{}}}",
      })
  void a_merge_patch_does_what_its_standard_says(String target, String patch, String result) {
    assertTrue(MergePatch.apply(json(target), json(patch)).sameAs(json(result)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"f\":1} | [{\"op\":\"add\",\"path\":\"/b\",\"value\":2}] | {\"f\":1,\"b\":2}",
        "{\"f\":[1,3]} | [{\"op\":\"add\",\"path\":\"/f/1\",\"value\":2}] | {\"f\":[1,2,3]}",
        "{\"f\":[1]} | [{\"op\":\"add\",\"path\":\"/f/-\",\"value\":[2]}] | {\"f\":[1,[2]]}",
        "{\"f\":[1,2]} | [{\"op\":\"remove\",\"path\":\"/f/0\"}] | {\"f\":[2]}",
        "{\"f\":1} | [{\"op\":\"replace\",\"path\":\"/f\",\"value\":2}] | {\"f\":2}",
        "{\"a\":{\"b\":1},\"c\":{}} | [{\"op\":\"move\",\"from\":\"/a/b\",\"path\":\"/c/d\"}] |"
            + " {\"a\":{},\"c\":{\"d\":1}}",
        "[1,2,3] | [{\"op\":\"move\",\"from\":\"/0\",\"path\":\"/2\"}] | [2,3,1]",
        "{\"a\":1} | [{\"op\":\"copy\",\"from\":\"/a\",\"path\":\"/b\"}] | {\"a\":1,\"b\":1}",
        "{\"/\":9,\"~1\":10} | [{\"op\":\"test\",\"path\":\"/~01\",\"value\":10}] |"
            + " {\"/\":9,\"~1\":10}",
        "{\"a\":1} | [{\"op\":\"replace\",\"path\":\"\",\"value\":[]}] | []",
      })
  void a_json_patch_does_what_its_standard_says(String target, String patch, String result) {
    Optional<Located> patched = JsonPatch.apply(json(target), json(patch), new Problems());

    assertTrue(patched.get().sameAs(json(result)), () -> JsonPrinter.print(patched.get()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[{\"op\":\"remove\",\"path\":\"/x\"}] | `/x` leads nowhere",
        "[{\"op\":\"add\",\"path\":\"/x/y\",\"value\":1}] | `/x/y` leads nowhere",
        "[{\"op\":\"add\",\"path\":\"/list/5\",\"value\":1}] | `/list/5` leads nowhere",
        "[{\"op\":\"replace\",\"path\":\"/list/01\",\"value\":1}] | `/list/01` leads nowhere",
        "[{\"op\":\"test\",\"path\":\"/list/0\",\"value\":\"1\"}] | the test of `/list/0` fails",
        "[{\"op\":\"move\",\"from\":\"/list\",\"path\":\"/list/0\"}] | `/list` cannot move into itself",
        "[{\"op\":\"patch\",\"path\":\"/list\"}] | `patch` is no operation",
        "[{\"op\":\"add\",\"path\":\"list\",\"value\":1}] | `list` is no JSON pointer",
        "[{\"op\":\"add\",\"path\":\"/list\"}] | the operation states no `value`",
        "[{\"op\":\"add\",\"pth\":\"/list\"}] | an operation has no `pth`; did you mean `path`?",
        "{} | a JSON Patch must be an array, not an object",
      })
  void an_operation_that_cannot_be_applied_is_a_problem(String patch, String words) {
    Problems problems = new Problems();

    Optional<Located> patched = JsonPatch.apply(json("{\"list\":[1]}"), json(patch), problems);

    assertFalse(patched.isPresent());
    assertTrue(problems.all().toString().contains(words), problems.all().toString());
  }

  @Test
  void what_a_patch_puts_in_stands_where_the_patch_does() {
    Located patch = json("\n\n[{\"op\":\"copy\",\"from\":\"/a\",\"path\":\"/c\"}]");

    Located patched = JsonPatch.apply(json("{\"a\":{\"b\":1}}"), patch, new Problems()).get();

    assertEquals(1, Pointer.parse("/a/b").get().in(patched).get().spot().line());
    assertEquals(3, Pointer.parse("/c/b").get().in(patched).get().spot().line());
  }

  private static Located json(String text) {
    return JsonReader.read("f", text, new Problems()).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'op':'copy','from':'/a','path':'/a/-'} | 30 | has more than 2000000 values",
        "{'op':'copy','from':'','path':'/b'} | 101 | nested more than 100 deep",
      })
  void copies_of_a_value_into_itself_end_in_a_problem_at_the_operation(
      String operation, int times, String words) {
    Problems problems = new Problems();
    String patch = String.join(",", Collections.nCopies(times, operation)).replace('\'', '"');

    Optional<Located> patched =
        JsonPatch.apply(json("{\"a\":[1]}"), json("[" + patch + "]"), problems);

    assertFalse(patched.isPresent());
    assertEquals(1, problems.all().size());
    assertTrue(problems.all().get(0).what().contains(words), problems.all().toString());
    assertEquals(1, problems.all().get(0).spot().line());
  }

  @Test
  void values_that_replace_one_another_do_not_add_up() {
    String value = "[" + "1,".repeat(199_999) + "1]";
    String replace = "{\"op\":\"replace\",\"path\":\"/a\",\"value\":%s}".formatted(value);
    String patch = "[" + String.join(",", Collections.nCopies(12, replace)) + "]";

    assertTrue(JsonPatch.apply(json("{\"a\":1}"), json(patch), new Problems()).isPresent());
  }
}
