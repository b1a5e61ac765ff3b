package exsim.scenarios.report;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.ask.Answer;
import exsim.scenarios.json.JsonPrinter;
import exsim.scenarios.json.Problem;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.question.DeliveryFacts;
import exsim.simulator.question.Expectation;
import exsim.simulator.question.Mismatch;
import exsim.simulator.question.TypedCheck;
import exsim.simulator.question.Value;
import exsim.simulator.question.Verdict;
import java.io.PrintWriter;
import tools.jackson.core.JsonGenerator;

/** Reports for programs: {@code exsim-report/1}, the same bytes for the same scenarios. */
public final class JsonReporter implements Reporter {
  private final PrintWriter out;
  private final JsonGenerator json;
  private final boolean several;
  private boolean written;

  /**
   * A reporter that writes to a UTF-8 stream.
   *
   * @param several whether the reports make an array
   */
  public JsonReporter(PrintWriter out, boolean several) {
    this.out = out;
    this.json = JsonValues.FACTORY.createGenerator(JsonPrinter.pretty(), out);
    this.several = several;
    if (several) {
      json.writeStartArray();
    }
  }

  @Override
  public void add(Report report) {
    written = true;
    json.writeStartObject();
    text("format", "exsim-report/1");
    json.writeName("scenario");
    json.writeStartObject();
    text("title", report.title());
    text("file", report.file());
    json.writeEndObject();
    json.writeName("deliveries");
    json.writeStartArray();
    for (Delivery delivery : report.deliveries()) {
      JsonValues.write(json, DeliveryFacts.of(delivery, report.withInternal()));
    }
    json.writeEndArray();
    if (!report.sessions().isEmpty()) {
      json.writeName("sessions");
      json.writeStartArray();
      report.sessions().forEach(this::session);
      json.writeEndArray();
    }
    if (!report.intents().isEmpty()) {
      json.writeName("intents");
      json.writeStartArray();
      report.intents().forEach(this::intent);
      json.writeEndArray();
    }
    expectations(report);
    json.writeEndObject();
  }

  @Override
  public void unusable(String file, ImmutableList<Problem> problems) {}

  @Override
  public void finish() {
    if (several) {
      json.writeEndArray();
    }
    json.flush();
    if (several || written) {
      out.print("\n");
    }
  }

  private void expectations(Report report) {
    json.writeName("expectations");
    json.writeStartObject();
    json.writeName("held");
    json.writeNumber(report.held());
    json.writeName("failed");
    json.writeNumber(report.failed());
    json.writeName("results");
    json.writeStartArray();
    for (Verdict verdict : report.verdicts()) {
      verdict(verdict);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void verdict(Verdict verdict) {
    json.writeStartObject();
    Expectation expectation = verdict.expectation();
    text("message", expectation.message());
    if (expectation.recipient().isPresent()) {
      text("recipient", expectation.recipient().get().toString());
    }
    text("branches", expectation.branches().text());
    json.writeName("held");
    json.writeBoolean(verdict.held());
    json.writeName("expected");
    JsonValues.write(json, new Value.Obj(expectation.parts()));
    mismatches(verdict.mismatches());
    text("note", verdict.note());
    json.writeEndObject();
  }

  private void session(TypedCheck.Result result) {
    json.writeStartObject();
    text("id", result.script().id());
    text("from", result.script().caller().system());
    text("to", result.script().host());
    json.writeName("port");
    json.writeNumber(result.script().port());
    text("at", result.script().at().toString());
    json.writeName("transcript");
    json.writeStartArray();
    result.transcript().forEach(l -> JsonValues.string(json, l.kind().letter() + ": " + l.text()));
    json.writeEndArray();
    json.writeName("rules");
    json.writeStartArray();
    result.why().stream()
        .map(r -> r.rule().id())
        .distinct()
        .forEach(id -> JsonValues.string(json, id));
    json.writeEndArray();
    json.writeName("held");
    json.writeBoolean(result.held());
    mismatches(result.mismatches());
    json.writeEndObject();
  }

  private void intent(Answer intent) {
    json.writeStartObject();
    text("intent", intent.question().intent());
    json.writeName("held");
    json.writeBoolean(intent.holds());
    new AskReport(intent)
        .facts()
        .forEach(
            (name, value) -> {
              json.writeName(name);
              JsonValues.write(json, value);
            });
    json.writeEndObject();
  }

  private void mismatches(ImmutableList<Mismatch> mismatches) {
    json.writeName("mismatches");
    json.writeStartArray();
    for (Mismatch mismatch : mismatches) {
      json.writeStartObject();
      text("where", mismatch.where());
      text("expected", mismatch.expected());
      text("actual", mismatch.actual());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void text(String name, String value) {
    json.writeName(name);
    JsonValues.string(json, value);
  }
}
