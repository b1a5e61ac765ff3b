package exsim.simulator.proof;

import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.delivery.Outcome;
import exsim.simulator.delivery.Protection;

/** What is claimed never to happen to a message. */
public enum Claim {
  /** It crosses a link in clear. */
  PLAINTEXT("plaintext", "can-be-plaintext", "crosses a link in clear") {
    @Override
    public boolean isBrokenBy(Hop hop) {
      return hop.sent() && hop.protection() == Protection.PLAINTEXT;
    }
  },
  /** It crosses a link to a peer that proved nothing. */
  UNAUTHENTICATED(
      "unauthenticated", "can-be-unauthenticated", "crosses a link to a peer that proved nothing") {
    @Override
    public boolean isBrokenBy(Hop hop) {
      return hop.sent() && hop.protection() != Protection.AUTHENTICATED;
    }
  },
  /** It does not arrive. */
  UNDELIVERED("undelivered", "can-be-undelivered", "does not arrive") {
    @Override
    public boolean isBrokenBy(Hop hop) {
      return false;
    }

    @Override
    public boolean isBrokenBy(Delivery delivery, boolean withInternal) {
      return delivery.outcome() != Outcome.DELIVERED;
    }
  };

  private final String text;
  private final String question;
  private final String sentence;

  Claim(String text, String question, String sentence) {
    this.text = text;
    this.question = question;
    this.sentence = sentence;
  }

  /** The word of intents. */
  public String text() {
    return text;
  }

  /** The question that asks for it. */
  public String question() {
    return question;
  }

  /** What happens to a message that breaks it, in words. */
  public String sentence() {
    return sentence;
  }

  /** Whether it happened on a hop. */
  public abstract boolean isBrokenBy(Hop hop);

  /**
   * Whether it happened.
   *
   * @param withInternal whether links inside one organization count
   */
  public boolean isBrokenBy(Delivery delivery, boolean withInternal) {
    return delivery.hops().stream()
        .anyMatch(hop -> (withInternal || !hop.internal()) && isBrokenBy(hop));
  }
}
