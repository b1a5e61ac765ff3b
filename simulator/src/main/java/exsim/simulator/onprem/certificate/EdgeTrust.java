package exsim.simulator.onprem.certificate;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.onprem.ExchangeServer;
import exsim.model.tls.Certificate;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.ExchangeRule;
import java.util.Locale;
import java.util.Optional;

/** Whether an Edge server and a server of its organization know each other by certificate. */
public final class EdgeTrust {
  private EdgeTrust() {}

  /**
   * Why two servers of an organization do not know each other. A server that came after the
   * subscription is known: nothing of it has changed.
   *
   * @return empty when they do, or when neither or both of them are Edge servers
   */
  public static Optional<Reason> missing(ExchangeServer one, ExchangeServer other) {
    if (one.isEdge() == other.isEdge()) {
      return Optional.empty();
    }
    ExchangeServer edge = one.isEdge() ? one : other;
    Optional<ImmutableMap<String, String>> subscription = edge.tls().directTrust().subscription();
    if (subscription.isEmpty()) {
      return Optional.of(
          Reason.of(
              ExchangeRule.NOT_SUBSCRIBED,
              "edge",
              edge.name(),
              "server",
              (one.isEdge() ? other : one).name()));
    }
    return ImmutableList.of(one, other).stream()
        .flatMap(server -> changed(server, edge, subscription.get()).stream())
        .findFirst();
  }

  private static Optional<Reason> changed(
      ExchangeServer server, ExchangeServer edge, ImmutableMap<String, String> subscription) {
    String held = subscription.get(server.name().toLowerCase(Locale.ROOT));
    String current =
        new CertificateSelection(server).internal().map(Certificate::name).orElse("none");
    return held == null || held.equals(current)
        ? Optional.empty()
        : Optional.of(
            new Reason(
                ExchangeRule.SUBSCRIPTION_OUTDATED,
                ImmutableMap.of(
                    "edge",
                    edge.name(),
                    "server",
                    server.name(),
                    "held",
                    held,
                    "current",
                    current)));
  }
}
