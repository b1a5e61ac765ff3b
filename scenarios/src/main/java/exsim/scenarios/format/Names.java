package exsim.scenarios.format;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.net.IpAddress;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Spot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a scenario calls things, and which addresses they have; each is somebody's alone. */
final class Names {
  private record Named(String name, Spot spot, boolean system) {}

  private record Owner(String system, Spot spot) {}

  private final Problems problems;
  private final Map<String, Named> named = new LinkedHashMap<>();
  private final Map<IpAddress, Owner> owners = new HashMap<>();
  private final Set<String> hosts = new HashSet<>();

  Names(Problems problems) {
    this.problems = problems;
  }

  /** Names an organization, tenant, mail system or device. */
  void system(String name, Spot spot) {
    add(new Named(name, spot, true));
  }

  /** Names a server. */
  void server(String name, Spot spot) {
    add(new Named(name, spot, false));
  }

  private void add(Named thing) {
    Named first = named.putIfAbsent(Ascii.toLowerCase(thing.name), thing);
    if (first != null) {
      problems.add(
          thing.spot,
          "`" + thing.name + "` is the name of two things",
          "give one another name; the first is in line " + first.spot.line());
    }
  }

  /** Takes over the names of another epoch. */
  void addAll(Names other) {
    other.named.forEach(named::putIfAbsent);
  }

  /** Gives a system an address. */
  void address(String system, IpAddress address, Spot spot) {
    Owner first = owners.putIfAbsent(address, new Owner(system, spot));
    if (first != null && !first.system.equals(system)) {
      problems.add(
          spot,
          "`" + address + "` is an address of `" + first.system + "` and of `" + system + "`",
          "an address belongs to one system; the first is in line " + first.spot.line());
    }
  }

  /** Makes a host's name known. */
  void host(DomainName name) {
    hosts.add(name.ascii());
  }

  /** Whether a host has the name. */
  boolean isHost(String name) {
    return hosts.contains(Ascii.toLowerCase(name));
  }

  /** A system or server, spelled as the scenario spells it where it is named. */
  Optional<String> thing(String name) {
    return Optional.ofNullable(named.get(Ascii.toLowerCase(name))).map(Named::name);
  }

  /** A system, spelled as the scenario spells it where it is named. */
  Optional<String> system(String name) {
    return Optional.ofNullable(named.get(Ascii.toLowerCase(name)))
        .filter(Named::system)
        .map(Named::name);
  }

  ImmutableList<String> things() {
    return named.values().stream().map(Named::name).collect(ImmutableList.toImmutableList());
  }

  ImmutableList<String> systems() {
    return named.values().stream()
        .filter(Named::system)
        .map(Named::name)
        .collect(ImmutableList.toImmutableList());
  }
}
