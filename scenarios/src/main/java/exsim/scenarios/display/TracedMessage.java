package exsim.scenarios.display;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import exsim.model.mail.EmailAddress;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.delivery.Outcome;
import exsim.simulator.online.OutboundRule;
import exsim.simulator.rule.Reason;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A message to one recipient, as the message trace of a tenant has it (EXO-REP-20, EXO-REP-22).
 *
 * @param tenant the tenant's initial domain
 * @param delivery what became of it in all
 */
record TracedMessage(String tenant, Delivery delivery) {
  private static final Located.Obj NOTHING = new Located.Obj(Spot.ofFile(""), ImmutableList.of());

  /**
   * Something that happened to it in the tenant.
   *
   * @param at when
   * @param event the trace's word for it
   * @param detail what it was, in words of ours
   */
  record Event(Instant at, String event, String detail) {}

  /** What happened, in order of time; nothing for a message that the tenant never had. */
  ImmutableList<Event> events() {
    ImmutableList.Builder<Event> events = ImmutableList.builder();
    boolean here = delivery.path().get(0).equals(tenant);
    if (here) {
      events.add(new Event(delivery.message().at(), "Receive", "written in a mailbox"));
    }
    Instant last = delivery.message().at();
    for (Hop hop : delivery.hops()) {
      if (hop.from().system().equals(tenant)) {
        resolved(hop.at(), hop.why(), events);
        events.add(new Event(hop.at(), hop.sent() ? "Send" : "Defer", left(hop)));
        here = here && !hop.sent();
      }
      if (hop.sent() && hop.to().system().filter(tenant::equals).isPresent()) {
        events.add(new Event(hop.at(), "Receive", came(hop)));
        here = true;
      }
      last = hop.at();
    }
    if (here) {
      ended(last, events);
    }
    return events.build();
  }

  private void ended(Instant last, ImmutableList.Builder<Event> events) {
    resolved(last, delivery.why(), events);
    if (delivery.outcome() == Outcome.DELIVERED) {
      events.add(new Event(last, "Deliver", "delivered to the mailbox"));
    } else if (delivery.outcome() == Outcome.BOUNCED) {
      Instant at =
          delivery.notifications().isEmpty()
              ? last
              : Iterables.getLast(delivery.notifications()).at();
      events.add(new Event(at, "Fail", delivery.reply()));
    } else if (delivery.hops().isEmpty()) {
      events.add(new Event(last, "Defer", delivery.reply()));
    }
  }

  /** An address that stands for another one was replaced. */
  private static void resolved(Instant at, List<Reason> why, ImmutableList.Builder<Event> events) {
    why.stream()
        .filter(r -> r.rule() == OutboundRule.FORWARDING || r.rule() == OutboundRule.MAIL_USER)
        .forEach(r -> events.add(new Event(at, "Resolved", r.text())));
  }

  private static String left(Hop hop) {
    String to =
        "to "
            + hop.to().host()
            + hop.to().address().map(a -> " [" + a + "]").orElse("")
            + hop.from().connector().map(c -> ", connector " + c).orElse("")
            + ", "
            + tls(hop);
    return hop.sent() ? to : to + ": " + hop.reply();
  }

  private static String came(Hop hop) {
    return "from "
        + hop.from().host()
        + " ["
        + hop.contact().from()
        + "]"
        + hop.to().connector().map(c -> ", connector " + c).orElse("")
        + ", "
        + tls(hop);
  }

  private static String tls(Hop hop) {
    return hop.tls().established().map(e -> e.version().text()).orElse("no TLS");
  }

  /** Delivered, also to the next system; Failed; or Pending while it waits here. */
  private String status() {
    String last = Iterables.getLast(events()).event();
    return switch (last) {
      case "Fail" -> "Failed";
      case "Defer" -> "Pending";
      default -> "Delivered";
    };
  }

  /** When the tenant had it first. */
  Instant received() {
    return events().get(0).at();
  }

  /** The line of the trace. */
  Located.Obj summary() {
    Optional<Hop> in =
        delivery.hops().stream()
            .filter(h -> h.sent() && h.to().system().filter(tenant::equals).isPresent())
            .findFirst();
    Optional<Hop> out =
        delivery.hops().stream().filter(h -> h.from().system().equals(tenant)).reduce((a, b) -> b);
    return identified(NOTHING)
        .with("Received", text(ShownDate.text(received())))
        .with("Status", text(status()))
        .with("FromIP", text(in.map(h -> h.contact().from().toString()).orElse("")))
        .with("ToIP", text(out.flatMap(h -> h.to().address()).map(Object::toString).orElse("")))
        .with(
            "Size",
            new Located.Num(NOTHING.spot(), BigDecimal.valueOf(delivery.message().sizeBytes())));
  }

  /** A line for each event. */
  ImmutableList<Located.Obj> details() {
    return events().stream()
        .map(
            e ->
                identified(NOTHING)
                    .with("Date", text(ShownDate.text(e.at())))
                    .with("Event", text(e.event()))
                    .with("Detail", text(e.detail())))
        .collect(ImmutableList.toImmutableList());
  }

  /** The same message and recipient, the same id. */
  private Located.Obj identified(Located.Obj object) {
    String id = delivery.message().id();
    return object
        .with("Organization", text(tenant))
        .with("MessageId", text(id))
        .with(
            "MessageTraceId",
            text(UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString()))
        .with(
            "SenderAddress",
            text(delivery.message().sender().map(EmailAddress::toString).orElse("<>")))
        .with("RecipientAddress", text(delivery.recipient().toString()));
  }

  private static Located.Text text(String text) {
    return new Located.Text(NOTHING.spot(), text);
  }
}
