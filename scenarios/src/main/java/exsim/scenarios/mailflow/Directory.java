package exsim.scenarios.mailflow;

import exsim.model.dns.DnsRecord;
import exsim.model.mail.DomainName;
import exsim.model.online.Tenant;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.Organization;
import exsim.model.topology.Topology;
import exsim.model.topology.World;
import exsim.simulator.dns.Resolver;
import exsim.simulator.online.ServiceNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who is in a world, and what is published there, at an instant. */
final class Directory {
  private final World world;
  private final Map<Integer, Epoch> epochs = new HashMap<>();

  Directory(World world) {
    this.world = world;
  }

  private record Epoch(
      Map<String, Tenant> tenants, Map<Member, ExchangeServer> servers, Resolver resolver) {
    static Epoch of(Topology topology) {
      Map<String, Tenant> tenants = new HashMap<>();
      topology.tenants().forEach(t -> tenants.put(t.name().ascii(), t));
      Map<Member, ExchangeServer> servers = new HashMap<>();
      for (Organization organization : topology.organizations()) {
        organization
            .servers()
            .forEach(s -> servers.put(new Member(organization.name(), s.name()), s));
      }
      return new Epoch(
          tenants, servers, new Resolver(topology.zone(), new ServiceNames(topology.tenants())));
    }
  }

  private record Member(String organization, String server) {}

  /** The instant after which nothing happens. */
  Instant end() {
    return world.end();
  }

  /** The topology at an instant. */
  Topology topology(Instant at) {
    return world.epochs().get(world.epochAt(at)).topology();
  }

  /** The tenant of a name. */
  Optional<Tenant> tenant(String name, Instant at) {
    return Optional.ofNullable(epoch(world.epochAt(at)).tenants().get(name));
  }

  /** The Exchange server of a name. */
  Optional<ExchangeServer> server(String organization, String name, Instant at) {
    return Optional.ofNullable(
        epoch(world.epochAt(at)).servers().get(new Member(organization, name)));
  }

  /** The MX hosts of a domain, the preferred one first; one line for each change, in order. */
  List<String> mxHistory(DomainName domain) {
    List<String> history = new ArrayList<>();
    for (int i = 0; i <= world.epochAt(world.end()); i++) {
      String hosts =
          epoch(i).resolver().mx(domain).items().stream()
              .map(DnsRecord.Mx::exchange)
              .map(DomainName::ascii)
              .collect(Collectors.joining(" "));
      if (history.isEmpty() || !history.get(history.size() - 1).equals(hosts)) {
        history.add(hosts);
      }
    }
    return history;
  }

  private Epoch epoch(int index) {
    return epochs.computeIfAbsent(index, i -> Epoch.of(world.epochs().get(i).topology()));
  }
}
