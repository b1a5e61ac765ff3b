package exsim.model.topology;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.Message;
import java.time.Instant;

/**
 * All that one scenario lets happen: the topology as it changes, and the messages sent.
 *
 * @param epochs the topologies with the instant from which each holds, in order, at least one
 * @param messages the messages, in the order of the scenario
 * @param end the instant after which nothing happens
 */
public record World(ImmutableList<Epoch> epochs, ImmutableList<Message> messages, Instant end) {
  /** Checks the order of the epochs. */
  public World {
    checkArgument(!epochs.isEmpty(), "a world has a topology");
    for (int i = 1; i < epochs.size(); i++) {
      checkArgument(
          epochs.get(i).from().isAfter(epochs.get(i - 1).from()), "epochs are in order of time");
    }
  }

  /**
   * A topology and the instant from which it holds.
   *
   * @param from the first instant
   * @param topology the topology
   */
  public record Epoch(Instant from, Topology topology) {}

  /** The index of the epoch that holds at an instant; the first one also holds before itself. */
  public int epochAt(Instant instant) {
    int found = 0;
    for (int i = 1; i < epochs.size(); i++) {
      if (!epochs.get(i).from().isAfter(instant)) {
        found = i;
      }
    }
    return found;
  }
}
