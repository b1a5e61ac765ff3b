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

  private static Topology topology(Scenario scenario, Instant now) {
    return scenario.world().epochs().get(scenario.world().epochAt(now)).topology();
  }

  /**
   * A name as the scenario spells it.
   *
   * @throws InvalidValueException if there is no such organization, tenant, server, device or mail
   *     system
   */
  static String spelled(Scenario scenario, Instant now, String name) {
    Topology topology = topology(scenario, now);
    ImmutableList.Builder<String> names = ImmutableList.builder();
    for (Organization organization : topology.organizations()) {
      names.add(organization.name());
      organization.servers().forEach(s -> names.add(s.name()));
    }
    topology.tenants().forEach(t -> names.add(t.name().ascii()));
    elsewhere(topology).forEach(names::add);
    ImmutableList<String> all = names.build();
    return all.stream()
        .filter(n -> Ascii.equalsIgnoreCase(n, name))
        .findFirst()
        .orElseThrow(() -> new InvalidValueException(unknown(name, all)));
  }

  private static String unknown(String name, ImmutableList<String> all) {
    String help = Suggestion.help(name, all);
    return "there is no organization, tenant, server, device or mail system `"
        + name
        + "`"
        + (help.isEmpty() ? "" : "; " + help);
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
