package exsim.scenarios.display;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import exsim.scenarios.text.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Prints objects as {@code Format-Table} does: a row for each.
 *
 * @param width of the window, in characters
 * @param autoSize whether columns are as wide as what is in them
 * @param wrap whether long values take several lines, where they are cut otherwise
 * @param headers whether names stand above the columns
 */
record TableFormat(int width, boolean autoSize, boolean wrap, boolean headers) {
  private static final String CUT = "...";

  /**
   * A column.
   *
   * @param label what stands above it
   * @param name the property
   * @param width in characters; empty for a share of what the others leave
   * @param right whether it is aligned at the right, as numbers are
   */
  record Column(String label, String name, OptionalInt width, boolean right) {}

  /** Prints rows; columns that do not fit into the window are left out, from the right. */
  ImmutableList<String> lines(ImmutableList<Column> columns, ImmutableList<ShownObject> objects) {
    List<Integer> widths = fitting(widths(columns, objects));
    ImmutableList<Column> visible = columns.subList(0, widths.size());
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    if (headers && !objects.isEmpty()) {
      List<String> names = visible.stream().map(Column::label).toList();
      lines.addAll(row(visible, widths, names));
      lines.addAll(row(visible, widths, rules(names, widths)));
    }
    for (ShownObject object : objects) {
      lines.addAll(row(visible, widths, visible.stream().map(c -> cell(object, c)).toList()));
    }
    return lines.build();
  }

  private static List<String> rules(List<String> names, List<Integer> widths) {
    List<String> rules = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      rules.add(Strings.repeat("-", Math.min(names.get(i).length(), widths.get(i))));
    }
    return rules;
  }

  private static String cell(ShownObject object, Column column) {
    return object.value(column.name()).map(v -> v.text().replace('\n', ' ')).orElse("");
  }

  private List<Integer> widths(ImmutableList<Column> columns, ImmutableList<ShownObject> objects) {
    int sharing = 0;
    int rest = width - 1 - (columns.size() - 1);
    for (Column column : columns) {
      sharing += column.width().isEmpty() ? 1 : 0;
      rest -= column.width().orElse(0);
    }
    List<Integer> widths = new ArrayList<>();
    for (Column column : columns) {
      widths.add(
          autoSize
              ? longest(column, objects)
              : column.width().orElse(Math.max(1, rest / Math.max(1, sharing))));
    }
    return widths;
  }

  private int longest(Column column, ImmutableList<ShownObject> objects) {
    int longest = headers ? column.label().length() : 1;
    for (ShownObject object : objects) {
      longest = Math.max(longest, Columns.width(cell(object, column)));
    }
    return longest;
  }

  /** The widths of the columns that fit; the last of them takes what is left. */
  private List<Integer> fitting(List<Integer> widths) {
    List<Integer> fitting = new ArrayList<>();
    int left = width - 1;
    for (int wanted : widths) {
      int given = Math.min(wanted, left);
      if (given < 1) {
        break;
      }
      fitting.add(given);
      left -= given + 1;
    }
    return fitting;
  }

  private ImmutableList<String> row(
      ImmutableList<Column> columns, List<Integer> widths, List<String> cells) {
    List<ImmutableList<String>> parts = new ArrayList<>();
    int height = 0;
    for (int i = 0; i < columns.size(); i++) {
      int room = widths.get(i);
      parts.add(
          wrap
              ? Wrapping.lines(cells.get(i), room)
              : ImmutableList.of(Columns.shorten(cells.get(i), room, room > 3 ? CUT : "")));
      height = Math.max(height, parts.get(i).size());
    }
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    for (int line = 0; line < height; line++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < columns.size(); i++) {
        String part = line < parts.get(i).size() ? parts.get(i).get(line) : "";
        String padded =
            columns.get(i).right()
                ? Strings.repeat(" ", widths.get(i) - Columns.width(part)) + part
                : Columns.pad(part, widths.get(i));
        text.append(i == 0 ? "" : " ").append(padded);
      }
      lines.add(text.toString().stripTrailing());
    }
    return lines.build();
  }
}
