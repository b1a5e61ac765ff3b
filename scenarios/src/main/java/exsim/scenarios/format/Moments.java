package exsim.scenarios.format;

import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Reads points in time.
 *
 * @param clock when the scenario starts; durations count from here
 */
record Moments(Instant clock) {
  /** The start of a scenario that states none. */
  static final Instant CLOCK_DEFAULT = utc(2026, 1, 1);

  private static final Instant MIN = utc(1, 1, 1);
  private static final Instant MAX = utc(10000, 1, 1).minusNanos(1);
  private static final String HELP = "write it like `2026-03-02T08:00:00Z`";

  /** Not parsed, because a scenario without times need not wait for what parses them. */
  private static Instant utc(int year, int month, int day) {
    return LocalDate.of(year, month, day).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /** An ISO-8601 instant, in UTC or with an offset. */
  static final Decoder<Instant> INSTANT =
      (value, problems) ->
          Decoders.TEXT.decode(value, problems).flatMap(text -> instant(text, value, problems));

  private static Optional<Instant> instant(String text, Located value, Problems problems) {
    try {
      return inside(OffsetDateTime.parse(text).toInstant(), text, value, problems);
    } catch (DateTimeParseException e) {
      boolean impossible = e.getCause() instanceof DateTimeException;
      problems.add(
          value.spot(),
          "`" + text + "` is not " + (impossible ? "a date that exists" : "an instant"),
          HELP);
      return Optional.empty();
    }
  }

  /** An instant, or a duration from the clock. */
  Decoder<Instant> moment() {
    return (value, problems) -> {
      Optional<String> text = Decoders.TEXT.decode(value, problems);
      boolean duration =
          text.filter(t -> t.startsWith("P") || t.startsWith("-P") || t.startsWith("+P"))
              .isPresent();
      return duration
          ? fromClock(text.get(), value, problems)
          : text.flatMap(t -> instant(t, value, problems));
    };
  }

  private Optional<Instant> fromClock(String text, Located value, Problems problems) {
    try {
      return inside(clock.plus(Duration.parse(text)), text, value, problems);
    } catch (DateTimeParseException e) {
      problems.add(
          value.spot(),
          "`" + text + "` is not a duration",
          "write days, hours, minutes and seconds like `P1DT2H30M`");
      return Optional.empty();
    } catch (DateTimeException | ArithmeticException e) {
      problems.add(value.spot(), "`" + text + "` leads out of the calendar");
      return Optional.empty();
    }
  }

  private static Optional<Instant> inside(
      Instant instant, String text, Located value, Problems problems) {
    if (instant.isBefore(MIN) || instant.isAfter(MAX)) {
      problems.add(value.spot(), "`" + text + "` is not in the years 1 to 9999");
      return Optional.empty();
    }
    return Optional.of(instant);
  }

  /** A moment of the scenario, which does not lie before its start. */
  Decoder<Instant> fromStart() {
    return (value, problems) ->
        moment()
            .decode(value, problems)
            .filter(
                at -> {
                  if (at.isBefore(clock)) {
                    problems.add(value.spot(), "this is before the scenario starts, at " + clock);
                  }
                  return !at.isBefore(clock);
                });
  }
}
