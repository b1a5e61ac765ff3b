package exsim.simulator.dns;

import com.google.common.collect.ImmutableList;

/**
 * What a resolver answers.
 *
 * @param status how the look-up ended
 * @param items what was found; empty unless found
 * @param secure whether the answer validated under DNSSEC
 * @param <T> what was looked up
 */
public record Answer<T>(Status status, ImmutableList<T> items, boolean secure) {
  /** How a look-up ended. */
  public enum Status {
    /** Something was found. */
    FOUND,
    /** The name exists without such records. */
    NO_DATA,
    /** The name does not exist. */
    NON_EXISTENT,
    /** The domain says that it takes no mail (RFC 7505). */
    NULL_MX
  }

  /** Whether something was found. */
  public boolean found() {
    return status == Status.FOUND;
  }

  static <T> Answer<T> nothing(Status status, boolean secure) {
    return new Answer<>(status, ImmutableList.of(), secure);
  }
}
