package exsim.simulator.route;

import com.google.common.collect.ImmutableList;
import exsim.simulator.rule.Memo;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.ClientEnd;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The ways to destinations, each worked out once and shared by all messages that take it.
 *
 * @param <K> what tells destinations apart
 */
public final class Ways<K> {
  private final Memo<K, Way> known = new Memo<>();

  /** Equal ends of different destinations are one, so that their sessions are worked out once. */
  private final Memo<ClientEnd, ClientEnd> ends = new Memo<>();

  /**
   * The addresses to try for a destination.
   *
   * @param fault why there is nobody to send to; empty when there is
   * @param tiers the targets by rank
   * @param why what decided
   */
  public record Way(
      Optional<Targets.Fault> fault,
      ImmutableList<ImmutableList<Target>> tiers,
      ImmutableList<Reason> why) {}

  /**
   * The way to a destination.
   *
   * @param lookUp finds its addresses
   * @param target says how to talk to one of them
   */
  public Way to(
      K destination, Supplier<Targets.Found> lookUp, Function<Targets.Address, Target> target) {
    return known.get(destination, d -> workOut(lookUp.get(), target));
  }

  private Way workOut(Targets.Found found, Function<Targets.Address, Target> target) {
    ImmutableList.Builder<ImmutableList<Target>> tiers = ImmutableList.builder();
    for (ImmutableList<Targets.Address> rank : found.ranks()) {
      ImmutableList.Builder<Target> equals = ImmutableList.builder();
      for (Targets.Address address : rank) {
        Target one = target.apply(address);
        equals.add(one.with(ends.get(one.client(), e -> e)).foundBy(address.mx()));
      }
      tiers.add(equals.build());
    }
    return new Way(found.fault(), tiers.build(), found.why());
  }
}
