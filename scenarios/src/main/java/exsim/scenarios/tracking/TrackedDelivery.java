package exsim.scenarios.tracking;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.mail.EmailAddress;
import exsim.model.mail.Message;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.topology.World;
import exsim.scenarios.text.LogFile;
import exsim.scenarios.tracking.TrackedEvent.Event;
import exsim.scenarios.tracking.TrackedEvent.Service;
import exsim.scenarios.tracking.TrackedEvent.Source;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.delivery.Notification;
import exsim.simulator.delivery.Outcome;
import exsim.simulator.route.NextHopSolutionKey;
import exsim.simulator.route.RouteRule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A message to one recipient, as the servers on its way track it. */
final class TrackedDelivery {
  private static final String TRANSPORT = "Transport";
  private static final String FRONT_END = "Front End Transport";
  private static final String SUBMISSION = "Mailbox Transport Submission";
  private static final String DELIVERY = "Mailbox Transport Delivery";

  /** What the connector that nobody can list is called in a log. */
  private static final String INTRA_ORGANIZATION = "Intra-Organization SMTP Send Connector";

  private final World world;
  private final Delivery delivery;
  private final ImmutableList.Builder<TrackedEvent> events = ImmutableList.builder();

  /** Who has the message; empty while it is none of these servers. */
  private Optional<Holder> holder = Optional.empty();

  /** When it first came to the organization that has it. */
  private Instant entered;

  private TrackedDelivery(World world, Delivery delivery) {
    this.world = world;
    this.delivery = delivery;
    this.entered = delivery.message().at();
  }

  /** A service of a server that holds a message, and since when. */
  private record Holder(
      String organization, ExchangeServer server, Service service, Instant since) {}

  /** What happened, in order of time. */
  static ImmutableList<TrackedEvent> of(World world, Delivery delivery) {
    TrackedDelivery tracked = new TrackedDelivery(world, delivery);
    tracked.written();
    ImmutableList<Hop> hops = delivery.hops();
    for (int i = 0; i < hops.size(); i++) {
      tracked.left(hops.get(i), hops.subList(i + 1, hops.size()));
      tracked.came(hops.get(i), i == 0 ? Optional.empty() : Optional.of(hops.get(i - 1)));
    }
    tracked.ended();
    return tracked.events.build();
  }

  /** In a mailbox: Mailbox Transport Submission takes it there, or Exchange 2010's Transport. */
  private void written() {
    if (delivery.mailboxServer().isEmpty()) {
      return;
    }
    String name = delivery.mailboxServer().get().name();
    Message message = delivery.message();
    servers(delivery.path().get(0), message.at()).stream()
        .filter(s -> s.fqdn().ascii().equals(name))
        .findFirst()
        .ifPresent(
            server -> {
              Service service =
                  server.hasMailboxTransport() ? Service.SUBMISSION : Service.TRANSPORT;
              holder =
                  Optional.of(new Holder(delivery.path().get(0), server, service, message.at()));
              String address = server.addresses().get(0).toString();
              Map<TrackingField, String> fields = fields();
              fields.put(TrackingField.CLIENT_IP, address);
              fields.put(TrackingField.CLIENT_HOSTNAME, server.fqdn().ascii());
              fields.put(TrackingField.SERVER_IP, address);
              fields.put(TrackingField.SERVER_HOSTNAME, server.name());
              add(holder.get(), message.at(), Source.STOREDRIVER, Event.RECEIVE, "", fields);
            });
  }

  /** A service passed it on, or could not. */
  private void left(Hop hop, List<Hop> later) {
    Optional<ExchangeServer> from =
        server(Optional.of(hop.from().system()), hop.from().server(), hop);
    String service = hop.from().service().orElse("");
    if (from.isEmpty() || holder.isEmpty() || service.equals(FRONT_END)) {
      return;
    }
    boolean submits = service.equals(SUBMISSION);
    Map<TrackingField, String> fields = ends(hop);
    if (hop.sent()) {
      fields.put(TrackingField.MESSAGE_INFO, LogFile.instant(entered));
      fields.put(TrackingField.SOURCE_CONTEXT, hop.reply());
      add(
          holder.get(),
          hop,
          submits ? Source.STOREDRIVER : Source.SMTP,
          submits ? Event.SUBMIT : Event.SEND,
          submits ? "" : "250 2.1.5 Recipient OK",
          fields);
    } else if (!triedOn(hop, later) && !returned(hop)) {
      add(
          holder.get(),
          hop,
          submits ? Source.STOREDRIVER : Source.SMTP,
          submits ? Event.SUBMITDEFER : Event.DEFER,
          hop.reply(),
          fields);
    }
  }

  /** Whether the same attempt goes on with another host. */
  private static boolean triedOn(Hop hop, List<Hop> later) {
    return later.stream()
        .anyMatch(
            other ->
                other.at().equals(hop.at())
                    && other.attempt() == hop.attempt()
                    && other.from().server().equals(hop.from().server())
                    && other.from().service().equals(hop.from().service()));
  }

