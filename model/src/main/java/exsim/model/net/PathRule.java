package exsim.model.net;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One thing that stands between systems.
 *
 * @param from who connects
 * @param to who is connected to
 * @param port the port connected to; empty for every port
 * @param effect what it does
 * @param during when; empty for always
 */
public record PathRule(
    End from, End to, OptionalInt port, PathEffect effect, Optional<Period> during) {

  /** One end of a path: everybody, a name, or a range of addresses. */
  public sealed interface End {
    /** Whether the end is meant. */
    boolean covers(ImmutableSet<String> names, IpAddress address);

    /** Everybody. */
    record Any() implements End {
      @Override
      public boolean covers(ImmutableSet<String> names, IpAddress address) {
        return true;
      }
    }

    /**
     * A system, server, device or host by name.
     *
     * @param name the name in lower case
     */
    record Named(String name) implements End {
      /** Normalises the case. */
      public Named {
        name = Ascii.toLowerCase(name);
      }

      @Override
      public boolean covers(ImmutableSet<String> names, IpAddress address) {
        return names.contains(name);
      }
    }

    /**
     * A range of addresses.
     *
     * @param range the range
     */
    record Within(IpRange range) implements End {
      @Override
      public boolean covers(ImmutableSet<String> names, IpAddress address) {
        return range.contains(address);
      }
    }
  }

  /**
   * A period of time.
   *
   * @param from its first instant
   * @param until the first instant after it
   */
  public record Period(Instant from, Instant until) {
    /** Whether the instant lies in the period. */
    public boolean contains(Instant instant) {
      return !instant.isBefore(from) && instant.isBefore(until);
    }
  }
}
