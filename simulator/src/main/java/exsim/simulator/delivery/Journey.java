package exsim.simulator.delivery;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.EmailAddress;
import exsim.model.mail.Message;
import exsim.simulator.route.Envelope;
import exsim.simulator.route.NextHopSolutionKey;
import exsim.simulator.route.Node;
import exsim.simulator.route.NodeKey;
import exsim.simulator.route.Plan;
import exsim.simulator.route.Receiver;
import exsim.simulator.route.RetrySchedule;
import exsim.simulator.route.Step;
import exsim.simulator.route.Target;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.ClientVoice;
import exsim.simulator.tls.TlsOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One message's way to one recipient along one branch. */
final class Journey {
  private static final int STEPS_MAX = 100_000;

  private final Timeline timeline;
  private final Message message;
  private final EmailAddress recipient;
  private final Choices choices;
  private final Companions companions;
  private final List<Hop> hops = new ArrayList<>();
  private final List<String> path = new ArrayList<>();
  private final List<Reason> why = new ArrayList<>();
  private final List<Elimination> turnedDown = new ArrayList<>();

  private Instant now;
  private Instant queuedSince;
  private Node node;
  private Envelope envelope;
  private int attempt = 1;
  private int failedConnections;
  private boolean delayTold;
  private final List<Notification> notifications = new ArrayList<>();
  private String lastError = "";
  private Optional<NextHopSolutionKey> queue = Optional.empty();
  private ImmutableSet<String> withheld = ImmutableSet.of();

  Journey(
      Timeline timeline,
      Message message,
      EmailAddress recipient,
      Choices choices,
      Companions companions) {
    this.timeline = timeline;
    this.message = message;
    this.recipient = recipient;
    this.choices = choices;
    this.companions = companions;
    this.now = message.at();
    this.queuedSince = message.at();
    this.node = timeline.at(now).origin(message.origin());
    this.envelope =
        new Envelope(
            message.id(),
            message.sender(),
            recipient,
            message.sizeBytes(),
            message.requireTls(),
            Optional.empty(),
            ImmutableList.of());
  }

  /** What became of it, as branch 1 of 1. */
  Delivery run() {
    path.add(node.system());
    for (int i = 0; i < STEPS_MAX; i++) {
      Optional<Delivery> end = step();
      if (end.isPresent()) {
        return end.get();
      }
    }
    throw new IllegalStateException("message " + message.id() + " never comes to an end");
  }

  private Optional<Delivery> step() {
    Step step = node.route(envelope, now);
    if (step instanceof Step.Delivered delivered) {
      why.addAll(delivered.why());
      return ended(
          Outcome.DELIVERED,
          hops.isEmpty() ? delivered.reply() : hops.get(hops.size() - 1).reply());
    }
    if (step instanceof Step.Returned returned) {
      why.addAll(returned.why());
      turnedDown.addAll(returned.turnedDown());
      return ended(node.submitsOnly() ? Outcome.REJECTED : Outcome.BOUNCED, returned.reply());
    }
    if (step instanceof Step.Held held) {
      lastError = held.reply();
      failedConnections++;
      queue = held.queue();
      return waiting(held.retry(), held.why(), held.turnedDown());
    }
    return attempt(((Step.Sent) step).plan());
  }

  private Optional<Delivery> attempt(Plan plan) {
    queue = plan.queue();
    Set<String> failedTls = new LinkedHashSet<>();
    boolean lastForGood = false;
    boolean sessionFailed = true;
    Optional<Reason> because = Optional.empty();
    for (int tier = 0; tier < plan.tiers().size(); tier++) {
      List<Target> ordered = inOrder(plan.tiers().get(tier), tier);
      Optional<Reason> choice = choice(ordered);
      for (Target target : ordered) {
        because = because.isPresent() ? Optional.of(failOver(because.get(), target)) : choice;
        Connection connection =
            new Connection(timeline.at(now), plan, envelope, companions, attempt, now, because);
        Connection.Result result =
            connection.to(target, !withheld.isEmpty() && withheld.contains(target.key()), choices);
        hops.add(result.hop());
        if (result.next() == TlsOutcome.CLEAR_NOW) {
          result = connection.to(target, true, choices);
          hops.add(result.hop());
        }
        if (result.taken().isPresent()) {
          arrive(result.taken().get(), plan);
          return Optional.empty();
        }
        lastError = target.client().voice().queueError(result.hop().reply());
        Optional<ClientVoice.Ruling> ruling = target.client().voice().ruling(result.hop().reply());
        ruling.ifPresent(
            r -> hops.set(hops.size() - 1, hops.get(hops.size() - 1).because(r.because())));
        boolean forGood = result.next() == TlsOutcome.FAIL;
        if (result.ofEnvelope() && ruling.map(ClientVoice.Ruling::forGood).orElse(forGood)) {
          return ended(
              node.submitsOnly() ? Outcome.REJECTED : Outcome.BOUNCED, result.hop().reply());
        }
        if (result.next() == TlsOutcome.CLEAR_NEXT) {
          failedTls.add(target.key());
        }
        lastForGood = ruling.map(ClientVoice.Ruling::forGood).orElse(forGood);
        sessionFailed = !result.ofEnvelope();
        because = Optional.of(Reason.of(JourneyRule.FAIL_OVER, "failed", target.name()));
      }
    }
    withheld = ImmutableSet.copyOf(failedTls);
    if (node.submitsOnly()) {
      return ended(Outcome.REJECTED, hops.get(hops.size() - 1).reply());
    }
    if (lastForGood) {
      return ended(Outcome.BOUNCED, hops.get(hops.size() - 1).reply());
    }
    failedConnections = sessionFailed ? failedConnections + 1 : 0;
    return waiting(plan.retry(), ImmutableList.of(), ImmutableList.of());
  }

