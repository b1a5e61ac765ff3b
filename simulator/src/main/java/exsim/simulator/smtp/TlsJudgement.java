package exsim.simulator.smtp;

import com.google.common.collect.ImmutableMap;
import exsim.model.net.PathEffect;
import exsim.model.tls.Certificate;
import exsim.model.tls.CertificateStatus;
import exsim.model.tls.TrustStore;
import exsim.simulator.rule.Reason;
import exsim.simulator.tls.ProofCheck;
import exsim.simulator.tls.TlsFacts;
import exsim.simulator.tls.TlsOutcome;
import exsim.simulator.tls.TlsRule;
import java.time.Instant;
import java.util.Optional;

/**
 * What the decision table says to one demand of a client.
 *
 * @param requirement the demand
 * @param facts what the table was asked
 * @param rule its answer
 */
record TlsJudgement(TlsClient.Requirement requirement, TlsFacts facts, TlsRule rule) {

  /** Judges the client's demands in order, up to the first that is not met. */
  static TlsJudgement of(
      Conversation talk, Reply hello, Optional<Reply> answer, FarEnd.Handshaken handshake) {
    TlsFacts.Offer offer = offerIn(talk, hello);
    TlsJudgement judged = null;
    for (TlsClient.Requirement requirement : talk.client().tls().requirements()) {
      judged = of(talk, requirement, offer, answerIn(answer), handshake);
      talk.because(judged.reason(talk, handshake));
      judged.revocation(talk, handshake).ifPresent(talk::because);
      if (judged.outcome() != TlsOutcome.SECURE) {
        break;
      }
    }
    return judged;
  }

  TlsOutcome outcome() {
    return rule.outcome();
  }

  /** The failure as TLS reports name it, where the proof did not hold. */
  String cause() {
    return facts.demand() == TlsFacts.Demand.DANE && facts.proof() == TlsFacts.Proof.NO_MATCH
        ? "tlsa-invalid"
        : facts.proof().cause();
  }

  /** What a client makes of the answer to its greeting. */
  static TlsFacts.Offer offerIn(Conversation talk, Reply hello) {
    if (!talk.client().manner().extended() || talk.path().has(PathEffect.REWRITE_EHLO)) {
      return TlsFacts.Offer.HELO_ONLY;
    }
    return hello.lines().contains("STARTTLS") ? TlsFacts.Offer.OFFERED : TlsFacts.Offer.NOT_OFFERED;
  }

  /** What a client makes of the answer to STARTTLS; it expects the best where it did not ask. */
  private static TlsFacts.Answer answerIn(Optional<Reply> answer) {
    if (answer.isEmpty() || answer.get().positive()) {
      return TlsFacts.Answer.READY;
    }
    return answer.get().permanent()
        ? TlsFacts.Answer.REFUSED_FOR_GOOD
        : TlsFacts.Answer.REFUSED_FOR_NOW;
  }

  private static TlsJudgement of(
      Conversation talk,
      TlsClient.Requirement requirement,
      TlsFacts.Offer offer,
      TlsFacts.Answer answer,
      FarEnd.Handshaken handshake) {
    TlsClient client = talk.client().tls();
    Instant now = talk.session().peer().at();
    TlsFacts.Proof proof =
        handshake
            .presented()
            .map(
                c ->
                    ProofCheck.of(
                        requirement.demand(), requirement.verification(), c, client.trusts(), now))
            .orElse(TlsFacts.Proof.HOLDS);
    TlsFacts facts =
        new TlsFacts(
            requirement.demand(),
            offer,
            answer,
            handshake.established().isPresent()
                ? TlsFacts.Handshake.COMPLETES
                : TlsFacts.Handshake.FAILS,
            facesNoProof(client, handshake, proof, now) ? TlsFacts.Proof.CLIENT_UNPROVED : proof,
            client.habit());
    return new TlsJudgement(requirement, facts, TlsRule.decide(facts));
  }

  /** Mutual TLS needs the client's certificate as well: asked for, shown, and in order. */
  private static boolean facesNoProof(
      TlsClient client, FarEnd.Handshaken handshake, TlsFacts.Proof proof, Instant now) {
    return client.demand() == TlsFacts.Demand.MUTUAL
        && proof == TlsFacts.Proof.HOLDS
        && handshake
            .established()
            .flatMap(Secured::clientCertificate)
            .filter(c -> CertificateStatus.of(c, TrustStore.PUBLIC, now) == CertificateStatus.VALID)
            .isEmpty();
  }

  /** What the client makes of a revocation list out of reach, where it is the list that counts. */
  private Optional<Reason> revocation(Conversation talk, FarEnd.Handshaken handshake) {
    TlsClient client = talk.client().tls();
    boolean asked =
        ProofCheck.asksRevocationList(requirement.demand())
            && (facts.proof() == TlsFacts.Proof.HOLDS
                || facts.proof() == TlsFacts.Proof.REVOCATION_UNKNOWN);
    return handshake
        .presented()
        .filter(c -> asked && c.state().revocation() == Certificate.Revocation.UNREACHABLE)
        .map(
            c ->
                Reason.of(
                    SmtpRule.REVOCATION_UNKNOWN,
                    "certificate",
                    c.subject(),
                    "client",
                    talk.client().connector().orElse(talk.client().system()),
                    "answer",
                    client.trusts().needsRevocationList() ? "refuse" : "accept"));
  }

  private Reason reason(Conversation talk, FarEnd.Handshaken handshake) {
    return new Reason(
        rule,
        ImmutableMap.of(
            "client",
            talk.client().connector().orElse(talk.client().system()),
            "server",
            talk.path().host(),
            "failure",
            handshake.failure(),
            "demanded",
            requirement.verification().text(),
            "fault",
            facts.proof().text()));
  }
}
