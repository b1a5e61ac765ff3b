package exsim.simulator.route;

import com.google.common.collect.ImmutableList;
import exsim.model.net.IpAddress;
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
  private final ImmutableList<IpAddress> own;

  /** Equal ends of different destinations are one, so that their sessions are worked out once. */
  private final Memo<ClientEnd, ClientEnd> ends = new Memo<>();

  /**
   * The ways of a sender.
   *
   * @param own the addresses that it connects from
   */
  public Ways(ImmutableList<IpAddress> own) {
    this.own = own;
  }

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
    ImmutableList.Builder<Reason> why = ImmutableList.builder();
    why.addAll(found.why());
    ImmutableList.Builder<ImmutableList<Target>> tiers = ImmutableList.builder();
    for (ImmutableList<Targets.Address> rank : found.ranks()) {
      ImmutableList.Builder<Target> equals = ImmutableList.builder();
      for (Targets.Address address : rank) {
        Target one = target.apply(address).foundBy(address.mx());
        Optional<ClientEnd> end = ofOneFamily(one.client(), address.address());
        if (end.isPresent()) {
          equals.add(one.with(ends.get(end.get(), e -> e)));
        } else {
          why.add(
              Reason.of(
                  RouteRule.OTHER_FAMILY,
                  "host",
                  one.name(),
                  "client",
                  one.client().host(),
                  "family",
                  address.address().v6() ? "IPv6" : "IPv4"));
        }
      }
      ImmutableList<Target> reachable = equals.build();
      if (!reachable.isEmpty()) {
        tiers.add(reachable);
      }
    }
    ImmutableList<ImmutableList<Target>> all = tiers.build();
    return new Way(
        found.fault().isEmpty() && all.isEmpty()
            ? Optional.of(Targets.Fault.NO_ADDRESS)
            : found.fault(),
        all,
        why.build());
  }

  /** The end at an address of the same family as a target's; empty where it has none. */
  private Optional<ClientEnd> ofOneFamily(ClientEnd end, IpAddress target) {
    return end.address().v6() == target.v6()
        ? Optional.of(end)
        : own.stream().filter(a -> a.v6() == target.v6()).findFirst().map(end::at);
  }
}
