package exsim.simulator.tls;

import static exsim.simulator.rule.Basis.ASSUMED;
import static exsim.simulator.rule.Basis.DOCUMENTED;
import static exsim.simulator.rule.Basis.OBSERVED;
import static exsim.simulator.rule.Basis.STANDARD;

import exsim.simulator.rule.Basis;
import exsim.simulator.rule.Rule;
import exsim.simulator.tls.TlsFacts.Answer;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsFacts.Habit;
import exsim.simulator.tls.TlsFacts.Handshake;
import exsim.simulator.tls.TlsFacts.Offer;
import exsim.simulator.tls.TlsFacts.Proof;

/** How one connection's TLS is settled. The first row that holds decides. */
public enum TlsRule implements Rule {
  /** A client that never uses TLS. */
  NEVER_ASKED(
      "HOP-001",
      When.demand(Demand.NEVER),
      TlsOutcome.CLEAR,
      "{client} never issues STARTTLS, offered or not",
      STANDARD,
      "RFC 3207 section 4; New-SendConnector -IgnoreSTARTTLS (TLS-003, TLS-005 row 1, SC-019)"),
  /** TLS failed before, and Exchange is assumed to go on without it. */
  LEFT_OUT_EXCHANGE(
      "HOP-003",
      When.demand(Demand.WITHHELD)
          .habit(
              Habit.EXCHANGE,
              Habit.EXCHANGE_STRICT,
              Habit.EXCHANGE_LENIENT,
              Habit.EXCHANGE_STRICT_LENIENT),
      TlsOutcome.CLEAR,
      "{client} is assumed to leave TLS out because the handshake failed before",
      ASSUMED,
      "assumption plaintextAfterFailedHandshake (TLS-010)"),
  /** TLS failed before, and this client goes on without it. */
  LEFT_OUT(
      "HOP-002",
      When.demand(Demand.WITHHELD),
      TlsOutcome.CLEAR,
      "{client} leaves TLS out because the handshake failed before",
      OBSERVED,
      "measured Postfix, Exim and OpenSMTPD senders (incidents, fact 1)"),
  /** HELO leaves no way to STARTTLS. */
  HELO_CLEAR(
      "HOP-010",
      When.demand(Demand.OPPORTUNISTIC).offer(Offer.HELO_ONLY),
      TlsOutcome.CLEAR,
      "only HELO was spoken, so STARTTLS cannot be offered and {client} goes on in clear",
      STANDARD,
      "RFC 3207 section 4 (TLS-005 row 12, EXO-EP-32, SC-025)"),
  /** HELO leaves no way to STARTTLS, and TLS is demanded. */
  HELO_FORCED(
      "HOP-011",
      When.forced().offer(Offer.HELO_ONLY),
      TlsOutcome.DEFER,
      "{client} demands TLS and only HELO was spoken, so nothing is sent",
      STANDARD,
      "RFC 3207 section 4 (TLS-005 row 13, SC-025)"),
  /** STARTTLS is not offered. */
  NOT_OFFERED_CLEAR(
      "HOP-012",
      When.demand(Demand.OPPORTUNISTIC).offer(Offer.NOT_OFFERED),
      TlsOutcome.CLEAR,
      "{client} sees no STARTTLS offered by {server} and nothing demands TLS, so it goes on in"
          + " clear",
      DOCUMENTED,
      "opportunistic TLS (TLS-001, TLS-005 row 2, EXO-TLS-01, RFC 3207, RTLS-001)"),
  /** STARTTLS is not offered, and TLS is demanded. */
  NOT_OFFERED_FORCED(
      "HOP-013",
      When.forced().offer(Offer.NOT_OFFERED),
      TlsOutcome.DEFER,
      "{client} demands TLS and sees no STARTTLS offered by {server}, so nothing is sent",
      STANDARD,
      "RFC 3207 section 4; New-SendConnector -RequireTLS (TLS-004, TLS-005 row 3, EXO-OUT-35,"
          + " SC-020, REP-04)"),
  /** STARTTLS is refused to a client that keeps failing. */
  REFUSED_NOW_NEVER(
      "HOP-020",
      When.demand(Demand.OPPORTUNISTIC).answer(Answer.REFUSED_FOR_NOW).habit(Habit.NEVER),
      TlsOutcome.DEFER,
      "{server} refuses STARTTLS for now and {client} does not go on in clear",
      OBSERVED,
      "measured Exim sender (scenario format, fallback never)"),
  /** STARTTLS is refused for good to Exchange that defers. */
  REFUSED_GOOD_STRICT(
      "HOP-021",
      When.demand(Demand.OPPORTUNISTIC)
          .answer(Answer.REFUSED_FOR_NOW, Answer.REFUSED_FOR_GOOD)
          .habit(Habit.EXCHANGE_STRICT, Habit.EXCHANGE_STRICT_LENIENT),
      TlsOutcome.DEFER,
      "{server} refuses STARTTLS and {client} is assumed not to go on in clear",
      ASSUMED,
      "assumption clearAfterRefusedStartTls (errata 19)"),
  /** STARTTLS is refused to an Exchange sender. */
  REFUSED_EXCHANGE_CLEAR(
      "HOP-022",
      When.demand(Demand.OPPORTUNISTIC)
          .answer(Answer.REFUSED_FOR_NOW, Answer.REFUSED_FOR_GOOD)
          .habit(Habit.EXCHANGE, Habit.EXCHANGE_LENIENT),
      TlsOutcome.CLEAR,
      "{server} refuses STARTTLS; {client} is assumed to go on in clear on this connection",
      ASSUMED,
      "assumption clearAfterRefusedStartTls (errata 19)"),
  /** STARTTLS is refused to any other opportunistic sender. */
  REFUSED_CLEAR(
      "HOP-023",
      When.demand(Demand.OPPORTUNISTIC).answer(Answer.REFUSED_FOR_NOW, Answer.REFUSED_FOR_GOOD),
      TlsOutcome.CLEAR,
      "{server} refuses STARTTLS and {client} goes on in clear on this connection",
      OBSERVED,
      "measured Postfix, Exim and OpenSMTPD senders (errata 12)"),
  /** STARTTLS is refused for good to a mail system that demands it. */
  REFUSED_GOOD_FORCED(
      "HOP-024",
      When.demand(
              Demand.ENCRYPTION, Demand.CERTIFICATE, Demand.DOMAIN, Demand.FINGERPRINT, Demand.DANE)
          .answer(Answer.REFUSED_FOR_GOOD)
          .habit(Habit.SAME_ATTEMPT, Habit.NEXT_ATTEMPT, Habit.NEVER),
      TlsOutcome.FAIL,
      "{client} demands TLS and {server} refuses STARTTLS for good",
      OBSERVED,
      "measured Postfix sender (scenario format, fallback)"),
  /** STARTTLS is refused to a sender that demands it. */
  REFUSED_FORCED(
      "HOP-025",
      When.forced().answer(Answer.REFUSED_FOR_NOW, Answer.REFUSED_FOR_GOOD),
      TlsOutcome.DEFER,
      "{client} demands TLS and {server} refuses STARTTLS, so nothing is sent",
      DOCUMENTED,
      "New-SendConnector -RequireTLS (TLS-004); RFC 3207 section 4 (SC-020, REP-02)"),
  /** The handshake fails, and Exchange queues. */
  HANDSHAKE_EXCHANGE(
      "HOP-030",
      When.demand(Demand.OPPORTUNISTIC)
          .handshake(Handshake.FAILS)
          .habit(Habit.EXCHANGE, Habit.EXCHANGE_STRICT),
      TlsOutcome.DEFER,
      "the handshake with {server} fails ({failure}); {client} keeps the message queued and is"
          + " assumed never to send it in clear",
      ASSUMED,
      "assumption plaintextAfterFailedHandshake (TLS-010, EXO-TLS-03, VER-005, REP-06)"),
  /** The handshake fails, and Exchange is assumed to go on in clear. */
  HANDSHAKE_EXCHANGE_CLEAR(
      "HOP-031",
      When.demand(Demand.OPPORTUNISTIC)
          .handshake(Handshake.FAILS)
          .habit(Habit.EXCHANGE_LENIENT, Habit.EXCHANGE_STRICT_LENIENT),
      TlsOutcome.CLEAR_NOW,
      "the handshake with {server} fails ({failure}); {client} is assumed to connect again in"
          + " clear",
      ASSUMED,
      "assumption plaintextAfterFailedHandshake (TLS-010)"),
  /** The handshake fails, and the client connects again in clear. */
  HANDSHAKE_SAME_ATTEMPT(
      "HOP-032",
      When.demand(Demand.OPPORTUNISTIC).handshake(Handshake.FAILS).habit(Habit.SAME_ATTEMPT),
      TlsOutcome.CLEAR_NOW,
      "the handshake with {server} fails ({failure}) and {client} connects again at once in clear",
      OBSERVED,
      "measured Exim and OpenSMTPD senders (scenario format, fallback sameAttempt)"),
  /** The handshake fails, and the next attempt is in clear. */
  HANDSHAKE_NEXT_ATTEMPT(
      "HOP-033",
      When.demand(Demand.OPPORTUNISTIC).handshake(Handshake.FAILS).habit(Habit.NEXT_ATTEMPT),
      TlsOutcome.CLEAR_NEXT,
      "the handshake with {server} fails ({failure}) and {client} leaves TLS out next time",
      OBSERVED,
      "measured Postfix sender (scenario format, fallback nextAttempt)"),
  /** The handshake fails, and the client never goes on in clear. */
  HANDSHAKE_FAILS(
      "HOP-034",
      When.ALWAYS.handshake(Handshake.FAILS),
      TlsOutcome.DEFER,
      "the handshake with {server} fails ({failure}) and {client} does not go on in clear",
      STANDARD,
      "RFC 3207 section 4.1; forced TLS (TLS-005 row 11, EXO-OUT-35, VER-005, RTLS-003, REP-06)"),
  /** Opportunistic TLS. */
  OPPORTUNISTIC(
      "HOP-040",
      When.demand(Demand.OPPORTUNISTIC),
      TlsOutcome.SECURE,
      "{server} offers STARTTLS, so {client} uses it; the certificate is not checked",
      DOCUMENTED,
      "opportunistic TLS (TLS-001, TLS-002, TLS-005 row 4, EXO-OUT-30, VER-005)"),
  /** Forced TLS with anybody. */
  ENCRYPTION(
      "HOP-041",
      When.demand(Demand.ENCRYPTION),
      TlsOutcome.SECURE,
      "{client} demands TLS and takes any certificate",
      STANDARD,
      "RFC 3207; TlsAuthLevel EncryptionOnly (TLS-005 row 5, EXO-OUT-31, SC-020, SC-021)"),
  /** The proof that was demanded fails. */
  PROOF_FAILS(
      "HOP-050",
      When.forced()
          .proof(
              Proof.NAME_DIFFERS,
              Proof.UNTRUSTED,
              Proof.WEAKLY_SIGNED,
              Proof.EXPIRED,
              Proof.NOT_YET_VALID,
              Proof.REVOKED,
              Proof.REVOCATION_UNKNOWN,
              Proof.NO_MATCH,
              Proof.CLIENT_UNPROVED),
      TlsOutcome.DEFER,
      "{client} demands {demanded}, and {fault}: nothing is sent",
      DOCUMENTED,
      "TlsAuthLevel (TLS-005 rows 7 and 9, EXO-OUT-32, EXO-OUT-33); RFC 7672; RFC 8461 (SC-021,"
          + " SC-022, REP-05)"),
  /** A trusted chain. */
  CERTIFICATE(
      "HOP-060",
      When.demand(Demand.CERTIFICATE),
      TlsOutcome.SECURE,
      "{client} demands {demanded}, which the certificate proves",
      DOCUMENTED,
      "TlsAuthLevel CertificateValidation (TLS-005 row 6, EXO-OUT-32, SC-021)"),
  /** A trusted chain and name. */
  DOMAIN(
      "HOP-061",
      When.demand(Demand.DOMAIN),
      TlsOutcome.SECURE,
      "{client} demands {demanded}, which the certificate proves",
      DOCUMENTED,
      "TlsAuthLevel DomainValidation (TLS-005 row 8, TLS-006, EXO-OUT-33, SC-021, SC-022,"
          + " TLS-007, TLS-008)"),
  /** A stated certificate. */
  FINGERPRINT(
      "HOP-062",
      When.demand(Demand.FINGERPRINT),
      TlsOutcome.SECURE,
      "{client} demands {demanded}, which was presented",
      OBSERVED,
      "measured Postfix sender, level fingerprint"),
  /** DANE. */
  DANE(
      "HOP-063",
      When.demand(Demand.DANE),
      TlsOutcome.SECURE,
      "{client} demands {demanded}, which the certificate matches",
      STANDARD,
      "RFC 7672 (EXO-TLS-11)"),
  /** MTA-STS. */
  MTA_STS(
      "HOP-064",
      When.demand(Demand.MTA_STS),
      TlsOutcome.SECURE,
      "{client} demands {demanded}, which the certificate proves",
      STANDARD,
      "RFC 8461 (EXO-TLS-20)"),
  /** Mutual TLS. */
  MUTUAL(
      "HOP-065",
      When.demand(Demand.MUTUAL),
      TlsOutcome.SECURE,
      "{client} demands {demanded}, which both certificates prove",
      DOCUMENTED,
      "Domain Security (DSEC-001, DSEC-004, SC-024)");

  private final String id;
  private final When when;
  private final TlsOutcome outcome;
  private final String sentence;
  private final Basis basis;
  private final String source;

  TlsRule(String id, When when, TlsOutcome outcome, String sentence, Basis basis, String source) {
    this.id = id;
    this.when = when;
    this.outcome = outcome;
    this.sentence = sentence;
    this.basis = basis;
    this.source = source;
  }

  /** The facts that the row holds for, unless an earlier row does. */
  public When when() {
    return when;
  }

  /** What the client does next. */
  public TlsOutcome outcome() {
    return outcome;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public Basis basis() {
    return basis;
  }

  @Override
  public String source() {
    return source;
  }

  /**
   * The row that decides.
   *
   * @throws IllegalStateException if none does, which the table's test rules out
   */
  public static TlsRule decide(TlsFacts facts) {
    for (TlsRule rule : ROWS) {
      if (rule.when.holds(facts)) {
        return rule;
      }
    }
    throw new IllegalStateException("no row of the TLS table holds for " + facts);
  }

  private static final TlsRule[] ROWS = values();
}
