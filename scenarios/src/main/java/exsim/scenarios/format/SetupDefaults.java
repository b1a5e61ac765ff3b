package exsim.scenarios.format;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.InvalidValueException;
import exsim.model.mail.DomainName;
import exsim.scenarios.exchange.DefaultConnectors;
import exsim.scenarios.exchange.EdgeSubscription;
import exsim.scenarios.exchange.OrganizationFacts;
import exsim.scenarios.exchange.ServerFacts;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Writes out what setup and Edge subscriptions make: Receive connectors, each server's self-signed
 * certificate, the EdgeSync Send connectors, and the certificates that subscriptions were made
 * with.
 */
final class SetupDefaults {
  private static final String DOMAINS = "acceptedDomains";

  private final Predicate<Spot> fresh;
  private final Map<String, Located.Obj> certificates = new LinkedHashMap<>();

  /** Creates one that writes into the servers at fresh places only. */
  SetupDefaults(Predicate<Spot> fresh) {
    this.fresh = fresh;
  }

  Located.Obj write(Located.Obj document) {
    Optional<Located> declared = Trees.member(document, "certificates");
    Located.Obj written =
        Trees.mapObjects(
            Trees.mapObjects(document, "exchangeOnline", SetupDefaults::withInitialDomain),
            "onPremises",
            org -> organization(org, declared));
    if (certificates.isEmpty()
        || (declared.isPresent() && !(declared.get() instanceof Located.Obj))) {
      return written;
    }
    Located.Obj all =
        declared.isPresent()
            ? (Located.Obj) declared.get()
            : new Located.Obj(document.spot().at("/certificates"), ImmutableList.of());
    ImmutableList.Builder<Located.Member> members = ImmutableList.builder();
    members.addAll(all.members());
    certificates.forEach(
        (name, certificate) ->
            members.add(new Located.Member(name, certificate.spot(), certificate)));
    return written.with("certificates", new Located.Obj(all.spot(), members.build()));
  }

  /** A tenant has its initial domain from the start. */
  private static Located.Obj withInitialDomain(Located.Obj tenant) {
    Optional<String> initial = Trees.text(tenant, "name").filter(SetupDefaults::isHost);
    Optional<Located> listed = Trees.member(tenant, DOMAINS);
    if (initial.isEmpty() || (listed.isPresent() && !(listed.get() instanceof Located.Arr))) {
      return tenant;
    }
    ImmutableList<Located> domains = Trees.items(tenant, DOMAINS);
    boolean there =
        domains.stream()
            .flatMap(d -> Trees.text(d).or(() -> domainName(d)).stream())
            .anyMatch(d -> Ascii.equalsIgnoreCase(d, initial.get()));
    Spot spot = listed.map(Located::spot).orElseGet(tenant::spot);
    return there
        ? tenant
        : tenant.with(
            DOMAINS,
            new Located.Arr(
                spot,
                ImmutableList.<Located>builder()
                    .addAll(domains)
                    .add(
                        new Located.Obj(spot, ImmutableList.of())
                            .with("DomainName", new Located.Text(spot, initial.get())))
                    .build()));
  }

  private static Optional<String> domainName(Located domain) {
    return domain instanceof Located.Obj object
        ? object.memberIgnoringCase("DomainName").flatMap(m -> Trees.text(m.value()))
        : Optional.empty();
  }

  private Located.Obj organization(Located.Obj org, Optional<Located> declared) {
    Located.Obj written =
        Trees.mapObjects(
            org,
            "servers",
            server -> fresh.test(server.spot()) ? server(server, org, declared) : server);
    return written == org ? org : withEdgeSync(withSubscriptions(written));
  }

  private Located.Obj withSubscriptions(Located.Obj org) {
    return OrganizationFacts.of(org).edgeOnly()
        ? org
        : Trees.mapObjects(org, "servers", server -> withSubscription(server, org));
  }

  private Located.Obj withSubscription(Located.Obj server, Located.Obj org) {
    ServerFacts facts = ServerFacts.of(server, org);
    boolean lacks =
        facts.isEdge()
            && fresh.test(server.spot())
            && Trees.member(server, EdgeSubscription.KEY).isEmpty();
    return lacks
        ? server.with(
            EdgeSubscription.KEY,
            EdgeSubscription.of(
                org, facts.name(), EdgeSubscription.siteOf(server, org), server.spot()))
        : server;
  }

  private Located.Obj server(Located.Obj server, Located.Obj org, Optional<Located> declared) {
    Optional<String> name = Trees.text(server, "name");
    if (name.isEmpty() || !isHost(name.get()) || !isHost(fqdn(server, org))) {
      return server; // decoding it reports that, once
    }
    return withCertificate(withConnectors(server, org), org, name.get(), declared);
  }

  private static String fqdn(Located.Obj server, Located.Obj org) {
    return ServerFacts.fqdnText(server, org).orElse("");
  }

  private static boolean isHost(String name) {
    try {
      return !DomainName.parse(name).equals(DomainName.ROOT);
    } catch (InvalidValueException e) {
      return false;
    }
  }

