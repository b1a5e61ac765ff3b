package exsim.simulator.difference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.net.IpAddress;
import exsim.simulator.delivery.Hop;
import exsim.simulator.rule.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Compares one hop with its counterpart, fact by fact. */
final class HopComparison {
  /** A fact that reports name, and how a hop answers for it. */
  private record Fact(String name, Function<Hop, String> of) {}

  private static final ImmutableList<Fact> FACTS =
      ImmutableList.of(
          new Fact("status", h -> h.sent() ? "sent" : "failed"),
          new Fact("from.server", h -> h.from().server().orElse("")),
          new Fact("from.connector", h -> h.from().connector().orElse("")),
          new Fact("to.host", h -> h.to().host()),
          new Fact("to.address", h -> h.to().address().map(IpAddress::toString).orElse("")),
          new Fact("to.port", h -> Integer.toString(h.to().port())),
          new Fact("to.connector", h -> h.to().connector().orElse("")),
          new Fact("startTlsOffered", h -> h.tls().offered().map(Object::toString).orElse("")),
          new Fact("tls", h -> Boolean.toString(h.tls().established().isPresent())),
          new Fact(
              "tlsVersion", h -> h.tls().established().map(e -> e.version().text()).orElse("")),
          new Fact(
              "cipherSuite",
              h -> h.tls().established().map(Hop.Established::cipherSuite).orElse("")),
          new Fact("tlsMode", h -> h.tls().mode().text()),
          new Fact("authentication", h -> h.tls().authentication().text()),
          new Fact(
              "ifStartTlsStripped", h -> h.tls().survivesStripping() ? "refused" : "plaintext"),
          new Fact("authAs", h -> h.standing().authAs().map(a -> a.text()).orElse("")),
          new Fact("crossPremises", h -> Boolean.toString(h.standing().crossPremises())),
          new Fact("cause", h -> h.cause().orElse("")),
          new Fact("reply", Hop::reply));

  private HopComparison() {}

  static HopDifference of(Hop before, Hop after) {
    ImmutableList.Builder<Change> changes = ImmutableList.builder();
    for (Fact fact : FACTS) {
      String old = fact.of().apply(before);
      String now = fact.of().apply(after);
      if (!old.equals(now)) {
        changes.add(new Change(fact.name(), old, now));
      }
    }
    return new HopDifference(
        Optional.of(before),
        Optional.of(after),
        trend(before, after),
        changes.build(),
        only(before.why(), after.why()),
        only(after.why(), before.why()));
  }

  static HopDifference added(Hop hop) {
    return new HopDifference(
        Optional.empty(),
        Optional.of(hop),
        Trend.OTHER,
        ImmutableList.of(),
        ImmutableList.of(),
        hop.why());
  }

  static HopDifference removed(Hop hop) {
    return new HopDifference(
        Optional.of(hop),
        Optional.empty(),
        Trend.OTHER,
        ImmutableList.of(),
        hop.why(),
        ImmutableList.of());
  }

  /** The reasons of which the others know nothing, by rule and facts. */
  static ImmutableList<Reason> only(List<Reason> mine, List<Reason> others) {
    ImmutableSet<Reason> known = ImmutableSet.copyOf(others);
    return mine.stream().filter(r -> !known.contains(r)).collect(ImmutableList.toImmutableList());
  }

  /** Who can read it counts first, then what the peer proved, then the version. */
  private static Trend trend(Hop before, Hop after) {
    if (!after.sent() || !before.sent()) {
      return Trend.of(Exposure.of(after).compareTo(Exposure.of(before)));
    }
    Trend exposure = Trend.of(Exposure.of(after).compareTo(Exposure.of(before)));
    Trend protection = Trend.of(before.protection().compareTo(after.protection()));
    return exposure.or(protection).or(version(before, after));
  }

  private static Trend version(Hop before, Hop after) {
    return before
        .tls()
        .established()
        .flatMap(
            old ->
                after
                    .tls()
                    .established()
                    .map(now -> Trend.of(old.version().compareTo(now.version()))))
        .orElse(Trend.OTHER);
  }
}
