package exsim.simulator.delivery;

/** How well a hop was protected, the weakest first. */
public enum Protection {
  /** In clear. */
  PLAINTEXT("plaintext"),
  /** Over TLS, with a peer that proved nothing to the sender. */
  ENCRYPTED("encrypted"),
  /** Over TLS, with a peer that proved who it is. */
  AUTHENTICATED("authenticated");

  private final String text;

  Protection(String text) {
    this.text = text;
  }

  /** The word that reports use. */
  public String text() {
    return text;
  }
}