  private static Located.Obj withConnectors(Located.Obj server, Located.Obj org) {
    Optional<Located> listed = Trees.member(server, "receiveConnectors");
    ImmutableList.Builder<Located.Obj> objects = ImmutableList.builder();
    if (listed.isPresent()) {
      if (!(listed.get() instanceof Located.Arr array)) {
        return server;
      }
      for (Located item : array.items()) {
        if (!(item instanceof Located.Obj object)) {
          return server;
        }
        objects.add(object);
      }
    }
    Spot spot = listed.map(Located::spot).orElse(server.spot());
    ImmutableList<Located.Obj> given = objects.build();
    ServerFacts facts = ServerFacts.of(server, org);
    ImmutableList<Located> complete =
        ImmutableList.copyOf(DefaultConnectors.complete(facts, given, spot));
    return complete.size() == given.size() && listed.isPresent()
        ? server
        : server.with("receiveConnectors", new Located.Arr(spot, complete));
  }

  /** The server's own certificate, named after it and last in its list. */
  private Located.Obj withCertificate(
      Located.Obj server, Located.Obj org, String name, Optional<Located> declared) {
    Optional<Located> listed = Trees.member(server, "certificates");
    if (listed.isPresent() && !(listed.get() instanceof Located.Arr)) {
      return server;
    }
    Located.Obj certificate = selfSigned(server, org, name);
    String key = keyFor(name, certificate, declared);
    ImmutableList<Located> before = Trees.items(server, "certificates");
    if (before.stream().anyMatch(item -> names(item, key))) {
      return server; // it was enabled anew, and stands where that put it
    }
    Spot spot = listed.map(Located::spot).orElse(server.spot());
    ImmutableList<Located> all =
        ImmutableList.<Located>builder().addAll(before).add(new Located.Text(spot, key)).build();
    return server.with("certificates", new Located.Arr(spot, all));
  }

  private static boolean names(Located item, String key) {
    return Trees.text(item).or(() -> Trees.text(item, "name")).filter(key::equals).isPresent();
  }

  private String keyFor(String name, Located.Obj certificate, Optional<Located> declared) {
    Optional<Located> own = declared.flatMap(d -> Trees.member(d, name));
    boolean taken = own.filter(other -> !other.sameAs(certificate)).isPresent();
    String key = taken ? name + EdgeSubscription.BY_SETUP : name;
    if (declared.flatMap(d -> Trees.member(d, key)).isEmpty()) {
      certificates.put(key, certificate);
    }
    return key;
  }

  private static Located.Obj selfSigned(Located.Obj server, Located.Obj org, String name) {
    Spot spot = server.spot();
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    names.add(name);
    ServerFacts.fqdnText(server, org).ifPresent(names::add);
    ImmutableList<Located> texts =
        names.build().stream()
            .map(text -> new Located.Text(spot, text))
            .collect(ImmutableList.toImmutableList());
    return new Located.Obj(spot, ImmutableList.of())
        .with("subject", new Located.Text(spot, "CN=" + name))
        .with("names", new Located.Arr(spot, texts))
        .with("issuer", new Located.Text(spot, "self"));
  }

  /** Each subscribed site has two Send connectors, whose sources are its Edge servers. */
  private Located.Obj withEdgeSync(Located.Obj org) {
    Map<String, List<String>> subscribed = new LinkedHashMap<>();
    Spot spot = org.spot();
    for (Located item : Trees.items(org, "servers")) {
      Optional<String> name = Trees.text(item, "name");
      if (name.isPresent()
          && fresh.test(item.spot())
          && ServerFacts.of((Located.Obj) item, org).isEdge()) {
        String site = EdgeSubscription.siteOf((Located.Obj) item, org);
        String known =
            subscribed.keySet().stream()
                .filter(s -> Ascii.equalsIgnoreCase(s, site))
                .findFirst()
                .orElse(site);
        subscribed.computeIfAbsent(known, s -> new ArrayList<>()).add(name.get());
      }
    }
    Optional<Located> listed = Trees.member(org, "sendConnectors");
    if (subscribed.isEmpty() || (listed.isPresent() && !(listed.get() instanceof Located.Arr))) {
      return org;
    }
    ImmutableList.Builder<Located> connectors = ImmutableList.builder();
    ImmutableList<Located> own = Trees.items(org, "sendConnectors");
    connectors.addAll(own);
    subscribed.forEach(
        (site, servers) ->
            DefaultConnectors.edgeSync(site, ImmutableList.copyOf(servers), spot).stream()
                .filter(connector -> own.stream().noneMatch(o -> sameName(o, connector)))
                .forEach(connectors::add));
    return org.with(
        "sendConnectors",
        new Located.Arr(listed.map(Located::spot).orElse(spot), connectors.build()));
  }

  private static boolean sameName(Located one, Located.Obj other) {
    Optional<String> name = nameOf(one);
    return name.isPresent()
        && nameOf(other).filter(n -> Ascii.equalsIgnoreCase(n, name.get())).isPresent();
  }

  private static Optional<String> nameOf(Located connector) {
    return connector instanceof Located.Obj object
        ? object.memberIgnoringCase("Name").flatMap(m -> Trees.text(m.value()))
        : Optional.empty();
  }
}
