package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.OrganizationFacts;
import exsim.scenarios.exchange.ServerFacts;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import exsim.scenarios.powershell.CommandLine.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/**
 * Searches message tracking logs.
 *
 * @param call {@code Get-MessageTrackingLog} with its arguments
 * @param at where faults are reported
 * @param findings takes them
 */
record TrackingSearch(BoundCall call, Spot at, Findings findings) {
  private static final ImmutableSet<String> TEXTS =
      ImmutableSet.of("Sender", "EventId", "Source", "MessageId");

  /** A date as a shell of the United States takes it, alone or with a time of day. */
  private static final DateTimeFormatter DATE =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("M/d/yyyy[ ][h:mm[:ss][ ]a][H:mm[:ss]]")
          .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
          .toFormatter(Locale.US);

  /** The entries that the parameters ask for; empty when one of them cannot be read. */
  Optional<ImmutableList<Found.Item>> in(
      ImmutableList<Found.Item> entries, OrganizationFacts facts) {
    Optional<Instant> start = instant("Start", Instant.MIN);
    Optional<Instant> end = instant("End", Instant.MAX);
    if (start.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    Optional<ServerFacts> server = call.text("Server").flatMap(facts::server);
    return Optional.of(
        entries.stream()
            .filter(entry -> server.isEmpty() || entry.server().equals(server))
            .filter(entry -> TEXTS.stream().allMatch(name -> has(entry.object(), name)))
            .filter(entry -> isTo(entry.object()))
            .filter(entry -> isBetween(entry.object(), start.get(), end.get()))
            .collect(ImmutableList.toImmutableList()));
  }

  private boolean has(Located.Obj entry, String name) {
    return call.text(name)
        .filter(wanted -> !Ascii.equalsIgnoreCase(Documents.text(entry, name).orElse(""), wanted))
        .isEmpty();
  }

  /** Whether one of the recipients is among those that are asked for. */
  private boolean isTo(Located.Obj entry) {
    ImmutableList<String> wanted = words("Recipients");
    return wanted.isEmpty()
        || entry.member("Recipients").stream()
            .flatMap(m -> ((Located.Arr) m.value()).items().stream())
            .map(item -> ((Located.Text) item).text())
            .anyMatch(r -> wanted.stream().anyMatch(w -> Ascii.equalsIgnoreCase(w, r)));
  }

  private ImmutableList<String> words(String parameter) {
    ImmutableList.Builder<String> words = ImmutableList.builder();
    Value value = call.values().get(parameter);
    if (value instanceof Value.Several several) {
      several.items().stream()
          .filter(Value.Text.class::isInstance)
          .forEach(item -> words.add(((Value.Text) item).text()));
    } else {
      call.text(parameter).ifPresent(words::add);
    }
    return words.build();
  }

  /** From the start on, and before the end. */
  private static boolean isBetween(Located.Obj entry, Instant start, Instant end) {
    Instant when = parse(Documents.text(entry, "Timestamp").orElseThrow());
    return !when.isBefore(start) && when.isBefore(end);
  }

  private Optional<Instant> instant(String parameter, Instant otherwise) {
    Optional<String> text = call.text(parameter);
    try {
      return Optional.of(text.isEmpty() ? otherwise : parse(text.get().strip()));
    } catch (DateTimeException e) {
      findings
          .problems()
          .add(
              at,
              "-" + parameter + " `" + text.orElse("") + "` is no date",
              "3/13/2024 or \"3/13/2024 9:00 AM\", in UTC");
      return Optional.empty();
    }
  }

  private static Instant parse(String text) {
    if (text.endsWith("Z")) {
      return Instant.parse(text);
    }
    String whole = text.indexOf(':') < 0 ? text + " 0:00" : text;
    return LocalDateTime.parse(whole, DATE).toInstant(ZoneOffset.UTC);
  }
}
