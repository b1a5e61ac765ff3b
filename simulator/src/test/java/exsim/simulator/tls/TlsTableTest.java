package exsim.simulator.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.common.base.Joiner;
import com.google.common.collect.Iterables;
import exsim.simulator.tls.TlsSpace.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The table as a mail administrator can review it; {@code -Dgolden.update=true} writes it anew, and
 * fails so that somebody looks.
 */
class TlsTableTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "tls.table");

  @Test
  void the_printed_table_is_the_reviewed_one() throws IOException {
    String table = print();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(GOLDEN, table);
      fail("written anew: look at " + GOLDEN);
    }

    assertEquals(Files.readString(GOLDEN), table, "write it anew with -Dgolden.update=true");
  }

  /** Rows in order of precedence; a column that a row does not look at says any. */
  private static String print() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("rule", "outcome", "demand", "offer", "answer", "handshake", "proof", "habit"));
    for (TlsRule rule : TlsRule.values()) {
      List<String> row = new ArrayList<>();
      row.add(rule.id());
      row.add(words(rule.outcome().name()));
      TlsSpace.COLUMNS.forEach(column -> row.add(cell(column, rule)));
      rows.add(row);
    }
    return aligned(rows);
  }

  private static <E extends Enum<E>> String cell(Column<E> column, TlsRule rule) {
    Iterable<E> values = column.of().apply(rule.when());
    int missing = column.values().length - Iterables.size(values);
    if (missing == 0) {
      return "any";
    }
    List<String> names = new ArrayList<>();
    if (missing == 1 && column.values().length > 2) {
      for (E value : column.values()) {
        if (!Iterables.contains(values, value)) {
          return "not " + words(value.name());
        }
      }
    }
    values.forEach(v -> names.add(words(v.name())));
    boolean forced = column.name().equals("demand") && names.equals(forcing());
    return forced ? "(forced)" : Joiner.on(", ").join(names);
  }

  private static List<String> forcing() {
    List<String> names = new ArrayList<>();
    for (TlsFacts.Demand demand : TlsFacts.Demand.values()) {
      if (demand.forces()) {
        names.add(words(demand.name()));
      }
    }
    return names;
  }

  private static String words(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String aligned(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        int column = i;
        int width = rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
        line.append(row.get(i)).append(" ".repeat(width - row.get(i).length() + 2));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
