package exsim.scenarios.exchange;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes, numbers and time spans as Exchange prints and accepts them. */
final class Quantities {
  private static final Pattern IN_BYTES =
      Pattern.compile(".*\\(([0-9.,\\s\u00a0\u202f']+) bytes\\)", Pattern.CASE_INSENSITIVE);
  private static final Pattern WITH_UNIT =
      Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*(B|KB|MB|GB|TB)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern SPAN =
      Pattern.compile("(?:(\\d+)\\.)?(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.\\d+)?)?");
  private static final ImmutableList<String> UNITS = ImmutableList.of("B", "KB", "MB", "GB", "TB");
  private static final String UNLIMITED = "unlimited";

  private Quantities() {}

  /** {@code Unlimited}, or the text printed in some way. */
  static String printedUnlimited(String text, UnaryOperator<String> otherwise) {
    return Ascii.equalsIgnoreCase(text, UNLIMITED) ? "Unlimited" : otherwise.apply(text);
  }

  static int integer(String text, int min, int max) {
    try {
      int value = new BigDecimal(text.strip()).intValueExact();
      if (value < min || value > max) {
        throw new InvalidValueException("it is " + min + " to " + max + ", not " + value);
      }
      return value;
    } catch (NumberFormatException e) {
      throw new InvalidValueException("`" + text + "` is not a whole number");
    } catch (ArithmeticException e) {
      throw new InvalidValueException(
          "`" + text + "` is not a whole number from " + min + " to " + max);
    }
  }

  private static long bytes(String text) {
    Matcher printed = IN_BYTES.matcher(text);
    if (printed.matches()) {
      return parseLong(text, printed.group(1).replaceAll("[^0-9]", ""));
    }
    Matcher typed = WITH_UNIT.matcher(text);
    if (!typed.matches() || text.length() > 30) {
      throw new InvalidValueException("`" + text + "` is not a size such as `35 MB`");
    }
    String unit = typed.group(2) == null ? "b" : Ascii.toLowerCase(typed.group(2));
    long factor =
        switch (unit) {
          case "kb" -> 1L << 10;
          case "mb" -> 1L << 20;
          case "gb" -> 1L << 30;
          case "tb" -> 1L << 40;
          default -> 1L;
        };
    BigDecimal bytes = new BigDecimal(typed.group(1)).multiply(BigDecimal.valueOf(factor));
    if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw new InvalidValueException("`" + text + "` is larger than any message");
    }
    return bytes.longValue();
  }

  private static long parseLong(String whole, String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new InvalidValueException("`" + whole + "` is not a size such as `35 MB`");
    }
  }

  static long bytes(String text, long min, long max) {
    long bytes = bytes(text);
    if (bytes < min || bytes > max) {
      throw new InvalidValueException("it is " + min + " to " + max + " bytes, not `" + text + "`");
    }
    return bytes;
  }

  static OptionalLong bytesOrUnlimited(String text, long min, long max) {
    return Ascii.equalsIgnoreCase(text, UNLIMITED)
        ? OptionalLong.empty()
        : OptionalLong.of(bytes(text, min, max));
  }

  static OptionalInt numberOrUnlimited(String text, int min, int max) {
    return Ascii.equalsIgnoreCase(text, UNLIMITED)
        ? OptionalInt.empty()
        : OptionalInt.of(integer(text, min, max));
  }

  static Duration timeSpan(String text) {
    Matcher span = SPAN.matcher(text);
    if (!span.matches()) {
      throw new InvalidValueException("`" + text + "` is not a time span such as `00:10:00`");
    }
    return Duration.ofDays(number(span.group(1)))
        .plusHours(number(span.group(2)))
        .plusMinutes(number(span.group(3)))
        .plusSeconds(number(span.group(4)));
  }

  /** How long Exchange Online keeps a message in a queue (EXO-TLS-27). */
  static Duration onlineExpiration(String text) {
    Duration span = timeSpan(text);
    if (span.compareTo(Duration.ofHours(12)) < 0 || span.compareTo(Duration.ofHours(24)) > 0) {
      throw new InvalidValueException(
          "Exchange Online takes 0.12:00:00 to 1.00:00:00, not `" + text + "`");
    }
    return span;
  }

  /** {@code 36 MB (37,748,736 bytes)}: the largest unit, with four digits at most. */
  static String printedSize(long bytes) {
    int unit = 0;
    while (unit < UNITS.size() - 1 && bytes >> (10 * (unit + 1)) > 0) {
      unit++;
    }
    BigDecimal amount =
        BigDecimal.valueOf(bytes)
            .divide(BigDecimal.valueOf(1L << (10 * unit)), new MathContext(4))
            .stripTrailingZeros();
    return String.format(
        Locale.ROOT, "%s %s (%,d bytes)", amount.toPlainString(), UNITS.get(unit), bytes);
  }

  /** {@code 00:10:00}, with days in front where there are any: {@code 2.00:00:00}. */
  static String printedSpan(Duration span) {
    String time =
        String.format(
            Locale.ROOT,
            "%02d:%02d:%02d",
            span.toHoursPart(),
            span.toMinutesPart(),
            span.toSecondsPart());
    return span.toDays() == 0 ? time : span.toDays() + "." + time;
  }

  private static long number(String digits) {
    return digits == null ? 0 : integer(digits, 0, 100_000_000);
  }
}
