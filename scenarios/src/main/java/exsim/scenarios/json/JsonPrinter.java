package exsim.scenarios.json;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;

/** Prints values as JSON, indented, the same way on every system. */
public final class JsonPrinter {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES).build();

  private JsonPrinter() {}

  /** A context for generators that print like this class. */
  public static ObjectWriteContext pretty() {
    return new ObjectWriteContext.Base() {
      @Override
      public PrettyPrinter getPrettyPrinter() {
        return printer();
      }

      @Override
      public boolean hasPrettyPrinter() {
        return true;
      }
    };
  }

  private static PrettyPrinter printer() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    return new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
  }

  /** The value as text that ends in a line feed. */
  public static String print(Located value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(pretty(), text)) {
      write(generator, value);
    }
    return text.append('\n').toString();
  }

  /** The value as one line without a line feed. */
  public static String line(Located value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      write(generator, value);
    }
    return text.toString();
  }

  private static void write(JsonGenerator generator, Located value) {
    if (value instanceof Located.Obj object) {
      generator.writeStartObject();
      for (Located.Member member : object.members()) {
        generator.writeName(member.name());
        write(generator, member.value());
      }
      generator.writeEndObject();
    } else if (value instanceof Located.Arr array) {
      generator.writeStartArray();
      array.items().forEach(item -> write(generator, item));
      generator.writeEndArray();
    } else if (value instanceof Located.Text text) {
      generator.writeString(text.text());
    } else if (value instanceof Located.Num number) {
      generator.writeNumber(number.number());
    } else if (value instanceof Located.Bool bool) {
      generator.writeBoolean(bool.value());
    } else {
      generator.writeNull();
    }
  }
}
