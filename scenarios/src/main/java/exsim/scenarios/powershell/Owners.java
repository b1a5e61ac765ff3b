package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.NearName;
import exsim.scenarios.exchange.OrganizationFacts;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import java.util.Optional;

/**
 * Finds the organization or tenant that a cmdlet runs in.
 *
 * @param document the whole scenario
 * @param on its name; empty where only one has the cmdlet
 * @param at where faults are reported
 * @param findings takes them
 */
record Owners(Located.Obj document, String on, Spot at, Findings findings) {
  /** The one that is meant and that has a cmdlet; otherwise why not is reported. */
  Optional<Owner> having(Cmdlet cmdlet) {
    ImmutableList<Owner> all =
        ImmutableList.<Owner>builder().addAll(of(false)).addAll(of(true)).build();
    ImmutableList<Owner> meant =
        all.stream()
            .filter(
                o ->
                    on.isEmpty()
                        ? cmdlet.existsIn(o.online())
                        : Ascii.equalsIgnoreCase(o.name(), on))
            .collect(ImmutableList.toImmutableList());
    if (meant.isEmpty()) {
      ImmutableList<String> names =
          all.stream().map(Owner::name).collect(ImmutableList.toImmutableList());
      return refuse(
          on.isEmpty()
              ? "nothing in the scenario has " + cmdlet
              : "there is no organization or tenant `" + on + "`",
          on.isEmpty() ? "" : NearName.questionOrAll(on, names));
    }
    Optional<Owner> owner = meant.stream().filter(o -> cmdlet.existsIn(o.online())).findFirst();
    if (owner.isEmpty()) {
      return refuse(
          meant.get(0).side() + " has no " + cmdlet,
          "run it on " + (meant.get(0).online() ? "an organization" : "a tenant"));
    }
    if (on.isEmpty() && meant.size() > 1) {
      return refuse("more than one organization or tenant has " + cmdlet, "say which with `on`");
    }
    return owner;
  }

  private ImmutableList<Owner> of(boolean online) {
    ImmutableList<Located> items = Documents.items(document, Owner.section(online));
    ImmutableList.Builder<Owner> owners = ImmutableList.builder();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Located.Obj object) {
        OrganizationFacts facts = online ? OrganizationFacts.ONLINE : OrganizationFacts.of(object);
        owners.add(new Owner(online, i, object, facts));
      }
    }
    return owners.build();
  }

  private <T> Optional<T> refuse(String what, String help) {
    findings.problems().add(at, what, help);
    return Optional.empty();
  }
}
