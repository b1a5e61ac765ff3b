package exsim.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story and the questions of a scenario. */
final class LessonTest {
  private static final String WORLD =
      """
      { "title": "A lesson",
        "description": "What it is about.",
        "story": ["Once upon a time.", "And then."],
        "onPremises": [{ "name": "contoso", "acceptedDomains": ["contoso.com"],
          "servers": [{ "name": "EX19", "version": "2019" }],
          "sendConnectors": [{ "Name": "Internet", "AddressSpaces": "SMTP:*;1" }] }],
        "mailSystems": [{ "name": "partner", "domains": ["partner.example"],
          "hosts": [{ "fqdn": "mx.partner.example", "addresses": ["192.0.2.25"] }] }],
        "dns": { "records": ["partner.example. MX 10 mx.partner.example.",
                             "mx.partner.example. A 192.0.2.25"] },
        "messages": [
          { "id": "m1", "from": "a@contoso.com", "to": "b@partner.example", "origin": "EX19" },
          { "id": "m2", "from": "a@contoso.com", "to": "c@partner.example", "origin": "EX19" }],
        "sessions": [{ "id": "typed", "from": "203.0.113.7", "to": "mx.partner.example",
          "lines": ["C: EHLO me", "C: MAIL FROM:<a@b.example>"] }],
        "questions": [%s] }
      """;

  private static final String TLS =
      """
      { "ask": "Is it inside TLS?", "message": "m1", "about": "firstHop.tls",
        "choices": [true, false], "because": "HOP-040" }
      """;
  private static final String TYPED =
      """
      { "ask": "What does it say?", "session": "typed", "after": "EHLO me",
        "choices": ["502", "250-STARTTLS", "250 STARTTLS"] }
      """;
  private static final String STATED =
      """
      { "ask": "Who checks the certificate?", "choices": ["nobody", "Exchange"],
        "answer": "nobody", "because": "HOP-040" }
      """;

  @TempDir Path folder;

  private String file(String... questions) throws IOException {
    Path file = folder.resolve("lesson.json");
    return Files.writeString(file, WORLD.formatted(String.join(",", questions))).toString();
  }

  private void refused(String question, String fault) throws IOException {
    String file = file(question);
    for (String command : new String[] {"walk", "run"}) {
      Ran ran = Ran.of(command, file);
      assertEquals(2, ran.code());
      assertEquals(file + ":16:17: /questions/0: " + fault + "\n", ran.err());
    }
  }

  @Test
  void a_walk_tells_the_story_first() throws IOException {
    Ran ran = Ran.of("walk", file(TLS));

    assertTrue(
        ran.out().startsWith("A lesson\n\nWhat it is about.\n\nOnce upon a time.\n\nAnd then.\n"),
        ran.out());
    assertFalse(ran.out().contains("? "), ran.out());
  }

  @Test
  void questions_are_asked_where_what_they_are_about_comes_next() throws IOException {
    String file = file(TYPED, TLS, STATED);
    Ran ran = Ran.typed("1\nno\n1\n2\ndelivered\n", Terminal.NONE, "walk", file, "--quiz");

    assertEquals(0, ran.code(), ran.err());
    String out = ran.out();
    int general = out.indexOf("? Who checks the certificate?\n  1  nobody\n  2  Exchange\n");
    int told = out.indexOf("\nMessage m1");
    int about = out.indexOf("? Is it inside TLS?\n  1  yes\n  2  no\n  no: yes\n    HOP-040 ");
    int hop = out.indexOf("\nHop 1");
    int line = out.indexOf("C: EHLO me\n\n? What does it say?\n");
    assertTrue(0 < general && general < told && told < about && about < hop && hop < line, out);
    assertTrue(out.contains("  = 250 STARTTLS\n    S: 250-mx.partner.example\n"), out);
    assertEquals(out.indexOf("Is it inside"), out.lastIndexOf("Is it inside"));
    assertTrue(out.endsWith("\n3 of 9 answers were right\n"), out);
  }

  @Test
  void one_message_brings_its_own_questions_only() throws IOException {
    String file = file(TYPED, TLS, STATED);

    String one = Ran.of("walk", file, "--message", "m1", "--quiz").out();
    assertTrue(one.contains("Is it inside TLS?") && !one.contains("Who checks"), one);
    String other = Ran.of("walk", file, "--message", "m2", "--quiz").out();
    assertFalse(other.contains("Is it inside TLS?"), other);
    assertEquals(0, Ran.of("run", file, "--message", "m2").code());
  }

  @Test
  void a_question_that_the_run_contradicts_is_a_fault_of_the_file() throws IOException {
    refused(
        TLS.replace("[true, false]", "[false, null]"),
        "no choice comes out in the run, which has firstHop.tls true");
    refused(
        TLS.replace("firstHop.tls", "reply").replace("[true, false]", "[\"250\", \"Ok\", \"550\"]"),
        "several choices come out in the run: 250, Ok");
    refused(TLS.replace("HOP-040", "HOP-041"), "HOP-041 decides nothing here in the run");
    refused(STATED.replace("HOP-040", "HOP-041"), "HOP-041 decides nothing here in the run");
    refused(
        TYPED.replace("250 STARTTLS", "220"),
        "no choice comes out in the run, which has 250-mx.partner.example | 250-PIPELINING |"
            + " 250-SIZE | 250-ENHANCEDSTATUSCODES | 250-8BITMIME | 250-DSN | 250-CHUNKING |"
            + " 250 STARTTLS");
  }
}
