package exsim.simulator.delivery;

/** What became of a message to one recipient. */
public enum Outcome {
  /** It reached the recipient's mailbox, or the system that holds it. */
  DELIVERED("delivered"),
  /** It is still queued when the scenario ends. */
  DEFERRED("deferred"),
  /** A system that had accepted it gave up and returned it. */
  BOUNCED("bounced"),
  /** The submitting device could not hand it over. */
  REJECTED("rejected");

  private final String text;

  Outcome(String text) {
    this.text = text;
  }

  /** The word that reports use. */
  public String text() {
    return text;
  }
}
