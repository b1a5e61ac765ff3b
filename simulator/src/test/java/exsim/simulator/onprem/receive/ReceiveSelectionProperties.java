package exsim.simulator.onprem.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.net.Binding;
import exsim.model.net.IpAddress;
import exsim.model.net.IpRange;
import exsim.model.onprem.ReceiveConnector;
import exsim.simulator.onprem.Made;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Rule;
import exsim.simulator.rule.Selection;
import exsim.simulator.smtp.Peer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** RC-060 to RC-067: the selection of Receive connectors against an oracle that shares no code. */
class ReceiveSelectionProperties {
  /** Nested or apart, as Exchange demands of connectors that share a binding. */
  private static final ImmutableList<String> RANGES =
      ImmutableList.of(
          "0.0.0.0-255.255.255.255",
          "192.168.0.0/16",
          "192.168.1.0-192.168.1.255",
          "192.168.1.64/26",
          "192.168.1.75",
          "192.168.2.0(255.255.255.0)",
          "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
          "2001:db8::/32",
          "2001:db8::25");

  private static final ImmutableList<String> PEERS =
      ImmutableList.of(
          "192.168.1.75",
          "192.168.1.76",
          "192.168.1.1",
          "192.168.2.255",
          "192.168.3.0",
          "10.0.0.1",
          "2001:db8::25",
          "2001:db8::26",
          "2001:db9::1");

  private static final IpAddress V4 = IpAddress.parse("203.0.113.10");
  private static final IpAddress V6 = IpAddress.parse("2001:db8:1::10");

  private record Bound(String binding, String range) {}

  @Provide
  Arbitrary<ImmutableList<ReceiveConnector>> connectors() {
    Arbitrary<Tuple.Tuple3<List<String>, List<String>, Boolean>> one =
        Combinators.combine(
                Arbitraries.of(
                        "0.0.0.0:25",
                        "[::]:25",
                        "203.0.113.10:25",
                        "0.0.0.0:587",
                        "203.0.113.11:25")
                    .list()
                    .uniqueElements()
                    .ofMinSize(1)
                    .ofMaxSize(2),
                Arbitraries.of(RANGES).list().uniqueElements().ofMinSize(1).ofMaxSize(3),
                Arbitraries.of(true, true, true, false))
            .as(Tuple::of);
    return one.list().ofMaxSize(6).map(ReceiveSelectionProperties::legal);
  }

  /** Leaves out what would repeat a binding together with a range (RC-063). */
  private static ImmutableList<ReceiveConnector> legal(
      List<Tuple.Tuple3<List<String>, List<String>, Boolean>> drafts) {
    Set<Bound> taken = new HashSet<>();
    ImmutableList.Builder<ReceiveConnector> connectors = ImmutableList.builder();
    int number = 0;
    for (var draft : drafts) {
      List<String> ranges =
          draft.get2().stream()
              .filter(r -> draft.get1().stream().noneMatch(b -> taken.contains(new Bound(b, r))))
              .toList();
      ranges.forEach(r -> draft.get1().forEach(b -> taken.add(new Bound(b, r))));
      if (!ranges.isEmpty()) {
        connectors.add(
            Made.receive(
                "R" + number++, draft.get3(), draft.get1(), ranges.toArray(new String[0])));
      }
    }
    return connectors.build();
  }

  @Provide
  Arbitrary<Peer> peers() {
    return Combinators.combine(Arbitraries.of(PEERS), Arbitraries.of(25, 587))
        .as(
            (address, port) -> {
              IpAddress from = IpAddress.parse(address);
              return new Peer("somebody", from, from.v6() ? V6 : V4, port, false, Made.NOW);
            });
  }

