package exsim.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class DiffCommandTest {
  private static final String FIRST = "library/first.json";
  private static final String HYBRID = "library/hybrid/centralized-transport.json";

  @Test
  void a_file_does_what_it_does_itself() {
    Ran ran = Ran.of("diff", HYBRID, HYBRID, "--probe", "--internal");

    assertEquals(0, ran.code());
    assertTrue(ran.out().startsWith("no journey differs, of 198\n"), ran.out());
  }

  @Test
  void a_setting_that_weakens_fails_and_is_named() {
    Ran ran = Ran.of("diff", FIRST, "--do", "Set-SendConnector Internet -IgnoreSTARTTLS $true");

    assertEquals(1, ran.code());
    assertTrue(ran.out().startsWith("1 of 1 journey differs: 1 weaker, "), ran.out());
    assertTrue(ran.out().contains("    but now             HOP-001 "), ran.out());
    assertTrue(ran.out().contains("  by          onPremises \"contoso\", sendCo"), ran.out());
  }

  @Test
  void forced_tls_is_stronger_and_forcing_it_where_there_is_none_loses_mail() {
    String force = "Set-SendConnector Internet -RequireTLS $true";
    Ran stronger = Ran.of("diff", FIRST, "--do", force);
    assertEquals(0, stronger.code());
    assertTrue(stronger.out().contains("\nstronger  hello: "), stronger.out());

    Ran lost = Ran.of("diff", HYBRID, "--on", "contoso", "--do", force, "--fail-on", "lost");
    assertEquals(1, lost.code());
    assertTrue(lost.out().contains("\nlost "), lost.out());
    assertEquals(0, Ran.of("diff", HYBRID, "--on", "contoso", "--do", force).code());
  }

  @Test
  void of_several_settings_only_those_that_matter_are_blamed() {
    Ran ran =
        Ran.of(
            "diff",
            FIRST,
            "--do",
            "Set-SendConnector Internet -IgnoreSTARTTLS $true -Comment changed -MaxMessageSize 9MB",
            "--format",
            "json");

    assertTrue(
        ran.out()
            .contains(
                "\"settings\": [\n        \"onPremises \\\"contoso\\\", sendConnectors"
                    + " \\\"Internet\\\", IgnoreSTARTTLS\"\n      ]"),
        ran.out());
  }

  @Test
  void hops_that_are_new_or_gone_have_rows_of_their_own() {
    Ran ran =
        Ran.of(
            "diff",
            HYBRID,
            "--on",
            "contoso.onmicrosoft.com",
            "--do",
            "Set-OutboundConnector 'Outbound to contoso' -RouteAllMessagesViaOnPremises $false");

    assertTrue(ran.out().contains("\n- contoso.onmicrosoft"), ran.out());
    assertTrue(ran.out().contains("\n+ contoso.onmicrosoft"), ran.out());
    assertTrue(ran.out().lines().allMatch(line -> line.length() <= 80), ran.out());
  }

  @Test
  void build_servers_see_a_case_for_each_journey() {
    String weaken = "Set-SendConnector Internet -IgnoreSTARTTLS $true";
    String xml = Ran.of("diff", FIRST, "--do", weaken, "--format", "junit").out();
    assertTrue(xml.contains("tests=\"1\" failures=\"1\""), xml);
    assertTrue(xml.contains("<failure message=\"the journey is weaker\">"), xml);

    Ran tolerant = Ran.of("diff", FIRST, "--do", weaken, "--format", "junit", "--fail-on", "none");
    assertEquals(0, tolerant.code());
    assertFalse(tolerant.out().contains("<failure"), tolerant.out());
  }

  @Test
  void what_cannot_be_compared_is_said() {
    assertEquals(2, Ran.of("diff").code());
    assertEquals(2, Ran.of("diff", FIRST).code());
    assertEquals(2, Ran.of("diff", FIRST, FIRST, FIRST).code());
    assertEquals(2, Ran.of("diff", FIRST, FIRST, "--on", "contoso").code());
    assertEquals(2, Ran.of("diff", FIRST, "nowhere.json").code());
    assertEquals(2, Ran.of("diff", FIRST, FIRST, "--fail-on", "strong").code());
    Ran wrong = Ran.of("diff", FIRST, "--do", "Set-SendConnector Intrenet -RequireTLS $true");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().startsWith("--do: /1: "), wrong.err());
    Ran where = Ran.of("diff", HYBRID, "--do", "Set-SendConnector Internet -RequireTLS $true");
    assertEquals(2, where.code());
    assertTrue(where.err().contains("state `on`"), where.err());
  }
}
