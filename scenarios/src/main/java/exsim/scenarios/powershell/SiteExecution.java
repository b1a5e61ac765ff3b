package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.NearName;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out {@code Set-ADSite}: a scenario lists the hub sites, and nothing else of sites. */
final class SiteExecution {
  private static final String KEY = "hubSites";

  private final Owner owner;
  private final Spot at;
  private final Findings findings;

  SiteExecution(Owner owner, Spot at, Findings findings) {
    this.owner = owner;
    this.at = at;
    this.findings = findings;
  }

  /** The owner afterwards; empty when something is wrong, which is reported. */
  Optional<Located.Obj> run(BoundCall call) {
    if (call.cmdlet().verb() == Cmdlet.Verb.GET) {
      return Optional.of(owner.object());
    }
    Optional<String> site = site(call);
    Optional<Located.Obj> typed =
        new ObjectEdit(at, findings).apply(new Located.Obj(at, ImmutableList.of()), call);
    if (site.isEmpty() || typed.isEmpty()) {
      return Optional.empty();
    }
    Optional<Located.Member> hub = typed.get().member("HubSiteEnabled");
    return Optional.of(
        hub.map(m -> withHub(site.get(), m.value() instanceof Located.Bool on && on.value()))
            .orElse(owner.object()));
  }

  private Optional<String> site(BoundCall call) {
    Optional<String> identity = call.text("Identity");
    if (identity.isEmpty()) {
      findings.problems().add(at, call.cmdlet() + " needs -Identity", "name the site");
      return identity;
    }
    ImmutableSet.Builder<String> sites = ImmutableSet.builder();
    owner.servers().forEach(server -> Documents.text(server, "site").ifPresent(sites::add));
    ImmutableSet<String> known = sites.build();
    Optional<String> found =
        known.stream().filter(s -> Ascii.equalsIgnoreCase(s, identity.get())).findFirst();
    if (found.isEmpty()) {
      findings
          .problems()
          .add(
              at,
              "no server is in the site `" + identity.get() + "`",
              NearName.questionOrAll(identity.get(), known));
    }
    return found;
  }

  private Located.Obj withHub(String site, boolean hub) {
    List<Located> sites = new ArrayList<>(Documents.items(owner.object(), KEY));
    sites.removeIf(
        item -> item instanceof Located.Text text && Ascii.equalsIgnoreCase(text.text(), site));
    if (hub) {
      sites.add(new Located.Text(at, site));
    }
    return owner.object().with(KEY, new Located.Arr(at, ImmutableList.copyOf(sites)));
  }
}