  @Property(tries = 3000)
  void the_winner_and_what_every_loser_is_told_are_those_of_the_documented_order(
      @ForAll("connectors") ImmutableList<ReceiveConnector> connectors,
      @ForAll("peers") Peer peer) {
    Selection<ReceiveConnector> selection = select(connectors, peer);

    List<ReceiveConnector> left =
        new ArrayList<>(connectors.stream().filter(c -> out(c, peer).isEmpty()).toList());
    // Nested ranges: the narrower lies in the wider.
    Optional<ReceiveConnector> winner =
        left.stream()
            .filter(c -> left.stream().allMatch(o -> o == c || beats(c, o, peer).isPresent()))
            .findFirst();
    assertEquals(winner, selection.chosen());
    assertEquals(left.isEmpty(), selection.chosen().isEmpty());

    Map<String, Rule> expected = new HashMap<>();
    for (ReceiveConnector connector : connectors) {
      out(connector, peer)
          .or(() -> winner.filter(w -> w != connector).flatMap(w -> beats(w, connector, peer)))
          .ifPresent(rule -> expected.put(connector.name(), rule));
    }
    Map<String, Rule> told = new HashMap<>();
    for (Elimination loser : selection.eliminated()) {
      assertEquals(null, told.put(loser.candidate(), loser.because().rule()), loser.candidate());
    }
    assertEquals(expected, told);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void what_is_chosen_is_explained_and_needs_somebody_who_listens(
      @ForAll("connectors") ImmutableList<ReceiveConnector> connectors,
      @ForAll("peers") Peer peer) {
    Selection<ReceiveConnector> selection = select(connectors, peer);

    Rule because = selection.because().rule();
    boolean rivals =
        selection.eliminated().stream()
            .anyMatch(
                e ->
                    e.because().rule() == ReceiveRule.WIDER_RANGE
                        || e.because().rule() == ReceiveRule.WIDER_BINDING);
    if (selection.chosen().isEmpty()) {
      assertEquals(ReceiveRule.NONE, because);
    } else {
      assertEquals(!rivals, because == ReceiveRule.SELECTED);
      assertTrue(
          new ReceiveSelection(
                  Made.server("EX1", "HQ", connectors.toArray(new ReceiveConnector[0])))
              .listensOn(peer.local(), peer.localPort()));
    }
    assertTrue(!selection.because().text().contains("{"), selection.because()::text);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void the_order_of_listing_changes_nothing(
      @ForAll("connectors") ImmutableList<ReceiveConnector> connectors,
      @ForAll("peers") Peer peer,
      @ForAll long seed) {
    List<ReceiveConnector> shuffled = new ArrayList<>(connectors);
    Collections.shuffle(shuffled, new Random(seed));

    Selection<ReceiveConnector> first = select(connectors, peer);
    Selection<ReceiveConnector> elsewhere = select(shuffled, peer);

    assertEquals(first.chosen(), elsewhere.chosen());
    assertEquals(first.because(), elsewhere.because());
    assertEquals(
        ImmutableSet.copyOf(first.eliminated()), ImmutableSet.copyOf(elsewhere.eliminated()));
  }

  private static Selection<ReceiveConnector> select(List<ReceiveConnector> connectors, Peer peer) {
    return new ReceiveSelection(
            Made.server("EX1", "HQ", connectors.toArray(new ReceiveConnector[0])))
        .select(peer);
  }

  private static Optional<Rule> out(ReceiveConnector connector, Peer peer) {
    if (!connector.enabled()) {
      return Optional.of(ReceiveRule.DISABLED);
    }
    if (bindings(connector, peer).isEmpty()) {
      return Optional.of(ReceiveRule.OTHER_BINDING);
    }
    return ranges(connector, peer).isEmpty()
        ? Optional.of(ReceiveRule.OTHER_RANGE)
        : Optional.empty();
  }

  /** Why a connector beats another one: its binding, else a range inside all of the other's. */
  private static Optional<Rule> beats(ReceiveConnector winner, ReceiveConnector loser, Peer peer) {
    boolean own = bindings(winner, peer).contains(peer.local() + ":" + peer.localPort());
    boolean others = bindings(loser, peer).contains(peer.local() + ":" + peer.localPort());
    if (own != others) {
      return own ? Optional.of(ReceiveRule.WIDER_BINDING) : Optional.empty();
    }
    boolean inside =
        ranges(winner, peer).stream()
            .anyMatch(
                r -> ranges(loser, peer).stream().allMatch(o -> o.contains(r) && !o.sameAs(r)));
    return inside ? Optional.of(ReceiveRule.WIDER_RANGE) : Optional.empty();
  }

  private static Set<String> bindings(ReceiveConnector connector, Peer peer) {
    Set<String> texts = new HashSet<>();
    String any = (peer.local().v6() ? "[::]" : "0.0.0.0") + ":" + peer.localPort();
    String own = peer.local() + ":" + peer.localPort();
    for (Binding binding : connector.bindings()) {
      String text = binding.toString();
      if (text.equals(any) || text.equals(own)) {
        texts.add(text);
      }
    }
    return texts;
  }

  private static List<IpRange> ranges(ReceiveConnector connector, Peer peer) {
    return connector.remoteRanges().stream()
        .filter(
            r ->
                r.low().v6() == peer.address().v6()
                    && r.low().compareTo(peer.address()) <= 0
                    && r.high().compareTo(peer.address()) >= 0)
        .toList();
  }
}
