package exsim.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class AskWhichConnectorTest {
  private static final String SELECTION = "library/onprem/send-connector-selection.json";
  private static final String CENTRALIZED = "library/hybrid/centralized-transport.json";

  private static Ran which(String file, String... options) {
    return Ran.asked(file, "which-connector", options);
  }

  @Test
  void messages_with_one_answer_are_one_row() {
    Ran ran = which(SELECTION, "--from", "fabrikam.example");

    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().startsWith("proved: these are all the ways that a message takes\n"));
    assertTrue(
        ran.out()
            .contains(
                """
                Send connector B of fabrikam
                  for      from EX19 as fabrikam.example to contoso.com, sub.contoso.com,
                           a.mkt.contoso.com, up to 36700160 bytes
                  why      SEND-010 the address space SMTP:*.contoso.com;50 is more specific
                           than SMTP:*;1
                  not      C: no address space of the connector covers contoso.com (SEND-004)
                           A: the address space SMTP:*.contoso.com;50 is more specific than
                           SMTP:*;1 (SEND-010)
                """),
        ran.out());
    assertTrue(ran.out().contains("does not leave fabrikam\n"), ran.out());
    assertTrue(ran.out().contains("ROUTE-001"), ran.out());
  }

  @Test
  void a_size_settles_which_limits_count() {
    String small = which(SELECTION, "--to", "mkt.contoso.com", "--size", "1000").out();
    assertTrue(small.contains("Send connector C of fabrikam\n"), small);
    assertFalse(small.contains("SEND-091"), small);

    String big = which(SELECTION, "--to", "mkt.contoso.com", "--size", "99999999").out();
    assertTrue(big.contains("no Send connector of fabrikam\n"), big);
    assertTrue(big.contains("SEND-091"), big);
  }

  @Test
  void every_system_that_a_message_passes_chooses() {
    String out = which(CENTRALIZED, "--from", "julie@contoso.com", "--to", "partner.example").out();

    assertTrue(
        out.contains("outbound connector Outbound to contoso of contoso.onmicrosoft.com\n"), out);
    assertTrue(out.contains("  then     Send connector Internet of contoso\n"), out);
    assertTrue(out.lines().allMatch(line -> line.length() <= 80), out);
  }

  @Test
  void a_domain_without_hosts_names_the_connector_too() {
    String out = which(SELECTION, "--from", "fabrikam.example", "--to", "nowhere.example").out();
    assertTrue(out.contains("Send connector A of fabrikam\n"), out);
  }

  @Test
  void programs_get_all_of_it() {
    String json = which(SELECTION, "--format", "json").out();
    assertTrue(json.contains("\"question\": \"which-connector\""), json);
    assertTrue(json.contains("\"answer\": \"proved\""), json);
    assertTrue(json.contains("\"connector\": \"B\""), json);

    String xml = which(SELECTION, "--format", "junit").out();
    assertTrue(xml.contains("tests=\"1\" failures=\"0\""), xml);
  }

  @Test
  void what_cannot_be_asked_is_said() {
    assertEquals(2, which(SELECTION, "--size", "big").code());
    assertEquals(2, which(SELECTION, "--size", "-1").code());
    assertEquals(2, which(SELECTION, "--from", "nobody.example").code());
    Ran foreign = which(SELECTION, "--under", "down");
    assertEquals(2, foreign.code());
    assertTrue(foreign.err().contains("--under does not go with which-connector"), foreign.err());
    assertEquals(2, which(SELECTION, "--to", "a b").code());
    assertEquals(2, Ran.of("ask", SELECTION, "which-connector", "more").code());
  }
}
