package exsim.scenarios.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.scenarios.format.ScenarioReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTrackingLogTest {
  private static final Shell SHELL =
      new Shell(
          ScenarioReader.read(Path.of("library/onprem/message-tracking.json"))
              .scenario()
              .orElseThrow(),
          80);

  @Test
  void log_010_the_connector_is_that_of_the_transport_service() {
    assertEquals(
        List.of("ConnectorId : EX19\\Default EX19", "Recipients  : {alice@contoso.com}"),
        SHELL
            .print(
                "Get-MessageTrackingLog -Server EX19 -EventId Receive -Sender bob@partner.example"
                    + " | fl ConnectorId,Recipients",
                "PT1M")
            .stream()
            .filter(line -> !line.isBlank())
            .toList());
  }

  @Test
  void the_table_has_its_usual_columns() {
    List<String> lines = SHELL.print("Get-MessageTrackingLog", "PT0S");

    assertTrue(
        lines.get(0).startsWith("Timestamp            EventId    Source      Sender"),
        lines.get(0));
    assertTrue(lines.get(2).startsWith("3/2/2026 8:00:00 AM  RECEIVE    SMTP"), lines.get(2));
    assertEquals(5, lines.size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-Recipients x@missing.example,alice@contoso.com -EventId fail | DNS",
        "-Source QUEUE |",
        "-MessageId out -EventId DELIVER | STOREDRIVER",
        "-EventId DEFER -Start '3/2/2026 9:01 AM' -End '3/2/2026 9:02 AM' | SMTP",
        "-EventId DEFER -End 3/2/2026 |",
        "-EventId DEFER -Start 3/3/2026 |"
      })
  void parameters_choose_the_entries(String parameters, String sources) {
    assertEquals(
        sources == null ? List.of() : List.of(sources),
        SHELL.print(
            "Get-MessageTrackingLog " + parameters + " | ft Source -Auto -HideTableHeaders",
            "PT1H2M"));
  }

  @Test
  void what_is_no_date_or_no_server_is_a_fault() {
    assertTrue(
        SHELL.faults("Get-MessageTrackingLog -Start yesterday").get(0).contains("is no date"));
    assertTrue(
        SHELL.faults("Get-MessageTrackingLog -Server EX99").get(0).contains("there is no server"));
  }
}
