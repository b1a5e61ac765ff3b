package exsim.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class ShowCommandTest {
  private static final String FIRST = "library/first.json";
  private static final String TWO =
      "library/onprem/exchange-authentication-across-organizations.json";

  @Test
  void several_cmdlets_are_shown_with_a_blank_line_between_them() {
    Ran ran = Ran.of("show", FIRST, "Get-SendConnector | fl Name", "Get-AcceptedDomain|fl Name");

    assertEquals(new Ran(0, "Name : Internet\n\nName : contoso.com\n", ""), ran);
  }

  @Test
  void every_faulty_cmdlet_is_reported_and_nothing_is_printed() {
    Ran ran =
        Ran.of("show", FIRST, "Get-SendConnector", "Get-Sendconnector | fl Nam", "Get-Sendmail");

    assertEquals(2, ran.code());
    assertEquals("", ran.out());
    assertTrue(
        ran.err().startsWith("cmdlet 2:1:24: SendConnector has no property `Nam`"), ran.err());
    assertTrue(ran.err().contains("\ncmdlet 3:1:1: `Get-Sendmail` is not a cmdlet"), ran.err());
  }

  @Test
  void what_is_missing_or_out_of_range_is_said() {
    String help = "\n`exsim show --help` tells how it is called\n";
    String cmdlet = "Get-SendConnector";

    assertEquals("exsim show: which file? there is no FILE" + help, Ran.of("show").err());
    assertEquals(
        "exsim show: show what? there is no CMDLET, such as 'Get-SendConnector | FL'" + help,
        Ran.of("show", FIRST).err());
    assertEquals(
        "exsim show: --width is 20 to 10000, not 5" + help,
        Ran.of("show", FIRST, cmdlet, "--width", "5").err());
    assertEquals(
        "exsim show: --width is 20 to 10000, not 99999999999" + help,
        Ran.of("show", FIRST, cmdlet, "--width", "99999999999").err());
    assertEquals(
        "exsim show: --width is 20 to 10000, not wide" + help,
        Ran.of("show", FIRST, cmdlet, "--width", "wide").err());
    assertEquals(
        "cmdlet:1:1: more than one organization or tenant has Get-AcceptedDomain:"
            + " contoso, fabrikam; say which with `--on`\n",
        Ran.of("show", TWO, "Get-AcceptedDomain").err());
    assertEquals(
        "--at: this is before the scenario starts, at 2026-01-01T00:00:00Z\n",
        Ran.of("show", FIRST, cmdlet, "--at", "2025-01-01T00:00:00Z").err());
    assertEquals(
        "--at: `noon` is not an instant; write it like `2026-03-02T08:00:00Z`\n",
        Ran.of("show", FIRST, cmdlet, "--at", "noon").err());
    assertEquals(
        "cmdlet:1:1: there is no organization, server or tenant `fabrikam`; use one of contoso, EX19\n",
        Ran.of("show", FIRST, cmdlet, "--on", "fabrikam").err());
    assertEquals(
        "nowhere.json: there is no such file or folder\n",
        Ran.of("show", "nowhere.json", cmdlet).err());
    assertEquals(2, Ran.of("show", "nowhere.json", cmdlet).code());
  }
}
