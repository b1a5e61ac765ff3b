package exsim.simulator.delivery;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import exsim.model.mail.EmailAddress;
import exsim.model.mail.Message;
import exsim.simulator.route.AuthAs;
import exsim.simulator.route.Envelope;
import exsim.simulator.route.NextHopSolutionKey;
import exsim.simulator.route.Node;
import exsim.simulator.route.Plan;
import exsim.simulator.route.RetrySchedule;
import exsim.simulator.route.Step;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.SmtpRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  private final Optional<Node.MailboxServer> mailboxServer;
  private Instant now;
  private Instant queuedSince;
  private Node node;
  private Envelope envelope;
  private int attempt = 1;
  private int failedConnections;
  private boolean delayTold;
  private final List<Notification> notifications = new ArrayList<>();
  private Optional<NextHopSolutionKey> queue = Optional.empty();
  private String lastError = "";
  private Optional<String> messageTrace = Optional.empty();
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
            message.tlsRequiredNo() && !message.requireTls(),
            message.bareLinefeeds(),
            Optional.empty(),
            Optional.empty(),
            node.mailboxServer().map(server -> AuthAs.INTERNAL),
            ImmutableList.of());
    this.mailboxServer = node.mailboxServer();
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
      return ended(Outcome.DELIVERED, hops.isEmpty() ? delivered.reply() : lastReply());
    }
    if (step instanceof Step.Returned returned) {
      why.addAll(returned.why());
      turnedDown.addAll(returned.turnedDown());
      return ended(node.submitsOnly() ? Outcome.REJECTED : Outcome.BOUNCED, returned.reply());
    }
    if (step instanceof Step.Held held) {
      lastError = held.reply();
      queue = held.queue();
      failedConnections++;
      messageTrace = held.retry().trace(lastAttempt(Optional.empty()));
      return waiting(held.retry(), held.why(), held.turnedDown());
    }
    return attempt(((Step.Sent) step).plan());
  }

  /** What the last system said that took it; servers among themselves come last. */
  private String lastReply() {
    for (Hop hop : Lists.reverse(hops)) {
      if (!hop.internal()) {
        return hop.reply();
      }
    }
    return hops.get(hops.size() - 1).reply();
  }

  private Optional<Delivery> attempt(Plan plan) {
    queue = plan.queue();
    Attempt made = new Attempt(timeline.at(now), choices, companions, attempt, now, withheld, hops);
    Attempt.Result result = made.send(node, plan, envelope);
    if (result instanceof Attempt.Arrived arrived) {
      arrive(arrived);
      return Optional.empty();
    }
    Attempt.Failed failed = (Attempt.Failed) result;
    lastError = failed.queueError();
    messageTrace = plan.retry().trace(lastAttempt(Optional.of(Iterables.getLast(hops))));
    withheld = made.failedTls();
    failedConnections = failed.refusal().ofEnvelope() ? 0 : failedConnections + 1;
    if (node.submitsOnly()) {
      return ended(Outcome.REJECTED, failed.reply());
    }
    return failed.refusal().forGood()
        ? ended(Outcome.BOUNCED, failed.reply())
        : waiting(plan.retry(), ImmutableList.of(), ImmutableList.of());
  }

  private RetrySchedule.LastAttempt lastAttempt(Optional<Hop> last) {
    return new RetrySchedule.LastAttempt(
        lastError,
        last.map(h -> h.to().host()).orElse(""),
        last.flatMap(h -> h.to().address()),
        last.map(h -> h.to().port()).orElse(0),
        now);
  }

  private void arrive(Attempt.Arrived arrived) {
    node = arrived.taker().node();
    if (!path.get(path.size() - 1).equals(arrived.taker().system())) {
      path.add(arrived.taker().system());
    }
    envelope = arrived.envelope();
    attempt = 1;
    failedConnections = 0;
    delayTold = false;
    messageTrace = Optional.empty();
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
      retry.expiryBecause(lastError).ifPresent(why::add);
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
              node.reporter(),
              false));
    }
  }

  private void tellFailure(String reply) {
    if (message.sender().isEmpty()) {
      why.add(Reason.of(JourneyRule.NO_SENDER));
    } else {
      if (envelope.requireTls()) {
        why.add(Reason.of(SmtpRule.REQUIRETLS_RETURNED));
      }
      notifications.add(
          Notification.failed(now, reply, node.reporter()).requiringTls(envelope.requireTls()));
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
            mailboxServer,
            ImmutableList.copyOf(path),
            outcome == Outcome.DEFERRED ? queue : Optional.empty(),
            messageTrace,
            ImmutableList.copyOf(notifications),
            ImmutableList.copyOf(why),
            ImmutableList.copyOf(turnedDown)));
  }
}
