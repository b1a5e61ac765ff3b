package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The simple values of an export. */
final class ClixmlScalar {
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final int DIGITS_MAX = 40;

  private ClixmlScalar() {}

  static Located of(Spot spot, String tag, String text) {
    return switch (tag) {
      case "Nil", "SS" -> new Located.Null(spot);
      case "B" -> new Located.Bool(spot, Ascii.equalsIgnoreCase(text.strip(), "true"));
      case "By", "SB", "I16", "I32", "I64", "U16", "U32", "U64", "Db", "Sg", "D" ->
          number(spot, text.strip());
      case "TS" -> new Located.Text(spot, timeSpan(text.strip()));
      default -> new Located.Text(spot, unescaped(text));
    };
  }

  private static Located number(Spot spot, String text) {
    if (text.length() <= DIGITS_MAX) {
      try {
        return new Located.Num(spot, new BigDecimal(text));
      } catch (NumberFormatException e) {
        return new Located.Text(spot, text); // NaN and infinities, which no property has
      }
    }
    return new Located.Text(spot, text);
  }

  /** Exports write {@code PT10M} for what the shell prints as {@code 00:10:00}. */
  private static String timeSpan(String text) {
    try {
      Duration span = Duration.parse(text);
      String time =
          String.format(
              Locale.ROOT,
              "%02d:%02d:%02d",
              span.toHoursPart(),
              span.toMinutesPart(),
              span.toSecondsPart());
      return span.toDays() == 0 ? time : span.toDays() + "." + time;
    } catch (DateTimeException e) {
      return text;
    }
  }

  /** Undoes {@code _x000D_}, which stands for characters that XML cannot have. */
  static String unescaped(String text) {
    if (text.indexOf("_x") < 0) {
      return text;
    }
    Matcher escape = ESCAPE.matcher(text);
    StringBuilder plain = new StringBuilder();
    while (escape.find()) {
      String c = String.valueOf((char) Integer.parseInt(escape.group(1), 16));
      escape.appendReplacement(plain, Matcher.quoteReplacement(c));
    }
    return escape.appendTail(plain).toString();
  }
}
