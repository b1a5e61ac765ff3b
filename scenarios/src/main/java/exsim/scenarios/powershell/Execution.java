package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.NearName;
import exsim.scenarios.exchange.SendConnectors;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import exsim.scenarios.powershell.Cmdlet.Noun;
import exsim.scenarios.powershell.Cmdlet.Verb;
import exsim.scenarios.powershell.ObjectStore.Place;
import java.util.Optional;
import java.util.OptionalInt;

/** Carries out cmdlets in one organization or tenant. */
final class Execution {
  private final Owner owner;
  private final Located.Obj document;
  private final Spot at;
  private final Findings findings;

  Execution(Owner owner, Located.Obj document, Spot at, Findings findings) {
    this.owner = owner;
    this.document = document;
    this.at = at;
    this.findings = findings;
  }

  /** The owner's part of the document afterwards; empty when something is wrong. */
  Optional<Located.Obj> run(BoundCall call) {
    Noun noun = call.cmdlet().noun();
    return switch (noun) {
      case EXCHANGE_CERTIFICATE ->
          new CertificateExecution(owner, document, at, findings).run(call);
      case EDGE_SUBSCRIPTION -> new EdgeSubscriptionExecution(owner, at, findings).run(call);
      case TRANSPORT_CONFIG, ORGANIZATION_CONFIG -> setting(call, owner.object());
      case TRANSPORT_SERVICE, TRANSPORT_SERVER -> transportService(call);
      case AD_SITE -> new SiteExecution(owner, at, findings).run(call);
      case CAS_MAILBOX, USER -> ofMailbox(call);
      case QUEUE, MESSAGE_TRACKING, MESSAGE_TRACE, MESSAGE_TRACE_DETAIL ->
          Optional.of(owner.object());
      default ->
          call.cmdlet().verb() == Verb.NEW
              ? new NewObject(owner, at, findings).make(call)
              : identity(call).flatMap(identity -> onNamed(call, identity));
    };
  }

  /** Runs the second cmdlet on each object that the first one finds. */
  Optional<Located.Obj> run(BoundCall get, BoundCall call) {
    ObjectStore store = new ObjectStore(call.cmdlet().noun(), owner);
    Optional<String> identity = get.text("Identity");
    Optional<String> server = get.text("Server");
    ImmutableList<Place> places =
        (identity.isPresent() ? store.named(identity.get()) : store.all())
            .stream()
                .filter(
                    p ->
                        server.isEmpty() || Ascii.equalsIgnoreCase(store.serverOf(p), server.get()))
                .collect(ImmutableList.toImmutableList());
    if (identity.isPresent() && places.isEmpty()) {
      return unknown(store, identity.get());
    }
    Located.Obj changed = owner.object();
    for (int i = places.size() - 1; i >= 0; i--) {
      // From the last to the first, so that removing one leaves the places of the others alone.
      Owner now = owner.changed(changed);
      Optional<Located.Obj> next = changed(call, new ObjectStore(store.noun(), now), places.get(i));
      if (next.isEmpty()) {
        return next;
      }
      changed = next.get();
    }
    return Optional.of(changed);
  }

  private Optional<String> identity(BoundCall call) {
    Optional<String> identity = call.text("Identity");
    if (identity.isEmpty() && call.cmdlet().verb() != Verb.GET) {
      findings.problems().add(at, call.cmdlet() + " needs -Identity", "name the object");
      return Optional.empty();
    }
    return Optional.of(identity.orElse(""));
  }

  private Optional<Located.Obj> onNamed(BoundCall call, String identity) {
    if (identity.isEmpty()) {
      return Optional.of(owner.object());
    }
    ObjectStore store = new ObjectStore(call.cmdlet().noun(), owner);
    ImmutableList<Place> places = store.named(identity);
    if (places.isEmpty()) {
      return unknown(store, identity);
    }
    if (places.size() > 1) {
      findings
          .problems()
          .add(
              at,
              "`" + identity + "` names more than one " + call.cmdlet().noun(),
              "use one of " + String.join(", ", places.stream().map(store::identity).toList()));
      return Optional.empty();
    }
    return changed(call, store, places.get(0));
  }

  private Optional<Located.Obj> unknown(ObjectStore store, String identity) {
    findings
        .problems()
        .add(
            at,
            "there is no " + store.noun().kind(owner.online()).noun() + " `" + identity + "`",
            store.helpFor(identity));
    return Optional.empty();
  }

  private Optional<Located.Obj> changed(BoundCall call, ObjectStore store, Place place) {
    return switch (call.cmdlet().verb()) {
      case SET -> edited(call, store, place);
      case REMOVE -> removed(store, place);
      case ENABLE -> Optional.of(store.with(place, Optional.of(inState(place, "Enabled"))));
      case DISABLE -> Optional.of(store.with(place, Optional.of(inState(place, "Disabled"))));
      default -> Optional.of(store.owner().object());
    };
  }

