package exsim.simulator.delivery;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.dns.MtaStsPolicy;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.net.IpAddress;
import exsim.simulator.dns.Resolver;
import exsim.simulator.route.Target;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.ClientEnd;
import exsim.simulator.smtp.Opening;
import exsim.simulator.smtp.SmtpRule;
import exsim.simulator.smtp.Transaction;
import exsim.simulator.tls.Authentication;
import exsim.simulator.tls.ProofCheck;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsFacts.Proof;
import exsim.simulator.tls.TlsOutcome;
import exsim.simulator.tls.Verification;
import java.time.Instant;
import java.util.Optional;

/** What a sender owes to a message that carries REQUIRETLS, whatever its own policy (RFC 8689). */
final class RequireTls {
  private static final String ENCRYPTION_NEEDED = "550 5.7.10 Encryption needed";

  /** Failures that a later attempt may not meet. */
  private static final ImmutableSet<String> NOT_OF_TLS =
      ImmutableSet.of("refused-by-server", "connection-lost", "authentication-failed");

  private RequireTls() {}

  /** Why a message that was taken kept what it demands. */
  static ImmutableList<Reason> kept(Target target) {
    return ImmutableList.of(Reason.of(SmtpRule.REQUIRETLS_KEPT, "host", target.host()));
  }

  /** Whether a session keeps all that REQUIRETLS demands, so that a report can go with it. */
  static boolean isKept(
      Opening opening, ClientEnd client, Target target, Resolver resolver, Instant now) {
    return opening.keywords().contains("REQUIRETLS")
        && barred(target, resolver).isEmpty()
        && refusal(opening, client, target, now).isEmpty();
  }

  /** Why a report goes without. */
  static ImmutableList<Reason> forgone(Target target) {
    return ImmutableList.of(Reason.of(SmtpRule.REQUIRETLS_REPORT, "host", target.host()));
  }

  /**
   * Why a host is not even connected to: its name came from MX records that neither DNSSEC nor the
   * domain's MTA-STS policy vouches for; empty where they do, or where there were none.
   */
  static Optional<Target.Barred> barred(Target target, Resolver resolver) {
    Optional<Target.Mx> mx = target.mx().filter(m -> !m.validated());
    if (mx.isEmpty() || isInPolicy(mx.get().domain(), target.host(), resolver)) {
      return Optional.empty();
    }
    return Optional.of(
        new Target.Barred(
            "mx-not-validated",
            ENCRYPTION_NEEDED,
            Reason.of(
                SmtpRule.REQUIRETLS_UNSIGNED_MX,
                "domain",
                mx.get().domain(),
                "host",
                target.host())));
  }

  private static boolean isInPolicy(DomainName domain, String host, Resolver resolver) {
    return !IpAddress.isLiteral(host)
        && resolver.mtaStsFault(domain).isEmpty()
        && resolver
            .mtaStsPolicy(domain)
            .filter(p -> p.mode() != MtaStsPolicy.Mode.NONE && p.names(DomainName.parse(host)))
            .isPresent();
  }

  /** Why a session will not do for the message, and the next host is tried; empty when it does. */
  static Optional<Transaction.Result> refusal(
      Opening opening, ClientEnd client, Target target, Instant now) {
    Optional<String> cause = opening.failure().map(Opening.Failure::cause);
    if (cause.filter(NOT_OF_TLS::contains).isPresent()) {
      return Optional.empty();
    }
    if (opening.secured().isEmpty()) {
      return Optional.of(
          refused(
              cause.orElse("starttls-not-supported"),
              Reason.of(SmtpRule.REQUIRETLS_WITHOUT_TLS, "host", target.host())));
    }
    if (opening.failure().isEmpty() && !opening.keywords().contains("REQUIRETLS")) {
      return Optional.empty(); // the transaction says so: whoever it is, it cannot take the message
    }
    Proof proof =
        client.tls().authentication() != Authentication.NONE && opening.failure().isEmpty()
            ? Proof.HOLDS
            : proof(opening, client, target, now);
    if (opening.failure().isEmpty() && proof == Proof.HOLDS) {
      return Optional.empty();
    }
    return Optional.of(
        refused(
            cause.orElse(proof.cause()),
            Reason.of(
                SmtpRule.REQUIRETLS_UNPROVED,
                "host",
                target.host(),
                "fault",
                proof == Proof.HOLDS ? "what else is demanded of it fails" : proof.text())));
  }

  private static Proof proof(Opening opening, ClientEnd client, Target target, Instant now) {
    if (IpAddress.isLiteral(target.host()) || opening.presented().isEmpty()) {
      return Proof.NAME_DIFFERS;
    }
    DomainPattern host =
        new DomainPattern(DomainPattern.Kind.EXACT, DomainName.parse(target.host()));
    return ProofCheck.of(
        Demand.DOMAIN,
        Verification.ofNames(ImmutableList.of(host)),
        opening.presented().get(),
        client.tls().trusts(),
        now);
  }

  /** A failure of this host for good: once no host is left the message is returned. */
  private static Transaction.Result refused(String cause, Reason because) {
    return new Transaction.Result(
        false,
        ENCRYPTION_NEEDED,
        Optional.of(cause),
        TlsOutcome.FAIL,
        false,
        ImmutableList.of(because),
        ImmutableList.of());
  }
}
