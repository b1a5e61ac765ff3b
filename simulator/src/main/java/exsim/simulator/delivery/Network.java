package exsim.simulator.delivery;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.dns.DnsRecord;
import exsim.model.mail.DomainName;
import exsim.model.net.IpAddress;
import exsim.model.net.PathEffect;
import exsim.model.net.PathRule;
import exsim.model.topology.Topology;
import exsim.simulator.dns.Resolver;
import exsim.simulator.online.OnlineHost;
import exsim.simulator.online.ServiceNames;
import exsim.simulator.route.Host;
import exsim.simulator.route.Node;
import exsim.simulator.route.NodeKey;
import exsim.simulator.route.Target;
import exsim.simulator.smtp.ClientEnd;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A topology made ready: who is at which address, and which place holds messages. */
final class Network {
  private final Topology topology;
  private final ServiceNames serviceNames;
  private final Resolver resolver;
  private final ImmutableListMultimap<IpAddress, Host> hosts;
  private final ImmutableMap<NodeKey, Node> nodes;
  private final ImmutableMap<String, Node> origins;
  private final Sessions sessions;

  Network(
      Topology topology,
      ServiceNames serviceNames,
      Resolver resolver,
      ImmutableListMultimap<IpAddress, Host> hosts,
      ImmutableMap<NodeKey, Node> nodes,
      ImmutableMap<String, Node> origins,
      Sessions sessions) {
    this.sessions = sessions;
    this.topology = topology;
    this.serviceNames = serviceNames;
    this.resolver = resolver;
    this.hosts = hosts;
    this.nodes = nodes;
    this.origins = origins;
  }

  /** Who can be connected to at an address; several behind a load balancer. */
  ImmutableList<Host> hostsAt(IpAddress address) {
    ImmutableList<Host> there = hosts.get(address);
    return there.isEmpty() && ServiceNames.isPublished(address)
        ? hosts.get(ServiceNames.RETIRED_ADDRESS)
        : there;
  }

  /** Every address of the scenario's hosts; the service's where it has tenants. */
  ImmutableSet<IpAddress> addresses() {
    return hosts.asMap().entrySet().stream()
        .filter(
            e ->
                !topology.tenants().isEmpty()
                    || e.getValue().stream().anyMatch(h -> !(h instanceof OnlineHost)))
        .map(Map.Entry::getKey)
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Every name that has an address: those of the zone, and the service's where it has tenants. */
  ImmutableSet<DomainName> names() {
    ImmutableSet.Builder<DomainName> names = ImmutableSet.builder();
    topology.zone().records().entries().stream()
        .filter(e -> e.getValue() instanceof DnsRecord.Address)
        .forEach(e -> names.add(e.getKey()));
    return (topology.tenants().isEmpty() ? names : names.addAll(serviceNames.hosts())).build();
  }

  /** The addresses of a host that its neighbours know by name, published or not. */
  ImmutableList<IpAddress> addressesOf(String name) {
    String wanted = Ascii.toLowerCase(name);
    return hosts.entries().stream()
        .filter(e -> e.getValue().names().contains(wanted))
        .map(Map.Entry::getKey)
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  /** The place of a name; empty after it was taken out of the topology. */
  Optional<Node> node(NodeKey key) {
    return Optional.ofNullable(nodes.get(key));
  }

  /**
   * The place where a message of this origin starts.
   *
   * @throws IllegalStateException if there is none, which linking rules out
   */
  Node origin(String name) {
    Node node = origins.get(name.toLowerCase(Locale.ROOT));
    if (node == null) {
      throw new IllegalStateException("no system, server or device is named " + name);
    }
    return node;
  }

  /** Whether messages can start at a name. */
  boolean hasOrigin(String name) {
    return origins.containsKey(name.toLowerCase(Locale.ROOT));
  }

  /** Every system that holds messages. */
  ImmutableSet<String> systems() {
    return nodes.keySet().stream().map(NodeKey::system).collect(ImmutableSet.toImmutableSet());
  }

  /** What the names of this network stand for. */
  Resolver resolver() {
    return resolver;
  }

  /** The openings of sessions on this network. */
  Sessions sessions() {
    return sessions;
  }

  /** Services of one server reach one another without crossing the network. */
  private static boolean isOwn(ClientEnd client, ImmutableList<Host> there) {
    return client.server().isPresent()
        && there.stream()
            .anyMatch(
                h ->
                    h.system().equals(client.system())
                        && h.names().contains(Ascii.toLowerCase(client.server().get())));
  }

  /** What stands between a client and a target. */
  ImmutableSet<PathEffect> effects(
      ClientEnd client, Target target, ImmutableList<Host> there, Instant now) {
    return topology.paths().isEmpty() || isOwn(client, there) || target.address().isEmpty()
        ? ImmutableSet.of()
        : effects(
            client.names(),
            client.address(),
            target.host(),
            target.address().get(),
            target.port(),
            there,
            now);
  }

  /**
   * What stands between two addresses.
   *
   * @param from every name of the end that connects
   * @param host the name by which it looked up the other end
   */
  ImmutableSet<PathEffect> effects(
      ImmutableSet<String> from,
      IpAddress source,
      String host,
      IpAddress address,
      int port,
      ImmutableList<Host> there,
      Instant now) {
    if (topology.paths().isEmpty()) {
      return ImmutableSet.of();
    }
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    names.add(host);
    serviceNames.tenantAt(host).ifPresent(t -> names.add(t.name().ascii()));
    there.forEach(h -> names.addAll(h.names()));
    ImmutableSet<String> toNames = names.build();
    ImmutableSet.Builder<PathEffect> effects = ImmutableSet.builder();
    for (PathRule rule : topology.paths()) {
      boolean applies =
          rule.from().covers(from, source)
              && rule.to().covers(toNames, address)
              && (rule.port().isEmpty() || rule.port().getAsInt() == port)
              && rule.during().map(p -> p.contains(now)).orElse(true);
      if (applies) {
        effects.add(rule.effect());
      }
    }
    return effects.build();
  }
}
