package exsim.scenarios.tlsreport;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;

/**
 * A policy that a session was judged by (RFC 8460 4.4).
 *
 * @param type what kind it is
 * @param domain the policy domain
 * @param lines the policy as the domain publishes it
 * @param mxHosts the MX hosts that an MTA-STS policy names
 */
record Policy(
    Type type, DomainName domain, ImmutableList<String> lines, ImmutableList<String> mxHosts) {
  /** A kind of policy. */
  enum Type {
    /** TLSA records. */
    TLSA("tlsa"),
    /** An MTA-STS policy. */
    STS("sts"),
    /** Neither. */
    NONE("no-policy-found");

    private final String text;

    Type(String text) {
      this.text = text;
    }

    /** The word that reports use. */
    String text() {
      return text;
    }
  }
}
