package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.scenarios.exchange.EdgeSubscription;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.NearName;
import exsim.scenarios.exchange.OrganizationFacts;
import exsim.scenarios.exchange.ServerFacts;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import exsim.scenarios.powershell.Cmdlet.Noun;
import exsim.scenarios.powershell.ObjectStore.Place;
import java.util.Optional;

/** Runs {@code Get-} cmdlets on a scenario document. */
public final class Lookup {
  private final Located.Obj document;
  private final Traffic traffic;
  private final String on;
  private final Spot at;
  private final Findings findings;

  private Lookup(Located.Obj document, Traffic traffic, String on, Spot at, Findings findings) {
    this.document = document;
    this.traffic = traffic;
    this.on = on;
    this.at = at;
    this.findings = findings;
  }

  /** Tells what stands in no document, because messages bring it about. */
  public interface Traffic {
    /** The queues of an organization, each with its {@code Identity}. */
    ImmutableList<Found.Item> queues(String organization, OrganizationFacts facts);

    /** The message tracking logs of an organization, in order of time. */
    ImmutableList<Found.Item> tracked(String organization, OrganizationFacts facts);

    /** What became of the messages that a tenant saw, the newest first. */
    ImmutableList<Located.Obj> traces(String tenant);

    /** What happened to them there, in order of time. */
    ImmutableList<Located.Obj> traceDetails(String tenant);
  }

  /**
   * Finds what a cmdlet names.
   *
   * @param document the whole scenario
   * @param traffic what messages bring about until the same instant
   * @param on the organization or tenant; empty where only one has the cmdlet
   * @param call the cmdlet with its arguments
   * @param at where faults are reported
   * @param findings takes them
   * @return empty when something is wrong
   */
  public static Optional<Found> find(
      Located.Obj document,
      Traffic traffic,
      String on,
      CommandLine.Call call,
      Spot at,
      Findings findings) {
    return new Lookup(document, traffic, on, at, findings).find(call);
  }

  private Optional<Found> find(CommandLine.Call call) {
    Optional<Cmdlet> cmdlet = Cmdlet.called(call.cmdlet(), at, findings);
    if (cmdlet.isPresent() && cmdlet.get().verb() != Cmdlet.Verb.GET) {
      return refuse(
          cmdlet.get() + " changes something, and here one only looks",
          "put it into the timeline of the scenario");
    }
    Optional<Owner> owner =
        cmdlet.flatMap(c -> new Owners(document, on, "--on", at, findings).having(c));
    Optional<BoundCall> bound =
        owner.flatMap(o -> BoundCall.bind(call, cmdlet.get(), o, at, findings));
    if (bound.isEmpty()) {
      return Optional.empty();
    }
    Optional<ImmutableList<Found.Item>> items = items(bound.get(), owner.get());
    return items.map(
        found ->
            new Found(
                cmdlet.get().kind(owner.get().online()),
                owner.get().name(),
                owner.get().facts(),
                found));
  }

  private Optional<ImmutableList<Found.Item>> items(BoundCall call, Owner owner) {
    Optional<String> server = call.text("Server");
    if (server.isPresent() && owner.facts().server(server.get()).isEmpty()) {
      return refuse(
          "there is no server `" + server.get() + "`",
          NearName.questionOrAll(
              server.get(), owner.facts().servers().stream().map(ServerFacts::name).toList()));
    }
    Noun noun = call.cmdlet().noun();
    return switch (noun) {
      case TRANSPORT_CONFIG, ORGANIZATION_CONFIG ->
          Optional.of(
              ImmutableList.of(
                  new Found.Item(Optional.empty(), setting(owner.object(), noun, owner))));
      case TRANSPORT_SERVICE -> Optional.of(services(call, owner));
      case EXCHANGE_CERTIFICATE -> certificates(call, owner);
      case EDGE_SUBSCRIPTION -> Optional.of(subscriptions(call, owner));
      case QUEUE -> queues(call, owner);
      case MESSAGE_TRACKING ->
          new TrackingSearch(call, at, findings)
              .in(traffic.tracked(owner.name(), owner.facts()), owner.facts());
      case MESSAGE_TRACE, MESSAGE_TRACE_V1 ->
          Optional.of(traced(call, traffic.traces(owner.name())));
      case MESSAGE_TRACE_DETAIL, MESSAGE_TRACE_DETAIL_V1 ->
          call.text("MessageTraceId").isPresent() && call.text("RecipientAddress").isPresent()
              ? Optional.of(traced(call, traffic.traceDetails(owner.name())))
              : refuse(
                  call.cmdlet() + " needs -MessageTraceId and -RecipientAddress",
                  "Get-MessageTraceV2 | " + call.cmdlet() + " gives them");
      default -> stored(call, new ObjectStore(noun, owner));
    };
  }