  private Optional<Located.Obj> removed(ObjectStore store, Place place) {
    if (store.noun() == Noun.ACCEPTED_DOMAIN && new DefaultDomain(store, at).is(place)) {
      findings
          .problems()
          .add(
              at,
              "the default accepted domain `" + store.identity(place) + "` cannot be removed",
              "make another one the default first: Set-AcceptedDomain -MakeDefault $true");
      return Optional.empty();
    }
    return Optional.of(store.with(place, Optional.empty()));
  }

  private Located.Obj inState(Place place, String state) {
    return Documents.withProperty(place.object(), "State", new Located.Text(at, state));
  }

  private Optional<Located.Obj> edited(BoundCall call, ObjectStore store, Place place) {
    Located.Obj before =
        store.noun() == Noun.SEND_CONNECTOR
            ? SendConnectors.withRouting(place.object(), at)
            : place.object();
    Optional<Located.Obj> object = new ObjectEdit(at, findings).apply(before, call);
    if (object.isEmpty()) {
      return object;
    }
    if (!call.isOn("MakeDefault")) {
      return Optional.of(store.with(place, object));
    }
    return Optional.of(new DefaultDomain(store, at).move(place, object.get()));
  }

  private Optional<Located.Obj> setting(BoundCall call, Located.Obj holder) {
    String key = new ObjectStore(call.cmdlet().noun(), owner).key();
    if (call.cmdlet().verb() == Verb.GET) {
      return Optional.of(holder);
    }
    Located.Obj object =
        Documents.object(holder, key).orElseGet(() -> new Located.Obj(at, ImmutableList.of()));
    return new ObjectEdit(at, findings)
        .apply(object, call)
        .map(changed -> holder.with(key, changed));
  }

  private Optional<Located.Obj> transportService(BoundCall call) {
    Optional<String> identity = identity(call);
    if (identity.isEmpty() || identity.get().isEmpty()) {
      return identity.map(i -> owner.object());
    }
    ImmutableList<Located> servers = Documents.items(owner.object(), "servers");
    for (int i = 0; i < servers.size(); i++) {
      if (servers.get(i) instanceof Located.Obj server
          && Documents.text(server, "name")
              .filter(n -> Ascii.equalsIgnoreCase(n, identity.get()))
              .isPresent()) {
        int index = i;
        return setting(call, server)
            .map(
                changed ->
                    Documents.withItems(
                        owner.object(), "servers", Documents.replaced(servers, index, changed)));
      }
    }
    findings
        .problems()
        .add(
            at,
            "there is no server `" + identity.get() + "`",
            NearName.questionOrAll(identity.get(), serverNames()));
    return Optional.empty();
  }

  private ImmutableList<String> serverNames() {
    return owner.servers().stream()
        .flatMap(server -> Documents.text(server, "name").stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** A mailbox has settings of its own from the first change on. */
  private Optional<Located.Obj> ofMailbox(BoundCall call) {
    Optional<String> identity = identity(call);
    if (identity.isEmpty() || identity.get().isEmpty()) {
      return identity.map(i -> owner.object());
    }
    ImmutableList<String> mailboxes =
        Documents.items(owner.object(), "mailboxes").stream()
            .filter(Located.Text.class::isInstance)
            .map(item -> ((Located.Text) item).text())
            .collect(ImmutableList.toImmutableList());
    boolean known =
        mailboxes.isEmpty()
            || mailboxes.stream().anyMatch(m -> Ascii.equalsIgnoreCase(m, identity.get()));
    if (!known || identity.get().indexOf('@') < 0) {
      findings
          .problems()
          .add(
              at,
              "there is no mailbox `" + identity.get() + "`",
              mailboxes.isEmpty()
                  ? "name it by its address"
                  : NearName.questionOrAll(identity.get(), mailboxes));
      return Optional.empty();
    }
    if (call.cmdlet().verb() == Verb.GET) {
      return Optional.of(owner.object());
    }
    return mailboxSet(call, identity.get());
  }

  private Optional<Located.Obj> mailboxSet(BoundCall call, String identity) {
    ObjectStore store = new ObjectStore(call.cmdlet().noun(), owner);
    Optional<Place> place =
        store.all().stream()
            .filter(
                p ->
                    Documents.text(p.object(), "Identity")
                        .filter(i -> Ascii.equalsIgnoreCase(i, identity))
                        .isPresent())
            .findFirst();
    Located.Obj object =
        place
            .map(Place::object)
            .orElseGet(
                () ->
                    new Located.Obj(at, ImmutableList.of())
                        .with("Identity", new Located.Text(at, identity)));
    return new ObjectEdit(at, findings)
        .apply(object, call)
        .map(
            changed ->
                place
                    .map(p -> store.with(p, Optional.of(changed)))
                    .orElseGet(() -> store.plus(OptionalInt.empty(), changed)));
  }
}
