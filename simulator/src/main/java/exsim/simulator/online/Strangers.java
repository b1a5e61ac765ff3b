package exsim.simulator.online;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.external.Device;
import exsim.model.net.IpAddress;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.Organization;
import exsim.model.topology.Topology;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What Exchange Online can tell of those who connect to it. */
public final class Strangers {
  private final ImmutableSet<String> devices;
  private final ImmutableMap<IpAddress, ExchangeVersion> servers;

  private Strangers(
      ImmutableSet<String> devices, ImmutableMap<IpAddress, ExchangeVersion> servers) {
    this.devices = devices;
    this.servers = servers;
  }

  /** The devices and the Exchange servers of a topology. */
  public static Strangers of(Topology topology) {
    Map<IpAddress, ExchangeVersion> servers = new LinkedHashMap<>();
    for (Organization organization : topology.organizations()) {
      for (ExchangeServer server : organization.servers()) {
        server.addresses().forEach(a -> servers.putIfAbsent(a, server.version()));
      }
    }
    return new Strangers(
        topology.devices().stream().map(Device::name).collect(ImmutableSet.toImmutableSet()),
        ImmutableMap.copyOf(servers));
  }

  /** Whether a system is a device or an application. */
  boolean isDevice(String system) {
    return devices.contains(system);
  }

  /** The version of Exchange at an address. */
  Optional<ExchangeVersion> exchangeAt(IpAddress address) {
    return Optional.ofNullable(servers.get(address));
  }
}
