package exsim.scenarios.format;

import com.google.common.collect.ImmutableList;
import exsim.model.topology.World;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.json.Located;
import java.util.Optional;

/** A scenario with other documents behind its epochs. */
public final class Variant {
  private Variant() {}

  /**
   * The world of a scenario whose documents are replaced.
   *
   * @param documents one for each epoch; one that is the scenario's own is not decoded again
   * @return empty when a document has a fault, or names no origin of one of the messages
   */
  public static Optional<World> of(Scenario scenario, ImmutableList<Located.Obj> documents) {
    ImmutableList.Builder<World.Epoch> epochs = ImmutableList.builder();
    Findings findings = Findings.of(scenario.file());
    for (int i = 0; i < documents.size(); i++) {
      World.Epoch epoch = scenario.world().epochs().get(i);
      if (documents.get(i) == scenario.documents().get(i)) {
        epochs.add(epoch);
        continue;
      }
      TopologyDecoder.Draft draft =
          TopologyDecoder.decode(documents.get(i), new Moments(scenario.clock()), findings);
      boolean sound =
          findings.problems().isEmpty()
              && scenario.world().messages().stream()
                  .allMatch(m -> draft.names().thing(m.origin()).isPresent());
      if (!sound) {
        return Optional.empty();
      }
      epochs.add(new World.Epoch(epoch.from(), draft.topology()));
    }
    return Optional.of(
        new World(epochs.build(), scenario.world().messages(), scenario.world().end()));
  }
}
