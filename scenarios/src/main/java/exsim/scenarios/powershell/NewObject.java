package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.scenarios.exchange.CmdletRefusal;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.NearName;
import exsim.scenarios.exchange.SendConnectors;
import exsim.scenarios.exchange.ServerFacts;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import exsim.scenarios.powershell.Cmdlet.Noun;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes the objects that {@code New-} cmdlets ask for. */
final class NewObject {
  private final Owner owner;
  private final Spot at;
  private final Findings findings;

  NewObject(Owner owner, Spot at, Findings findings) {
    this.owner = owner;
    this.at = at;
    this.findings = findings;
  }

  /** The owner with the object; empty when something is wrong, which is reported. */
  Optional<Located.Obj> make(BoundCall call) {
    Noun noun = call.cmdlet().noun();
    ObjectStore store = new ObjectStore(noun, owner);
    Optional<String> name = call.text("Name");
    if (name.isEmpty()) {
      return refuse(call.cmdlet() + " needs -Name", "add it");
    }
    OptionalInt server = OptionalInt.empty();
    if (noun == Noun.RECEIVE_CONNECTOR) {
      server = server(call);
      if (server.isEmpty()) {
        return Optional.empty();
      }
    }
    if (isTaken(store, server, call)) {
      return refuse(
          CmdletRefusal.NAME_TAKEN.id()
              + " "
              + CmdletRefusal.NAME_TAKEN.sentence()
              + ": `"
              + name.get()
              + "`",
          CmdletRefusal.NAME_TAKEN.help());
    }
    Optional<Located.Obj> object = object(call, server);
    OptionalInt holder = server;
    return object.map(made -> store.plus(holder, made));
  }

  private Optional<Located.Obj> object(BoundCall call, OptionalInt server) {
    Located.Obj empty = new Located.Obj(at, ImmutableList.of());
    if (!required(call)) {
      return Optional.empty();
    }
    boolean sends = call.cmdlet().noun() == Noun.SEND_CONNECTOR;
    Optional<Located.Obj> typed =
        new ObjectEdit(at, findings)
            .apply(sends ? SendConnectors.withRouting(withSource(empty), at) : empty, call);
    if (typed.isEmpty()) {
      return typed;
    }
    return switch (call.cmdlet().noun()) {
      case SEND_CONNECTOR, RECEIVE_CONNECTOR ->
          new Usage(call, at, findings)
              .complete(
                  typed.get(),
                  server.isPresent()
                      && ServerFacts.of(owner.servers().get(server.getAsInt()), owner.object())
                          .isEdge());
      case TRANSPORT_RULE -> Optional.of(rule(typed.get()));
      default -> typed;
    };
  }

  /** Left out, the source is the server where the cmdlet is typed; no Edge server has any. */
  private Located.Obj withSource(Located.Obj connector) {
    return owner
        .local()
        .filter(server -> !server.isEdge())
        .map(
            server ->
                connector.with(
                    "SourceTransportServers",
                    new Located.Arr(at, ImmutableList.of(new Located.Text(at, server.name())))))
        .orElse(connector);
  }

  private boolean required(BoundCall call) {
    String needed =
        switch (call.cmdlet().noun()) {
          case SEND_CONNECTOR -> "AddressSpaces";
          case INBOUND_CONNECTOR -> "SenderDomains";
          case ACCEPTED_DOMAIN -> "DomainName";
          default -> "Name";
        };
    boolean linked = call.values().containsKey("LinkedReceiveConnector");
    if (call.values().containsKey(needed) || linked) {
      return true;
    }
    refuse(call.cmdlet() + " needs -" + needed, "add it");
    return false;
  }

  private boolean isTaken(ObjectStore store, OptionalInt server, BoundCall call) {
    String name = call.text("Name").orElse("");
    return store.named(name).stream().anyMatch(p -> p.server().equals(server))
        || call.text("DomainName").filter(d -> !store.named(d).isEmpty()).isPresent();
  }

  /** A rule comes after those that exist; what New calls Enabled is printed as State. */
  private Located.Obj rule(Located.Obj typed) {
    Located.Obj rule = typed;
    Optional<Located.Member> enabled = typed.memberIgnoringCase("Enabled");
    if (enabled.isPresent()) {
      boolean on = enabled.get().value() instanceof Located.Bool bool && bool.value();
      rule =
          rule.without(enabled.get().name())
              .with("State", new Located.Text(at, on ? "Enabled" : "Disabled"));
    }
    if (rule.memberIgnoringCase("Priority").isPresent()) {
      return rule;
    }
    int last = Documents.items(owner.object(), "transportRules").size();
    return rule.with("Priority", new Located.Num(at, BigDecimal.valueOf(last)));
  }

  private OptionalInt server(BoundCall call) {
    ImmutableList<Located.Obj> servers = owner.servers();
    Optional<String> wanted = call.text("Server").or(() -> owner.local().map(ServerFacts::name));
    if (wanted.isEmpty() && servers.size() == 1) {
      return OptionalInt.of(0);
    }
    ImmutableList<String> names =
        servers.stream()
            .map(server -> Documents.text(server, "name").orElse(""))
            .collect(ImmutableList.toImmutableList());
    for (int i = 0; i < names.size(); i++) {
      if (wanted.isPresent() && Ascii.equalsIgnoreCase(names.get(i), wanted.get())) {
        return OptionalInt.of(i);
      }
    }
    if (wanted.isEmpty()) {
      refuse(call.cmdlet() + " needs -Server", NearName.oneOf(names));
    } else {
      refuse(
          "there is no server `" + wanted.get() + "`", NearName.questionOrAll(wanted.get(), names));
    }
    return OptionalInt.empty();
  }

  private Optional<Located.Obj> refuse(String what, String help) {
    findings.problems().add(at, what, help);
    return Optional.empty();
  }
}
