package exsim.scenarios.tlsreport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.topology.World;
import exsim.scenarios.format.ScenarioReader;
import exsim.scenarios.json.JsonReader;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.simulator.delivery.Simulation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TlsReportsTest {
  /** The members that RFC 8460 4.4 has for each object. */
  private static final ImmutableMap<String, ImmutableSet<String>> MEMBERS =
      ImmutableMap.of(
          "report",
          ImmutableSet.of(
              "organization-name", "date-range", "contact-info", "report-id", "policies"),
          "date-range",
          ImmutableSet.of("start-datetime", "end-datetime"),
          "policies",
          ImmutableSet.of("policy", "summary", "failure-details"),
          "policy",
          ImmutableSet.of("policy-type", "policy-string", "policy-domain", "mx-host"),
          "summary",
          ImmutableSet.of("total-successful-session-count", "total-failure-session-count"),
          "failure-details",
          ImmutableSet.of(
              "result-type",
              "sending-mta-ip",
              "receiving-mx-hostname",
              "receiving-mx-helo",
              "receiving-ip",
              "failed-session-count",
              "additional-information",
              "failure-reason-code"));

  private static final ImmutableSet<String> OPTIONAL =
      ImmutableSet.of(
          "failure-details",
          "policy-string",
          "mx-host",
          "receiving-mx-helo",
          "receiving-ip",
          "additional-information",
          "failure-reason-code");

  private static final ImmutableSet<String> RESULT_TYPES =
      ImmutableSet.of(
          "starttls-not-supported",
          "certificate-host-mismatch",
          "certificate-expired",
          "certificate-not-trusted",
          "validation-failure",
          "tlsa-invalid",
          "dnssec-invalid",
          "dane-required",
          "sts-policy-fetch-error",
          "sts-policy-invalid",
          "sts-webpki-invalid");

  @Test
  void there_is_one_report_for_each_reporter_domain_and_day() {
    assertEquals(
        List.of(
            "microsoft.com!lapsed.example!1772409600!1772495999.json",
            "microsoft.com!partner.example!1772409600!1772495999.json",
            "microsoft.com!plain.example!1772409600!1772495999.json",
            "microsoft.com!stray.example!1772409600!1772495999.json",
            "microsoft.com!stray.example!1772496000!1772582399.json",
            "postfix.example!partner.example!1772409600!1772495999.json"),
        reports().stream().map(TlsReport::fileName).toList());
  }

  @Test
  void every_report_has_the_members_of_the_standard_and_no_others() {
    for (TlsReport report : reports()) {
      Problems problems = new Problems();
      Located read = JsonReader.read("f", report.text(), problems).orElseThrow();

      assertTrue(problems.isEmpty());
      check("report", read, report.fileName());
    }
  }

  @Test
  void recipients_of_one_transaction_are_one_session_and_tenants_one_reporter() {
    String text = report("microsoft.com!partner");

    assertEquals(List.of(2, 0, 2, 0), counts(text), text);
    assertTrue(text.contains("\"organization-name\": \"Microsoft Corporation\""), text);
    assertTrue(text.contains("\"3 1 1 @partner\""), text);
    assertTrue(text.contains("\"mode: enforce\""), text);
  }

  @Test
  void what_a_policy_in_mode_testing_lets_through_is_a_failure_all_the_same() {
    String text = report("microsoft.com!lapsed");

    assertEquals(List.of(0, 1), counts(text));
    assertTrue(text.contains("\"result-type\": \"certificate-expired\""), text);
  }

  @Test
  void a_host_outside_the_policy_and_a_host_without_tls_fail() {
    assertTrue(report("microsoft.com!stray").contains("\"validation-failure\""));
    String plain = report("microsoft.com!plain");
    assertTrue(plain.contains("\"no-policy-found\""), plain);
    assertTrue(plain.contains("\"starttls-not-supported\""), plain);
  }

  @Test
  void a_sender_reports_what_it_looks_at_alone() {
    String text = report("postfix.example!partner");

    assertEquals(List.of(1, 0), counts(text));
    assertTrue(text.contains("\"tlsa\"") && !text.contains("\"sts\""), text);
  }

  private static ImmutableList<TlsReport> reports() {
    Path file = Path.of("library", "online", "tls-reports.json");
    World world = ScenarioReader.read(file).scenario().orElseThrow().world();
    return TlsReports.of(world, ImmutableList.copyOf(Simulation.run(world)));
  }

  private static String report(String begin) {
    return reports().stream()
        .filter(r -> r.fileName().startsWith(begin))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private static List<Integer> counts(String text) {
    List<Integer> counts = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (line.contains("\"total-")) {
        counts.add(Integer.parseInt(line.replaceAll("\\D", "")));
      }
    }
    return counts;
  }

  private static void check(String name, Located value, String file) {
    if (value instanceof Located.Arr array && MEMBERS.containsKey(name)) {
      array.items().forEach(item -> check(name, item, file));
    } else if (value instanceof Located.Obj object) {
      List<String> names = new ArrayList<>();
      for (Located.Member member : object.members()) {
        names.add(member.name());
        check(member.name(), member.value(), file);
      }
      ImmutableSet<String> known = MEMBERS.get(name);
      assertTrue(known.containsAll(names), file + ": " + name + " has " + names);
      for (String needed : known) {
        assertTrue(OPTIONAL.contains(needed) || names.contains(needed), file + ": " + needed);
      }
    } else if (name.equals("result-type")) {
      assertTrue(RESULT_TYPES.contains(((Located.Text) value).text()), file + ": " + value);
    }
  }
}