  private Located.Obj setting(Located.Obj holder, Noun noun, Owner owner) {
    return Documents.object(holder, new ObjectStore(noun, owner).key())
        .orElseGet(() -> new Located.Obj(at, ImmutableList.of()));
  }

  private ImmutableList<Found.Item> services(BoundCall call, Owner owner) {
    Wildcard wanted = new Wildcard(call.text("Identity").orElse("*"));
    ImmutableList.Builder<Found.Item> items = ImmutableList.builder();
    for (Located.Obj server : owner.servers()) {
      ServerFacts facts = ServerFacts.of(server, owner.object());
      if (facts.hasTransport() && wanted.matches(facts.name())) {
        Located.Obj service =
            setting(
                EdgeSubscription.internal(server)
                    .map(c -> EdgeSubscription.withInternal(server, c, server.spot()))
                    .orElse(server),
                Noun.TRANSPORT_SERVICE,
                owner);
        Located.Obj named =
            service.memberIgnoringCase("Name").isPresent()
                ? service
                : service.with("Name", new Located.Text(service.spot(), facts.name()));
        items.add(new Found.Item(Optional.of(facts), named));
      }
    }
    return items.build();
  }

  private ImmutableList<Found.Item> subscriptions(BoundCall call, Owner owner) {
    Wildcard wanted = new Wildcard(call.text("Identity").orElse("*"));
    ImmutableList.Builder<Found.Item> items = ImmutableList.builder();
    for (Located.Obj server : owner.servers()) {
      ServerFacts facts = ServerFacts.of(server, owner.object());
      if (server.member(EdgeSubscription.KEY).isPresent() && wanted.matches(facts.name())) {
        Located.Obj found =
            new Located.Obj(server.spot(), ImmutableList.of())
                .with("Name", new Located.Text(server.spot(), facts.name()))
                .with(
                    "Site",
                    new Located.Text(
                        server.spot(), EdgeSubscription.siteOf(server, owner.object())));
        items.add(
            new Found.Item(
                Optional.of(facts),
                facts
                    .fqdn()
                    .map(f -> found.with("Domain", new Located.Text(server.spot(), domain(f))))
                    .orElse(found)));
      }
    }
    return items.build();
  }

  private static String domain(DomainName fqdn) {
    return fqdn.ascii().substring(fqdn.ascii().indexOf('.') + 1);
  }

  private Optional<ImmutableList<Found.Item>> certificates(BoundCall call, Owner owner) {
    String identity = call.text("Thumbprint").or(() -> call.text("Identity")).orElse("");
    int backslash = identity.indexOf('\\');
    Optional<String> server =
        backslash > 0 ? Optional.of(identity.substring(0, backslash)) : server(call, owner);
    String thumbprint = identity.substring(backslash + 1);
    ImmutableList.Builder<Found.Item> items = ImmutableList.builder();
    for (Located.Obj each : owner.servers()) {
      ServerFacts facts = ServerFacts.of(each, owner.object());
      if (server.isEmpty() || owner.facts().server(server.get()).equals(Optional.of(facts))) {
        InstalledCertificates.of(each).stream()
            .filter(
                c ->
                    thumbprint.isEmpty()
                        || Documents.text(c, "Thumbprint").get().equals(thumbprint))
            .forEach(c -> items.add(new Found.Item(Optional.of(facts), c)));
      }
    }
    ImmutableList<Found.Item> found = items.build();
    return found.isEmpty() && !thumbprint.isEmpty()
        ? refuse("there is no certificate `" + thumbprint + "`", "its name stands for a thumbprint")
        : Optional.of(found);
  }

