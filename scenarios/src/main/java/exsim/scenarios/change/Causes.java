package exsim.scenarios.change;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.topology.World;
import exsim.scenarios.format.Scenario;
import exsim.scenarios.format.Variant;
import exsim.scenarios.json.Located;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Simulation;
import exsim.simulator.difference.JourneyComparison;
import exsim.simulator.difference.JourneyDifference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the settings that differ make a journey differ: they are taken back one by one, as long
 * as the journey stays as it is in the new world.
 */
final class Causes {
  /** Beyond this many settings none is tried. */
  static final int TRIED_MAX = 32;

  private final Scenario before;
  private final Scenario after;
  private final ImmutableList<ImmutableMap<String, SettingChange>> byEpoch;
  private final ImmutableMap<String, SettingChange> settings;
  private final JourneyComparison comparison;

  /** Worlds in which some settings, by place, are taken back; empty where they are faulty. */
  private final Map<ImmutableSet<String>, Optional<Simulation>> without = new HashMap<>();

  /**
   * Finds causes.
   *
   * @param byEpoch what differs in each epoch, by place
   */
  Causes(
      Scenario before,
      Scenario after,
      ImmutableList<ImmutableMap<String, SettingChange>> byEpoch,
      JourneyComparison comparison) {
    this.before = before;
    this.after = after;
    this.byEpoch = byEpoch;
    this.comparison = comparison;
    Map<String, SettingChange> all = new LinkedHashMap<>();
    byEpoch.forEach(epoch -> epoch.forEach(all::putIfAbsent));
    this.settings = effective(all);
  }

  /** What differs in any epoch, each place once. */
  ImmutableList<SettingChange> settings() {
    return settings.values().asList();
  }

  /** The settings that together make a journey differ; empty when there are too many to try. */
  ImmutableList<SettingChange> of(JourneyDifference difference) {
    if (settings.size() <= 1 || settings.size() > TRIED_MAX) {
      return settings.size() > 1 ? ImmutableList.of() : settings();
    }
    Set<String> takenBack = new LinkedHashSet<>();
    for (String place : settings.keySet().asList().reverse()) {
      takenBack.add(place);
      if (!stays(difference, ImmutableSet.copyOf(takenBack))) {
        takenBack.remove(place);
      }
    }
    return settings.values().stream()
        .filter(s -> !takenBack.contains(s.where()))
        .collect(ImmutableList.toImmutableList());
  }

  private boolean stays(JourneyDifference difference, ImmutableSet<String> takenBack) {
    Optional<Simulation> simulation =
        without.computeIfAbsent(takenBack, t -> world(t).map(Simulation::new));
    if (simulation.isEmpty()) {
      return false;
    }
    boolean known =
        simulation.get().knows(difference.message().origin(), difference.message().at());
    if (difference.after().isEmpty() || !known) {
      return difference.after().isEmpty() && !known;
    }
    Delivery wanted = difference.after().get();
    return simulation.get().deliveries(difference.message()).stream()
        .anyMatch(d -> d.recipient().equals(difference.recipient()) && comparison.alike(d, wanted));
  }

  /** A setting that is written out with the value that it has anyway is none that differs. */
  private ImmutableMap<String, SettingChange> effective(Map<String, SettingChange> all) {
    if (all.size() <= 1 || all.size() > TRIED_MAX) {
      return ImmutableMap.copyOf(all);
    }
    ImmutableMap.Builder<String, SettingChange> effective = ImmutableMap.builder();
    all.forEach(
        (place, setting) -> {
          boolean idle =
              world(ImmutableSet.of(place)).filter(w -> same(w, after.world())).isPresent();
          if (!idle) {
            effective.put(place, setting);
          }
        });
    ImmutableMap<String, SettingChange> found = effective.buildOrThrow();
    return found.isEmpty() && !same(before.world(), after.world())
        ? ImmutableMap.copyOf(all)
        : found;
  }

  private static boolean same(World a, World b) {
    return a.epochs().equals(b.epochs());
  }

  private Optional<World> world(ImmutableSet<String> takenBack) {
    ImmutableList.Builder<Located.Obj> documents = ImmutableList.builder();
    for (int i = 0; i < after.documents().size(); i++) {
      Located.Obj document = after.documents().get(i);
      for (String place : takenBack) {
        SettingChange change = i < byEpoch.size() ? byEpoch.get(i).get(place) : null;
        document = change == null ? document : change.undoneIn(document);
      }
      documents.add(document);
    }
    return Variant.of(after, documents.build());
  }
}
