package exsim.simulator.delivery;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.simulator.route.Envelope;
import exsim.simulator.route.Node;
import exsim.simulator.route.PassThrough;
import exsim.simulator.route.Plan;
import exsim.simulator.route.RetrySchedule;
import exsim.simulator.route.Step;
import exsim.simulator.smtp.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sends single messages on from where they lie, by the decisions of the simulation. Somebody else
 * keeps them and lets time pass.
 */
public final class Onward {
  private final Timeline timeline;

  Onward(Timeline timeline) {
    this.timeline = timeline;
  }

  /**
   * A message in a queue.
   *
   * @param node where
   * @param envelope the message
   * @param since since when
   * @param at when it is to be sent on
   * @param attempt which attempt that is, from 1
   * @param failedConnections how many connections failed in a row
   * @param withheld keys of targets to which TLS is not tried
   */
  public record Lying(
      Node node,
      Envelope envelope,
      Instant since,
      Instant at,
      int attempt,
      int failedConnections,
      ImmutableSet<String> withheld) {
    /** A message that just arrived. */
    public static Lying of(Arrival arrival, Instant at) {
      return new Lying(arrival.taker().node(), arrival.envelope(), at, at, 1, 0, ImmutableSet.of());
    }

    private Lying again(Duration wait, int failed, ImmutableSet<String> without) {
      return new Lying(node, envelope, since, at.plus(wait), attempt + 1, failed, without);
    }
  }

  /** What became of an attempt. */
  public sealed interface Fate {
    /** The connections that were made or tried. */
    ImmutableList<Hop> hops();
  }

  /**
   * It lies in its mailbox.
   *
   * @param reply what is said of it
   */
  public record Delivered(String reply) implements Fate {
    @Override
    public ImmutableList<Hop> hops() {
      return ImmutableList.of();
    }
  }

  /** The next system took it. */
  public record Taken(ImmutableList<Hop> hops) implements Fate {}

  /**
   * It is returned to its sender.
   *
   * @param words the NDR's text
   */
  public record Returned(ImmutableList<Hop> hops, String words) implements Fate {}

  /**
   * It stays in its queue.
   *
   * @param next the message as it is to be tried again
   * @param lastError what the queue shows
   */
  public record Waits(ImmutableList<Hop> hops, Lying next, String lastError) implements Fate {}

  /** Makes one attempt. */
  public Fate attempt(Lying lying) {
    Node node = timeline.at(lying.at()).node(lying.node().key()).orElse(lying.node());
    Step step = node.route(lying.envelope(), lying.at());
    if (step instanceof Step.Delivered delivered) {
      return new Delivered(delivered.reply());
    }
    if (step instanceof Step.Returned returned) {
      return new Returned(ImmutableList.of(), returned.reply());
    }
    if (step instanceof Step.Held held) {
      return waiting(
          lying,
          held.retry(),
          ImmutableList.of(),
          held.reply(),
          lying.failedConnections() + 1,
          ImmutableSet.of());
    }
    Plan plan = ((Step.Sent) step).plan();
    List<Hop> hops = new ArrayList<>();
    Attempt attempt = attempt(lying, hops);
    Attempt.Result result = attempt.send(node, plan, lying.envelope());
    ImmutableList<Hop> made = ImmutableList.copyOf(hops);
    if (result instanceof Attempt.Arrived) {
      return new Taken(made);
    }
    Attempt.Failed failed = (Attempt.Failed) result;
    return failed.refusal().forGood() || node.submitsOnly()
        ? new Returned(made, failed.reply())
        : waiting(
            lying,
            plan.retry(),
            made,
            failed.queueError(),
            failed.refusal().ofEnvelope() ? 0 : lying.failedConnections() + 1,
            attempt.failedTls());
  }

  private Attempt attempt(Lying lying, List<Hop> hops) {
    return new Attempt(
        timeline.at(lying.at()),
        new Choices(ImmutableList.of(), Circumstances.NONE),
        new Companions(),
        lying.attempt(),
        lying.at(),
        lying.withheld(),
        hops);
  }

  private Fate waiting(
      Lying lying,
      RetrySchedule retry,
      ImmutableList<Hop> hops,
      String lastError,
      int failedConnections,
      ImmutableSet<String> withheld) {
    Optional<Duration> wait =
        retry.nextWait(
            new RetrySchedule.Failures(lying.attempt(), failedConnections),
            Duration.between(lying.since(), lying.at()),
            timeline.nextChange(lying.at()).map(change -> Duration.between(lying.at(), change)));
    return wait.isEmpty()
        ? new Returned(hops, retry.expiryText(lastError))
        : new Waits(hops, lying.again(wait.get(), failedConnections, withheld), lastError);
  }

  /**
   * Hands a message on from a place that keeps none, while its sender waits.
   *
   * @param hops where the connections go that were made or tried
   * @return what the sender hears instead when it did not go on
   */
  public Optional<Reply> passOn(PassThrough place, Envelope envelope, Instant at, List<Hop> hops) {
    Step step = place.route(envelope, at);
    PassThrough.Failure failure;
    if (step instanceof Step.Sent sent) {
      Lying lying = new Lying(place, envelope, at, at, 1, 0, ImmutableSet.of());
      Attempt.Result result = attempt(lying, hops).send(place, sent.plan(), envelope);
      if (result instanceof Attempt.Arrived) {
        return Optional.empty();
      }
      failure = ((Attempt.Failed) result).failure();
    } else {
      String words = ((Step.Stopped) step).reply();
      failure = new PassThrough.Failure(words, words, false);
    }
    return Optional.of(Reply.of(place.refusal(failure).reply()));
  }
}
