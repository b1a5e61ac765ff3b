package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.scenarios.exchange.NearName;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import exsim.scenarios.powershell.Cmdlet.Noun;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The objects of one noun that an organization or tenant has.
 *
 * @param noun what they are
 * @param owner whose they are
 */
record ObjectStore(Noun noun, Owner owner) {
  /**
   * Where an object stands.
   *
   * @param server the index of the server that holds it; empty where the owner does
   * @param index its index in the list
   * @param object the object
   */
  record Place(OptionalInt server, int index, Located.Obj object) {}

  /** The member that lists the objects. */
  String key() {
    return switch (noun) {
      case SEND_CONNECTOR -> "sendConnectors";
      case RECEIVE_CONNECTOR -> "receiveConnectors";
      case INBOUND_CONNECTOR -> "inboundConnectors";
      case OUTBOUND_CONNECTOR -> "outboundConnectors";
      case ACCEPTED_DOMAIN -> "acceptedDomains";
      case TRANSPORT_RULE -> "transportRules";
      case CAS_MAILBOX -> "casMailboxes";
      case USER -> "users";
      case AUTHENTICATION_POLICY -> "authenticationPolicies";
      case REMOTE_DOMAIN -> "remoteDomains";
      case TRANSPORT_CONFIG -> "transportConfig";
      case ORGANIZATION_CONFIG -> "organizationConfig";
      case TRANSPORT_SERVICE, TRANSPORT_SERVER -> "transportService";
      case AD_SITE -> "hubSites";
      case EXCHANGE_CERTIFICATE -> "certificates";
      case EDGE_SUBSCRIPTION -> "subscribedWith";
      case QUEUE -> "queues";
      case MESSAGE_TRACKING,
          MESSAGE_TRACE,
          MESSAGE_TRACE_DETAIL,
          MESSAGE_TRACE_V1,
          MESSAGE_TRACE_DETAIL_V1 ->
          "messages";
    };
  }

  /** Every object. */
  ImmutableList<Place> all() {
    ImmutableList.Builder<Place> places = ImmutableList.builder();
    if (noun != Noun.RECEIVE_CONNECTOR) {
      add(places, OptionalInt.empty(), owner.object());
      return places.build();
    }
    ImmutableList<Located> servers = Documents.items(owner.object(), "servers");
    for (int i = 0; i < servers.size(); i++) {
      if (servers.get(i) instanceof Located.Obj server) {
        add(places, OptionalInt.of(i), server);
      }
    }
    return places.build();
  }

  private void add(ImmutableList.Builder<Place> places, OptionalInt server, Located.Obj holder) {
    ImmutableList<Located> items = Documents.items(holder, key());
    for (int i = 0; i < items.size(); i++) {
      Located item = items.get(i);
      if (item instanceof Located.Obj object) {
        places.add(new Place(server, i, object));
      } else if (item instanceof Located.Text text) {
        places.add(new Place(server, i, domain(text)));
      }
    }
  }

  /** An accepted domain may be written as its name alone. */
  private static Located.Obj domain(Located.Text text) {
    return new Located.Obj(text.spot(), ImmutableList.of()).with("DomainName", text);
  }

  /** The objects that an identity names. */
  ImmutableList<Place> named(String identity) {
    return all().stream()
        .filter(place -> isNamed(place, identity))
        .collect(ImmutableList.toImmutableList());
  }

  private boolean isNamed(Place place, String identity) {
    int backslash = identity.indexOf('\\');
    String name = identity;
    if (noun == Noun.RECEIVE_CONNECTOR && backslash >= 0) {
      if (!Ascii.equalsIgnoreCase(serverOf(place), identity.substring(0, backslash))) {
        return false;
      }
      name = identity.substring(backslash + 1);
    }
    String wanted = name;
    return Documents.text(place.object(), "Name")
            .or(() -> Documents.text(place.object(), "DomainName"))
            .filter(n -> Ascii.equalsIgnoreCase(n, wanted))
            .isPresent()
        || Documents.text(place.object(), "DomainName")
            .filter(n -> Ascii.equalsIgnoreCase(n, wanted))
            .isPresent()
        || isOfMailbox()
            && Documents.text(place.object(), "Identity")
                .filter(n -> Ascii.equalsIgnoreCase(n, wanted))
                .isPresent()
        || Documents.text(place.object(), "Guid")
            .filter(g -> Ascii.equalsIgnoreCase(g, wanted))
            .isPresent();
  }

  /** Whether the objects are named by the address of a mailbox. */
  private boolean isOfMailbox() {
    return noun == Noun.CAS_MAILBOX || noun == Noun.USER;
  }

  /** The name of the server that holds an object. */
  String serverOf(Place place) {
    if (place.server().isEmpty()) {
      return "";
    }
    Located server = Documents.items(owner.object(), "servers").get(place.server().getAsInt());
    return server instanceof Located.Obj object ? Documents.text(object, "name").orElse("") : "";
  }

  /** How an object is named on a command line. */
  String identity(Place place) {
    String name =
        Documents.text(place.object(), "Name")
            .or(() -> Documents.text(place.object(), "DomainName"))
            .or(() -> Documents.text(place.object(), "Identity"))
            .orElse("");
    return place.server().isPresent() ? serverOf(place) + "\\" + name : name;
  }

  /** What to do about an identity that names nothing. */
  String helpFor(String identity) {
    ImmutableList<String> identities =
        all().stream().map(this::identity).collect(ImmutableList.toImmutableList());
    return identities.isEmpty() ? "there are none" : NearName.questionOrAll(identity, identities);
  }

  /** The owner with one object replaced, or removed. */
  Located.Obj with(Place place, Optional<Located.Obj> changed) {
    return inHolder(
        place.server(),
        items ->
            changed.isPresent()
                ? Documents.replaced(items, place.index(), changed.get())
                : Documents.without(items, place.index()),
        place.object().spot());
  }

  /** The owner with one object more. */
  Located.Obj plus(OptionalInt server, Located.Obj added) {
    return inHolder(server, items -> Documents.plus(items, added), added.spot());
  }

  private interface Change {
    ImmutableList<Located> of(ImmutableList<Located> items);
  }

  private Located.Obj inHolder(OptionalInt server, Change change, Spot spot) {
    if (server.isEmpty()) {
      return withList(owner.object(), change, spot);
    }
    ImmutableList<Located> servers = Documents.items(owner.object(), "servers");
    Located.Obj holder = (Located.Obj) servers.get(server.getAsInt());
    return Documents.withItems(
        owner.object(),
        "servers",
        Documents.replaced(servers, server.getAsInt(), withList(holder, change, spot)));
  }

  private Located.Obj withList(Located.Obj holder, Change change, Spot spot) {
    ImmutableList<Located> changed = change.of(Documents.items(holder, key()));
    return holder.member(key()).isPresent()
        ? Documents.withItems(holder, key(), changed)
        : holder.with(key(), new Located.Arr(spot, changed));
  }
}
