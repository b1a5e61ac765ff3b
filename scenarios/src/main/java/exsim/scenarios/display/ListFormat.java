package exsim.scenarios.display;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.exchange.Shown;
import exsim.scenarios.text.Columns;
import java.util.Map;

/** Prints objects as {@code Format-List} does: a line for each property. */
final class ListFormat {
  private static final String COLON = " : ";

  private ListFormat() {}

  /**
   * Prints objects with a blank line between them.
   *
   * @param width of the window, in characters
   */
  static ImmutableList<String> lines(ImmutableList<ShownObject> objects, int width) {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    boolean first = true;
    for (ShownObject object : objects) {
      if (!first) {
        lines.add("");
      }
      first = false;
      lines.addAll(lines(object, width));
    }
    return lines.build();
  }

  private static ImmutableList<String> lines(ShownObject object, int width) {
    int names = object.names().stream().mapToInt(Columns::width).max().orElse(0);
    String before = Columns.pad("", names + COLON.length());
    int room = Math.max(1, width - 1 - before.length());
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    for (Map.Entry<String, Shown> property : object.values().entrySet()) {
      String label = Columns.pad(property.getKey(), names) + COLON;
      for (String line : Wrapping.lines(property.getValue().text(), room)) {
        lines.add(label + line);
        label = before;
      }
    }
    return lines.build();
  }
}
