package exsim.scenarios.tracking;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.model.mail.Message;
import exsim.model.onprem.ExchangeServer;
import exsim.model.topology.World;
import exsim.scenarios.text.LogFile;
import exsim.scenarios.tracking.TrackedEvent.Event;
import exsim.scenarios.tracking.TrackedEvent.Service;
import exsim.scenarios.tracking.TrackedEvent.Source;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A message to one recipient, as the servers on its way track it. */
final class TrackedDelivery {
  static final String TRANSPORT = "Transport";
  static final String FRONT_END = "Front End Transport";
  private static final String SUBMISSION = "Mailbox Transport Submission";
  private static final String DELIVERY = "Mailbox Transport Delivery";

  private final World world;
  private final Delivery delivery;
  private final Entries entries;
  private final Ending ending;

  /** Who has the message; empty while it is none of these servers. */
  private Optional<Holder> holder = Optional.empty();

  /** When it first came to the organization that has it. */
  private Instant entered;

  private TrackedDelivery(World world, Delivery delivery) {
    this.world = world;
    this.delivery = delivery;
    this.entries = new Entries(delivery);
    this.ending = new Ending(delivery, entries);
    this.entered = delivery.message().at();
  }

  /** What happened, in order of time. */
  static ImmutableList<TrackedEvent> of(World world, Delivery delivery) {
    TrackedDelivery tracked = new TrackedDelivery(world, delivery);
    tracked.written();
    ImmutableList<Hop> hops = delivery.hops();
    for (int i = 0; i < hops.size(); i++) {
      tracked.left(hops.get(i), hops.subList(i + 1, hops.size()));
      tracked.came(hops.get(i), i == 0 ? Optional.empty() : Optional.of(hops.get(i - 1)));
    }
    tracked.holder.ifPresent(last -> tracked.ending.ended(last, tracked.entered));
    return tracked.entries.written();
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
              Map<TrackingField, String> fields = entries.fields();
              fields.put(TrackingField.CLIENT_IP, address);
              fields.put(TrackingField.CLIENT_HOSTNAME, server.fqdn().ascii());
              fields.put(TrackingField.SERVER_IP, address);
              fields.put(TrackingField.SERVER_HOSTNAME, server.name());
              entries.add(
                  holder.get(), message.at(), Source.STOREDRIVER, Event.RECEIVE, "", fields);
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
    Map<TrackingField, String> fields = entries.ends(hop);
    if (hop.sent()) {
      fields.put(TrackingField.MESSAGE_INFO, LogFile.instant(entered));
      fields.put(TrackingField.SOURCE_CONTEXT, hop.reply());
      entries.add(
          holder.get(),
          hop,
          submits ? Source.STOREDRIVER : Source.SMTP,
          submits ? Event.SUBMIT : Event.SEND,
          submits ? "" : "250 2.1.5 Recipient OK",
          fields);
    } else if (!triedOn(hop, later) && !ending.returned(hop)) {
      entries.add(
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
      Map<TrackingField, String> fields = entries.ends(hop);
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
      entries.add(holder.get(), hop.at(), Source.SMTP, Event.RECEIVE, "", fields);
    } else if (to.isPresent() && service.equals(DELIVERY)) {
      ending.delivered(
          new Holder(system, to.get(), Service.DELIVERY, hop.at()),
          hop.from().server().orElse(hop.from().host()),
          entered);
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
