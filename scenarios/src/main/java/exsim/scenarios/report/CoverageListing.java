package exsim.scenarios.report;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import exsim.scenarios.coverage.Answer;
import exsim.scenarios.coverage.Coverage;
import exsim.scenarios.coverage.Covered;
import exsim.scenarios.coverage.Covered.State;
import exsim.scenarios.json.JsonPrinter;
import exsim.scenarios.text.Page;
import exsim.scenarios.text.Style;
import exsim.scenarios.text.Tone;
import java.io.PrintWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** A catalogue in print: every statement with what answers it. */
public final class CoverageListing {
  private static final int ID = 11;
  private static final int LABEL = 11;
  private static final int SHOWN = 3;

  private CoverageListing() {}

  /** The coverage for a terminal: the counts, what is open, then every statement. */
  public static String text(Coverage coverage, Style style) {
    Page page = new Page(style);
    page.paragraph(0, summary(coverage));
    for (Covered statement : coverage.statements()) {
      page.gap();
      Tone tone = statement.state() == State.OPEN ? Tone.CAUTION : Tone.STRONG;
      page.labelled(0, statement.entry().id(), ID, statement.entry().title(), tone);
      row(page, "rules", statement.rules());
      row(page, "switch", statement.switches());
      for (Answer answer : statement.entry().answers()) {
        page.labelled(ID, answer.kind().text(), LABEL, answer.detail(), Tone.FAINT);
      }
      row(page, "scenarios", shortened(statement.scenarios()));
    }
    return page.toString();
  }

  private static String summary(Coverage coverage) {
    StringBuilder text = new StringBuilder(coverage.catalogue().title());
    text.append(": ").append(coverage.statements().size()).append(" statements, ");
    String comma = "";
    for (State state : State.values()) {
      text.append(comma).append(coverage.count(state)).append(' ').append(state.text());
      comma = ", ";
    }
    return text.toString();
  }

  private static void row(Page page, String label, ImmutableList<String> words) {
    if (!words.isEmpty()) {
      page.labelled(ID, label, LABEL, Joiner.on(", ").join(words), Tone.FAINT);
    }
  }

  private static ImmutableList<String> shortened(ImmutableList<String> scenarios) {
    if (scenarios.size() <= SHOWN + 1) {
      return scenarios;
    }
    return ImmutableList.<String>builder()
        .addAll(scenarios.subList(0, SHOWN))
        .add("and " + (scenarios.size() - SHOWN) + " more")
        .build();
  }

  /** The coverage for programs: {@code exsim-coverage/1}, with every scenario. */
  public static void json(Coverage coverage, PrintWriter out) {
    JsonFactory factory =
        JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build();
    JsonGenerator json = factory.createGenerator(JsonPrinter.pretty(), out);
    json.writeStartObject();
    json.writeStringProperty("format", "exsim-coverage/1");
    json.writeStringProperty("catalogue", coverage.catalogue().title());
    json.writeName("counts");
    json.writeStartObject();
    for (State state : State.values()) {
      json.writeNumberProperty(state.text(), coverage.count(state));
    }
    json.writeEndObject();
    json.writeName("statements");
    json.writeStartArray();
    for (Covered statement : coverage.statements()) {
      json.writeStartObject();
      json.writeStringProperty("id", statement.entry().id());
      json.writeStringProperty("title", statement.entry().title());
      json.writeStringProperty("state", statement.state().text());
      strings(json, "rules", statement.rules());
      strings(json, "switches", statement.switches());
      for (Answer.Kind kind : Answer.Kind.values()) {
        strings(json, kind.text(), details(statement, kind));
      }
      strings(json, "scenarios", statement.scenarios());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.flush();
    out.print("\n");
  }

  private static ImmutableList<String> details(Covered statement, Answer.Kind kind) {
    return statement.entry().answers().stream()
        .filter(answer -> answer.kind() == kind)
        .map(Answer::detail)
        .collect(ImmutableList.toImmutableList());
  }

  private static void strings(JsonGenerator json, String name, ImmutableList<String> values) {
    if (values.isEmpty()) {
      return;
    }
    json.writeName(name);
    json.writeStartArray();
    for (String value : values) {
      JsonValues.string(json, value);
    }
    json.writeEndArray();
  }
}
