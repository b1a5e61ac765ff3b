package exsim.simulator.question;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.mail.EmailAddress;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.delivery.LoggedEvent;
import exsim.simulator.delivery.Notification;
import exsim.simulator.delivery.Protection;
import exsim.simulator.delivery.ReceivedHeader;
import exsim.simulator.route.AuthAs;
import exsim.simulator.route.NextHopSolutionKey;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** A delivery as every report prints it and expectations state it. */
public final class DeliveryFacts {
  private DeliveryFacts() {}

  /**
   * The facts of a delivery, in the report's order.
   *
   * @param withInternal whether hops inside one organization count
   */
  public static Value.Obj of(Delivery delivery, boolean withInternal) {
    ImmutableMap.Builder<String, Value> members = ImmutableMap.builder();
    members.put("message", text(delivery.message().id()));
    members.put("sender", text(delivery.message().sender().map(EmailAddress::toString).orElse("")));
    members.put("recipient", text(delivery.recipient().toString()));
    members.put("branch", new Value.Int(delivery.branch()));
    members.put("of", new Value.Int(delivery.of()));
    if (delivery.capped()) {
      members.put("branchesCapped", new Value.Bool(true));
    }
    members.put("outcome", text(delivery.outcome().text()));
    members.put("reply", text(delivery.reply()));
    members.put(
        "weakestProtection",
        orNull(delivery.weakestProtection(withInternal).map(Protection::text)));
    ImmutableList.Builder<Value> path = ImmutableList.builder();
    delivery.path().forEach(s -> path.add(text(s)));
    members.put("path", new Value.Array(path.build()));
    members.put("queue", queue(delivery.queue()));
    members.put("messageTrace", orNull(delivery.messageTrace()));
    ImmutableList.Builder<Value> told = ImmutableList.builder();
    delivery.notifications().forEach(n -> told.add(of(n)));
    members.put("notifications", new Value.Array(told.build()));
    ImmutableList.Builder<Value> hops = ImmutableList.builder();
    for (Hop hop : delivery.hops()) {
      if (withInternal || !hop.internal()) {
        hops.add(of(hop));
      }
    }
    members.put("hops", new Value.Array(hops.build()));
    members.put("why", reasons(delivery.why()));
    members.put("turnedDown", eliminations(delivery.turnedDown()));
    ImmutableList.Builder<Value> received = ImmutableList.builder();
    delivery.received().forEach(h -> received.add(header(h)));
    members.put("received", new Value.Array(received.build()));
    return new Value.Obj(members.buildOrThrow());
  }

  private static Value.Obj header(ReceivedHeader header) {
    return new Value.Obj(
        ImmutableMap.of(
            "text", text(header.text()),
            "rule", text(header.form().id()),
            "basis", text(header.form().basis().text()),
            "source", text(header.form().source())));
  }

  /** As {@link Instant#toString} has it, without the classes that format dates of all kinds. */
  private static String instant(Instant at) {
    String text =
        LocalDateTime.ofEpochSecond(at.getEpochSecond(), at.getNano(), ZoneOffset.UTC).toString();
    boolean wholeMinute = text.length() == "2026-01-01T00:00".length();
    return text + (wholeMinute ? ":00Z" : "Z");
  }

  private static Value.Obj of(Hop hop) {
    ImmutableMap.Builder<String, Value> members = ImmutableMap.builder();
    members.put("attempt", new Value.Int(hop.attempt()));
    members.put("at", text(instant(hop.at())));
    members.put("status", text(hop.sent() ? "sent" : "failed"));
    members.put(
        "from",
        new Value.Obj(
            ImmutableMap.of(
                "system", text(hop.from().system()),
                "host", text(hop.from().host()),
                "server", orNull(hop.from().server()),
                "service", orNull(hop.from().service()),
                "connector", orNull(hop.from().connector()))));
    members.put(
        "to",
        new Value.Obj(
            ImmutableMap.of(
                "system", orNull(hop.to().system()),
                "host", text(hop.to().host()),
                "address", orNull(hop.to().address().map(Object::toString)),
                "port", new Value.Int(hop.to().port()),
                "server", orNull(hop.to().server()),
                "service", orNull(hop.to().service()),
                "connector", orNull(hop.to().connector()))));
    members.put("ehlo", keywords(hop.dialogue().keywords(false)));
    members.put("ehloInsideTls", keywords(hop.dialogue().keywords(true)));
    tls(hop.tls(), members);
    members.put("authAs", orNull(hop.standing().authAs().map(AuthAs::text)));
    members.put("crossPremises", new Value.Bool(hop.standing().crossPremises()));
    members.put("cause", orNull(hop.cause()));
    members.put("reply", text(hop.reply()));
    members.put("internal", new Value.Bool(hop.internal()));
    members.put("queue", queue(hop.queue()));
    members.put("why", reasons(hop.why()));
    members.put("turnedDown", eliminations(hop.turnedDown()));
    ImmutableList.Builder<Value> events = ImmutableList.builder();
    hop.events().forEach(e -> events.add(event(e)));
    members.put("events", new Value.Array(events.build()));
    return new Value.Obj(members.buildOrThrow());
  }

