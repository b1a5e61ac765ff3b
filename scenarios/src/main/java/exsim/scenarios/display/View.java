package exsim.scenarios.display;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
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
 * @param list the properties of its list; none for all
 * @param properties its properties in their order
 */
record View(
    ImmutableList<TableFormat.Column> table,
    ImmutableList<String> list,
    ImmutableList<Entry> properties) {
  /** Stands in the order for every property that is not named in it, by name. */
  static final String OTHERS = "*";

  /** The layout of a kind that has none of its own: what is known, by name. */
  private static final String KNOWN_ONLY = "*?";

  /**
   * A property's place.
   *
   * @param name the property, or {@link #OTHERS}
   * @param constant what it is in every object that does not state it
   * @param onlyStated whether it is left out of objects that neither state it nor have a default
   */
  record Entry(String name, Optional<String> constant, boolean onlyStated) {}

  /** Reads the layout of a kind. */
  static View of(ObjectKind kind) {
    ImmutableList.Builder<TableFormat.Column> table = ImmutableList.builder();
    ImmutableList.Builder<String> list = ImmutableList.builder();
    ImmutableList.Builder<Entry> entries = ImmutableList.builder();
    String resource = (kind.online() ? "Online" : "") + kind.noun() + ".view.txt";
    for (String line : Splitter.on('\n').trimResults().omitEmptyStrings().split(text(resource))) {
      if (line.startsWith("table ")) {
        for (String column : Splitter.on(',').trimResults().split(line.substring(6))) {
          table.add(column(Splitter.on(':').splitToList(column)));
        }
      } else if (line.startsWith("list ")) {
        list.addAll(Splitter.on(',').trimResults().split(line.substring(5)));
      } else if (!line.startsWith("#")) {
        entries.add(entry(line));
      }
    }
    return new View(table.build(), list.build(), entries.build());
  }

  private static TableFormat.Column column(List<String> parts) {
    return new TableFormat.Column(
        Splitter.on('/').splitToList(parts.get(0)).get(0),
        Iterables.getLast(Splitter.on('/').split(parts.get(0))),
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
        return KNOWN_ONLY;
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
