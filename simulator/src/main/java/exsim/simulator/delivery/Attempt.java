package exsim.simulator.delivery;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.net.HostPort;
import exsim.simulator.route.AuthAs;
import exsim.simulator.route.Envelope;
import exsim.simulator.route.Node;
import exsim.simulator.route.NodeKey;
import exsim.simulator.route.PassThrough;
import exsim.simulator.route.Plan;
import exsim.simulator.route.Receiver;
import exsim.simulator.route.Step;
import exsim.simulator.route.Target;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.ClientVoice;
import exsim.simulator.tls.TlsOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One attempt to send a message on: every target of a plan, and what lies behind each. */
final class Attempt {
  private final Network network;
  private final Choices choices;
  private final Companions companions;
  private final int number;
  private final Instant now;
  private final ImmutableSet<String> withheld;
  private final List<Hop> hops;
  private final Set<String> failedTls = new LinkedHashSet<>();

  /**
   * Prepares one.
   *
   * @param companions the other recipients of the message
   * @param number which attempt of the sending system it is, from 1
   * @param withheld keys of targets to which TLS is not tried
   * @param hops where its hops go
   */
  Attempt(
      Network network,
      Choices choices,
      Companions companions,
      int number,
      Instant now,
      ImmutableSet<String> withheld,
      List<Hop> hops) {
    this.network = network;
    this.choices = choices;
    this.companions = companions;
    this.number = number;
    this.now = now;
    this.withheld = withheld;
    this.hops = hops;
  }

  /** What came of an attempt. */
  sealed interface Result {}

  /**
   * The message lies somewhere else now.
   *
   * @param taker who took it
   * @param envelope the message as it lies there
   */
  record Arrived(Receiver.Taker taker, Envelope envelope) implements Result {}

  /**
   * Nobody took it.
   *
   * @param reply the words that ended it
   * @param cause why, as reports name it
   * @param queueError what a queue shows
   * @param refusal how far the session had come
   */
  record Failed(String reply, Optional<String> cause, String queueError, Refusal refusal)
      implements Result {
    PassThrough.Failure failure() {
      return new PassThrough.Failure(reply, queueError, refusal.ofEnvelope());
    }
  }

  /** How a failure leaves the sender. */
  enum Refusal {
    /** The session did not come up; later it may. */
    SESSION_FOR_NOW,
    /** The session did not come up, nor will it. */
    SESSION_FOR_GOOD,
    /** The server refuses this message now. */
    ENVELOPE_FOR_NOW,
    /** The server refuses this message for good; no other target is tried. */
    ENVELOPE_FOR_GOOD;

    static Refusal of(boolean envelope, boolean forGood) {
      if (envelope) {
        return forGood ? ENVELOPE_FOR_GOOD : ENVELOPE_FOR_NOW;
      }
      return forGood ? SESSION_FOR_GOOD : SESSION_FOR_NOW;
    }

    /** Whether the session was in order and this message was refused. */
    boolean ofEnvelope() {
      return this == ENVELOPE_FOR_NOW || this == ENVELOPE_FOR_GOOD;
    }

    /** Whether nothing is left to try. */
    boolean forGood() {
      return this == SESSION_FOR_GOOD || this == ENVELOPE_FOR_GOOD;
    }
  }

  /** Keys of the targets whose TLS failed, so that the next attempt does without. */
  ImmutableSet<String> failedTls() {
    return ImmutableSet.copyOf(failedTls);
  }

  /** Tries the targets of a plan in order, until one takes the message or refuses it for good. */
  Result send(Node from, Plan plan, Envelope envelope) {
    Failed failed = null;
    Optional<Reason> because = Optional.empty();
    for (int tier = 0; tier < plan.tiers().size(); tier++) {
      List<Target> ordered = inOrder(from.key(), plan.tiers().get(tier), tier);
      Optional<Reason> choice = choice(ordered);
      for (Target target : ordered) {
        because = failed == null ? choice : Optional.of(failOver(because, target));
        Result result = to(target, plan, envelope, because);
        if (result instanceof Arrived) {
          return result;
        }
        failed = (Failed) result;
        if (failed.refusal() == Refusal.ENVELOPE_FOR_GOOD) {
          return failed;
        }
        because = Optional.of(Reason.of(JourneyRule.FAIL_OVER, "failed", target.name()));
      }
    }
    if (failed == null) {
      throw new IllegalStateException("a plan without targets at " + from.key());
    }
    return failed;
  }

