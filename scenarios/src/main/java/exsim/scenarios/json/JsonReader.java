package exsim.scenarios.json;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads JSON with comments and trailing commas into values that know their places. */
public final class JsonReader {
  /** How deep arrays and objects may stand in one another. */
  static final int NESTING_MAX = 100;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(NESTING_MAX).build())
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private final String file;
  private final JsonParser parser;
  private final Problems problems;
  private Spot innermost;

  private JsonReader(String file, JsonParser parser, Problems problems) {
    this.file = file;
    this.parser = parser;
    this.problems = problems;
    this.innermost = Spot.ofFile(file);
  }

  /**
   * Reads one JSON value and nothing after it.
   *
   * @param file what problems call the file
   * @param text the file's characters
   * @param problems takes the faults; of a name that stands twice in an object the first counts
   */
  public static Optional<Located> read(String file, String text, Problems problems) {
    if (text.isBlank()) {
      problems.add(Spot.ofFile(file), "the file is empty", "write a JSON object");
      return Optional.empty();
    }
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      JsonReader reader = new JsonReader(file, parser, problems);
      try {
        return reader.whole();
      } catch (JacksonException e) {
        JsonFaults.report(e, reader.innermost, text, problems);
        return Optional.empty();
      }
    }
  }

  private Optional<Located> whole() {
    if (parser.nextToken() == null) {
      problems.add(Spot.ofFile(file), "the file has comments only", "write a JSON object");
      return Optional.empty();
    }
    Located value = value("");
    innermost = Spot.ofFile(file);
    if (parser.nextToken() != null) {
      problems.add(
          spot(parser.currentTokenLocation(), ""),
          "something follows the end of the JSON value",
          "remove it, or look for a bracket that closes too early");
      return Optional.empty();
    }
    return Optional.of(value);
  }

  private Located value(String pointer) {
    Spot spot = spot(parser.currentTokenLocation(), pointer);
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(spot, pointer);
      case START_ARRAY -> array(spot, pointer);
      case VALUE_STRING -> new Located.Text(spot, parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Located.Num(spot, number(spot));
      case VALUE_TRUE -> new Located.Bool(spot, true);
      case VALUE_FALSE -> new Located.Bool(spot, false);
      case VALUE_NULL -> new Located.Null(spot);
      default -> throw new IllegalStateException("no value begins with " + token);
    };
  }

  private BigDecimal number(Spot spot) {
    try {
      return parser.getDecimalValue();
    } catch (NumberFormatException e) {
      problems.add(spot, "`" + parser.getString() + "` is too large or too small a number");
      return BigDecimal.ZERO;
    }
  }

  private Located object(Spot spot, String pointer) {
    Map<String, Located.Member> members = new LinkedHashMap<>();
    innermost = spot;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String at = pointer + "/" + Pointer.escape(name);
      Spot nameSpot = spot(parser.currentTokenLocation(), at);
      parser.nextToken();
      Located.Member first =
          members.putIfAbsent(name, new Located.Member(name, nameSpot, value(at)));
      if (first != null) {
        problems.add(
            nameSpot,
            "`" + name + "` stands twice in this object",
            "remove one; the first is in line " + first.nameSpot().line());
      }
      innermost = spot;
    }
    return new Located.Obj(spot, ImmutableList.copyOf(members.values()));
  }

  private Located array(Spot spot, String pointer) {
    ImmutableList.Builder<Located> items = ImmutableList.builder();
    innermost = spot;
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      items.add(value(pointer + "/" + i));
      innermost = spot;
    }
    return new Located.Arr(spot, items.build());
  }

  private Spot spot(TokenStreamLocation at, String pointer) {
    return new Spot(file, at.getLineNr(), at.getColumnNr(), pointer);
  }
}
