package exsim.simulator.online;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.external.Device;
import exsim.model.external.MailSystem;
import exsim.model.mail.HeaderField;
import exsim.model.net.IpAddress;
import exsim.model.online.TransportRule;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.Organization;
import exsim.model.topology.Topology;
import exsim.simulator.route.Envelope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What Exchange Online can tell of those who connect to it. */
public final class Strangers {
  private final ImmutableSet<String> devices;
  private final ImmutableMap<IpAddress, ExchangeVersion> servers;
  private final ImmutableMap<String, ImmutableList<HeaderField>> headers;

  private Strangers(
      ImmutableSet<String> devices,
      ImmutableMap<IpAddress, ExchangeVersion> servers,
      ImmutableMap<String, ImmutableList<HeaderField>> headers) {
    this.devices = devices;
    this.servers = servers;
    this.headers = headers;
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
        ImmutableMap.copyOf(servers),
        topology.mailSystems().stream()
            .filter(m -> !m.addsHeaders().isEmpty())
            .collect(ImmutableMap.toImmutableMap(MailSystem::name, MailSystem::addsHeaders)));
  }

  /** Whether a message carries a header with one of some words, from a system it has passed. */
  boolean carries(Envelope envelope, TransportRule.HeaderWords wanted) {
    return envelope.received().stream()
        .map(r -> headers.getOrDefault(r.system(), ImmutableList.of()))
        .anyMatch(added -> added.stream().anyMatch(field -> matches(field, wanted)));
  }

  private static boolean matches(HeaderField field, TransportRule.HeaderWords wanted) {
    String value = Ascii.toLowerCase(field.value());
    return Ascii.equalsIgnoreCase(field.name(), wanted.header())
        && wanted.words().stream().anyMatch(w -> value.contains(Ascii.toLowerCase(w)));
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
