package exsim.scenarios.format;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import exsim.model.external.Device;
import exsim.model.external.MailSystem;
import exsim.model.onprem.ExchangeServer;
import exsim.model.topology.Topology;
import exsim.simulator.delivery.Telnet;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where somebody can sit and type: at a server, a device or a mail system, by its first address.
 */
public final class Callers {
  private Callers() {}

  /** Who types at something of this name; empty where nothing with an address has it. */
  public static Optional<Telnet.Caller> named(String name, Topology topology) {
    return callers(topology).filter(c -> c.names().contains(Ascii.toLowerCase(name))).findFirst();
  }

  private static Stream<Telnet.Caller> callers(Topology topology) {
    Stream<Telnet.Caller> servers =
        topology.organizations().stream()
            .flatMap(o -> o.servers().stream().map(s -> server(o.name(), s)));
    Stream<Telnet.Caller> devices = topology.devices().stream().map(Callers::device);
    Stream<Telnet.Caller> systems =
        topology.mailSystems().stream().flatMap(s -> mailSystem(s).stream());
    return Stream.concat(servers, Stream.concat(devices, systems));
  }

  private static Telnet.Caller server(String organization, ExchangeServer server) {
    return new Telnet.Caller(
        organization,
        ImmutableSet.of(Ascii.toLowerCase(server.name()), server.fqdn().ascii()),
        server.addresses().get(0));
  }

  private static Telnet.Caller device(Device device) {
    return new Telnet.Caller(
        device.name(), ImmutableSet.of(Ascii.toLowerCase(device.name())), device.address());
  }

  private static Optional<Telnet.Caller> mailSystem(MailSystem system) {
    return system.hosts().stream()
        .flatMap(h -> h.addresses().stream())
        .findFirst()
        .map(
            a ->
                new Telnet.Caller(
                    system.name(), ImmutableSet.of(Ascii.toLowerCase(system.name())), a));
  }
}
