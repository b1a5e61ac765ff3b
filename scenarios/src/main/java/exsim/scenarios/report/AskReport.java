package exsim.scenarios.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.scenarios.ask.Answer;
import exsim.scenarios.text.Style;
import exsim.simulator.proof.Verdict;
import exsim.simulator.question.DeliveryFacts;
import exsim.simulator.question.Value;
import java.io.PrintWriter;

/** Writes answers in the forms that reports come in. */
public final class AskReport implements AnswerReport {
  private final Answer answer;

  /** A report of an answer. */
  public AskReport(Answer answer) {
    this.answer = answer;
  }

  @Override
  public String text(Style style) {
    return AskText.of(answer, style);
  }

  @Override
  public void json(PrintWriter out) {
    ImmutableMap.Builder<String, Value> members = ImmutableMap.builder();
    members.put("format", text("exsim-answer/1"));
    members.put("file", text(answer.file()));
    members.putAll(facts());
    members.put(
        "closedBy",
        new Value.Array(
            answer.remedies().stream()
                .map(
                    r ->
                        (Value)
                            new Value.Obj(
                                ImmutableMap.of(
                                    "on", text(r.on()),
                                    "cmdlet", text(r.cmdlet()),
                                    "provesAll", new Value.Bool(r.all()),
                                    "outcome", text(r.usually().outcome().text()))))
                .collect(ImmutableList.toImmutableList())));
    JsonValues.print(out, new Value.Obj(members.buildOrThrow()));
  }

  /** The question and its answer, as a report of a run holds them too. */
  ImmutableMap<String, Value> facts() {
    Verdict verdict = answer.verdict();
    ImmutableMap.Builder<String, Value> members = ImmutableMap.builder();
    members.put("question", text(answer.question().claim().question()));
    members.put("answer", text(verdict.kind().text()));
    members.put(
        "under",
        new Value.Array(
            answer.question().hazards().stream()
                .map(h -> text(h.text()))
                .collect(ImmutableList.toImmutableList())));
    members.put("messages", new Value.Int(verdict.messages()));
    members.put("runs", new Value.Int(verdict.runs()));
    members.put("leftOut", new Value.Int(verdict.leftOut()));
    members.put(
        "unmet",
        new Value.Array(
            verdict.unmet().stream()
                .map(h -> text(h.text()))
                .collect(ImmutableList.toImmutableList())));
    verdict.counterExample().ifPresent(e -> members.put("counterExample", example(e)));
    return members.buildOrThrow();
  }

  private Value example(Verdict.CounterExample example) {
    return new Value.Obj(
        ImmutableMap.of(
            "origin",
            text(example.message().origin()),
            "sizeBytes",
            new Value.Int(example.message().sizeBytes()),
            "at",
            text(example.message().at().toString()),
            "incidents",
            new Value.Array(
                example.incidents().stream()
                    .map(
                        i ->
                            (Value)
                                new Value.Obj(
                                    ImmutableMap.of(
                                        "hazard", text(i.hazard().text()),
                                        "from", text(i.link().system()),
                                        "to", text(i.link().host()),
                                        "address", text(i.link().address().toString()),
                                        "port", new Value.Int(i.link().port()))))
                    .collect(ImmutableList.toImmutableList())),
            "delivery",
            DeliveryFacts.of(example.delivery(), answer.question().withInternal())));
  }

  @Override
  public void junit(PrintWriter out) {
    JunitXml xml = new JunitXml(out);
    Verdict.Kind kind = answer.verdict().kind();
    String name = answer.question().claim().question();
    xml.suite(answer.file(), 1, kind == Verdict.Kind.PROVED ? 0 : 1, 0);
    if (kind == Verdict.Kind.PROVED) {
      xml.held(answer.file(), name);
    } else {
      xml.failed(answer.file(), name, kind.text(), text(Style.PLAIN));
    }
    xml.output(text(Style.PLAIN));
    xml.endSuite();
    xml.end();
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }
}
