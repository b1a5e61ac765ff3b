package exsim.scenarios.exchange;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import exsim.model.onprem.ExchangeVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The tables of properties without a bearing on mail flow: a line each, with name, type, first and
 * last version, the cmdlets that set it, and the default.
 */
final class PropertyResource {
  private PropertyResource() {}

  static ImmutableList<Property<?>> read(String resource) {
    ImmutableList.Builder<Property<?>> properties = ImmutableList.builder();
    for (String line : Splitter.on('\n').omitEmptyStrings().trimResults().split(text(resource))) {
      if (!line.startsWith("#")) {
        properties.add(property(Splitter.on('|').trimResults().splitToList(line)));
      }
    }
    return properties.build();
  }

  private static String text(String resource) {
    String name = resource + ".properties.txt";
    try (InputStream in = PropertyResource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("there is no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Property<?> property(List<String> cells) {
    ValueType<?> type = type(cells.get(1));
    Optional<String> value = cells.get(4).isEmpty() ? Optional.empty() : Optional.of(cells.get(4));
    Property.Use use =
        new Property.Use(
            cells.get(3).contains("New"), cells.get(3).contains("Set"), cells.get(0), false);
    return new Property<>(
        cells.get(0), type, Property.Defaults.always(value), where(cells.get(2)), use);
  }

  private static Property.Where where(String versions) {
    if (versions.equals("all") || versions.equals("Online")) {
      return Property.Where.EVERYWHERE;
    }
    List<String> ends = Splitter.on('-').splitToList(versions);
    ExchangeVersion first = version(ends.get(0));
    ExchangeVersion last = ends.size() == 1 ? first : version(ends.get(1));
    return new Property.Where(first, last, false);
  }

  private static ExchangeVersion version(String text) {
    for (ExchangeVersion version : ExchangeVersion.values()) {
      if (version.text().equals(text)) {
        return version;
      }
    }
    throw new IllegalStateException("there is no version " + text);
  }

  private static ValueType<?> type(String cell) {
    List<String> words = Splitter.on(' ').splitToList(cell);
    return words.size() == 1 ? free(cell) : bounded(words.get(0), words.get(1), words.get(3));
  }

  /** The type of a cell such as {@code Int 1 to 100}. */
  private static ValueType<?> bounded(String name, String min, String max) {
    return switch (name) {
      case "Int" -> ValueTypes.integer(Integer.parseInt(min), Integer.parseInt(max));
      case "UnlimitedInt" ->
          ValueTypes.numberOrUnlimited(Integer.parseInt(min), Integer.parseInt(max));
      case "Size" -> ValueTypes.size(Long.parseLong(min), Long.parseLong(max));
      case "TimeSpan" -> ValueTypes.timeSpan(min, max);
      default -> throw new IllegalStateException("there are no bounds for " + name);
    };
  }

  private static ValueType<?> free(String name) {
    return switch (name) {
      case "Boolean" -> ValueTypes.BOOLEAN;
      case "Int" -> ValueTypes.integer(0, Integer.MAX_VALUE);
      case "Size" -> ValueTypes.size(0, Long.MAX_VALUE);
      case "UnlimitedSize" -> ValueTypes.sizeOrUnlimited(0, Long.MAX_VALUE);
      case "UnlimitedInt" -> ValueTypes.numberOrUnlimited(0, Integer.MAX_VALUE);
      case "TimeSpan" -> ValueTypes.TIME_SPAN;
      case "IPAddress" -> ValueTypes.IP_ADDRESS;
      case "List" -> ValueTypes.TEXTS;
      case "Text" -> ValueTypes.TEXT;
      case "Any" -> ValueTypes.ANYTHING;
      default -> words(name);
    };
  }

  private static ValueType<String> words(String alternatives) {
    ImmutableList<String> words = ImmutableList.copyOf(Splitter.on('/').split(alternatives));
    // Exchange numbers such values in the order of their declaration, from 0.
    Function<String, Integer> number = words::indexOf;
    return ValueTypes.choice(true, words, Function.identity(), number);
  }
}