  /** The chosen one first, then the others in the stated order. */
  private List<Target> inOrder(ImmutableList<Target> equals, int tier) {
    int chosen = choices.pick(new ChoicePoint(node.key(), tier, equals.size()), equals.size());
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

  private static Reason failOver(Reason failed, Target next) {
    return Reason.of(
        JourneyRule.FAIL_OVER, "failed", failed.facts().get("failed"), "next", next.name());
  }

  private record ChoicePoint(NodeKey node, int tier, int size) {}

  private void arrive(Receiver.Taker taker, Plan plan) {
    node = taker.node();
    if (!path.get(path.size() - 1).equals(taker.system())) {
      path.add(taker.system());
    }
    envelope = envelope.to(plan.recipient()).taken(taker);
    attempt = 1;
    failedConnections = 0;
    delayTold = false;
    queuedSince = now;
    withheld = ImmutableSet.of();
  }

  private Optional<Delivery> waiting(
      RetrySchedule retry, ImmutableList<Reason> because, ImmutableList<Elimination> losers) {
    RetrySchedule.Failures failures = new RetrySchedule.Failures(attempt, failedConnections);
    Optional<Duration> wait =
        retry.nextWait(
            failures,
            Duration.between(queuedSince, now),
            timeline.nextChange(now).map(change -> Duration.between(now, change)));
    Instant expiry = queuedSince.plus(retry.lifetime());
    boolean givenUp = wait.isEmpty() && !expiry.isAfter(timeline.end());
    boolean stillQueued = wait.isEmpty() ? !givenUp : now.plus(wait.get()).isAfter(timeline.end());
    retry.delayNotice().ifPresent(notice -> tellDelay(notice, wait.map(now::plus).orElse(expiry)));
    if (givenUp || stillQueued) {
      why.addAll(because);
      turnedDown.addAll(losers);
    }
    if (givenUp) {
      why.add(retry.because(failures));
      now = expiry;
      return ended(Outcome.BOUNCED, retry.expiryText(lastError));
    }
    if (stillQueued) {
      why.add(retry.because(failures));
      why.add(
          Reason.of(
              wait.isPresent() ? JourneyRule.STILL_QUEUED : JourneyRule.NOT_YET_EXPIRED,
              "end",
              timeline.end(),
              "next",
              wait.map(now::plus).orElse(expiry)));
      return ended(Outcome.DEFERRED, lastError);
    }
    now = now.plus(wait.get());
    attempt++;
    Optional<Node> there = timeline.at(now).node(node.key());
    if (there.isEmpty()) {
      why.add(Reason.of(JourneyRule.GONE, "place", node.key().system()));
      return ended(Outcome.DEFERRED, lastError);
    }
    node = there.get();
    return Optional.empty();
  }

  /** Tells the sender once at each place, if the message still waits there by then. */
  private void tellDelay(RetrySchedule.DelayNotice notice, Instant until) {
    Instant at = queuedSince.plus(notice.after());
    if (delayTold || message.sender().isEmpty()) {
      return;
    }
    if (at.isBefore(until) && !at.isAfter(timeline.end())) {
      delayTold = true;
      why.add(notice.because());
      notifications.add(
          new Notification(
              at,
              Notification.Kind.DELAYED,
              Optional.of(notice.code()),
              notice.text(),
              node.reporter()));
    }
  }

  private void tellFailure(String reply) {
    if (message.sender().isEmpty()) {
      why.add(Reason.of(JourneyRule.NO_SENDER));
    } else {
      notifications.add(Notification.failed(now, reply, node.reporter()));
    }
  }

  private Optional<Delivery> ended(Outcome outcome, String reply) {
    if (outcome == Outcome.BOUNCED) {
      tellFailure(reply);
    }
    return Optional.of(
        new Delivery(
            message,
            recipient,
            1,
            1,
            false,
            outcome,
            reply,
            ImmutableList.copyOf(hops),
            ImmutableList.copyOf(path),
            outcome == Outcome.DEFERRED ? queue : Optional.empty(),
            ImmutableList.copyOf(notifications),
            ImmutableList.copyOf(why),
            ImmutableList.copyOf(turnedDown)));
  }
}
