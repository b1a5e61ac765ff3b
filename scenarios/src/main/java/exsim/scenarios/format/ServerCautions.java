package exsim.scenarios.format;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import exsim.model.net.IpAddress;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.tls.TlsVersion;
import exsim.scenarios.exchange.Caution;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Spot;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is odd about a server, and about Receive connectors on the server that they are on.
 *
 * @param server the server as it stands in the document
 * @param connectors its Receive connectors
 * @param warnings takes what is odd
 */
record ServerCautions(
    Located.Obj server, ImmutableList<ReceiveConnector> connectors, Problems warnings) {
  /** Bindings to addresses that the server does not have. */
  void bindings(ImmutableList<IpAddress> addresses) {
    for (ReceiveConnector connector : connectors) {
      connector.bindings().stream()
          .filter(b -> !b.address().isUnspecified() && !addresses.contains(b.address()))
          .findFirst()
          .ifPresent(b -> say(Caution.BINDING_ELSEWHERE, connector, "`" + b.address() + "`"));
    }
  }

  /** Hidden X-ANONYMOUSTLS on a server that takes no other authentication. */
  void suppressed(boolean downgradedExchangeAuth) {
    for (ReceiveConnector connector : connectors) {
      if (connector.security().suppressXAnonymousTls() && !downgradedExchangeAuth) {
        say(Caution.SUPPRESSED_WITHOUT_DOWNGRADE, connector, "`" + connector.name() + "`");
      }
    }
  }

  /** Client keys of Schannel that differ from its Server keys. */
  void versions(ExchangeServer.Protocols receiving, ExchangeServer.Protocols sending) {
    if (!receiving.versions().equals(sending.versions())) {
      Spot spot =
          server
              .memberIgnoringCase(ServerTraits.SENDING_VERSIONS)
              .map(m -> m.value().spot())
              .orElse(server.spot());
      say(Caution.VERSIONS_BY_SIDE, spot, difference(receiving.versions(), sending.versions()));
    }
  }

  private static String difference(Set<TlsVersion> receiving, Set<TlsVersion> sending) {
    return Sets.symmetricDifference(receiving, sending).stream()
        .sorted()
        .map(v -> "`" + v.text() + "`")
        .collect(Collectors.joining(", "));
  }

  private void say(Caution caution, ReceiveConnector connector, String about) {
    say(caution, spotOf(connector, caution.property()), about);
  }

  private void say(Caution caution, Spot spot, String about) {
    warnings.add(spot, caution.id() + " " + caution.sentence() + ": " + about, caution.help());
  }

  private Spot spotOf(ReceiveConnector connector, String property) {
    for (Located item : Trees.items(server, "receiveConnectors")) {
      if (item instanceof Located.Obj object
          && object
              .memberIgnoringCase("Name")
              .flatMap(m -> Trees.text(m.value()))
              .filter(n -> Ascii.equalsIgnoreCase(n, connector.name()))
              .isPresent()) {
        Optional<Located.Member> member = object.memberIgnoringCase(property);
        return member.map(m -> m.value().spot()).orElse(object.spot());
      }
    }
    return server.spot();
  }
}
