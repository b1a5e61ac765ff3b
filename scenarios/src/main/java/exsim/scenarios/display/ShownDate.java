package exsim.scenarios.display;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as a shell of the United States in UTC shows them. */
final class ShownDate {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("M/d/yyyy h:mm:ss a", Locale.US).withZone(ZoneOffset.UTC);

  private ShownDate() {}

  static String text(Instant instant) {
    return DATE.format(instant);
  }
}
