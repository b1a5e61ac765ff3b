package exsim.scenarios.format;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import java.util.Optional;

/** Where the cmdlets of timeline entries run. */
final class Systems {
  private Systems() {}

  /** The only organization or tenant; where there are several, that is reported. */
  static Optional<String> only(Located.Obj document, Spot entry, Findings findings) {
    ImmutableList<String> systems = systems(document);
    if (systems.size() != 1) {
      findings
          .problems()
          .add(
              entry,
              "the entry does not say on which organization or tenant its cmdlets run",
              systems.isEmpty()
                  ? "there is none in the scenario"
                  : "state `on`, one of `" + String.join("`, `", systems) + "`");
      return Optional.empty();
    }
    return Optional.of(systems.get(0));
  }

  private static ImmutableList<String> systems(Located.Obj document) {
    ImmutableList.Builder<String> names = ImmutableList.builder();
    for (String section : new String[] {"onPremises", "exchangeOnline"}) {
      for (Located system : Trees.items(document, section)) {
        Trees.text(system, "name").ifPresent(names::add);
      }
    }
    return names.build();
  }
}