  private static Value.Obj event(LoggedEvent event) {
    ImmutableMap.Builder<String, Value> members = ImmutableMap.builder();
    members.put("id", new Value.Int(event.event().number()));
    members.put("source", text(event.log().source()));
    members.put("server", text(event.log().server()));
    members.put("text", text(event.reason().text()));
    members.put("because", text(event.because().rule().id()));
    members.put("rule", text(event.event().id()));
    members.put("basis", text(event.event().basis().text()));
    members.put("citation", text(event.event().source()));
    return new Value.Obj(members.buildOrThrow());
  }

  private static Value.Obj of(Notification notification) {
    return new Value.Obj(
        ImmutableMap.of(
            "at", text(instant(notification.at())),
            "kind", text(notification.kind().text()),
            "code", orNull(notification.code()),
            "text", text(notification.text()),
            "by", text(notification.by()),
            "requireTls", new Value.Bool(notification.requireTls())));
  }

  private static Value queue(Optional<NextHopSolutionKey> queue) {
    return queue
        .<Value>map(
            key ->
                new Value.Obj(
                    ImmutableMap.of(
                        "deliveryType", text(key.deliveryType().text()),
                        "nextHopDomain", text(key.nextHopDomain()),
                        "nextHopConnector", orNull(key.nextHopConnector()))))
        .orElse(Value.NULL);
  }

  private static void tls(Hop.Tls tls, ImmutableMap.Builder<String, Value> members) {
    members.put("startTlsOffered", tls.offered().<Value>map(Value.Bool::new).orElse(Value.NULL));
    members.put("tls", new Value.Bool(tls.established().isPresent()));
    members.put("tlsVersion", orNull(tls.established().map(e -> e.version().text())));
    members.put("cipherSuite", orNull(tls.established().map(Hop.Established::cipherSuite)));
    members.put("tlsMode", text(tls.mode().text()));
    members.put("authentication", text(tls.authentication().text()));
    members.put("ifStartTlsStripped", text(tls.survivesStripping() ? "refused" : "plaintext"));
  }

  private static Value keywords(Optional<ImmutableList<String>> lines) {
    if (lines.isEmpty()) {
      return Value.NULL;
    }
    ImmutableList.Builder<Value> all = ImmutableList.builder();
    lines.get().forEach(l -> all.add(text(l)));
    return new Value.Array(all.build());
  }

  private static Value reasons(ImmutableList<Reason> reasons) {
    ImmutableList.Builder<Value> all = ImmutableList.builder();
    reasons.forEach(r -> all.add(reason(r)));
    return new Value.Array(all.build());
  }

  private static Value.Obj reason(Reason reason) {
    return new Value.Obj(
        ImmutableMap.of(
            "rule", text(reason.rule().id()),
            "text", text(reason.text()),
            "basis", text(reason.rule().basis().text()),
            "source", text(reason.rule().source())));
  }

  private static Value eliminations(ImmutableList<Elimination> eliminations) {
    ImmutableList.Builder<Value> all = ImmutableList.builder();
    for (Elimination elimination : eliminations) {
      all.add(
          new Value.Obj(
              ImmutableMap.of(
                  "candidate", text(elimination.candidate()),
                  "rule", text(elimination.because().rule().id()),
                  "text", text(elimination.because().text()))));
    }
    return new Value.Array(all.build());
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private static Value orNull(Optional<String> text) {
    return text.<Value>map(Value.Text::new).orElse(Value.NULL);
  }
}
