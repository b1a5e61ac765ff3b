package exsim.scenarios.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.scenarios.text.Columns;
import exsim.scenarios.text.Style;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.delivery.Outcome;
import exsim.simulator.question.Expectation;
import exsim.simulator.question.Mismatch;
import exsim.simulator.question.Value;
import exsim.simulator.question.Verdict;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TextReportTest {
  private static final String HOST = "o365pilot-com.mail.protection.outlook.com";
  private static final String QUEUED = "250 2.6.0 Queued mail for delivery";

  @Test
  void a_report_reads_like_this() throws IOException {
    Golden.check("report.txt", TextReport.of(report(), Style.PLAIN));
  }

  @Test
  void without_unicode_it_is_ascii_and_says_the_same() throws IOException {
    String text = TextReport.of(report(), Style.ASCII);

    Golden.check("report-ascii.txt", text);
    assertTrue(text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c <= '~')));
  }

  @Test
  void colour_changes_nothing_but_colour() {
    String coloured = TextReport.of(report(), new Style(true, true));

    assertEquals(TextReport.of(report(), Style.PLAIN), coloured.replaceAll("\u001b\\[[0-9]*m", ""));
  }

  @Test
  void no_line_is_wider_than_80_columns() {
    TextReport.of(report(), Style.PLAIN)
        .lines()
        .forEach(line -> assertTrue(Columns.width(line) <= 80, line));
  }

  @Test
  void escape_sequences_of_a_file_do_not_get_through() {
    Report hostile =
        new Report(
            "\u001b[2Jtitle",
            ImmutableList.of("\u0007story"),
            "file\u009b.json",
            ImmutableList.of(
                Made.delivery("m\u001b]0;x", Outcome.DELIVERED, "250 \u001b[A", Made.sent(HOST))),
            ImmutableList.of(verdict("m\u001b", new Mismatch("a\u001b", "b\u001b", "c\u001b"))),
            ImmutableList.of(),
            ImmutableList.of(),
            false,
            false);

    String text = TextReport.of(hostile, Style.PLAIN);

    assertFalse(text.chars().anyMatch(c -> c != '\n' && Character.isISOControl(c)), text);
    assertTrue(text.startsWith("\\x1b[2Jtitle\n"));
  }

  @Test
  void a_name_with_a_line_end_starts_no_line() {
    Delivery delivery = Made.delivery("m", Outcome.DELIVERED, QUEUED, Made.sent("mx\nDELIVERED"));

    String text = TextReport.of(Made.report(ImmutableList.of(delivery), false), Style.PLAIN);

    assertTrue(text.contains("mx\\x0aDELIVERED"), text);
    assertFalse(text.lines().anyMatch(line -> line.strip().startsWith("DELIVERED,")), text);
  }

  @Test
  void internal_hops_are_shown_when_asked_for() {
    Hop internal = Made.internal();
    Delivery delivery = Made.delivery("m", Outcome.DELIVERED, QUEUED, internal, Made.sent(HOST));
    ImmutableList<Delivery> deliveries = ImmutableList.of(delivery);

    assertFalse(
        TextReport.of(Made.report(deliveries, false), Style.PLAIN).contains("ex19.contoso.com"));
    assertTrue(
        TextReport.of(Made.report(deliveries, true), Style.PLAIN).contains("ex19.contoso.com"));
  }

  private static Report report() {
    ImmutableList<Delivery> deliveries =
        ImmutableList.of(
            Made.delivery("exchange", Outcome.DELIVERED, QUEUED, Made.sent(HOST)),
            Made.branch(1, 3, "split", Outcome.DELIVERED, QUEUED, Made.sent("mx1.pilot.example")),
            Made.branch(2, 3, "split", Outcome.DELIVERED, QUEUED, Made.sent("mx2.pilot.example")),
            Made.branch(
                3,
                3,
                "split",
                Outcome.DEFERRED,
                "451 5.7.3 STARTTLS is required to send mail",
                Made.failed(1, Made.AT),
                Made.failed(2, Made.AT.plusSeconds(300)),
                Made.failed(3, Made.AT.plusSeconds(600))));
    return new Report(
        "A title",
        ImmutableList.of("A story that takes more than one line of eighty characters to be told."),
        "library/a.json",
        deliveries,
        ImmutableList.of(
            verdict("exchange"), verdict("split", new Mismatch("hops[0].tls", "true", "false"))),
        ImmutableList.of(),
        ImmutableList.of(),
        false,
        false);
  }

  private static Verdict verdict(String message, Mismatch... mismatches) {
    Expectation expectation =
        new Expectation(
            message,
            Optional.empty(),
            Expectation.Branches.ALL,
            Optional.empty(),
            ImmutableMap.of("outcome", new Value.Text("delivered")));
    return new Verdict(expectation, mismatches.length == 0, ImmutableList.copyOf(mismatches), "");
  }
}
