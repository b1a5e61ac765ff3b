package exsim.scenarios.shell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.InvalidValueException;
import exsim.model.net.IpAddress;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.Organization;
import exsim.model.topology.Topology;
import exsim.scenarios.format.Scenario;
import exsim.scenarios.json.Suggestion;
import exsim.simulator.delivery.Telnet;
import java.time.Instant;

/** Where somebody can sit: at a server, or somewhere on the Internet. */
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
   * @throws InvalidValueException if there is no such organization, tenant or server
   */
  static String spelled(Scenario scenario, Instant now, String name) {
    Topology topology = topology(scenario, now);
    ImmutableList.Builder<String> names = ImmutableList.builder();
    for (Organization organization : topology.organizations()) {
      names.add(organization.name());
      organization.servers().forEach(s -> names.add(s.name()));
    }
    topology.tenants().forEach(t -> names.add(t.name().ascii()));
    ImmutableList<String> all = names.build();
    return all.stream()
        .filter(n -> Ascii.equalsIgnoreCase(n, name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValueException(
                    "there is no organization, tenant or server `"
                        + name
                        + "`; "
                        + Suggestion.help(name, all)));
  }

  /** Who connects from where cmdlets are typed. */
  static Telnet.Caller caller(Scenario scenario, Instant now, String on) {
    for (Organization organization : topology(scenario, now).organizations()) {
      for (ExchangeServer server : organization.servers()) {
        if (Ascii.equalsIgnoreCase(server.name(), on)) {
          return new Telnet.Caller(
              organization.name(),
              ImmutableSet.of(Ascii.toLowerCase(server.name()), server.fqdn().ascii()),
              server.addresses().get(0));
        }
      }
    }
    return new Telnet.Caller(OUTSIDE.toString(), ImmutableSet.of(), OUTSIDE);
  }
}
