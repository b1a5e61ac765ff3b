package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import exsim.model.InvalidValueException;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.ReceiveConnector;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.ObjectKind;
import exsim.scenarios.exchange.OrganizationFacts;
import exsim.scenarios.exchange.Printed;
import exsim.scenarios.exchange.ReceiveConnectors;
import exsim.scenarios.exchange.ServerFacts;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The servers that exports tell of. */
final class ImportedServers {
  private static final int ADDRESS_FIRST = 10;

  private final ImmutableListMultimap<ObjectKind, Located.Obj> objects;
  private final ImportedCertificates certificates;
  private final ImportNotes notes;

  /** By name in lower case, each with its Receive connectors. */
  private final Map<String, Server> servers = new LinkedHashMap<>();

  private record Server(String name, List<Located.Obj> connectors, List<Located.Obj> exports) {}

  ImportedServers(
      ImmutableListMultimap<ObjectKind, Located.Obj> objects,
      ImportedCertificates certificates,
      ImportNotes notes) {
    this.objects = objects;
    this.certificates = certificates;
    this.notes = notes;
    objects
        .get(ObjectKind.EXCHANGE_SERVER)
        .forEach(o -> Documents.text(o, "Name").ifPresent(n -> server(n).exports().add(o)));
    for (Located.Obj connector : objects.get(ObjectKind.RECEIVE_CONNECTOR)) {
      server(serverOf(connector)).connectors().add(connector);
    }
    objects.get(ObjectKind.SEND_CONNECTOR).forEach(o -> sources(o).forEach(name -> server(name)));
    if (servers.isEmpty()) {
      certificates.computers().forEach(name -> server(name));
    }
    if (servers.isEmpty()) {
      server("EX1");
    }
  }

  private Server server(String name) {
    int dot = name.indexOf('.');
    String host = dot < 0 ? name : name.substring(0, dot);
    return servers.computeIfAbsent(
        Ascii.toLowerCase(host), k -> new Server(host, new ArrayList<>(), new ArrayList<>()));
  }

  private static String serverOf(Located.Obj connector) {
    Optional<String> stated =
        connector.memberIgnoringCase("Server").flatMap(m -> textOf(m.value()));
    if (stated.isPresent()) {
      return stated.get();
    }
    String identity = Documents.text(connector, "Identity").orElse("");
    int backslash = identity.indexOf('\\');
    return backslash > 0 ? identity.substring(0, backslash) : "EX1";
  }

  private static Optional<String> textOf(Located value) {
    try {
      return Printed.text(value);
    } catch (InvalidValueException e) {
      return Optional.empty();
    }
  }

  private static ImmutableList<String> sources(Located.Obj connector) {
    ImmutableList.Builder<String> names = ImmutableList.builder();
    Optional<Located.Member> member = connector.memberIgnoringCase("SourceTransportServers");
    try {
      for (Located item : member.map(m -> Printed.items(m.value())).orElse(ImmutableList.of())) {
        Printed.text(item).ifPresent(names::add);
      }
    } catch (InvalidValueException e) {
      return ImmutableList.of(); // the connector itself is left out, with a note
    }
    return names.build();
  }

  OrganizationFacts facts() {
    return new OrganizationFacts(
        servers.values().stream().map(this::facts).collect(ImmutableList.toImmutableList()));
  }

  private ServerFacts facts(Server server) {
    JsonObject document =
        new JsonObject().text("name", server.name()).text("version", version(server).text());
    role(server).ifPresent(role -> document.text("role", role));
    document.text("fqdn", fqdn(server));
    Located.Obj built = document.build();
    return ServerFacts.of(built, built);
  }

  private static ExchangeVersion version(Server server) {
    for (Located.Obj export : server.exports()) {
      Optional<ExchangeVersion> version =
          export
              .memberIgnoringCase("AdminDisplayVersion")
              .flatMap(m -> textOf(m.value()))
              .flatMap(ServerBuild::version);
      if (version.isPresent()) {
        return version.get();
      }
    }
    return ServerBuild.guess(server.connectors());
  }

  private static Optional<String> role(Server server) {
    return server.exports().stream()
        .flatMap(e -> e.memberIgnoringCase("ServerRole").stream())
        .flatMap(m -> textOf(m.value()).stream())
        .findFirst()
        .flatMap(ServerBuild::role);
  }

