package exsim.scenarios.powershell;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.exchange.OrganizationFacts;
import exsim.scenarios.exchange.Property;
import exsim.scenarios.exchange.ServerFacts;
import exsim.scenarios.json.Located;
import java.util.Optional;

/**
 * The organization or tenant that a cmdlet runs in.
 *
 * @param online whether it is a tenant
 * @param index its place among those of its side
 * @param object its part of the document
 * @param facts its servers; none for a tenant
 * @param local the server where it is typed; empty where that does not matter
 */
record Owner(
    boolean online,
    int index,
    Located.Obj object,
    OrganizationFacts facts,
    Optional<ServerFacts> local) {
  /** The member of the document that lists it. */
  String section() {
    return section(online);
  }

  static String section(boolean online) {
    return online ? "exchangeOnline" : "onPremises";
  }

  /** Its name. */
  String name() {
    return Documents.text(object, "name").orElse("");
  }

  /** What it is, in words. */
  String side() {
    return online ? "Exchange Online" : "Exchange on-premises";
  }

  /** Whether its version, or one of its servers', has a property. */
  boolean has(Property<?> property) {
    return online
        || facts.servers().isEmpty()
        || facts.servers().stream().anyMatch(s -> property.where().includes(s.version()));
  }

  /** Whether it is typed on an Edge server that is subscribed to an organization. */
  boolean onSubscribedEdge() {
    return local.filter(ServerFacts::isEdge).isPresent() && !facts.edgeOnly();
  }

  /** The owner of a cmdlet that is typed on one of its servers. */
  Owner typedOn(ServerFacts server) {
    return new Owner(online, index, object, facts, Optional.of(server));
  }

  /** The owner after a change. */
  Owner changed(Located.Obj part) {
    return new Owner(online, index, part, facts, local);
  }

  /** Its servers as the document has them. */
  ImmutableList<Located.Obj> servers() {
    return Documents.objects(object, "servers");
  }

  /** The document with the owner's part replaced. */
  Located.Obj replaceIn(Located.Obj document, Located.Obj changed) {
    ImmutableList<Located> all = Documents.items(document, section());
    return Documents.withItems(document, section(), Documents.replaced(all, index, changed));
  }
}
