package exsim.simulator.proof;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import exsim.model.InvalidValueException;
import exsim.simulator.delivery.Circumstances.Link;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A hazard, on every link or on those to one host.
 *
 * @param hazard what happens
 * @param host the name or the address of the host, in lower case; empty for every link
 */
public record HazardAt(Hazard hazard, Optional<String> host) {
  /** The word for every hazard on every link. */
  public static final String ALL = "all";

  /** Every hazard on every link. */
  public static final ImmutableSet<HazardAt> EVERY =
      Arrays.stream(Hazard.values())
          .map(h -> new HazardAt(h, Optional.empty()))
          .collect(ImmutableSet.toImmutableSet());

  /**
   * Reads a hazard, alone or with a host behind an at sign.
   *
   * @throws InvalidValueException if there is no such hazard, or no host behind the sign
   */
  public static HazardAt parse(String text) {
    int at = text.indexOf('@');
    String word = at < 0 ? text : text.substring(0, at);
    Hazard hazard =
        Arrays.stream(Hazard.values())
            .filter(h -> h.text().equals(word))
            .findFirst()
            .orElseThrow(() -> unknown(word));
    if (at < 0) {
      return new HazardAt(hazard, Optional.empty());
    }
    String host = text.substring(at + 1);
    if (host.isBlank()) {
      throw new InvalidValueException("`" + text + "` names no host behind the @");
    }
    return new HazardAt(hazard, Optional.of(Ascii.toLowerCase(host)));
  }

  private static InvalidValueException unknown(String word) {
    return new InvalidValueException(
        "`"
            + word
            + "` is not a hazard; known are "
            + Arrays.stream(Hazard.values()).map(Hazard::text).collect(Collectors.joining(", ")));
  }

  /** As it is written. */
  public String text() {
    return host.map(h -> hazard.text() + "@" + h).orElse(hazard.text());
  }

  /** Whether a link may meet it. */
  boolean on(Link link) {
    return host.isEmpty()
        || host.get().equals(Ascii.toLowerCase(link.host()))
        || host.get().equals(link.address().toString());
  }
}
