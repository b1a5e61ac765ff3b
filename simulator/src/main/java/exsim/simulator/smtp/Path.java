package exsim.simulator.smtp;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import exsim.model.net.PathEffect;

/**
 * What happens to a session on its way.
 *
 * @param effects what stands between the two ends
 * @param host the name of the far end, for the report
 */
public record Path(ImmutableSet<PathEffect> effects, String host) {
  /** Whether an effect applies. */
  public boolean has(PathEffect effect) {
    return effects.contains(effect);
  }

  /** The same path with an attacker on it who hides STARTTLS. */
  public Path stripped() {
    return new Path(
        Sets.immutableEnumSet(Sets.union(effects, ImmutableSet.of(PathEffect.STRIP_STARTTLS))),
        host);
  }
}