  /** The server that a cmdlet looks at where it stands in for {@code -Server}. */
  private Optional<String> server(BoundCall call, Owner owner) {
    return call.text("Server").or(() -> owner.facts().server(on).map(ServerFacts::name));
  }

  private Optional<ImmutableList<Found.Item>> queues(BoundCall call, Owner owner) {
    Wildcard identity = new Wildcard(call.text("Identity").orElse("*"));
    Optional<ServerFacts> server = server(call, owner).flatMap(s -> owner.facts().server(s));
    ImmutableList<Found.Item> all = traffic.queues(owner.name(), owner.facts());
    ImmutableList<Found.Item> found =
        all.stream()
            .filter(item -> server.isEmpty() || item.server().equals(server))
            .filter(item -> identity.matches(name(item)) || identity.matches(afterServer(item)))
            .collect(ImmutableList.toImmutableList());
    return found.isEmpty() && !identity.isPattern()
        ? refuse(
            "there is no queue `" + identity.text() + "`",
            NearName.questionOrAll(identity.text(), all.stream().map(Lookup::name).toList()))
        : Optional.of(found);
  }

  /** Those that have what the parameters ask for. */
  private static ImmutableList<Found.Item> traced(BoundCall call, ImmutableList<Located.Obj> all) {
    return all.stream()
        .filter(
            object ->
                call.values().keySet().stream()
                    .filter(parameter -> object.member(parameter).isPresent())
                    .allMatch(
                        parameter ->
                            Ascii.equalsIgnoreCase(
                                Documents.text(object, parameter).orElse(""),
                                call.text(parameter).orElse(""))))
        .map(object -> new Found.Item(Optional.empty(), object))
        .collect(ImmutableList.toImmutableList());
  }

  private static String name(Found.Item queue) {
    return Documents.text(queue.object(), "Identity").orElse("");
  }

  private static String afterServer(Found.Item queue) {
    return name(queue).substring(name(queue).indexOf('\\') + 1);
  }

  private Optional<ImmutableList<Found.Item>> stored(BoundCall call, ObjectStore store) {
    Optional<Wildcard> identity = call.text("Identity").map(Wildcard::new);
    ImmutableList<Place> places =
        identity.isEmpty()
            ? store.all()
            : identity.get().isPattern()
                ? store.all().stream()
                    .filter(place -> isNamed(identity.get(), store, place))
                    .collect(ImmutableList.toImmutableList())
                : store.named(identity.get().text());
    if (places.isEmpty() && identity.isPresent() && !identity.get().isPattern()) {
      return refuse(
          "there is no "
              + call.cmdlet().kind(store.owner().online()).noun()
              + " `"
              + identity.get().text()
              + "`",
          store.helpFor(identity.get().text()));
    }
    Optional<String> server =
        call.text("Server").flatMap(s -> store.owner().facts().server(s)).map(ServerFacts::name);
    return Optional.of(
        places.stream()
            .filter(
                p -> server.isEmpty() || Ascii.equalsIgnoreCase(store.serverOf(p), server.get()))
            .map(p -> item(store, p))
            .collect(ImmutableList.toImmutableList()));
  }

  private static boolean isNamed(Wildcard identity, ObjectStore store, Place place) {
    String full = store.identity(place);
    return identity.matches(full)
        || (place.server().isPresent() && identity.matches(full.substring(full.indexOf('\\') + 1)));
  }

  private static Found.Item item(ObjectStore store, Place place) {
    Optional<ServerFacts> server =
        place.server().isPresent()
            ? store.owner().facts().server(store.serverOf(place))
            : Optional.empty();
    return new Found.Item(server, place.object());
  }

  private <T> Optional<T> refuse(String what, String help) {
    findings.problems().add(at, what, help);
    return Optional.empty();
  }
}