  /** The full name of the first server, where mail from outside is taken to arrive. */
  String firstFqdn() {
    return servers.values().stream().findFirst().map(this::fqdn).orElse("");
  }

  /** The address of the first server. */
  String firstAddress() {
    return "192.0.2." + ADDRESS_FIRST;
  }

  boolean isServer(String host) {
    return servers.values().stream().anyMatch(s -> Ascii.equalsIgnoreCase(fqdn(s), host));
  }

  ImmutableList<Located> documents() {
    ImmutableList.Builder<Located> documents = ImmutableList.builder();
    certificates.noteUninstalled(
        servers.values().stream().map(Server::name).collect(ImmutableList.toImmutableList()),
        notes);
    int address = ADDRESS_FIRST;
    for (Server server : servers.values()) {
      documents.add(document(server, "192.0.2." + address++));
    }
    return documents.build();
  }

  private Located.Obj document(Server server, String address) {
    Spot spot =
        server.connectors().isEmpty() ? ImportNotes.EXPORTS : server.connectors().get(0).spot();
    String what = "of server " + server.name();
    notes.invented(spot, "the address " + what, address);
    if (server.exports().isEmpty()) {
      notes.invented(spot, "the version " + what, version(server).text());
    }
    JsonObject document =
        new JsonObject()
            .text("name", server.name())
            .text("fqdn", fqdn(server))
            .text("version", version(server).text());
    role(server).ifPresent(role -> document.text("role", role));
    site(server).ifPresent(site -> document.text("site", site));
    document.list("addresses", ImmutableList.of(JsonObject.text(address)));
    document.list("certificates", certificates.of(server.name()));
    return document.list("receiveConnectors", connectors(server)).build();
  }

  private static Optional<String> site(Server server) {
    return server.exports().stream()
        .flatMap(e -> e.memberIgnoringCase("Site").stream())
        .flatMap(m -> textOf(m.value()).stream())
        .map(text -> text.substring(text.lastIndexOf('/') + 1))
        .findFirst();
  }

  private String fqdn(Server server) {
    String start = Ascii.toLowerCase(server.name()) + ".";
    List<String> candidates = new ArrayList<>();
    server.exports().forEach(e -> Documents.text(e, "Fqdn").ifPresent(candidates::add));
    server.connectors().forEach(c -> Documents.text(c, "Fqdn").ifPresent(candidates::add));
    server
        .connectors()
        .forEach(c -> Documents.text(c, "PSComputerName").ifPresent(candidates::add));
    candidates.addAll(certificates.computers());
    return candidates.stream()
        .map(Ascii::toLowerCase)
        .filter(name -> name.startsWith(start))
        .findFirst()
        .orElseGet(() -> start + domain());
  }

  private String domain() {
    return objects.get(ObjectKind.ACCEPTED_DOMAIN).stream()
        .flatMap(o -> Documents.text(o, "DomainName").stream())
        .filter(d -> d.indexOf('*') < 0)
        .map(Ascii::toLowerCase)
        .findFirst()
        .orElse("contoso.example");
  }

  private ImmutableList<Located> connectors(Server server) {
    ServerFacts facts = facts(server);
    ImportedObject importing =
        new ImportedObject(ObjectKind.RECEIVE_CONNECTOR, OrganizationFacts.of(facts), notes);
    List<Located.Obj> kept = new ArrayList<>();
    List<ReceiveConnector> decoded = new ArrayList<>();
    for (Located.Obj connector : server.connectors()) {
      Optional<Located.Obj> object = importing.of(connector);
      Findings trial = Findings.of(connector.spot().file());
      Optional<ReceiveConnector> model =
          object.flatMap(o -> ReceiveConnectors.decode(o, facts, trial));
      if (model.isPresent()) {
        kept.add(object.get());
        decoded.add(model.get());
        ReceiveConnectors.checkTogether(
            ImmutableList.copyOf(kept), ImmutableList.copyOf(decoded), trial);
      }
      if (!trial.problems().isEmpty() && model.isPresent()) {
        kept.remove(kept.size() - 1);
        decoded.remove(decoded.size() - 1);
      }
      notes.repeat(trial);
    }
    return ImmutableList.copyOf(kept);
  }
}
