package exsim.simulator.smtp;

import com.google.common.collect.ImmutableList;
import exsim.model.tls.Certificate;
import exsim.simulator.rule.Reason;
import exsim.simulator.tls.TlsOutcome;
import java.util.Optional;

/**
 * A session up to the point where mail commands begin.
 *
 * @param session the server's side at that point
 * @param keywords what the server listed last, as the client saw it
 * @param offered whether the client saw STARTTLS; empty when it never got so far
 * @param secured the TLS session that came up, also when the client then left
 * @param presented the certificate that the server presented
 * @param failure why mail commands do not begin; empty when they do
 * @param why every reason that decided something
 * @param turns what was said
 */
public record Opening(
    Session session,
    ImmutableList<String> keywords,
    Optional<Boolean> offered,
    Optional<Secured> secured,
    Optional<Certificate> presented,
    Optional<Failure> failure,
    ImmutableList<Reason> why,
    ImmutableList<Dialogue.Turn> turns) {

  /**
   * Why a session ended before mail commands began.
   *
   * @param next what the client does
   * @param cause the failure as reports name it
   * @param reply the reply that ended it, or the client's own words
   */
  public record Failure(TlsOutcome next, String cause, String reply) {}
}
