package exsim.scenarios.format;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.model.net.IpAddress;
import exsim.model.onprem.ReceiveConnector;
import exsim.scenarios.exchange.Caution;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Spot;
import java.util.Optional;

/**
 * What is odd about Receive connectors on the server that they are on.
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

  private void say(Caution caution, ReceiveConnector connector, String about) {
    warnings.add(
        spotOf(connector, caution.property()),
        caution.id() + " " + caution.sentence() + ": " + about,
        caution.help());
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
