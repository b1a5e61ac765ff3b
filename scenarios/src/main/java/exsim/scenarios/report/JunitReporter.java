package exsim.scenarios.report;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.ask.Answer;
import exsim.scenarios.json.Problem;
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
  private final JunitXml xml;

  /** A reporter that writes to a UTF-8 stream. */
  public JunitReporter(PrintWriter out) {
    this.xml = new JunitXml(out);
  }

  @Override
  public void add(Report report) {
    int asked = report.held() + report.failed();
    xml.suite(report.title(), asked == 0 ? report.deliveries().size() : asked, report.failed(), 0);
    if (asked == 0) {
      report.deliveries().forEach(d -> xml.held(report.file(), name(d)));
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
    for (Answer intent : report.intents()) {
      verdict(
          report.file(),
          intent.question().intent(),
          intent.holds(),
          TextReport.said(intent),
          ImmutableList.of());
    }
    xml.output(TextReport.of(report, Style.PLAIN));
    xml.endSuite();
  }

  @Override
  public void unusable(String file, ImmutableList<Problem> problems) {
    xml.suite(file, 1, 0, 1);
    StringBuilder text = new StringBuilder();
    problems.forEach(p -> text.append(p).append('\n'));
    xml.error(file, "can be used", "the file cannot be used", text.toString());
    xml.endSuite();
  }

  @Override
  public void finish() {
    xml.end();
  }

  private void verdict(
      String file, String name, boolean held, String note, ImmutableList<Mismatch> mismatches) {
    if (held) {
      xml.held(file, name);
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
    xml.failed(
        file, name, mismatches.isEmpty() ? note : summary(mismatches.get(0)), text.toString());
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
}
