package exsim.scenarios.report;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.ask.Answer;
import exsim.scenarios.text.Columns;
import exsim.scenarios.text.Page;
import exsim.scenarios.text.Style;
import exsim.scenarios.text.Tone;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.question.Mismatch;
import exsim.simulator.question.TypedCheck;
import exsim.simulator.question.Verdict;
import exsim.simulator.rule.Basis;
import exsim.simulator.rule.Reason;
import java.util.LinkedHashMap;
import java.util.Map;

/** A report for a person: what became of every message, hop by hop, and why. */
public final class TextReport {
  private final Page page;
  private final Report report;

  private TextReport(Report report, Style style) {
    this.page = new Page(style);
    this.report = report;
  }

  /** The report of one scenario, without the last line. */
  public static String of(Report report, Style style) {
    TextReport text = new TextReport(report, style);
    text.title();
    DeliveryBlock block = new DeliveryBlock(text.page, report.withInternal(), report.withHeaders());
    for (Branches branches : Branches.of(report.deliveries())) {
      block.write(branches);
    }
    SessionBlock sessions = new SessionBlock(text.page);
    report.sessions().forEach(sessions::write);
    text.verdicts();
    text.refuted();
    text.assumptions();
    return text.page.toString();
  }

  private void title() {
    Style style = page.style();
    for (String line : Columns.wrap(page.clean(report.title()), Style.WIDTH)) {
      page.ready(Tone.STRONG.paint(style, line));
    }
    page.labelled(0, report.file(), 0, "", Tone.FAINT);
    if (!report.description().isEmpty()) {
      page.gap();
    }
    for (String paragraph : report.description()) {
      page.paragraph(0, paragraph);
    }
  }

  private void verdicts() {
    if (report.verdicts().isEmpty() && report.sessions().isEmpty() && report.intents().isEmpty()) {
      return;
    }
    page.gap();
    page.ready(Tone.STRONG.paint(page.style(), "Expectations"));
    for (Verdict verdict : report.verdicts()) {
      verdict(verdict.held(), name(verdict), verdict.note(), verdict.mismatches());
    }
    for (TypedCheck.Result session : report.sessions()) {
      verdict(session.held(), SessionBlock.name(session), "", session.mismatches());
    }
    for (Answer intent : report.intents()) {
      verdict(intent.holds(), intent.question().intent(), said(intent), ImmutableList.of());
    }
  }

  /** What refutes an intent, and how to go on. */
  private void refuted() {
    for (Answer intent : report.intents()) {
      if (intent.verdict().counterExample().isPresent()) {
        page.gap();
        page.ready(Tone.STRONG.paint(page.style(), "Counter-example"));
        page.labelled(2, "against", 10, intent.question().intent(), Tone.BAD);
        page.labelled(
            2, "remedies", 10, "exsim ask FILE " + intent.question().arguments(), Tone.FAINT);
        AskText.example(page, intent, intent.verdict().counterExample().get());
      }
    }
  }

  static String said(Answer intent) {
    return intent.verdict().kind().text() + ": " + AskText.space(intent);
  }

  private void verdict(boolean held, String name, String note, ImmutableList<Mismatch> mismatches) {
    String mark = held ? page.glyph("✓", "ok") : page.glyph("✗", "FAILED");
    int width = page.style().unicode() ? 2 : 7;
    page.labelled(2, mark, width, name, held ? Tone.GOOD : Tone.BAD);
    if (!note.isEmpty()) {
      page.paragraph(2 + width, note);
    }
    for (Mismatch mismatch : mismatches) {
      page.paragraph(2 + width, mismatch.where());
      page.labelled(4 + width, "expected", 10, mismatch.expected(), Tone.FAINT);
      page.labelled(4 + width, "actual", 10, mismatch.actual(), Tone.BAD);
    }
  }

  static String name(Verdict verdict) {
    String recipient = verdict.expectation().recipient().map(r -> " to " + r).orElse("");
    return verdict.expectation().message()
        + recipient
        + ": "
        + String.join(", ", verdict.expectation().parts().keySet());
  }

  private static ImmutableList<Reason> forms(Delivery delivery) {
    return delivery.received().stream()
        .map(h -> Reason.of(h.form()))
        .collect(ImmutableList.toImmutableList());
  }

  private void assumptions() {
    Map<String, Reason> assumed = new LinkedHashMap<>();
    for (Delivery delivery : report.deliveries()) {
      collect(delivery.why(), assumed);
      if (report.withHeaders()) {
        collect(forms(delivery), assumed);
      }
      for (Hop hop : delivery.hops()) {
        if (report.withInternal() || !hop.internal()) {
          collect(hop.why(), assumed);
        }
      }
    }
    report.sessions().forEach(s -> collect(s.why(), assumed));
    if (assumed.isEmpty()) {
      return;
    }
    page.gap();
    String title = assumed.size() == 1 ? "Rests on an assumption" : "Rests on assumptions";
    page.ready(Tone.STRONG.paint(page.style(), title));
    for (Map.Entry<String, Reason> entry : assumed.entrySet()) {
      page.labelled(2, entry.getKey(), 11, entry.getValue().text(), Tone.CAUTION);
    }
  }

  private static void collect(ImmutableList<Reason> reasons, Map<String, Reason> assumed) {
    for (Reason reason : reasons) {
      if (reason.rule().basis() == Basis.ASSUMED) {
        assumed.putIfAbsent(reason.rule().id(), reason);
      }
    }
  }
}
