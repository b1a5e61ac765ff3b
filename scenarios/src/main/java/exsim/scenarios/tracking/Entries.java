package exsim.scenarios.tracking;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.mail.EmailAddress;
import exsim.model.mail.Message;
import exsim.scenarios.tracking.TrackedEvent.Event;
import exsim.scenarios.tracking.TrackedEvent.Service;
import exsim.scenarios.tracking.TrackedEvent.Source;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.route.NextHopSolutionKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The entries that the servers on the way of one delivery write. */
final class Entries {
  /** What the connector that nobody can list is called in a log. */
  private static final String INTRA_ORGANIZATION = "Intra-Organization SMTP Send Connector";

  private final Delivery delivery;
  private final ImmutableList.Builder<TrackedEvent> events = ImmutableList.builder();

  Entries(Delivery delivery) {
    this.delivery = delivery;
  }

  /** What was written, in order. */
  ImmutableList<TrackedEvent> written() {
    return events.build();
  }

  /** The two ends of a hop, and the connector that sends. */
  Map<TrackingField, String> ends(Hop hop) {
    Map<TrackingField, String> fields = fields();
    fields.put(TrackingField.CLIENT_IP, hop.contact().from().toString());
    fields.put(TrackingField.CLIENT_HOSTNAME, hop.from().server().orElse(hop.from().host()));
    hop.to().address().ifPresent(a -> fields.put(TrackingField.SERVER_IP, a.toString()));
    fields.put(TrackingField.SERVER_HOSTNAME, hop.to().host());
    if (hop.from().service().equals(Optional.of(TrackedDelivery.TRANSPORT))) {
      fields.put(TrackingField.CONNECTOR_ID, sendConnector(hop));
    }
    return fields;
  }

  /** The Send connector, also where Front End Transport or the next server makes the connection. */
  private static String sendConnector(Hop hop) {
    return hop.from()
        .connector()
        .or(
            () ->
                hop.queue()
                    .filter(q -> !q.deliveryType().internal())
                    .flatMap(q -> q.nextHopConnector()))
        .orElse(INTRA_ORGANIZATION);
  }

  /** What every entry says of the message. */
  Map<TrackingField, String> fields() {
    Message message = delivery.message();
    String sender = message.sender().map(EmailAddress::toString).orElse("");
    Map<TrackingField, String> fields = new EnumMap<>(TrackingField.class);
    fields.put(TrackingField.MESSAGE_ID, message.id());
    fields.put(
        TrackingField.NETWORK_MESSAGE_ID,
        UUID.nameUUIDFromBytes(message.id().getBytes(StandardCharsets.UTF_8)).toString());
    fields.put(TrackingField.TOTAL_BYTES, String.valueOf(message.sizeBytes()));
    fields.put(TrackingField.SENDER_ADDRESS, sender);
    fields.put(TrackingField.RETURN_PATH, sender.isEmpty() ? "<>" : sender);
    return fields;
  }

  /** Writes what happened on a hop. */
  void add(
      Holder by,
      Hop hop,
      Source source,
      Event event,
      String status,
      Map<TrackingField, String> fields) {
    add(by, hop.at(), hop.queue(), source, event, status, fields);
  }

  /** Writes what happened without one. */
  void add(
      Holder by,
      Instant at,
      Source source,
      Event event,
      String status,
      Map<TrackingField, String> fields) {
    add(by, at, Optional.empty(), source, event, status, fields);
  }

  private void add(
      Holder by,
      Instant at,
      Optional<NextHopSolutionKey> queue,
      Source source,
      Event event,
      String status,
      Map<TrackingField, String> fields) {
    events.add(
        new TrackedEvent(
            by.organization(),
            by.server(),
            by.service(),
            at,
            new TrackedEvent.What(source, event),
            queue,
            ImmutableList.of(delivery.recipient().toString()),
            status,
            ImmutableMap.copyOf(fields)));
  }

  /** The sender is told: a message of the server's own, to him. */
  void told(Holder last, Instant at) {
    Optional<EmailAddress> sender = delivery.message().sender();
    if (sender.isEmpty()) {
      return;
    }
    events.add(
        new TrackedEvent(
            last.organization(),
            last.server(),
            Service.TRANSPORT,
            at,
            new TrackedEvent.What(Source.DSN, Event.DSN),
            Optional.empty(),
            ImmutableList.of(sender.get().toString()),
            "",
            ImmutableMap.of(
                TrackingField.SERVER_HOSTNAME,
                last.server().name(),
                TrackingField.REFERENCE,
                delivery.message().id(),
                TrackingField.RETURN_PATH,
                "<>")));
  }
}
