package exsim.scenarios.display;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainName;
import exsim.model.onprem.ExchangeServer;
import exsim.model.topology.Topology;
import exsim.scenarios.exchange.FilledIn;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.OrganizationFacts;
import exsim.scenarios.exchange.Printed;
import exsim.scenarios.format.Scenario;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import exsim.scenarios.powershell.CommandLine;
import exsim.scenarios.powershell.Found;
import exsim.scenarios.powershell.Lookup;
import java.time.Instant;
import java.util.Optional;

/**
 * A scenario at an instant, after what its timeline has changed until then.
 *
 * @param scenario the scenario
 * @param at the instant
 */
public record Moment(Scenario scenario, Instant at) {
  /** The objects that a cmdlet finds; empty when something is wrong. */
  Optional<Shelf> find(CommandLine.Call get, String on, Spot spot, Findings findings) {
    Located.Obj document = scenario.documents().get(epoch());
    return Lookup.find(document, new PassingMessages(scenario.world(), at), on, get, spot, findings)
        .map(this::shelf);
  }

  private int epoch() {
    return scenario.world().epochAt(at);
  }

  private Shelf shelf(Found found) {
    View view = View.of(found.kind());
    ShownObjects objects = new ShownObjects(found.kind(), view);
    ImmutableList.Builder<ShownObject> shown = ImmutableList.builder();
    boolean first = true;
    for (Found.Item item : found.items()) {
      OrganizationFacts facts = item.server().map(OrganizationFacts::of).orElse(found.facts());
      shown.add(objects.of(filledIn(found, item, first), facts));
      first = false;
    }
    return new Shelf(
        found.kind().noun(),
        objects.names(found.facts().newest()),
        view.list(),
        view.table(),
        shown.build());
  }

  private Located.Obj filledIn(Found found, Found.Item item, boolean first) {
    return switch (found.kind()) {
      case SEND_CONNECTOR -> FilledIn.sendConnector(item.object(), found.facts());
      case RECEIVE_CONNECTOR ->
          FilledIn.receiveConnector(
              item.object(),
              item.server().orElseThrow(),
              item.server().orElseThrow().fqdn().map(DomainName::toString).orElse(""));
      case ACCEPTED_DOMAIN -> FilledIn.acceptedDomain(item.object(), first && !anyDefault(found));
      case ONLINE_ACCEPTED_DOMAIN ->
          FilledIn.onlineAcceptedDomain(
              item.object(), first && !anyDefault(found), found.owner(), dane(found.owner()));
      case EXCHANGE_CERTIFICATE -> certificate(found, item);
      case QUEUE, MESSAGE_TRACKING, MESSAGE_TRACE, MESSAGE_TRACE_DETAIL -> item.object();
      default -> FilledIn.named(item.object());
    };
  }

  private ImmutableSet<String> dane(String tenant) {
    return topology().tenants().stream()
        .filter(t -> Ascii.equalsIgnoreCase(t.name().ascii(), tenant))
        .flatMap(t -> t.smtpDaneInbound().stream())
        .map(DomainName::ascii)
        .collect(ImmutableSet.toImmutableSet());
  }

  private static boolean anyDefault(Found found) {
    return found.items().stream()
        .anyMatch(item -> item.object().memberIgnoringCase("Default").isPresent());
  }

  private Located.Obj certificate(Found found, Found.Item item) {
    Optional<ExchangeServer> server = server(found, item);
    String name =
        item.object().member("Thumbprint").flatMap(m -> Printed.text(m.value())).orElse("");
    return topology().certificates().stream()
        .filter(certificate -> server.isPresent() && certificate.name().equals(name))
        .findFirst()
        .map(c -> new ShownCertificate(c, server.get(), at).describe(item.object()))
        .orElse(item.object());
  }

  private Optional<ExchangeServer> server(Found found, Found.Item item) {
    return topology().organizations().stream()
        .filter(o -> Ascii.equalsIgnoreCase(o.name(), found.owner()))
        .flatMap(o -> o.servers().stream())
        .filter(
            s -> item.server().filter(f -> Ascii.equalsIgnoreCase(s.name(), f.name())).isPresent())
        .findFirst();
  }

  private Topology topology() {
    return scenario.world().epochs().get(epoch()).topology();
  }
}
