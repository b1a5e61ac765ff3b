package exsim.simulator.survey;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.Message;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.delivery.Simulation;
import exsim.simulator.delivery.Whereabouts;
import exsim.simulator.proof.Courses;
import exsim.simulator.proof.HazardAt;
import exsim.simulator.proof.Incident;
import exsim.simulator.proof.Prover;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whose messages come to a host.
 *
 * @param rows by which way; where only incidents lead there, these stand apart
 * @param unmet the hazards at hosts to which no link was met
 * @param covered how much was gone through
 */
public record ReachSurvey(ImmutableList<Row> rows, ImmutableSet<HazardAt> unmet, Covered covered) {
  /**
   * A way to the host.
   *
   * @param door by whom and where
   * @param incidents the fewest that must happen; none where nothing need happen
   * @param example a journey on which these happen
   * @param messages the messages that come there on this way
   */
  public record Row(
      Door door,
      ImmutableList<Incident> incidents,
      Delivery example,
      ImmutableList<Block> messages) {}

  /**
   * The last step of a way.
   *
   * @param system the system that connects
   * @param connector the connector that it sends by
   * @param host the name that it looked up
   * @param port the port that it connects to
   * @param receiving the connector that receives; empty where none is visible
   * @param taken whether the host takes the message
   */
  public record Door(
      String system,
      Optional<String> connector,
      String host,
      int port,
      Optional<String> receiving,
      boolean taken) {
    /** The step of a hop. */
    public static Door of(Hop hop) {
      return new Door(
          hop.from().system(),
          hop.from().connector(),
          hop.to().host(),
          hop.to().port(),
          hop.to().connector(),
          hop.sent());
    }
  }

  private record Key(Door door, boolean byItself) {}

  private record Found(ImmutableList<Incident> incidents, Delivery delivery) {}

  private static final class Gathered {
    private final List<Message> messages = new ArrayList<>();
    private Found best;

    Gathered(Found first) {
      this.best = first;
    }

    void add(Message message, Found found) {
      messages.add(message);
      if (found.incidents().size() < best.incidents().size()) {
        best = found;
      }
    }
  }

  /** Goes through all of some messages. */
  public static ReachSurvey of(
      Simulation simulation,
      String host,
      ImmutableList<Message> messages,
      Courses courses,
      Prover.Progress progress) {
    Whereabouts whereabouts = simulation.whereabouts();
    Map<Key, Gathered> rows = new LinkedHashMap<>();
    long runs = 0;
    long leftOut = 0;
    for (int i = 0; i < messages.size(); i++) {
      progress.at(i, messages.size());
      Map<Door, Found> doors = new LinkedHashMap<>();
      Courses.Gone gone =
          courses.through(
              simulation,
              messages.get(i),
              (delivery, incidents) -> note(delivery, incidents, host, whereabouts, doors));
      runs += gone.runs();
      leftOut += gone.complete() ? 0 : 1;
      Message message = messages.get(i);
      doors.forEach(
          (door, found) ->
              rows.computeIfAbsent(
                      new Key(door, found.incidents().isEmpty()), k -> new Gathered(found))
                  .add(message, found));
    }
    ImmutableList.Builder<Row> all = ImmutableList.builder();
    rows.forEach(
        (key, gathered) ->
            all.add(
                new Row(
                    key.door(),
                    gathered.best.incidents(),
                    gathered.best.delivery(),
                    Block.of(gathered.messages))));
    return new ReachSurvey(
        all.build(), courses.unmet(), new Covered(messages.size(), runs, leftOut));
  }

  /** The systems, servers and devices whose messages are taken. */
  public ImmutableSet<String> senders() {
    return rows.stream()
        .filter(r -> r.door().taken())
        .flatMap(r -> r.messages().stream())
        .flatMap(b -> b.origins().stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Whether a hop connects two hosts: where nobody answers it reaches none, and the services of one
   * server are none of each other's.
   */
  private static boolean isBetweenHosts(Hop hop) {
    boolean within =
        hop.internal()
            && hop.from().server().isPresent()
            && hop.from().server().equals(hop.to().server());
    return !within && !hop.dialogue().turns().isEmpty();
  }

  private static void note(
      Delivery delivery,
      Supplier<ImmutableList<Incident>> incidents,
      String host,
      Whereabouts whereabouts,
      Map<Door, Found> doors) {
    for (Hop hop : delivery.hops()) {
      if (isBetweenHosts(hop) && whereabouts.leads(hop, host)) {
        Door door = Door.of(hop);
        Found before = doors.get(door);
        if (before == null) {
          doors.put(door, new Found(incidents.get(), delivery));
        } else if (!before.incidents().isEmpty()) {
          ImmutableList<Incident> now = incidents.get();
          if (now.size() < before.incidents().size()) {
            doors.put(door, new Found(now, delivery));
          }
        }
      }
    }
  }
}
