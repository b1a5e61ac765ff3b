package exsim.scenarios.change;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.format.Reading;
import exsim.scenarios.format.Scenario;
import exsim.scenarios.format.ScenarioReader;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problem;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Spot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A scenario as it would be after some cmdlets, typed when it starts. */
public final class Proposal {
  private Proposal() {}

  /**
   * Reads a scenario and changes it.
   *
   * @param file the scenario, which can be used as it stands
   * @param commands the cmdlets, in order
   * @param on where they are typed; empty where there is one organization or tenant only
   */
  public static Reading read(Path file, List<String> commands, Optional<String> on) {
    Problems problems = new Problems();
    Optional<Located.Obj> document = ScenarioReader.document(file, problems);
    Reading plain = ScenarioReader.read(file);
    if (document.isEmpty() || plain.scenario().isEmpty()) {
      return plain;
    }
    Reading reading =
        ScenarioReader.of(
            file.toString(),
            changed(document.get(), plain.scenario().get(), commands, on),
            Optional.ofNullable(file.getParent()).orElse(Path.of("")));
    return new Reading(
        reading.scenario(),
        reading.problems().stream().map(Proposal::plain).collect(ImmutableList.toImmutableList()),
        reading.warnings().stream()
            .filter(w -> !plain.warnings().contains(w))
            .collect(ImmutableList.toImmutableList()),
        reading.imported());
  }

  private static Located.Obj changed(
      Located.Obj document, Scenario scenario, List<String> commands, Optional<String> on) {
    ImmutableList.Builder<Located> timeline = ImmutableList.builder();
    for (int i = 0; i < commands.size(); i++) {
      Spot spot = Spot.ofFile("--do").at("/" + (i + 1));
      Located.Obj entry =
          new Located.Obj(spot, ImmutableList.of())
              .with("at", new Located.Text(spot, scenario.clock().toString()))
              .with("run", new Located.Text(spot, commands.get(i)));
      timeline.add(on.map(o -> entry.with("on", new Located.Text(spot, o))).orElse(entry));
    }
    Spot spot = Spot.ofFile("--do").at("/timeline");
    document
        .member("timeline")
        .map(Located.Member::value)
        .ifPresent(
            v -> {
              if (v instanceof Located.Arr array) {
                timeline.addAll(array.items());
              } else {
                timeline.add(v);
              }
            });
    return document.with("timeline", new Located.Arr(spot, timeline.build()));
  }

  /** What a timeline says of its entries is said of the cmdlet. */
  private static Problem plain(Problem problem) {
    return new Problem(
        problem.spot(), problem.what().replaceFirst("^after this entry: ", ""), problem.help());
  }
}
