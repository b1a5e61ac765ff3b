package exsim.scenarios.display;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import exsim.scenarios.exchange.ObjectKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the shell lays out one kind of object.
 *
 * @param table the columns of its table
 * @param properties its properties in their order
 */
record View(ImmutableList<TableFormat.Column> table, ImmutableList<Entry> properties) {
  /** Stands in the order for every property that is not named in it. */
  static final String OTHERS = "*";

  /**
   * A property's place.
   *
   * @param name the property, or {@link #OTHERS}
   * @param constant what it is in every object that does not state it
   * @param onlyStated whether it is left out of objects that do not state it
   */
  record Entry(String name, Optional<String> constant, boolean onlyStated) {}

  /** Reads the layout of a kind. */
  static View of(ObjectKind kind) {
    ImmutableList.Builder<TableFormat.Column> table = ImmutableList.builder();
    ImmutableList.Builder<Entry> entries = ImmutableList.builder();
    String resource = (kind.online() ? "Online" : "") + kind.noun() + ".view.txt";
    for (String line : Splitter.on('\n').trimResults().omitEmptyStrings().split(text(resource))) {
      if (line.startsWith("table ")) {
        for (String column : Splitter.on(',').trimResults().split(line.substring(6))) {
          table.add(column(Splitter.on(':').splitToList(column)));
        }
      } else if (!line.startsWith("#")) {
        entries.add(entry(line));
      }
    }
    return new View(table.build(), entries.build());
  }

  private static TableFormat.Column column(List<String> parts) {
    return new TableFormat.Column(
        parts.get(0),
        parts.size() == 1 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(parts.get(1))),
        false);
  }

  private static Entry entry(String line) {
    List<String> parts = Splitter.on('=').limit(2).trimResults().splitToList(line);
    if (parts.size() == 2) {
      return new Entry(parts.get(0), Optional.of(parts.get(1)), false);
    }
    return line.endsWith("?")
        ? new Entry(line.substring(0, line.length() - 1), Optional.empty(), true)
        : new Entry(line, Optional.empty(), false);
  }

  private static String text(String name) {
    try (InputStream in = View.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("there is no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
