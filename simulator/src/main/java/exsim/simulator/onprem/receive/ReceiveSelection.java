package exsim.simulator.onprem.receive;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.net.Binding;
import exsim.model.net.IpAddress;
import exsim.model.net.IpRange;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.onprem.TransportService;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import exsim.simulator.rule.Selection;
import exsim.simulator.smtp.Peer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Picks the Receive connector for a connection: by binding, then by the smallest range. */
final class ReceiveSelection {
  private final ExchangeServer server;

  ReceiveSelection(ExchangeServer server) {
    this.server = server;
  }

  private record Matching(ReceiveConnector connector, Binding binding, IpRange range) {}

  /** Whether any enabled connector listens on the port. */
  boolean listensOn(IpAddress local, int port) {
    return server.receiveConnectors().stream()
        .anyMatch(c -> c.enabled() && c.bindings().stream().anyMatch(b -> b.covers(local, port)));
  }

  /** Picks a connector for a peer. */
  Selection<ReceiveConnector> select(Peer peer) {
    String local = new Binding(peer.local(), peer.localPort()).toString();
    List<Elimination> eliminated = new ArrayList<>();
    List<Matching> matching = new ArrayList<>();
    for (ReceiveConnector connector : server.receiveConnectors()) {
      Optional<Binding> binding = binding(connector, peer);
      Optional<IpRange> range = smallest(connector, peer);
      if (!connector.enabled()) {
        eliminated.add(loser(connector, Reason.of(ReceiveRule.DISABLED)));
      } else if (binding.isEmpty()) {
        eliminated.add(loser(connector, Reason.of(ReceiveRule.OTHER_BINDING, "local", local)));
      } else if (range.isEmpty()) {
        eliminated.add(
            loser(connector, Reason.of(ReceiveRule.OTHER_RANGE, "peer", peer.address())));
      } else {
        matching.add(new Matching(connector, binding.get(), range.get()));
      }
    }
    if (matching.isEmpty()) {
      return new Selection<>(
          Optional.empty(),
          Reason.of(ReceiveRule.NONE, "local", local, "peer", peer.address()),
          ImmutableList.copyOf(eliminated));
    }
    matching.sort(ORDER);
    Matching winner = matching.get(0);
    Optional<ReceiveConnector> frontEnd = frontEndBeside(winner.connector(), peer);
    if (frontEnd.isPresent()) {
      return new Selection<>(
          Optional.empty(),
          Reason.of(
              ReceiveRule.TWO_SERVICES,
              "winner",
              winner.connector().name(),
              "local",
              local,
              "other",
              frontEnd.get().name()),
          ImmutableList.copyOf(eliminated));
    }
    for (Matching other : matching.subList(1, matching.size())) {
      eliminated.add(loser(other.connector(), between(winner, other, peer)));
    }
    return new Selection<>(
        Optional.of(winner.connector()),
        matching.size() == 1
            ? selected(winner, local, peer)
            : between(winner, matching.get(1), peer),
        ImmutableList.copyOf(eliminated));
  }

  /** A connector of the Front End where one of the Transport service was to listen as well. */
  private Optional<ReceiveConnector> frontEndBeside(ReceiveConnector connector, Peer peer) {
    return connector.service() == TransportService.FRONT_END
        ? Optional.empty()
        : server.receiveConnectors().stream()
            .filter(c -> c.enabled() && c.service() == TransportService.FRONT_END)
            .filter(c -> binding(c, peer).isPresent())
            .findFirst();
  }

  private static final Comparator<Matching> ORDER =
      Comparator.<Matching>comparingInt(m -> m.binding().address().isUnspecified() ? 1 : 0)
          .thenComparing(m -> m.range().size())
          .thenComparing(m -> m.connector().name(), String.CASE_INSENSITIVE_ORDER);

  private static Reason selected(Matching winner, String local, Peer peer) {
    return new Reason(
        ReceiveRule.SELECTED,
        ImmutableMap.of(
            "winner",
            winner.connector().name(),
            "local",
            local,
            "peer",
            peer.address().toString(),
            "range",
            winner.range().text()));
  }

  private static Reason between(Matching winner, Matching loser, Peer peer) {
    return winner.binding().address().isUnspecified() == loser.binding().address().isUnspecified()
        ? Reason.of(
            ReceiveRule.WIDER_RANGE,
            "winner",
            winner.range(),
            "loser",
            loser.range(),
            "peer",
            peer.address())
        : Reason.of(
            ReceiveRule.WIDER_BINDING,
            "winner",
            winner.connector().name(),
            "loser",
            loser.connector().name());
  }

  private static Optional<Binding> binding(ReceiveConnector connector, Peer peer) {
    return connector.bindings().stream()
        .filter(b -> b.covers(peer.local(), peer.localPort()))
        .min(Comparator.comparingInt(b -> b.address().isUnspecified() ? 1 : 0));
  }

  private static Optional<IpRange> smallest(ReceiveConnector connector, Peer peer) {
    return connector.remoteRanges().stream()
        .filter(r -> r.contains(peer.address()))
        .min(Comparator.comparing(IpRange::size));
  }

  private static Elimination loser(ReceiveConnector connector, Reason because) {
    return new Elimination(connector.name(), because);
  }
}
