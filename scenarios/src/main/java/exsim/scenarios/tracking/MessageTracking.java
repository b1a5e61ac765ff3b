package exsim.scenarios.tracking;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.topology.World;
import exsim.scenarios.text.LogFile;
import exsim.simulator.delivery.Delivery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes down what a run was as Exchange's message tracking logs.
 *
 * <p>Of several branches the first is written.
 */
public final class MessageTracking {
  private MessageTracking() {}

  /** What happened on all servers, in order of time. */
  public static ImmutableList<TrackedEvent> events(World world, Iterable<Delivery> deliveries) {
    List<TrackedEvent> all = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      if (delivery.branch() == 1) {
        TrackedDelivery.of(world, delivery).forEach(event -> add(all, event));
      }
    }
    all.sort(Comparator.comparing(TrackedEvent::at));
    return ImmutableList.copyOf(all);
  }

  /** One entry tells of all recipients that something happened to at once. */
  private static void add(List<TrackedEvent> all, TrackedEvent event) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).joins(event)) {
        all.set(i, all.get(i).with(event));
        return;
      }
    }
    all.add(event);
  }

  /** The logs of a run, by path. */
  public static ImmutableList<LogFile> logs(World world, Iterable<Delivery> deliveries) {
    Map<String, LogFile> logs = new LinkedHashMap<>();
    for (TrackedEvent event : events(world, deliveries)) {
      Instant hour = event.at().truncatedTo(ChronoUnit.HOURS);
      LogFile log =
          logs.computeIfAbsent(
              event.server().name() + "/" + event.service() + "/" + hour, key -> file(event));
      ImmutableMap<TrackingField, String> values = event.values();
      log.add(
          TrackingField.of(event.server().version()).stream()
              .map(field -> values.getOrDefault(field, ""))
              .toList());
    }
    return logs.values().stream()
        .sorted(Comparator.comparing(LogFile::path))
        .collect(ImmutableList.toImmutableList());
  }

  /** A version's number; no scenario tells a build. */
  private static String build(ExchangeVersion version) {
    return switch (version) {
      case E2010 -> "14.0.0.0";
      case E2013 -> "15.00.0000.000";
      case E2016 -> "15.01.0000.000";
      case E2019, SE -> "15.02.0000.000";
    };
  }

  private static LogFile file(TrackedEvent event) {
    ExchangeVersion version = event.server().version();
    return new LogFile(
        LogFile.folder(event.server().name()) + "/MessageTracking",
        new LogFile.Header(
            event.service().prefix(),
            build(version),
            "Message Tracking Log",
            TrackingField.of(version).stream()
                .map(TrackingField::text)
                .collect(ImmutableList.toImmutableList())),
        event.at());
  }
}
