package exsim.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must never happen is asked at every run. */
final class IntentsTest {
  private static final Path FIRST = Path.of("library", "first.json");

  @TempDir Path folder;

  @Test
  void an_intent_that_is_proved_holds() throws Exception {
    Ran ran = run("{ \"never\": \"plaintext\", \"to\": \"partner.example\" }");

    assertEquals(0, ran.code(), ran.out());
    assertTrue(
        ran.out().contains("  ✓ never plaintext, to partner.example\n    proved: "), ran.out());
    assertTrue(ran.out().endsWith("2 held, 0 failed\n"), ran.out());
  }

  @Test
  void one_that_is_refuted_shows_how_and_where_remedies_are() throws Exception {
    Ran ran = run("{ \"never\": \"plaintext\", \"under\": [\"stripStartTls\"] }");

    assertEquals(1, ran.code(), ran.out());
    assertTrue(ran.out().contains("  ✗ never plaintext, under stripStartTls\n"), ran.out());
    assertTrue(ran.out().contains("hides STARTTLS"), ran.out());
    assertTrue(
        ran.out().contains("exsim ask FILE can-be-plaintext --under stripStartTls"), ran.out());
    assertTrue(ran.out().endsWith("1 held, 1 failed\n"), ran.out());
    assertTrue(ran.out().lines().allMatch(line -> line.length() <= 80), ran.out());
  }

  @Test
  void one_that_is_not_gone_through_fails() throws Exception {
    String intent = "{ \"never\": \"plaintext\", \"under\": [\"breakTls\"], \"runs\": ";

    Ran cut = run(intent + "1 }");
    assertEquals(1, cut.code(), cut.out());
    assertTrue(cut.out().contains("    not proved: "), cut.out());
    assertTrue(
        cut.out().replaceAll("\\s+", " ").contains("classes not gone through to the end"),
        cut.out());

    Ran whole = run(intent + "10 }");
    assertEquals(0, whole.code(), whole.out());
  }

  @Test
  void other_programs_see_the_counter_example_but_no_remedies_that_nobody_looked_for()
      throws Exception {
    String refuted = "{ \"never\": \"plaintext\", \"under\": \"all\" }";
    Ran json = run(refuted, "--format", "json");
    Ran junit = run(refuted, "--format", "junit");

    assertTrue(json.out().contains("\"intent\": \"never plaintext, under all\""), json.out());
    assertTrue(json.out().contains("\"counterExample\""), json.out());
    assertFalse(json.out().contains("closedBy"), json.out());
    assertTrue(junit.out().contains("name=\"never plaintext, under all\""), junit.out());
    assertTrue(junit.out().contains("failures=\"1\""), junit.out());
  }

  @Test
  void one_message_alone_leaves_them_aside() throws Exception {
    Ran ran = run("{ \"never\": \"plaintext\", \"under\": \"all\" }", "--message", "hello");

    assertEquals(0, ran.code(), ran.out());
    assertFalse(ran.out().contains("never"), ran.out());
  }

  @Test
  void faults_have_their_place() throws Exception {
    Ran ran =
        run(
            "{ \"under\": [\"stripStartTLS\", \"down\", \"down\"], \"within\": \"1h\","
                + " \"until\": \"-PT1S\", \"to\": \"a b\", \"runs\": 0, \"untill\": 1 }");

    assertEquals(2, ran.code());
    String said = ran.err();
    assertTrue(said.contains("/intents/0: `never` is missing"), said);
    assertTrue(said.contains("/intents/0/under/0: `stripStartTLS` is not a hazard"), said);
    assertTrue(said.contains("/intents/0/under/2: this stands twice"), said);
    assertTrue(said.contains("/intents/0/within: `1h` is not a duration"), said);
    assertTrue(said.contains("/intents/0/until: this is before the scenario starts"), said);
    assertTrue(said.contains("/intents/0/to: "), said);
    assertTrue(said.contains("/intents/0/runs: "), said);
    assertTrue(said.contains("unknown key `untill`; did you mean `until`?"), said);
  }

  @Test
  void senders_that_nobody_is_are_a_fault() throws Exception {
    Ran ran = run("{ \"never\": \"plaintext\", \"from\": \"elsewhere.example\" }");

    assertEquals(2, ran.code());
    assertTrue(
        ran.err().contains("/intents/0: no system, server or device of the scenario sends from"),
        ran.err());
  }

  @Test
  void a_hazard_can_wait_at_one_host() throws Exception {
    String intent = "{ \"never\": \"plaintext\", \"to\": \"partner.example\", \"under\": ";

    Ran there = run(intent + "[\"stripStartTls@MX.partner.example\"] }");
    assertEquals(1, there.code(), there.out());

    Ran address = run(intent + "[\"stripStartTls@192.0.2.25\"] }");
    assertEquals(1, address.code(), address.out());

    Ran elsewhere = run(intent + "[\"stripStartTls@mx.elsewhere.example\"] }");
    assertEquals(2, elsewhere.code(), elsewhere.out());
    assertTrue(
        elsewhere.err().contains("`stripStartTls@mx.elsewhere.example` never comes to pass"),
        elsewhere.err());
  }

  /** Runs the first scenario with some intents. */
  private Ran run(String intents, String... options) throws Exception {
    String text = Files.readString(FIRST);
    int end = text.lastIndexOf('}');
    Path file = folder.resolve("first.json");
    Files.writeString(file, text.substring(0, end) + ", \"intents\": [" + intents + "] }");
    String[] arguments = new String[options.length + 2];
    arguments[0] = "run";
    arguments[1] = file.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return Ran.of(arguments);
  }
}
