package exsim.scenarios.report;

import exsim.scenarios.json.JsonPrinter;
import exsim.simulator.question.Value;
import java.io.PrintWriter;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Writes values as JSON that is safe to show: no character of it can move a cursor. */
final class JsonValues {
  /** What makes generators whose text leaves the stream open. */
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
          .build();

  private JsonValues() {}

  /** Prints a whole document and a line feed. */
  static void print(PrintWriter out, Value value) {
    try (JsonGenerator json = FACTORY.createGenerator(JsonPrinter.pretty(), out)) {
      write(json, value);
    }
    out.print("\n");
  }

  static void write(JsonGenerator json, Value value) {
    if (value instanceof Value.Text text) {
      string(json, text.text());
    } else if (value instanceof Value.Int number) {
      json.writeNumber(number.number());
    } else if (value instanceof Value.Bool bool) {
      json.writeBoolean(bool.value());
    } else if (value instanceof Value.Array array) {
      json.writeStartArray();
      for (Value item : array.items()) {
        write(json, item);
      }
      json.writeEndArray();
    } else if (value instanceof Value.Obj object) {
      json.writeStartObject();
      for (Map.Entry<String, Value> member : object.members().entrySet()) {
        json.writeName(member.getKey());
        write(json, member.getValue());
      }
      json.writeEndObject();
    } else {
      json.writeNull();
    }
  }

  /** A string; JSON itself asks for escapes below the blank only, terminals obey others too. */
  static void string(JsonGenerator json, String text) {
    boolean plain = true;
    for (int i = 0; i < text.length() && plain; i++) {
      plain = text.charAt(i) < 0x7f || isHarmless(text.charAt(i));
    }
    if (plain) {
      json.writeString(text);
      return;
    }
    StringBuilder raw = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        raw.append('\\').append(c);
      } else if (c >= ' ' && (c < 0x7f || isHarmless(c))) {
        raw.append(c);
      } else {
        raw.append("\\u").append(hex(c >> 12)).append(hex(c >> 8)).append(hex(c >> 4));
        raw.append(hex(c));
      }
    }
    json.writeRawValue(raw.append('"').toString());
  }

  private static boolean isHarmless(char c) {
    return c > 0x9f
        && !Character.isSurrogate(c)
        && Character.getType(c) != Character.FORMAT
        && Character.getType(c) != Character.LINE_SEPARATOR
        && Character.getType(c) != Character.PARAGRAPH_SEPARATOR;
  }

  private static char hex(int c) {
    return Character.forDigit(c & 15, 16);
  }
}
