package exsim.scenarios.lab;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import exsim.simulator.delivery.Arrival;
import exsim.simulator.delivery.Hop;
import exsim.simulator.delivery.Lines;
import exsim.simulator.delivery.Onward;
import exsim.simulator.delivery.ReceivedHeader;
import exsim.simulator.route.PassThrough;
import exsim.simulator.route.Receiver;
import exsim.simulator.smtp.Reply;
import exsim.simulator.smtp.TypedSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Takes what servers accepted and sends it on, by the decisions of the simulation. */
final class Relay {
  /** How much faster a queue's time passes than the clock's: ten minutes are a second. */
  static final int HASTE = 600;

  /** Time for whoever sent a message to hear that it was taken. */
  private static final Duration SETTLED = Duration.ofMillis(50);

  private static final Reply FULL = Reply.of("452 4.3.1 Insufficient system resources");

  private final Supplier<Instant> clock;
  private final Limits limits;
  private final Journal journal;
  private final Maildrop maildrop;
  private final ScheduledExecutorService workers;
  private final Map<String, ImmutableList<String>> texts = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicInteger busy = new AtomicInteger();
  private Onward onward;

  /**
   * A relay that knows no way yet.
   *
   * @param clock the lab's time
   */
  Relay(
      Supplier<Instant> clock,
      Limits limits,
      Journal journal,
      Maildrop maildrop,
      ScheduledExecutorService workers) {
    this.clock = clock;
    this.limits = limits;
    this.journal = journal;
    this.maildrop = maildrop;
    this.workers = workers;
  }

  /** The ways on, which lead over sockets. */
  void by(Onward ways) {
    this.onward = ways;
  }

  /** The lines of a message as it lies now. */
  ImmutableList<String> text(String id) {
    return texts.getOrDefault(id, ImmutableList.of());
  }

  /**
   * Takes a message.
   *
   * @param call the call by which it came; empty for a client from outside
   * @return what is said instead of the reply when it cannot be taken
   */
  Optional<Reply> take(
      Receiver receiver, TypedSession.Accepted accepted, Optional<Lines.Call> call) {
    if (busy.get() + accepted.recipients().size() > limits.hops()) {
      return Optional.of(FULL);
    }
    if (call.isPresent()) {
      return take(receiver, accepted, Arrival.from(call.get(), accepted));
    }
    boolean tlsRequiredNo = tlsRequiredNo(accepted.lines());
    int number = numbers.incrementAndGet();
    Optional<Reply> refused = Optional.empty();
    int taken = 0;
    for (int i = 0; i < accepted.recipients().size(); i++) {
      EmailAddress recipient = accepted.recipients().get(i);
      String id = "m" + number + (i == 0 ? "" : "." + (i + 1));
      Optional<Reply> reply =
          take(receiver, accepted, Arrival.from(receiver, accepted, recipient, id, tlsRequiredNo));
      taken += reply.isEmpty() ? 1 : 0;
      refused = refused.isPresent() ? refused : reply;
    }
    return taken > 0 ? Optional.empty() : refused;
  }

  private Optional<Reply> take(Receiver receiver, TypedSession.Accepted accepted, Arrival arrival) {
    String id = arrival.envelope().id();
    ImmutableList<String> before = texts.get(id);
    Instant at = clock.get();
    boolean lent = arrival.envelope().proxiedFor().isPresent();
    Optional<ReceivedHeader> header =
        lent ? Optional.empty() : ReceivedHeader.of(receiver.stamp(), accepted.session(), at);
    texts.put(id, marked(header, accepted.lines()));
    if (!(arrival.taker().node() instanceof PassThrough place)) {
      go(Onward.Lying.of(arrival, at), SETTLED);
      return Optional.empty();
    }
    List<Hop> hops = new ArrayList<>();
    Optional<Reply> refused = onward.passOn(place, arrival.envelope(), at, hops);
    hops.forEach(hop -> tell(id, hop));
    if (refused.isPresent()) {
      if (before == null) {
        texts.remove(id);
      } else {
        texts.put(id, before);
      }
    }
    return refused;
  }

  private static ImmutableList<String> marked(
      Optional<ReceivedHeader> header, ImmutableList<String> lines) {
    return header
        .map(
            h -> ImmutableList.<String>builder().add("Received: " + h.text()).addAll(lines).build())
        .orElse(lines);
  }

  private static boolean tlsRequiredNo(ImmutableList<String> lines) {
    for (String line : lines) {
      if (line.isEmpty()) {
        return false;
      }
      if (Ascii.toLowerCase(line).matches("tls-required:\\s*no\\s*")) {
        return true;
      }
    }
    return false;
  }

  private void go(Onward.Lying lying, Duration wait) {
    busy.incrementAndGet();
    try {
      workers.schedule(() -> attempt(lying), wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      busy.decrementAndGet(); // the lab closes
    }
  }

  private void attempt(Onward.Lying lying) {
    String id = lying.envelope().id();
    try {
      Onward.Fate fate = onward.attempt(lying);
      fate.hops().forEach(hop -> tell(id, hop));
      String place = lying.node().key().system() + "  " + lying.envelope().recipient();
      if (fate instanceof Onward.Delivered delivered) {
        delivered(lying, place, delivered.reply());
      } else if (fate instanceof Onward.Returned returned) {
        journal.write(Journal.Kind.RETURNED, id, place, "", returned.words());
        texts.remove(id);
      } else if (fate instanceof Onward.Waits waits) {
        Duration wait =
            Duration.between(lying.at(), waits.next().at()).dividedBy(HASTE).plusMillis(100);
        journal.write(
            Journal.Kind.QUEUED,
            id,
            place,
            "",
            waits.lastError() + " (again in " + wait.toSeconds() + " s)");
        go(waits.next(), wait);
      }
    } catch (RuntimeException | IOException e) {
      journal.write(Journal.Kind.RETURNED, id, "", "", "a fault of exsim itself: " + e);
    } finally {
      busy.decrementAndGet();
    }
  }

  private void delivered(Onward.Lying lying, String place, String reply) throws IOException {
    String id = lying.envelope().id();
    ImmutableList<String> lines = text(id);
    texts.remove(id);
    Optional<String> file = maildrop.keep(id, lying.envelope().recipient().toString(), lines);
    journal.write(Journal.Kind.DELIVERED, id, place, "", file.orElse(reply));
  }

  private void tell(String id, Hop hop) {
    journal.write(
        Journal.Kind.HOP,
        id,
        hop.from().host() + " > " + hop.to().host() + ":" + hop.to().port(),
        hop.tls().established().map(e -> e.version().text()).orElse("clear"),
        hop.reply());
  }
}
