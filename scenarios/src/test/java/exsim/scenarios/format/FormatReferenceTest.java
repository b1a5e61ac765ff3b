package exsim.scenarios.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.scenarios.json.JsonReader;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Keeps the format reference true. */
class FormatReferenceTest {
  private static final Path REFERENCE = Path.of("docs", "scenario-format.md");
  private static final Path EVERYTHING =
      Path.of("src", "test", "resources", "good", "everything.json");

  /** Names that a scenario gives, or that Exchange does. */
  private static final Set<String> EXCHANGE =
      Set.of(
          "acceptedDomains",
          "sendConnectors",
          "receiveConnectors",
          "inboundConnectors",
          "outboundConnectors",
          "transportConfig",
          "organizationConfig",
          "casMailboxes",
          "authenticationPolicies",
          "users",
          "remoteDomains");

  @Test
  void the_smallest_file_is_a_scenario() throws IOException {
    String text = Files.readString(REFERENCE);
    int start = text.indexOf("```json\n") + "```json\n".length();

    Reading reading =
        ScenarioReader.parse(
            "doc", text.substring(start, text.indexOf("```", start)), Path.of("."));

    assertEquals(List.of(), reading.problems());
    assertEquals(List.of(), reading.warnings());
  }

  @Test
  void every_key_has_its_place_in_the_reference() throws IOException {
    String text = Files.readString(REFERENCE);
    Located document =
        JsonReader.read("f", Files.readString(EVERYTHING), new Problems()).orElseThrow();

    for (String key : keys(document, new TreeSet<>())) {
      assertTrue(
          text.contains("`" + key + "`") || text.contains("\"" + key + "\":"),
          "`" + key + "` is not described");
    }
  }

  private static TreeSet<String> keys(Located value, TreeSet<String> found) {
    if (value instanceof Located.Obj object) {
      for (Located.Member member : object.members()) {
        boolean data = member.name().matches(".*[@.].*|EX\\d+") || isCertificate(member);
        if (!data) {
          found.add(member.name());
        }
        if (!EXCHANGE.contains(member.name())) {
          keys(member.value(), found);
        }
      }
    } else if (value instanceof Located.Arr array) {
      array.items().forEach(item -> keys(item, found));
    }
    found.removeAll(
        Set.of(
            "op",
            "value",
            "implicitMx",
            "outboundOrder",
            "Services",
            "rule",
            "text",
            "basis",
            "source"));
    return found;
  }

  private static boolean isCertificate(Located.Member member) {
    return member
            .value()
            .spot()
            .pointer()
            .matches("/certificates/.*|/timeline/\\d+/set/certificates/.*")
        && member.value() instanceof Located.Obj;
  }
}
