package exsim.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class WalkCommandTest {
  private static final String FIRST = "library/first.json";
  private static final Terminal TERMINAL = new Terminal(true, true, StandardCharsets.UTF_8, false);

  @Test
  void a_walk_tells_the_way_the_session_and_the_reasons() {
    Ran ran = Ran.of("walk", FIRST);

    assertEquals(0, ran.code());
    assertEquals("", ran.err());
    for (String part :
        new String[] {
          "An Exchange server sends to a partner\n",
          "Message hello: alice@contoso.com → bob@partner.example\n",
          "Hop 1: contoso EX19 → partner, mx.partner.example [192.0.2.25]:25\n",
          "console  Mail flow > Send connectors > Internet > Scoping",
          "\n      C: EHLO ex19.contoso.com\n",
          "\n    ---  TLS: TLSv1.2, ",
          "\n    ┃ C: MAIL FROM:<alice@contoso.com> SIZE=10240\n",
          "subject    CN=mx.partner.example\n",
          "    STARTTLS   offered and taken\n",
          "So it goes over inside TLS (TLSv1.2), by HOP-040: 250 2.0.0 Ok: queued\n",
          "And if somebody hides STARTTLS?\n",
          "\nDELIVERED  hello: 250 2.0.0 Ok: queued\n"
        }) {
      assertTrue(ran.out().contains(part), part + " in\n" + ran.out());
    }
    assertTrue(ran.out().lines().allMatch(line -> line.length() <= 80), ran.out());
  }

  @Test
  void two_sides_of_a_session_have_two_colours() {
    Terminal coloured = new Terminal(true, true, StandardCharsets.UTF_8, true);
    String out = Ran.of(coloured, "walk", FIRST).out();

    assertTrue(out.contains("    \u001b[36m  C: EHLO ex19.contoso.com\u001b[0m\n"), out);
    assertTrue(out.contains("    \u001b[35m  S: 220 mx.partner.example ESMTP\u001b[0m\n"), out);
  }

  @Test
  void a_quiz_hides_what_it_asks_and_counts() {
    Ran ran = Ran.typed("1\n2\ndelivered\n", Terminal.NONE, "walk", FIRST, "--quiz");

    assertTrue(ran.out().endsWith("\n2 of 3 answers were right\n"), ran.out());
    int asked = ran.out().indexOf("? What becomes of the message on this hop?");
    assertTrue(asked > 0 && asked < ran.out().indexOf("C: EHLO"), ran.out());
  }

  @Test
  void steps_wait_at_a_terminal_only() {
    String whole = Ran.of("walk", FIRST).out();

    assertEquals(whole, Ran.of("walk", FIRST, "--step").out());
    String left = Ran.typed("\nq\n", TERMINAL, "walk", FIRST, "--step").out();
    assertTrue(left.contains("Message hello") && !left.contains("Hop 1"), left);
  }

  @Test
  void one_message_is_picked_and_what_is_typed_by_hand_is_told() {
    String typed = Ran.of("walk", "library/online/typed-at-the-mx-host.json").out();
    assertTrue(typed.contains("Session helo-only: 203.0.113.7"), typed);
    String one = "library/onprem/error-policies.json";
    Ran none = Ran.of("walk", one, "--message", "nobody");
    assertEquals(2, none.code());
    assertTrue(none.err().startsWith("there is no message `nobody`"), none.err());
  }

  @Test
  void what_cannot_be_walked_is_said() {
    assertEquals(2, Ran.of("walk").code());
    assertEquals(2, Ran.of("walk", FIRST, FIRST).code());
    assertEquals(2, Ran.of("walk", "nowhere.json").code());
    assertEquals(2, Ran.of("walk", "library/onprem").code());
    assertEquals(2, Ran.of("walk", "src/test/resources/bad/not-json.json").code());
  }
}
