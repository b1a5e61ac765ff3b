package exsim.model.external;

/** What a client that does not demand TLS does after {@code 220} and a failed handshake. */
public enum HandshakeFallback {
  /** Connects again at once and sends in clear (Exim, OpenSMTPD). */
  SAME_ATTEMPT("sameAttempt"),
  /** Fails the attempt and leaves TLS out of the next one (Postfix). */
  NEXT_ATTEMPT("nextAttempt"),
  /** Keeps failing. */
  NEVER("never");

  private final String text;

  HandshakeFallback(String text) {
    this.text = text;
  }

  /** The word that scenario files use. */
  public String text() {
    return text;
  }
}
