package exsim.scenarios.lab;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.InvalidValueException;
import exsim.model.external.Device;
import exsim.model.external.MailHost;
import exsim.model.external.MailSystem;
import exsim.model.net.IpAddress;
import exsim.model.online.Tenant;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.Organization;
import exsim.model.topology.Topology;
import exsim.scenarios.json.Suggestion;
import exsim.simulator.delivery.Telnet;
import exsim.simulator.online.ServiceNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who a client from outside may count as. */
final class Callers {
  /** A machine that belongs to nobody in the scenario: a documentation range (RFC 5737). */
  static final Telnet.Caller STRANGER = stranger(IpAddress.parse("203.0.113.250"));

  private final Map<String, Telnet.Caller> byName = new LinkedHashMap<>();

  /** All that send in a topology. */
  Callers(Topology topology) {
    for (Organization organization : topology.organizations()) {
      for (ExchangeServer server : organization.servers()) {
        ImmutableSet<String> names =
            ImmutableSet.of(
                Ascii.toLowerCase(organization.name()),
                Ascii.toLowerCase(server.name()),
                server.fqdn().ascii());
        server.addresses().stream()
            .findFirst()
            .ifPresent(
                address -> {
                  add(server.name(), organization.name(), names, address);
                  add(organization.name(), organization.name(), names, address);
                });
      }
    }
    for (Tenant tenant : topology.tenants()) {
      String name = tenant.name().ascii();
      add(name, name, ImmutableSet.of(name, "exchange online"), ServiceNames.EGRESS_ADDRESS);
    }
    for (MailSystem system : topology.mailSystems()) {
      for (MailHost host : system.hosts()) {
        ImmutableSet<String> names =
            ImmutableSet.of(Ascii.toLowerCase(system.name()), host.fqdn().ascii());
        host.addresses().stream()
            .findFirst()
            .ifPresent(address -> add(system.name(), system.name(), names, address));
      }
    }
    for (Device device : topology.devices()) {
      add(
          device.name(),
          device.name(),
          ImmutableSet.of(Ascii.toLowerCase(device.name())),
          device.address());
    }
  }

  private void add(String name, String system, ImmutableSet<String> names, IpAddress address) {
    byName.putIfAbsent(Ascii.toLowerCase(name), new Telnet.Caller(system, names, address));
  }

  private static Telnet.Caller stranger(IpAddress address) {
    return new Telnet.Caller(address.toString(), ImmutableSet.of(), address);
  }

  /**
   * The sender of a name, or at an address.
   *
   * @throws InvalidValueException if it is neither
   */
  Telnet.Caller named(String name) {
    Telnet.Caller found = byName.get(Ascii.toLowerCase(name));
    if (found != null) {
      return found;
    }
    if (IpAddress.isLiteral(name)) {
      IpAddress address = IpAddress.parse(name);
      return at(address).orElseGet(() -> stranger(address));
    }
    String help = Suggestion.help(name, byName.keySet());
    throw new InvalidValueException(
        "nobody who sends is called `" + name + "`" + (help.isEmpty() ? "" : "; " + help));
  }

  /** The sender at an address. */
  private Optional<Telnet.Caller> at(IpAddress address) {
    return all().stream().filter(c -> c.address().equals(address)).findFirst();
  }

  /** Every sender, once. */
  ImmutableList<Telnet.Caller> all() {
    return byName.values().stream().distinct().collect(ImmutableList.toImmutableList());
  }
}
