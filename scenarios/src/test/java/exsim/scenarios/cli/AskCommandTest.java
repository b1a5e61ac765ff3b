package exsim.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class AskCommandTest {
  private static final String FIRST = "library/first.json";
  private static final String IN_BETWEEN = "library/onprem/somebody-in-between.json";

  @Test
  void opportunistic_tls_is_refuted_by_one_who_hides_starttls_and_closed() {
    Ran ran = Ran.of("ask", FIRST, "can-be-plaintext", "--to", "partner.example", "--under", "all");

    assertEquals(1, ran.code());
    assertTrue(ran.out().startsWith("counter-example: a message crosses a link in cl"), ran.out());
    assertTrue(
        ran.out()
            .contains("  when      somebody between contoso and mx.partner.example hides STARTTLS"),
        ran.out());
    assertFalse(ran.out().contains("\n  and "), ran.out());
    assertTrue(
        ran.out()
            .contains("  Set-SendConnector 'Internet' -IgnoreSTARTTLS $false -RequireTLS $true\n"),
        ran.out());
    assertTrue(ran.out().contains("proved then for every message"), ran.out());
    assertTrue(ran.out().lines().allMatch(line -> line.length() <= 80), ran.out());
  }

  @Test
  void without_hazards_the_scenario_alone_counts() {
    Ran ran = Ran.of("ask", FIRST, "can-be-plaintext", "--to", "bob@partner.example");

    assertEquals(0, ran.code());
    assertTrue(ran.out().startsWith("proved: no message crosses a link in clear\n"), ran.out());
  }

  @Test
  void a_connector_that_checks_the_name_is_proved_against_everything() {
    Ran proved =
        Ran.of(
            "ask",
            IN_BETWEEN,
            "can-be-plaintext",
            "--from",
            "contoso.com",
            "--to",
            "named.example",
            "--under",
            "all");
    assertEquals(0, proved.code(), proved.out());

    Ran chain =
        Ran.of(
            "ask",
            IN_BETWEEN,
            "can-be-unauthenticated",
            "--from",
            "a@contoso.com",
            "--to",
            "required.example");
    assertEquals(1, chain.code());
    assertTrue(chain.out().contains("nothing need happen"), chain.out());
    assertTrue(chain.out().contains("-TlsAuthLevel DomainValidation"), chain.out());
  }

  @Test
  void what_was_not_gone_through_is_not_proved() {
    Ran ran =
        Ran.of(
            "ask",
            IN_BETWEEN,
            "can-be-plaintext",
            "--from",
            "contoso.com",
            "--to",
            "named.example",
            "--under",
            "all",
            "--runs",
            "2");

    assertEquals(3, ran.code());
    assertTrue(ran.out().startsWith("not proved: "), ran.out());
  }

  @Test
  void time_counts() {
    String renewed = "library/hybrid/certificate-renewed.json";
    Ran now =
        Ran.of(
            "ask",
            renewed,
            "can-be-undelivered",
            "--from",
            "contoso.com",
            "--to",
            "contoso.com",
            "--format",
            "json");
    assertTrue(now.out().contains("\"format\": \"exsim-answer/1\""), now.out());
    Ran later =
        Ran.of(
            "ask",
            renewed,
            "can-be-undelivered",
            "--from",
            "contoso.com",
            "--to",
            "contoso.com",
            "--until",
            "P400D",
            "--format",
            "json");
    assertTrue(later.out().contains("\"messages\": "), later.out());
    assertFalse(later.out().equals(now.out()));
  }

  @Test
  void build_servers_see_one_case() {
    String xml =
        Ran.of("ask", FIRST, "can-be-undelivered", "--under", "down", "--format", "junit").out();
    assertTrue(xml.contains("tests=\"1\" failures=\"1\""), xml);
    assertTrue(xml.contains("<failure message=\"counter-example\">"), xml);
  }

  @Test
  void what_cannot_be_asked_is_said() {
    assertEquals(2, Ran.of("ask").code());
    assertEquals(2, Ran.of("ask", FIRST).code());
    Ran near = Ran.of("ask", FIRST, "can-be-plain-text");
    assertEquals(2, near.code());
    assertTrue(near.err().contains("did you mean `can-be-plaintext`"), near.err());
    assertEquals(2, Ran.of("ask", FIRST, "can-be-plaintext", "--from", "nobody.example").code());
    assertEquals(2, Ran.of("ask", FIRST, "can-be-plaintext", "--under", "rain").code());
    assertEquals(2, Ran.of("ask", FIRST, "can-be-plaintext", "--to", "a b").code());
    assertEquals(2, Ran.of("ask", FIRST, "can-be-plaintext", "--runs", "0").code());
    assertEquals(2, Ran.of("ask", FIRST, "can-be-plaintext", "--within", "soon").code());
    assertEquals(
        2, Ran.of("ask", FIRST, "can-be-plaintext", "--until", "2001-01-01T00:00:00Z").code());
  }
}
