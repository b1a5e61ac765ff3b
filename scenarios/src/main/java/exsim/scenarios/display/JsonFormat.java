package exsim.scenarios.display;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.scenarios.exchange.Shown;
import exsim.scenarios.json.JsonPrinter;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prints objects as {@code ConvertTo-Json} does after the service's own interface flattened them:
 * lists are arrays, words stay words, and what has no value is null.
 */
final class JsonFormat {
  private static final Spot NOWHERE = Spot.ofFile("");

  /** What is empty text where nobody wrote any. */
  private static final ImmutableSet<String> NEVER_NULL =
      ImmutableSet.of("Comment", "AdminDisplayName");

  private static final Pattern DATE =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)(?:\\.(\\d{1,7})\\d*)?(Z?)");
  private static final int DECIMALS = 7;

  private JsonFormat() {}

  /**
   * The lines of a text with the objects.
   *
   * @param array whether one object makes an array too
   */
  static ImmutableList<String> lines(ImmutableList<ShownObject> objects, boolean array) {
    if (objects.isEmpty() && !array) {
      return ImmutableList.of();
    }
    ImmutableList<Located> all =
        objects.stream().map(JsonFormat::object).collect(ImmutableList.toImmutableList());
    Located document = all.size() == 1 && !array ? all.get(0) : new Located.Arr(NOWHERE, all);
    return ImmutableList.copyOf(
        Splitter.on('\n').omitEmptyStrings().split(JsonPrinter.print(document)));
  }

  private static Located object(ShownObject object) {
    ImmutableList.Builder<Located.Member> members = ImmutableList.builder();
    for (Map.Entry<String, Shown> property : object.values().entrySet()) {
      members.add(
          new Located.Member(
              property.getKey(), NOWHERE, value(property.getKey(), property.getValue())));
    }
    return new Located.Obj(NOWHERE, members.build());
  }

  private static Located value(String name, Shown shown) {
    if (shown instanceof Shown.Flag flag) {
      return new Located.Bool(NOWHERE, flag.on());
    }
    if (shown instanceof Shown.Several several) {
      return new Located.Arr(
          NOWHERE,
          several.items().stream()
              .map(item -> new Located.Text(NOWHERE, item))
              .collect(ImmutableList.toImmutableList()));
    }
    if (shown.text().isEmpty() && !NEVER_NULL.contains(name)) {
      return new Located.Null(NOWHERE);
    }
    if (shown instanceof Shown.Number number && number.text().matches("-?\\d{1,18}")) {
      return new Located.Num(NOWHERE, new BigDecimal(number.text()));
    }
    return new Located.Text(NOWHERE, dated(shown.text()));
  }

  /** Dates have seven decimals. */
  private static String dated(String text) {
    Matcher date = DATE.matcher(text);
    if (!date.matches()) {
      return text;
    }
    String fraction = date.group(2) == null ? "" : date.group(2);
    return date.group(1)
        + "."
        + fraction
        + "0".repeat(DECIMALS - fraction.length())
        + date.group(3);
  }
}
