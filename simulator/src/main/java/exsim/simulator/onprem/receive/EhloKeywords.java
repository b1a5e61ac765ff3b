package exsim.simulator.onprem.receive;

import com.google.common.collect.ImmutableList;
import exsim.model.onprem.AuthMechanism;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.onprem.ReceiveConnector.Keyword;
import exsim.simulator.rule.Basis;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Secured;
import exsim.simulator.smtp.Session;

/** The keywords of Exchange's EHLO reply. */
final class EhloKeywords {
  private static final ImmutableList<EhloRule> ROWS = ImmutableList.copyOf(EhloRule.values());

  private EhloKeywords() {}

  /**
   * What the keywords depend on.
   *
   * @param connector the Receive connector
   * @param version the server's version
   * @param session the session as it stands
   * @param startTls whether a certificate for STARTTLS was found
   * @param anonymousTls whether X-ANONYMOUSTLS can be offered
   */
  record Facts(
      ReceiveConnector connector,
      ExchangeVersion version,
      Session session,
      boolean startTls,
      boolean anonymousTls) {
    boolean on(Keyword keyword) {
      return connector.extensions().keywords().contains(keyword);
    }

    boolean has(AuthMechanism mechanism) {
      return connector.security().authMechanism().contains(mechanism);
    }

    /** Whether the session runs inside X-ANONYMOUSTLS. */
    boolean anonymous() {
      return session.secured().filter(Secured::anonymous).isPresent();
    }
  }

  /** The lines, in order. */
  static ImmutableList<String> of(Facts facts) {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    for (EhloRule row : ROWS) {
      String line = row.line(facts);
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    return lines.build();
  }

  /** The rows that list a keyword without a source for its place. */
  static ImmutableList<Reason> assumed(Facts facts) {
    ImmutableList.Builder<Reason> reasons = ImmutableList.builder();
    for (EhloRule row : ROWS) {
      if (row.basis() == Basis.ASSUMED && !row.line(facts).isEmpty()) {
        reasons.add(Reason.of(row, "connector", facts.connector().name()));
      }
    }
    return reasons.build();
  }
}
