package exsim.simulator.tls;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.errorprone.annotations.Immutable;
import exsim.simulator.tls.TlsFacts.Answer;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsFacts.Habit;
import exsim.simulator.tls.TlsFacts.Handshake;
import exsim.simulator.tls.TlsFacts.Offer;
import exsim.simulator.tls.TlsFacts.Proof;
import java.util.EnumSet;

/**
 * The left side of a row of the decision table: for each fact the values that it holds for.
 *
 * @param demand the demands
 * @param offer the offers
 * @param answer the answers
 * @param handshake the handshakes
 * @param proof the proofs
 * @param habit the habits
 */
@Immutable
public record When(
    ImmutableSet<Demand> demand,
    ImmutableSet<Offer> offer,
    ImmutableSet<Answer> answer,
    ImmutableSet<Handshake> handshake,
    ImmutableSet<Proof> proof,
    ImmutableSet<Habit> habit) {

  static final When ALWAYS =
      new When(
          all(Demand.class),
          all(Offer.class),
          all(Answer.class),
          all(Handshake.class),
          all(Proof.class),
          all(Habit.class));

  private static <E extends Enum<E>> ImmutableSet<E> all(Class<E> type) {
    return Sets.immutableEnumSet(EnumSet.allOf(type));
  }

  static When demand(Demand first, Demand... rest) {
    return new When(
        Sets.immutableEnumSet(first, rest),
        ALWAYS.offer,
        ALWAYS.answer,
        ALWAYS.handshake,
        ALWAYS.proof,
        ALWAYS.habit);
  }

  /** A demand that sends nothing without TLS. */
  static When forced() {
    return demand(
        Demand.ENCRYPTION,
        Demand.CERTIFICATE,
        Demand.DOMAIN,
        Demand.FINGERPRINT,
        Demand.DANE,
        Demand.MTA_STS,
        Demand.MUTUAL);
  }

  When offer(Offer first, Offer... rest) {
    return new When(demand, Sets.immutableEnumSet(first, rest), answer, handshake, proof, habit);
  }

  When answer(Answer first, Answer... rest) {
    return new When(demand, offer, Sets.immutableEnumSet(first, rest), handshake, proof, habit);
  }

  When handshake(Handshake only) {
    return new When(demand, offer, answer, Sets.immutableEnumSet(only), proof, habit);
  }

  When proof(Proof first, Proof... rest) {
    return new When(demand, offer, answer, handshake, Sets.immutableEnumSet(first, rest), habit);
  }

  When habit(Habit first, Habit... rest) {
    return new When(demand, offer, answer, handshake, proof, Sets.immutableEnumSet(first, rest));
  }

  /** Whether the row holds for the facts. */
  public boolean holds(TlsFacts facts) {
    return demand.contains(facts.demand())
        && offer.contains(facts.offer())
        && answer.contains(facts.answer())
        && handshake.contains(facts.handshake())
        && proof.contains(facts.proof())
        && habit.contains(facts.habit());
  }
}
