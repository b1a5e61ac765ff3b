package exsim.simulator.delivery;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import exsim.model.mail.DomainName;
import exsim.model.net.IpAddress;
import exsim.simulator.online.OnlineHost;
import exsim.simulator.route.Host;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds what can be connected to. */
final class Doors {
  private static final int PORT_MAX = 65535;

  private Doors() {}

  /** The doors of a network: those of one host together, the ports in order. */
  static ImmutableList<Door> of(Network network) {
    SetMultimap<IpAddress, String> names = LinkedHashMultimap.create();
    for (DomainName name : network.names()) {
      network.resolver().addresses(name).items().forEach(a -> names.put(a, name.ascii()));
    }
    Set<Door> doors = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    for (IpAddress address : network.addresses()) {
      ImmutableList<Host> hosts = network.hostsAt(address);
      if (!names.containsKey(address)) {
        if (hosts.stream().allMatch(h -> h instanceof OnlineHost)) {
          continue; // an address of the service that no name of the scenario leads to
        }
        hosts.forEach(h -> names.putAll(address, named(h)));
      }
      if (!names.containsKey(address)) {
        names.put(address, address.toString());
      }
      for (int port : ports(hosts, address)) {
        for (String name : names.get(address)) {
          if (seen.add(name + ":" + port)) {
            doors.add(new Door(name, address, port));
          }
        }
      }
    }
    return ImmutableList.copyOf(doors);
  }

  private static ImmutableList<String> named(Host host) {
    return host.names().stream()
        .filter(name -> name.indexOf('.') > 0)
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<Integer> ports(ImmutableList<Host> hosts, IpAddress address) {
    ImmutableList.Builder<Integer> ports = ImmutableList.builder();
    for (int port = 1; port <= PORT_MAX; port++) {
      for (Host host : hosts) {
        if (host.listensOn(address, port)) {
          ports.add(port);
          break;
        }
      }
    }
    return ports.build();
  }
}
