package exsim.scenarios.shell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.InvalidValueException;
import exsim.model.external.Device;
import exsim.model.external.MailSystem;
import exsim.model.net.IpAddress;
import exsim.model.onprem.Organization;
import exsim.model.topology.Topology;
import exsim.scenarios.format.Callers;
import exsim.scenarios.format.Scenario;
import exsim.scenarios.json.Suggestion;
import exsim.simulator.delivery.Telnet;
import java.time.Instant;
import java.util.stream.Stream;

/** Where somebody can sit: at what the scenario has, or somewhere on the Internet. */
final class Places {
  /** A machine that belongs to nobody in the scenario: a documentation range (RFC 5737). */
  private static final IpAddress OUTSIDE = IpAddress.parse("203.0.113.250");

  private Places() {}

  /** What there is at an instant. */
  static Topology topology(Scenario scenario, Instant now) {
    return scenario.world().epochs().get(scenario.world().epochAt(now)).topology();
  }

  /**
   * A name as the scenario spells it.
   *
   * @throws InvalidValueException if there is no such organization, tenant, server, device or mail
   *     system
   */
  static String spelled(Scenario scenario, Instant now, String name) {
    ImmutableList<String> all = all(scenario, now);
    return all.stream()
        .filter(n -> Ascii.equalsIgnoreCase(n, name))
        .findFirst()
        .orElseThrow(() -> new InvalidValueException(unknown(name, all)));
  }

  /** Every organization, server, tenant, device and mail system, as the scenario spells them. */
  static ImmutableList<String> all(Scenario scenario, Instant now) {
    Topology topology = topology(scenario, now);
    ImmutableList.Builder<String> names = ImmutableList.builder();
    for (Organization organization : topology.organizations()) {
      names.add(organization.name());
      organization.servers().forEach(s -> names.add(s.name()));
    }
    topology.tenants().forEach(t -> names.add(t.name().ascii()));
    elsewhere(topology).forEach(names::add);
    return names.build();
  }

  private static String unknown(String name, ImmutableList<String> all) {
    String help = Suggestion.help(name, all);
    return "there is no organization, tenant, server, device or mail system `"
        + name
        + "`"
        + (help.isEmpty() ? "" : "; " + help);
  }

  /** The names of hosts that somebody may connect to. */
  static ImmutableList<String> hosts(Scenario scenario, Instant now) {
    Topology topology = topology(scenario, now);
    ImmutableSet.Builder<String> hosts = ImmutableSet.builder();
    topology.organizations().stream()
        .flatMap(o -> o.servers().stream())
        .forEach(s -> hosts.add(s.fqdn().ascii()));
    topology.mailSystems().stream()
        .flatMap(m -> m.hosts().stream())
        .forEach(h -> hosts.add(h.fqdn().ascii()));
    topology.devices().forEach(d -> hosts.add(d.smtpHost().host()));
    return hosts.build().asList();
  }

  /** Who connects from a place: a server, a device or a mail system; from outside if empty. */
  static Telnet.Caller caller(Scenario scenario, Instant now, String place) {
    return Callers.named(place, topology(scenario, now))
        .orElse(new Telnet.Caller(OUTSIDE.toString(), ImmutableSet.of(), OUTSIDE));
  }

  /** Whether cmdlets cannot be typed there: a device or a mail system. */
  static boolean isElsewhere(Scenario scenario, Instant now, String name) {
    Topology topology = topology(scenario, now);
    return elsewhere(topology).anyMatch(n -> Ascii.equalsIgnoreCase(n, name));
  }

  private static Stream<String> elsewhere(Topology topology) {
    return Stream.concat(
        topology.devices().stream().map(Device::name),
        topology.mailSystems().stream().map(MailSystem::name));
  }
}
