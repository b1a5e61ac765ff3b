package exsim.scenarios.mailflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.common.collect.ImmutableMap;
import exsim.model.topology.World;
import exsim.scenarios.format.ScenarioReader;
import exsim.simulator.delivery.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** EXO-REP-10, EXO-REP-11, EXO-REP-12, EXO-REP-13 and EXO-REP-15 of the catalogue. */
class MailFlowReportsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/exsim/scenarios/mailflow");
  private static final String CONTOSO = "contoso.onmicrosoft.com/";

  private static ImmutableMap<String, String> reports(String scenario) {
    World world =
        ScenarioReader.read(Path.of("library/online", scenario)).scenario().orElseThrow().world();
    return MailFlowReports.of(world, Simulation.run(world));
  }

  private static String report(String scenario, String path) {
    String text = reports(scenario).get(path);
    return text == null ? fail("no " + path) : text;
  }

  /** The lines below the names of the columns. */
  private static List<String> rows(String scenario, String path) {
    List<String> lines = report(scenario, path).lines().toList();
    return lines.subList(1, lines.size());
  }

  private static void columns(String path, String names) {
    assertEquals(names, report("mail-flow-reports.json", path).lines().findFirst().orElseThrow());
  }

  @Test
  void columns_are_those_of_the_pages() {
    String connectors =
        "Date,Connector direction and name,Connector type,Forced TLS?,"
            + "No TLS,TLS 1.0,TLS 1.1,TLS 1.2,Volume";
    columns(CONTOSO + "inbound-messages.csv", connectors);
    columns(CONTOSO + "outbound-messages.csv", connectors);
    columns(
        CONTOSO + "smtp-auth-clients.csv",
        "Sender address,Domain,TLS 1.0,TLS 1.1,TLS 1.2,Messages sent,Basic or OAuth");
    columns(CONTOSO + "non-delivery-details.csv", "Date,Count,Error code,Sample messages");
    columns(
        CONTOSO + "top-domain-mailflow-status.csv",
        "Domain,Domain status,Previous MX record,Current MX record,"
            + "Email received (past 6 hours)");
  }

  @Test
  void reports_are_as_they_were_looked_at() throws IOException {
    ImmutableMap<String, String> reports = reports("mail-flow-reports.json");

    assertEquals(14, reports.size());
    boolean rewritten = false;
    for (var report : reports.entrySet()) {
      if (report.getKey().startsWith(CONTOSO)) {
        Path file = GOLDEN.resolve(report.getKey().substring(CONTOSO.length()));
        if (Boolean.getBoolean("golden.update")) {
          Files.writeString(file, report.getValue());
          rewritten = true;
        } else {
          assertEquals(Files.readString(file), report.getValue());
        }
      }
    }
    if (rewritten) {
      fail(GOLDEN + " was rewritten: look at it");
    }
  }

  @Test
  void exo_rep_10_what_one_tenant_sends_to_another_is_in_both_their_reports() {
    assertEquals(
        List.of("2026-03-02,From the internet without a connector,,False,0,0,0,100,1"),
        rows("mail-flow-reports.json", "fabrikam.onmicrosoft.com/inbound-messages.csv"));
  }

  @Test
  void exo_rep_11_a_refused_logon_is_no_message_and_its_session_no_mail_from_the_internet() {
    assertEquals(
        List.of(
            "alice@contoso.com,contoso.com,50,0,50,2,Basic",
            "bob@contoso.com,contoso.com,0,0,100,1,Basic"),
        rows("client-submission.json", CONTOSO + "smtp-auth-clients.csv"));
    assertEquals(List.of(), rows("client-submission.json", CONTOSO + "inbound-messages.csv"));
  }

  @Test
  void exo_rep_11_high_volume_email_is_not_among_smtp_auth_clients() {
    reports("high-volume-email.json")
        .forEach(
            (path, text) ->
                assertTrue(
                    !path.endsWith("smtp-auth-clients.csv") || text.lines().count() == 1,
                    path + ": " + text));
  }

  @Test
  void exo_rep_15_a_server_in_support_is_not_listed() {
    assertEquals(
        List.of("ex13.contoso.com,Exchange 2013 (15.0),From EX13"),
        rows("exchange-out-of-support.json", CONTOSO + "out-of-date-exchange-servers.csv").stream()
            .map(row -> row.replaceAll("(,\\d+){3}$", ""))
            .toList());
    assertEquals(
        List.of(),
        rows(
            "exchange-out-of-support.json",
            "fabrikam.onmicrosoft.com/out-of-date-exchange-servers.csv"));
  }
}
