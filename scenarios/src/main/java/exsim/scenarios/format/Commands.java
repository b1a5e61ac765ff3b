package exsim.scenarios.format;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import exsim.scenarios.json.Suggestion;
import exsim.scenarios.powershell.Cmdlets;
import java.util.Optional;

/** Runs the cmdlets of timeline entries. */
final class Commands {
  private Commands() {}

  /** The only organization or tenant; where there are several, that is reported. */
  static Optional<String> onlySystem(Located.Obj document, Spot entry, Findings findings) {
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

  /** The document after a cmdlet; the same one where that cannot run, which is reported. */
  static Located.Obj apply(
      Located.Obj document, String on, Located.Text command, Findings findings) {
    ImmutableList<String> systems = systems(document);
    Optional<String> system =
        systems.stream().filter(s -> Ascii.equalsIgnoreCase(s, on)).findFirst();
    if (system.isEmpty()) {
      findings
          .problems()
          .add(
              command.spot(),
              "there is no organization or tenant `" + on + "`",
              Suggestion.help(on, systems));
      return document;
    }
    return Cmdlets.apply(document, system.get(), command.text(), command.spot(), findings);
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