  private Result to(Target target, Plan plan, Envelope envelope, Optional<Reason> because) {
    Connection connection =
        new Connection(network, plan, envelope, companions, number, now, because);
    Connection.Result result =
        connection.to(target, !withheld.isEmpty() && withheld.contains(target.key()), choices);
    hops.add(result.hop());
    if (result.next() == TlsOutcome.CLEAR_NOW) {
      result = connection.to(target, true, choices);
      hops.add(result.hop());
    }
    if (result.taken().isPresent()) {
      return taken(target, result.taken().get(), plan, envelope.requiringTls(result.requireTls()));
    }
    if (result.next() == TlsOutcome.CLEAR_NEXT) {
      failedTls.add(target.key());
    }
    String reply = result.hop().reply();
    Optional<ClientVoice.Ruling> ruling = target.client().voice().ruling(reply);
    ruling.ifPresent(
        r -> hops.set(hops.size() - 1, hops.get(hops.size() - 1).because(r.because())));
    boolean forGood =
        ruling.map(ClientVoice.Ruling::forGood).orElse(result.next() == TlsOutcome.FAIL);
    return new Failed(
        reply,
        result.hop().cause(),
        result.envelopeRefused()
            ? target.client().voice().envelopeError(reply)
            : recorded(target, reply),
        Refusal.of(result.envelopeRefused(), forGood));
  }

  /** What the queue shows where no session came up; the last hop tells why these words. */
  private String recorded(Target target, String reply) {
    String endpoint =
        target.address().map(a -> new HostPort(a.toString(), target.port()).toString()).orElse("");
    ClientVoice.Recorded recorded = target.client().voice().recorded(reply, endpoint);
    recorded
        .because()
        .ifPresent(r -> hops.set(hops.size() - 1, hops.get(hops.size() - 1).because(r)));
    return recorded.words();
  }

  private Result taken(Target target, Receiver.Taker taker, Plan plan, Envelope envelope) {
    Envelope there =
        bound(
            envelope.to(plan.recipient()),
            taker,
            plan.proxiedFor(),
            hops.get(hops.size() - 1).standing().authAs());
    if (!(taker.node() instanceof PassThrough relay) || network.sessions().passOn()) {
      return new Arrived(taker, there);
    }
    int place = hops.size() - 1;
    Step step = relay.route(there, now);
    Result onward =
        step instanceof Step.Sent sent
            ? send(relay, sent.plan(), there)
            : new Failed(
                ((Step.Stopped) step).reply(),
                Optional.of("no-next-hop"),
                ((Step.Stopped) step).reply(),
                Refusal.SESSION_FOR_NOW);
    if (onward instanceof Arrived) {
      return onward;
    }
    Failed failed = (Failed) onward;
    PassThrough.Refusal refusal = relay.refusal(failed.failure());
    ImmutableList.Builder<Reason> why = ImmutableList.builder();
    if (step instanceof Step.Stopped) {
      why.addAll(step.why());
    }
    why.add(refusal.because());
    hops.set(place, hops.get(place).notPassedOn(refusal.reply(), failed.cause(), why.build()));
    return new Failed(
        refusal.reply(),
        failed.cause(),
        refusal.forQueues() ? refusal.reply() : target.client().voice().queueError(refusal.reply()),
        failed.refusal());
  }

  /** A message as it lies where it was taken. */
  static Envelope bound(
      Envelope envelope,
      Receiver.Taker taker,
      Optional<String> proxiedFor,
      Optional<AuthAs> authAs) {
    Envelope bound = envelope.proxiedFor(proxiedFor).countingAs(authAs);
    // a Front End that lends its connection writes no Received header
    return proxiedFor.isPresent() ? bound : bound.taken(taker);
  }

  /** The chosen one first, then the others in the stated order. */
  private List<Target> inOrder(NodeKey from, ImmutableList<Target> equals, int tier) {
    int chosen = choices.pick(new ChoicePoint(from, tier, equals.size()), equals.size());
    List<Target> ordered = new ArrayList<>(equals);
    ordered.add(0, ordered.remove(chosen));
    return ordered;
  }

  private static Optional<Reason> choice(List<Target> equals) {
    if (equals.size() == 1) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    equals.forEach(t -> names.add(t.name()));
    Collections.sort(names);
    return Optional.of(
        Reason.of(
            JourneyRule.EQUAL_CHOICE,
            "choices",
            Joiner.on(", ").join(names),
            "chosen",
            equals.get(0).name()));
  }

  private static Reason failOver(Optional<Reason> failed, Target next) {
    return Reason.of(
        JourneyRule.FAIL_OVER,
        "failed",
        failed.orElseThrow().facts().get("failed"),
        "next",
        next.name());
  }

  private record ChoicePoint(NodeKey node, int tier, int size) {}
}
