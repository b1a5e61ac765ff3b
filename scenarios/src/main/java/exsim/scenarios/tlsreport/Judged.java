package exsim.scenarios.tlsreport;

import java.util.Optional;

/**
 * A session as one policy judges it.
 *
 * @param policy the policy
 * @param failure what failed; empty for a session that the policy is content with
 */
record Judged(Policy policy, Optional<Failure> failure) {
  /**
   * What failed in a session. Sessions that failed alike are counted together.
   *
   * @param resultType the result type of RFC 8460 4.3
   * @param sendingIp the address that the sender connected from
   * @param mxHost the receiving host's name
   * @param receivingIp the receiving host's address; empty where nobody connected
   * @param information what was found, in words; empty for nothing more
   */
  record Failure(
      String resultType,
      String sendingIp,
      String mxHost,
      Optional<String> receivingIp,
      Optional<String> information) {}
}
