package exsim.scenarios.report;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.json.Problem;
import exsim.scenarios.text.Printable;
import exsim.scenarios.text.Style;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.question.Mismatch;
import exsim.simulator.question.TypedCheck;
import exsim.simulator.question.Verdict;
import java.io.PrintWriter;

/**
 * Reports for build servers, as JUnit XML: a suite for each scenario and a case for each
 * expectation, or for each delivery where nothing is expected.
 */
public final class JunitReporter implements Reporter {
  private final PrintWriter out;
  private boolean begun;

  /** A reporter that writes to a UTF-8 stream. */
  public JunitReporter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void add(Report report) {
    begin();
    int asked = report.held() + report.failed();
    int cases = asked == 0 ? report.deliveries().size() : asked;
    suite(report.title(), cases, report.failed(), 0);
    if (asked == 0) {
      for (Delivery delivery : report.deliveries()) {
        begin(report.file(), name(delivery));
        out.print("/>\n");
      }
    }
    for (Verdict verdict : report.verdicts()) {
      verdict(
          report.file(),
          TextReport.name(verdict),
          verdict.held(),
          verdict.note(),
          verdict.mismatches());
    }
    for (TypedCheck.Result session : report.sessions()) {
      verdict(report.file(), SessionBlock.name(session), session.held(), "", session.mismatches());
    }
    out.print("    <system-out>" + xml(TextReport.of(report, Style.PLAIN), true));
    out.print("</system-out>\n  </testsuite>\n");
  }

  @Override
  public void unusable(String file, ImmutableList<Problem> problems) {
    begin();
    suite(file, 1, 0, 1);
    begin(file, "can be used");
    out.print(">\n      <error message=\"the file cannot be used\">");
    for (Problem problem : problems) {
      out.print(xml(problem.toString(), false) + "\n");
    }
    out.print("</error>\n    </testcase>\n  </testsuite>\n");
  }

  @Override
  public void finish() {
    begin();
    out.print("</testsuites>\n");
  }

  private void begin() {
    if (!begun) {
      out.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
      begun = true;
    }
  }

  private void suite(String name, int tests, int failures, int errors) {
    out.print("  <testsuite name=\"" + xml(name, false) + "\" tests=\"" + tests);
    out.print("\" failures=\"" + failures + "\" errors=\"" + errors);
    out.print("\" skipped=\"0\" time=\"0\">\n");
  }

  private void begin(String file, String name) {
    out.print("    <testcase classname=\"" + xml(file, false));
    out.print("\" name=\"" + xml(name, false) + "\" time=\"0\"");
  }

  private void verdict(
      String file, String name, boolean held, String note, ImmutableList<Mismatch> mismatches) {
    begin(file, name);
    if (held) {
      out.print("/>\n");
      return;
    }
    StringBuilder text = new StringBuilder();
    if (!note.isEmpty()) {
      text.append(note).append('\n');
    }
    for (Mismatch mismatch : mismatches) {
      text.append(mismatch.where()).append("\n  expected ").append(mismatch.expected());
      text.append("\n  actual   ").append(mismatch.actual()).append('\n');
    }
    String summary = mismatches.isEmpty() ? note : summary(mismatches.get(0));
    out.print(">\n      <failure message=\"" + xml(summary, false) + "\">");
    out.print(xml(text.toString(), true) + "</failure>\n    </testcase>\n");
  }

  private static String summary(Mismatch first) {
    return first.where() + ": expected " + first.expected() + ", actual " + first.actual();
  }

  private static String name(Delivery delivery) {
    String branch = delivery.of() == 1 ? "" : ", branch " + delivery.branch();
    return delivery.message().id()
        + " to "
        + delivery.recipient()
        + branch
        + ": "
        + delivery.outcome().text();
  }

  /** Text that XML can hold: control characters, which it cannot, are shown as text reports do. */
  private static String xml(String raw, boolean withLines) {
    StringBuilder text = new StringBuilder();
    String rest = withLines ? raw : raw.replace('\n', ' ');
    for (String line : rest.split("\n", -1)) {
      String shown = Printable.of(line, true);
      for (int i = 0; i < shown.length(); i++) {
        char c = shown.charAt(i);
        switch (c) {
          case '&' -> text.append("&amp;");
          case '<' -> text.append("&lt;");
          case '>' -> text.append("&gt;");
          case '"' -> text.append("&quot;");
          default -> text.append(c);
        }
      }
      text.append('\n');
    }
    text.setLength(text.length() - 1);
    return text.toString();
  }
}
