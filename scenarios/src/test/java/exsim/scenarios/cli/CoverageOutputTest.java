package exsim.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.scenarios.json.JsonReader;
import exsim.scenarios.json.Problems;
import org.junit.jupiter.api.Test;

class CoverageOutputTest {
  @Test
  void counts_come_first_and_every_statement_says_what_answers_it() {
    Ran ran = Ran.of("rules", "--coverage");

    assertEquals(0, ran.code());
    assertTrue(
        ran.out()
            .substring(0, ran.out().indexOf("\n\n"))
            .replace('\n', ' ')
            .matches(
                "Exchange on-premises: \\d+ statements, \\d+ in force, \\d+ kept and printed,"
                    + " \\d+ not applicable, \\d+ open"));
    assertTrue(ran.out().contains("\n\nSEL-004    disabled\n           rules      SEND-003\n"));
    ran.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
  }

  @Test
  void what_is_only_kept_says_why_it_changes_no_outcome() {
    Ran ran = Ran.of("rules", "--coverage", "--format", "json");

    assertTrue(
        ran.out().matches("(?s).*\"id\": \"RC-043\",[^{]*\"state\": \"kept and printed\",.*"),
        ran.out());
    assertTrue(ran.out().matches("(?s).*\"id\": \"RC-043\",[^{]*\"kept\": \\[.*"), ran.out());
  }

  @Test
  void exchange_online_has_a_catalogue_of_its_own() {
    Ran ran = Ran.of("rules", "--coverage", "--online");

    assertEquals(0, ran.code());
    assertTrue(ran.out().startsWith("Exchange Online: 233 statements, "), ran.out());
    assertEquals(2, Ran.of("rules", "--online").code());
  }

  @Test
  void named_files_replace_the_library() {
    Ran ran = Ran.of("rules", "--coverage", "library/first.json");

    assertTrue(ran.out().contains("scenarios  library/first.json\n"), ran.out());
    assertTrue(!ran.out().contains("scenarios  onprem/"), ran.out());
  }

  @Test
  void programs_get_json_with_every_scenario() {
    Ran ran = Ran.of("rules", "--coverage", "--format", "json");
    Problems problems = new Problems();

    assertEquals(0, ran.code());
    assertTrue(JsonReader.read("out", ran.out(), problems).isPresent());
    assertTrue(ran.out().startsWith("{\n  \"format\": \"exsim-coverage/1\",\n"));
    assertTrue(!ran.out().contains(" more"));
  }

  @Test
  void what_makes_no_sense_is_told() {
    assertEquals(2, Ran.of("rules", "--coverage", "--format", "md").code());
    assertEquals(2, Ran.of("rules", "--coverage", "--assumed").code());
    assertEquals(2, Ran.of("rules", "--format", "json").code());
    Ran missing = Ran.of("rules", "--coverage", "nowhere.json");
    assertEquals(2, missing.code());
    assertEquals("", missing.out());
    assertTrue(missing.err().contains("nowhere.json"), missing.err());
  }
}
