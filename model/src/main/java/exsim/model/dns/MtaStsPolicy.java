package exsim.model.dns;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;

/**
 * A domain's MTA-STS policy (RFC 8461).
 *
 * @param mode what a sender does when validation fails
 * @param mxPatterns the MX hosts that the policy names
 * @param maxAgeSeconds how long a sender may keep it; nothing is kept here
 */
public record MtaStsPolicy(Mode mode, ImmutableList<DomainPattern> mxPatterns, long maxAgeSeconds) {
  /** The policy's mode. */
  public enum Mode {
    /** Failures prevent delivery. */
    ENFORCE,
    /** Failures are reported only. */
    TESTING,
    /** No policy. */
    NONE
  }

  /** The lines of its policy file, in the usual order. */
  public ImmutableList<String> lines() {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    lines.add("version: STSv1", "mode: " + Ascii.toLowerCase(mode.name()));
    mxPatterns.forEach(mx -> lines.add("mx: " + mx));
    return lines.add("max_age: " + maxAgeSeconds).build();
  }

  /** Whether an MX host is named; a wildcard stands for exactly one label (RFC 8461 4.1). */
  public boolean names(DomainName host) {
    for (DomainPattern pattern : mxPatterns) {
      boolean named =
          switch (pattern.kind()) {
            case EXACT -> host.equals(pattern.domain());
            case SUBDOMAINS -> host.parent().equals(pattern.domain());
            case ALL -> false;
          };
      if (named) {
        return true;
      }
    }
    return false;
  }
}
