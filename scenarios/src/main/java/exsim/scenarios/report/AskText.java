package exsim.scenarios.report;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.Message;
import exsim.scenarios.ask.Answer;
import exsim.scenarios.ask.Remedies;
import exsim.scenarios.text.Columns;
import exsim.scenarios.text.Page;
import exsim.scenarios.text.Style;
import exsim.scenarios.text.Tone;
import exsim.simulator.proof.HazardAt;
import exsim.simulator.proof.Incident;
import exsim.simulator.proof.Verdict;
import java.util.stream.Collectors;

/** The answer to a question, for a person. */
final class AskText {
  private final Page page;
  private final Answer answer;

  private AskText(Page page, Answer answer) {
    this.page = page;
    this.answer = answer;
  }

  static String of(Answer answer, Style style) {
    AskText text = new AskText(new Page(style), answer);
    text.head();
    answer.verdict().counterExample().ifPresent(text::example);
    text.remedies();
    text.space();
    return text.page.toString();
  }

  private void head() {
    Verdict verdict = answer.verdict();
    String sentence =
        verdict.kind().text()
            + ": "
            + switch (verdict.kind()) {
              case PROVED -> "no message " + answer.question().claim().sentence();
              case COUNTER_EXAMPLE -> "a message " + answer.question().claim().sentence();
              case NOT_PROVED ->
                  "no message was met that "
                      + answer.question().claim().sentence()
                      + ", and not everything was gone through";
            };
    Tone tone = verdict.kind() == Verdict.Kind.PROVED ? Tone.GOOD : Tone.BAD;
    for (String line : Columns.wrap(sentence, Style.WIDTH)) {
      page.ready(tone.paint(page.style(), line));
    }
  }

  /** The counter-example of an answer, below what stands on a page. */
  static void example(Page page, Answer answer, Verdict.CounterExample example) {
    new AskText(page, answer).example(example);
  }

  /** How much was gone through. */
  static String space(Answer answer) {
    Verdict verdict = answer.verdict();
    String runs = verdict.messages() + " classes of messages, " + verdict.runs() + " runs";
    return verdict.leftOut() == 0
        ? runs
        : runs + ", " + verdict.leftOut() + " classes not gone through to the end";
  }

  private void example(Verdict.CounterExample example) {
    Message message = example.message();
    page.gap();
    page.labelled(2, "message", 10, said(message), Tone.FAINT);
    String label = "when";
    if (example.incidents().isEmpty()) {
      page.labelled(2, label, 10, "nothing need happen", Tone.FAINT);
    }
    for (Incident incident : example.incidents()) {
      page.labelled(2, label, 10, incident.text(), Tone.CAUTION);
      label = "and";
    }
    new DeliveryBlock(page, answer.question().withInternal(), false)
        .write(new Branches(example.delivery(), ImmutableList.of()));
  }

  private static String said(Message message) {
    return message.origin()
        + " sends from "
        + message.sender().map(Object::toString).orElse("<>")
        + " to "
        + message.recipients().get(0)
        + ", "
        + message.sizeBytes()
        + " bytes, at "
        + message.at();
  }

  private void remedies() {
    if (answer.remedies().isEmpty()) {
      return;
    }
    page.gap();
    page.ready(Tone.STRONG.paint(page.style(), "Closed by any of these, each tried"));
    for (Remedies.Remedy remedy : answer.remedies()) {
      page.paragraph(2, remedy.cmdlet());
      String usually = remedy.usually().outcome().text();
      page.labelled(
          4,
          "on " + remedy.on() + ":",
          4,
          (remedy.all() ? "proved then for every message" : "for this message")
              + "; where nothing happens, it is "
              + usually,
          Tone.FAINT);
    }
  }

  private void space() {
    Verdict verdict = answer.verdict();
    String hazards =
        answer.question().hazards().isEmpty()
            ? "with nothing happening beyond the scenario"
            : "each link met by any of "
                + answer.question().hazards().stream()
                    .map(HazardAt::text)
                    .collect(Collectors.joining(", "));
    page.gap();
    page.labelled(
        0,
        "covered",
        9,
        verdict.messages()
            + " classes of messages, "
            + hazards
            + "; "
            + verdict.runs()
            + " runs, "
            + (verdict.kind() == Verdict.Kind.COUNTER_EXAMPLE
                ? "up to the first answer with the fewest incidents"
                : verdict.leftOut() == 0
                    ? "all of them"
                    : verdict.leftOut() + " classes not gone through to the end"),
        Tone.FAINT);
    if (!verdict.unmet().isEmpty()) {
      String unmet = verdict.unmet().stream().map(HazardAt::text).collect(Collectors.joining(", "));
      page.labelled(0, "unmet", 9, unmet + ": no message goes to that host", Tone.CAUTION);
    }
  }
}
