package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.NearName;
import exsim.scenarios.exchange.OrganizationFacts;
import exsim.scenarios.exchange.ServerFacts;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the organization or tenant that a cmdlet runs in.
 *
 * @param document the whole scenario
 * @param on its name, or that of the server where the cmdlet is typed; empty where only one has the
 *     cmdlet
 * @param onOption how `on` is written where the cmdlet is typed
 * @param at where faults are reported
 * @param findings takes them
 */
record Owners(Located.Obj document, String on, String onOption, Spot at, Findings findings) {
  /** The one that is meant and that has a cmdlet; otherwise why not is reported. */
  Optional<Owner> having(Cmdlet cmdlet) {
    ImmutableList<Owner> all =
        ImmutableList.<Owner>builder().addAll(of(false)).addAll(of(true)).build();
    ImmutableList<Owner> meant = meant(cmdlet, all);
    if (meant.isEmpty()) {
      return nobody(cmdlet, all);
    }
    Optional<Owner> owner = meant.stream().filter(o -> cmdlet.existsIn(o.online())).findFirst();
    if (owner.isEmpty()) {
      return refuse(
          meant.get(0).side() + " has no " + cmdlet,
          "run it on " + (meant.get(0).online() ? "an organization" : "a tenant"));
    }
    if (on.isEmpty() && meant.size() > 1) {
      String names = meant.stream().map(Owner::name).collect(Collectors.joining(", "));
      return refuse(
          "more than one organization or tenant has " + cmdlet + ": " + names,
          "say which with `" + onOption + "`");
    }
    return owner;
  }

  private ImmutableList<Owner> meant(Cmdlet cmdlet, ImmutableList<Owner> all) {
    ImmutableList<Owner> named =
        all.stream()
            .filter(
                o ->
                    on.isEmpty()
                        ? cmdlet.existsIn(o.online())
                        : Ascii.equalsIgnoreCase(o.name(), on))
            .collect(ImmutableList.toImmutableList());
    return named.isEmpty()
        ? all.stream()
            .flatMap(o -> o.facts().server(on).stream().map(o::typedOn))
            .collect(ImmutableList.toImmutableList())
        : named;
  }

  private Optional<Owner> nobody(Cmdlet cmdlet, ImmutableList<Owner> all) {
    if (on.isEmpty()) {
      return refuse("nothing in the scenario has " + cmdlet, "");
    }
    ImmutableList<String> names =
        all.stream()
            .flatMap(
                o ->
                    Stream.concat(
                        Stream.of(o.name()), o.facts().servers().stream().map(ServerFacts::name)))
            .collect(ImmutableList.toImmutableList());
    return refuse(
        "there is no organization, server or tenant `" + on + "`",
        NearName.questionOrAll(on, names));
  }

  private ImmutableList<Owner> of(boolean online) {
    ImmutableList<Located> items = Documents.items(document, Owner.section(online));
    ImmutableList.Builder<Owner> owners = ImmutableList.builder();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Located.Obj object) {
        OrganizationFacts facts = online ? OrganizationFacts.ONLINE : OrganizationFacts.of(object);
        owners.add(new Owner(online, i, object, facts, Optional.empty()));
      }
    }
    return owners.build();
  }

  private <T> Optional<T> refuse(String what, String help) {
    findings.problems().add(at, what, help);
    return Optional.empty();
  }
}
