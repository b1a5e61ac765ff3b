package exsim.scenarios.change;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.mail.Message;
import exsim.model.topology.World;
import exsim.scenarios.format.Scenario;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Simulation;
import exsim.simulator.difference.JourneyComparison;
import exsim.simulator.difference.JourneyDifference;
import exsim.simulator.difference.Trend;
import exsim.simulator.question.MessageClasses;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What two scenarios do differently.
 *
 * @param before the file of the old one
 * @param after the file of the new one, or what was done to the old one
 * @param settings what their worlds do not say alike
 * @param otherTimes whether their timelines change at different instants; causes are not told then
 * @param compared how many messages to one recipient were compared
 * @param journeys the journeys that differ
 */
public record ScenarioDifference(
    String before,
    String after,
    ImmutableList<SettingChange> settings,
    boolean otherTimes,
    int compared,
    ImmutableList<Journey> journeys) {

  /**
   * A journey that differs.
   *
   * @param difference what differs
   * @param settings the settings that together make it differ; empty where that is not known
   */
  public record Journey(JourneyDifference difference, ImmutableList<SettingChange> settings) {}

  /** Is told how far the work has come. */
  public interface Progress {
    /** So many of so many messages were sent. */
    void at(int done, int total);
  }

  /** How many journeys lead one way. */
  public long count(Trend trend) {
    return journeys.stream().filter(j -> j.difference().trend() == trend).count();
  }

  /** The difference with one journey alone. */
  public ScenarioDifference only(Journey journey) {
    return new ScenarioDifference(
        before, after, settings, otherTimes, compared, ImmutableList.of(journey));
  }

  /**
   * Compares two scenarios.
   *
   * @param probe whether a message of every class is sent besides the scenarios' own
   * @param name what the new one is called
   * @param progress is told how many messages were sent
   */
  public static ScenarioDifference between(
      Scenario before,
      Scenario after,
      boolean probe,
      boolean withInternal,
      String name,
      Progress progress) {
    JourneyComparison comparison = new JourneyComparison(withInternal);
    boolean otherTimes = !times(before).equals(times(after));
    ImmutableList<ImmutableMap<String, SettingChange>> settings =
        settings(before, after, otherTimes);
    Causes causes = new Causes(before, after, settings, comparison);
    Simulation old = new Simulation(before.world());
    Simulation now = new Simulation(after.world());
    ImmutableList.Builder<Journey> journeys = ImmutableList.builder();
    int compared = 0;
    ImmutableList<Message> messages = messages(before.world(), after.world(), probe);
    for (int i = 0; i < messages.size(); i++) {
      progress.at(i, messages.size());
      Message message = messages.get(i);
      ImmutableList<Delivery> then = deliveries(old, message);
      ImmutableList<Delivery> thereafter = deliveries(now, message);
      compared += message.recipients().size();
      for (JourneyDifference difference : comparison.ofAll(then, thereafter)) {
        journeys.add(
            new Journey(difference, otherTimes ? ImmutableList.of() : causes.of(difference)));
      }
    }
    return new ScenarioDifference(
        before.file(), name, causes.settings(), otherTimes, compared, journeys.build());
  }

  private static ImmutableList<Delivery> deliveries(Simulation simulation, Message message) {
    return simulation.knows(message.origin(), message.at())
        ? simulation.deliveries(message)
        : ImmutableList.of();
  }

  private static ImmutableList<Instant> times(Scenario scenario) {
    return scenario.world().epochs().stream()
        .map(World.Epoch::from)
        .collect(ImmutableList.toImmutableList());
  }

  /** Where their times differ, what holds at first counts. */
  private static ImmutableList<ImmutableMap<String, SettingChange>> settings(
      Scenario before, Scenario after, boolean otherTimes) {
    ImmutableList.Builder<ImmutableMap<String, SettingChange>> byEpoch = ImmutableList.builder();
    int epochs = otherTimes ? 1 : before.documents().size();
    for (int i = 0; i < epochs; i++) {
      byEpoch.add(
          SettingChanges.between(before.documents().get(i), after.documents().get(i)).stream()
              .collect(ImmutableMap.toImmutableMap(SettingChange::where, c -> c, (a, b) -> a)));
    }
    return byEpoch.build();
  }

  /** The messages of both, each once, and one of each class of both. */
  private static ImmutableList<Message> messages(World before, World after, boolean probe) {
    Set<Message> all = new LinkedHashSet<>(before.messages());
    all.addAll(after.messages());
    if (probe) {
      for (World world : ImmutableList.of(before, after)) {
        World.Epoch first = world.epochs().get(0);
        all.addAll(new MessageClasses(first.topology(), first.from()).messages());
      }
    }
    return ImmutableList.copyOf(all);
  }
}
