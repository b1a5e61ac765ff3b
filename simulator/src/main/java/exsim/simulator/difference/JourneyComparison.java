package exsim.simulator.difference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import exsim.model.mail.EmailAddress;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.delivery.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares what became of one message in two worlds. */
public final class JourneyComparison {
  private final boolean withInternal;

  /**
   * A comparison.
   *
   * @param withInternal whether hops inside one organization count
   */
  public JourneyComparison(boolean withInternal) {
    this.withInternal = withInternal;
  }

  /**
   * Compares the branches of one message to one recipient. Branches that are alike belong together,
   * wherever they stand; the others are compared in their order.
   */
  public ImmutableList<JourneyDifference> of(List<Delivery> before, List<Delivery> after) {
    List<Delivery> old = new ArrayList<>(before);
    List<Delivery> now = new ArrayList<>();
    for (Delivery delivery : after) {
      Optional<Delivery> twin =
          old.stream().filter(o -> !between(o, delivery).differs()).findFirst();
      twin.ifPresentOrElse(old::remove, () -> now.add(delivery));
    }
    ImmutableList.Builder<JourneyDifference> differences = ImmutableList.builder();
    for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
      if (i >= old.size()) {
        differences.add(added(now.get(i), worst(before)));
      } else if (i >= now.size()) {
        differences.add(removed(old.get(i), worst(after)));
      } else {
        differences.add(between(old.get(i), now.get(i)));
      }
    }
    return differences.build();
  }

  /** Compares all that became of one message, recipient by recipient. */
  public ImmutableList<JourneyDifference> ofAll(List<Delivery> before, List<Delivery> after) {
    Set<EmailAddress> recipients = new LinkedHashSet<>();
    before.forEach(d -> recipients.add(d.recipient()));
    after.forEach(d -> recipients.add(d.recipient()));
    ImmutableList.Builder<JourneyDifference> all = ImmutableList.builder();
    for (EmailAddress recipient : recipients) {
      all.addAll(
          of(
              before.stream().filter(d -> d.recipient().equals(recipient)).toList(),
              after.stream().filter(d -> d.recipient().equals(recipient)).toList()));
    }
    return all.build();
  }

  /** Whether two journeys are the same. */
  public boolean alike(Delivery before, Delivery after) {
    return !between(before, after).differs();
  }

  private Exposure worst(List<Delivery> branches) {
    return branches.stream()
        .map(d -> Exposure.of(shown(d)))
        .max(Exposure::compareTo)
        .orElse(Exposure.NOBODY);
  }

  /** A journey that there was not before; weaker if it is so beside all that there were. */
  private JourneyDifference added(Delivery after, Exposure worst) {
    boolean weaker = Exposure.of(shown(after)).compareTo(worst) > 0;
    return new JourneyDifference(
        after.message(),
        after.recipient(),
        Optional.empty(),
        Optional.of(after),
        weaker ? Trend.WEAKER : Trend.OTHER,
        ImmutableList.of(),
        shown(after).stream().map(HopComparison::added).collect(ImmutableList.toImmutableList()),
        ImmutableList.of(),
        after.why());
  }

  /** A journey that there is not any more; stronger if no other is as exposed as it was. */
  private JourneyDifference removed(Delivery before, Exposure worst) {
    boolean stronger = Exposure.of(shown(before)).compareTo(worst) > 0;
    return new JourneyDifference(
        before.message(),
        before.recipient(),
        Optional.of(before),
        Optional.empty(),
        stronger ? Trend.STRONGER : Trend.OTHER,
        ImmutableList.of(),
        shown(before).stream().map(HopComparison::removed).collect(ImmutableList.toImmutableList()),
        before.why(),
        ImmutableList.of());
  }

  private JourneyDifference between(Delivery before, Delivery after) {
    ImmutableList<Hop> old = shown(before);
    ImmutableList<Hop> now = shown(after);
    ImmutableList<HopDifference> hops = HopAlignment.of(old, now);
    return new JourneyDifference(
        after.message(),
        after.recipient(),
        Optional.of(before),
        Optional.of(after),
        trend(before, after, hops),
        changes(before, after),
        hops,
        HopComparison.only(before.why(), after.why()),
        HopComparison.only(after.why(), before.why()));
  }

  /**
   * The worst of its hops and of the whole; a message that was not delivered before is weaker only
   * where it goes now without TLS being forced.
   */
  private Trend trend(Delivery before, Delivery after, ImmutableList<HopDifference> hops) {
    boolean was = before.outcome() == Outcome.DELIVERED;
    boolean is = after.outcome() == Outcome.DELIVERED;
    Exposure old = Exposure.of(shown(before));
    Exposure now = Exposure.of(shown(after));
    boolean found = !was && is && now.compareTo(Exposure.STRIPPED_STARTTLS) < 0;
    Trend trend = found ? Trend.OTHER : Trend.of(now.compareTo(old));
    for (HopDifference hop : hops) {
      trend = trend.and(hop.trend());
    }
    return was && !is ? trend.and(Trend.LOST) : trend;
  }

  private static ImmutableList<Change> changes(Delivery before, Delivery after) {
    ImmutableList.Builder<Change> changes = ImmutableList.builder();
    change("outcome", before.outcome().text(), after.outcome().text(), changes);
    change("reply", before.reply(), after.reply(), changes);
    change("path", String.join(" > ", before.path()), String.join(" > ", after.path()), changes);
    change("attempts", attempts(before), attempts(after), changes);
    change("messageTrace", before.messageTrace(), after.messageTrace(), changes);
    return changes.build();
  }

  /** How often the system that held it last tried. */
  private static String attempts(Delivery delivery) {
    return delivery.hops().isEmpty()
        ? ""
        : Integer.toString(Iterables.getLast(delivery.hops()).attempt());
  }

  private static void change(
      String fact,
      Optional<String> before,
      Optional<String> after,
      ImmutableList.Builder<Change> changes) {
    change(fact, before.orElse(""), after.orElse(""), changes);
  }

  private static void change(
      String fact, String before, String after, ImmutableList.Builder<Change> changes) {
    if (!before.equals(after)) {
      changes.add(new Change(fact, before, after));
    }
  }

  private ImmutableList<Hop> shown(Delivery delivery) {
    return RepeatedAttempts.leftOut(
        delivery.hops().stream()
            .filter(h -> withInternal || !h.internal())
            .collect(ImmutableList.toImmutableList()));
  }
}
