package exsim.scenarios.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.json.JsonPatch;
import exsim.scenarios.json.JsonPrinter;
import exsim.scenarios.json.JsonReader;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Puts values where nobody expects them: the reader says what is wrong and never fails itself. */
class HostileValuesTest {
  private static final Path EVERYTHING =
      Path.of("src", "test", "resources", "good", "everything.json");

  private static final int STEP = 5;
  private static final ImmutableList<String> VALUES =
      ImmutableList.of(
          "null",
          "true",
          "-1",
          "1.5",
          "1e400000000",
          "\"\"",
          "\" \"",
          "\"*\"",
          "\"a\\u0000b\"",
          "\"ä@ö:99999;101\"",
          "\"P1D\"",
          "\"2026-02-30T00:00:00Z\"",
          "\"+999999999-12-31T23:59:59Z\"",
          "[]",
          "[null]",
          "[[\"a\"]]",
          "{}",
          "{\"name\": {}, \"import\": \"\\u0000\"}",
          "{\"import\": \"/\"}");

  @TestFactory
  Stream<DynamicTest> any_value_at_any_place_is_survived() throws IOException {
    Located document =
        JsonReader.read("f", Files.readString(EVERYTHING), new Problems()).orElseThrow();
    List<Located> places = places(document, new ArrayList<>());
    assertTrue(places.size() > 250, "the file states everything");
    return VALUES.stream()
        .map(value -> DynamicTest.dynamicTest(value, () -> survive(document, places, value)));
  }

  private static void survive(Located document, List<Located> places, String value) {
    // every value meets every fifth place, and every place every fifth value: all would take a
    // minute
    for (int i = VALUES.indexOf(value) % STEP; i < places.size(); i += STEP) {
      Located place = places.get(i);
      String patch =
          "[{\"op\": \"replace\", \"path\": \"%s\", \"value\": %s}]"
              .formatted(place.spot().pointer(), value);
      Located operations = JsonReader.read("p", patch, new Problems()).orElseThrow();
      String text =
          JsonPrinter.print(JsonPatch.apply(document, operations, new Problems()).orElseThrow());

      Reading reading = read(text, place);

      assertEquals(
          reading.scenario().isEmpty(), !reading.problems().isEmpty(), place.spot().pointer());
    }
  }

  private static Reading read(String text, Located place) {
    try {
      return ScenarioReader.parse("f", text, EVERYTHING.getParent());
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("the reader fails at " + place.spot().pointer(), e);
    }
  }

  private static List<Located> places(Located value, List<Located> found) {
    found.add(value);
    if (value instanceof Located.Obj object) {
      object.members().forEach(m -> places(m.value(), found));
    } else if (value instanceof Located.Arr array) {
      array.items().forEach(item -> places(item, found));
    }
    return found;
  }
}
