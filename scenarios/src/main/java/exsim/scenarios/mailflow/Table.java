package exsim.scenarios.mailflow;

import com.google.common.collect.ImmutableList;
import java.util.StringJoiner;

/** A table as text with commas (RFC 4180). */
final class Table {
  private final StringBuilder text = new StringBuilder();
  private final int columns;

  Table(ImmutableList<String> header) {
    this.columns = header.size();
    line(header);
  }

  /** Adds a row with a value for each column. */
  void row(String... values) {
    row(ImmutableList.copyOf(values));
  }

  /** The same. */
  void row(ImmutableList<String> values) {
    if (values.size() != columns) {
      throw new IllegalArgumentException(values.size() + " values for " + columns + " columns");
    }
    line(values);
  }

  private void line(ImmutableList<String> values) {
    StringJoiner line = new StringJoiner(",", "", "\r\n");
    for (String value : values) {
      boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
      line.add(plain ? value : '"' + value.replace("\"", "\"\"") + '"');
    }
    text.append(line);
  }

  /** What was added, below the names of the columns. */
  String text() {
    return text.toString();
  }
}
