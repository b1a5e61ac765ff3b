package exsim.model.dns;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;

/**
 * A domain's MTA-STS policy (RFC 8461).
 *
 * @param mode what a sender does when validation fails
 * @param mxPatterns the MX hosts that the policy names
 */
public record MtaStsPolicy(Mode mode, ImmutableList<DomainPattern> mxPatterns) {
  /** The policy's mode. */
  public enum Mode {
    /** Failures prevent delivery. */
    ENFORCE,
    /** Failures are reported only. */
    TESTING,
    /** No policy. */
    NONE
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
