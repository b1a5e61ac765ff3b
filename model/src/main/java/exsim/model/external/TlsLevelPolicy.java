package exsim.model.external;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A TLS level and what the certificate is compared with.
 *
 * @param level the level
 * @param match for {@code verify} and {@code secure}: {@code hostname}, {@code nexthop}, {@code
 *     dot-nexthop} or domain names; for {@code fingerprint}: names of certificates; empty for the
 *     level's default
 * @param unknownAttribute an attribute of the policy that the system does not know
 */
public record TlsLevelPolicy(
    TlsLevel level, ImmutableList<String> match, Optional<String> unknownAttribute) {
  /** A policy that the system understands. */
  public TlsLevelPolicy(TlsLevel level, ImmutableList<String> match) {
    this(level, match, Optional.empty());
  }
}
