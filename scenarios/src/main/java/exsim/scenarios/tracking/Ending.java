package exsim.scenarios.tracking;

import exsim.model.onprem.ExchangeVersion;
import exsim.scenarios.text.LogFile;
import exsim.scenarios.tracking.TrackedEvent.Event;
import exsim.scenarios.tracking.TrackedEvent.Service;
import exsim.scenarios.tracking.TrackedEvent.Source;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.delivery.Notification;
import exsim.simulator.delivery.Outcome;
import exsim.simulator.route.RouteRule;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** How the way of a delivery ended, as the last server that held the message tracks it. */
final class Ending {
  private final Delivery delivery;
  private final Entries entries;

  Ending(Delivery delivery, Entries entries) {
    this.delivery = delivery;
    this.entries = entries;
  }

  /** Whether this attempt was the last, and the message went back. */
  boolean returned(Hop hop) {
    return delivery.outcome() == Outcome.BOUNCED
        && failed().equals(Optional.of(hop.at()))
        && !expired();
  }

  private boolean expired() {
    return delivery.reply().startsWith("550 4.4.7");
  }

  private Optional<Instant> failed() {
    return delivery.notifications().stream()
        .filter(n -> n.kind() == Notification.Kind.FAILED)
        .map(Notification::at)
        .findFirst();
  }

  /** The last server tells how it ended. */
  void ended(Holder last, Instant entered) {
    if (delivery.outcome() == Outcome.DELIVERED
        && last.service() == Service.TRANSPORT
        && !last.server().version().atLeast(ExchangeVersion.E2013)) {
      delivered(last, last.server().name(), entered); // its Transport reaches into mailboxes itself
    }
    delivery.notifications().stream()
        .filter(n -> n.kind() == Notification.Kind.DELAYED)
        .forEach(n -> entries.told(last, n.at()));
    if (delivery.outcome() == Outcome.BOUNCED) {
      Instant at = failed().orElseGet(() -> withoutNotification(last));
      failed(last, at);
      failed().ifPresent(when -> entries.told(last, when));
    }
  }

  /** A mailbox has it. */
  void delivered(Holder by, String client, Instant entered) {
    Map<TrackingField, String> fields = entries.fields();
    fields.put(TrackingField.CLIENT_HOSTNAME, client);
    fields.put(TrackingField.SERVER_HOSTNAME, by.server().name());
    fields.put(TrackingField.MESSAGE_INFO, LogFile.instant(entered));
    entries.add(by, by.since(), Source.STOREDRIVER, Event.DELIVER, "", fields);
  }

  /** When a message with the null reverse path was given up. */
  private Instant withoutNotification(Holder last) {
    if (expired()) {
      return last.since().plus(last.server().transport().messageExpirationTimeout());
    }
    return delivery.hops().stream()
        .map(Hop::at)
        .max(Instant::compareTo)
        .orElseGet(() -> delivery.message().at());
  }

  private void failed(Holder last, Instant at) {
    Optional<Hop> attempt =
        delivery.hops().stream()
            .filter(h -> !h.sent() && h.at().equals(at) && !expired())
            .filter(h -> !h.from().service().equals(Optional.of(TrackedDelivery.FRONT_END)))
            .filter(h -> h.from().server().equals(Optional.of(last.server().name())))
            .reduce((a, b) -> b);
    if (last.service() == Service.SUBMISSION) {
      Map<TrackingField, String> fields = attempt.map(entries::ends).orElseGet(entries::fields);
      entries.add(last, at, Source.STOREDRIVER, Event.SUBMITFAIL, delivery.reply(), fields);
    } else if (attempt.isPresent()) {
      entries.add(
          last,
          attempt.get(),
          Source.SMTP,
          Event.FAIL,
          delivery.reply(),
          entries.ends(attempt.get()));
    } else {
      boolean byDns = delivery.why().stream().anyMatch(r -> r.rule() == RouteRule.NON_EXISTENT);
      Source source = expired() ? Source.QUEUE : byDns ? Source.DNS : Source.ROUTING;
      entries.add(last, at, source, Event.FAIL, delivery.reply(), entries.fields());
    }
  }
}
