package exsim.simulator.tls;

/** What the client's policy demanded of the server's certificate, and got. */
public enum Authentication {
  /** Nothing. */
  NONE("none"),
  /** A trusted chain. */
  CERTIFICATE("certificate"),
  /** One of the stated certificates. */
  FINGERPRINT("fingerprint"),
  /** A trusted chain for a stated name. */
  DOMAIN("domain"),
  /** A match with TLSA records. */
  DANE("dane"),
  /** A trusted chain for an MX host that the policy names. */
  MTA_STS("mtaSts"),
  /** Both ends proved themselves. */
  MUTUAL("mutual");

  private final String text;

  Authentication(String text) {
    this.text = text;
  }

  /** The word that reports use. */
  public String text() {
    return text;
  }
}