  /** Whether this attempt was the last, and the message went back. */
  private boolean returned(Hop hop) {
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

  /** A service took it, or it went where nobody tracks it. */
  private void came(Hop hop, Optional<Hop> before) {
    if (!hop.sent()) {
      return;
    }
    Optional<ExchangeServer> to = server(hop.to().system(), hop.to().server(), hop);
    if (!hop.to().system().equals(Optional.of(hop.from().system()))) {
      entered = hop.at();
    }
    String service = hop.to().service().orElse("");
    String system = hop.to().system().orElse("");
    if (to.isPresent() && service.equals(TRANSPORT)) {
      holder = Optional.of(new Holder(system, to.get(), Service.TRANSPORT, hop.at()));
      Map<TrackingField, String> fields = ends(hop);
      fields.put(TrackingField.SERVER_HOSTNAME, to.get().name());
      hop.to()
          .connector()
          .ifPresent(c -> fields.put(TrackingField.CONNECTOR_ID, to.get().name() + "\\" + c));
      before
          .filter(b -> proxies(b, hop))
          .ifPresent(
              b -> {
                fields.put(TrackingField.ORIGINAL_CLIENT_IP, b.contact().from().toString());
                b.to()
                    .address()
                    .ifPresent(a -> fields.put(TrackingField.ORIGINAL_SERVER_IP, a.toString()));
              });
      add(holder.get(), hop.at(), Source.SMTP, Event.RECEIVE, "", fields);
    } else if (to.isPresent() && service.equals(DELIVERY)) {
      delivered(
          new Holder(system, to.get(), Service.DELIVERY, hop.at()),
          hop.from().server().orElse(hop.from().host()));
      holder = Optional.empty();
    } else if (!service.equals(FRONT_END)) {
      holder = Optional.empty();
    }
  }

  /** Whether Front End Transport handed on what it was just given. */
  private static boolean proxies(Hop before, Hop hop) {
    return hop.from().service().equals(Optional.of(FRONT_END))
        && before.to().service().equals(Optional.of(FRONT_END))
        && before.to().server().equals(hop.from().server());
  }

  private void delivered(Holder by, String client) {
    Map<TrackingField, String> fields = fields();
    fields.put(TrackingField.CLIENT_HOSTNAME, client);
    fields.put(TrackingField.SERVER_HOSTNAME, by.server().name());
    fields.put(TrackingField.MESSAGE_INFO, LogFile.instant(entered));
    add(by, by.since(), Source.STOREDRIVER, Event.DELIVER, "", fields);
  }

  private void ended() {
    if (holder.isEmpty()) {
      return;
    }
    Holder last = holder.get();
    if (delivery.outcome() == Outcome.DELIVERED
        && last.service() == Service.TRANSPORT
        && !last.server().version().atLeast(ExchangeVersion.E2013)) {
      delivered(last, last.server().name()); // its Transport reaches into mailboxes itself
    }
    delivery.notifications().stream()
        .filter(n -> n.kind() == Notification.Kind.DELAYED)
        .forEach(n -> told(last, n.at()));
    if (delivery.outcome() == Outcome.BOUNCED) {
      Instant at = failed().orElseGet(() -> withoutNotification(last));
      failed(last, at);
      failed().ifPresent(when -> told(last, when));
    }
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
            .filter(h -> !h.from().service().equals(Optional.of(FRONT_END)))
            .filter(h -> h.from().server().equals(Optional.of(last.server().name())))
            .reduce((a, b) -> b);
    if (last.service() == Service.SUBMISSION) {
      Map<TrackingField, String> fields = attempt.map(this::ends).orElseGet(this::fields);
      add(last, at, Source.STOREDRIVER, Event.SUBMITFAIL, delivery.reply(), fields);
    } else if (attempt.isPresent()) {
      add(last, attempt.get(), Source.SMTP, Event.FAIL, delivery.reply(), ends(attempt.get()));
    } else {
      boolean byDns = delivery.why().stream().anyMatch(r -> r.rule() == RouteRule.NON_EXISTENT);
      Source source = expired() ? Source.QUEUE : byDns ? Source.DNS : Source.ROUTING;
      add(last, at, source, Event.FAIL, delivery.reply(), fields());
    }
  }

  /** The sender is told: a message of the server's own, to him. */
  private void told(Holder last, Instant at) {
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

  /** The two ends of a hop, and the connector that sends. */
  private Map<TrackingField, String> ends(Hop hop) {
    Map<TrackingField, String> fields = fields();
    fields.put(TrackingField.CLIENT_IP, hop.contact().from().toString());
    fields.put(TrackingField.CLIENT_HOSTNAME, hop.from().server().orElse(hop.from().host()));
    hop.to().address().ifPresent(a -> fields.put(TrackingField.SERVER_IP, a.toString()));
    fields.put(TrackingField.SERVER_HOSTNAME, hop.to().host());
    if (hop.from().service().equals(Optional.of(TRANSPORT))) {
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

  private Map<TrackingField, String> fields() {
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

  private void add(
      Holder by,
      Hop hop,
      Source source,
      Event event,
      String status,
      Map<TrackingField, String> fields) {
    add(by, hop.at(), hop.queue(), source, event, status, fields);
  }

  private void add(
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

  private Optional<ExchangeServer> server(Optional<String> system, Optional<String> name, Hop hop) {
    return system.flatMap(
        organization ->
            servers(organization, hop.at()).stream()
                .filter(s -> Ascii.equalsIgnoreCase(s.name(), name.orElse("")))
                .findFirst());
  }

  private ImmutableList<ExchangeServer> servers(String organization, Instant at) {
    return world.epochs().get(world.epochAt(at)).topology().organizations().stream()
        .filter(o -> o.name().equals(organization))
        .findFirst()
        .map(o -> o.servers())
        .orElse(ImmutableList.of());
  }
}
