package exsim.scenarios.json;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads JSON with comments and trailing commas into values that know their places. */
public final class JsonReader {
  private static final int NESTING_MAX = 100;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(NESTING_MAX).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private final String file;
  private final JsonParser parser;

  private JsonReader(String file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * Reads one JSON value and nothing after it.
   *
   * @param file what problems call the file
   * @param text the file's characters
   * @param problems takes the fault, when there is one
   */
  public static Optional<Located> read(String file, String text, Problems problems) {
    if (text.isBlank()) {
      problems.add(Spot.ofFile(file), "the file is empty", "write a JSON object");
      return Optional.empty();
    }
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      JsonReader reader = new JsonReader(file, parser);
      parser.nextToken();
      Located value = reader.value("");
      if (parser.nextToken() != null) {
        problems.add(
            reader.spot(parser.currentTokenLocation(), ""), "something follows the JSON value");
        return Optional.empty();
      }
      return Optional.of(value);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      Spot spot =
          at == null ? Spot.ofFile(file) : new Spot(file, at.getLineNr(), at.getColumnNr(), "");
      problems.add(spot, "not valid JSON: " + firstSentence(e.getOriginalMessage()));
      return Optional.empty();
    }
  }

  private Located value(String pointer) {
    Spot spot = spot(parser.currentTokenLocation(), pointer);
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(spot, pointer);
      case START_ARRAY -> array(spot, pointer);
      case VALUE_STRING -> new Located.Text(spot, parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Located.Num(spot, parser.getDecimalValue());
      case VALUE_TRUE -> new Located.Bool(spot, true);
      case VALUE_FALSE -> new Located.Bool(spot, false);
      case VALUE_NULL -> new Located.Null(spot);
      default -> throw new IllegalStateException("no value begins with " + token);
    };
  }

  private Located object(Spot spot, String pointer) {
    ImmutableList.Builder<Located.Member> members = ImmutableList.builder();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
      Spot nameSpot = spot(parser.currentTokenLocation(), at);
      parser.nextToken();
      members.add(new Located.Member(name, nameSpot, value(at)));
    }
    return new Located.Obj(spot, members.build());
  }

  private Located array(Spot spot, String pointer) {
    ImmutableList.Builder<Located> items = ImmutableList.builder();
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      items.add(value(pointer + "/" + i));
    }
    return new Located.Arr(spot, items.build());
  }

  private Spot spot(TokenStreamLocation at, String pointer) {
    return new Spot(file, at.getLineNr(), at.getColumnNr(), pointer);
  }

  private static String firstSentence(String message) {
    int end = message.indexOf('\n');
    String line = end < 0 ? message : message.substring(0, end);
    return line.length() > 160 ? line.substring(0, 160) + "…" : line;
  }
}
