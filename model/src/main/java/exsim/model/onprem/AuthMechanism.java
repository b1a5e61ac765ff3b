package exsim.model.onprem;

/** One flag of a Receive connector's AuthMechanism, in bit order. */
public enum AuthMechanism {
  /** Offer STARTTLS. */
  TLS("Tls", 1, "Transport Layer Security (TLS)"),
  /** NTLM and Kerberos. */
  INTEGRATED("Integrated", 2, "Integrated Windows authentication"),
  /** AUTH LOGIN. */
  BASIC_AUTH("BasicAuth", 4, "Basic authentication"),
  /** AUTH LOGIN inside TLS only. */
  BASIC_AUTH_REQUIRE_TLS(
      "BasicAuthRequireTLS", 8, "Offer Basic authentication only after starting TLS"),
  /** X-ANONYMOUSTLS and X-EXPS. */
  EXCHANGE_SERVER("ExchangeServer", 16, "Exchange Server authentication"),
  /** Secured by other means. */
  EXTERNAL_AUTHORITATIVE("ExternalAuthoritative", 32, "Externally secured");

  private final String text;
  private final int bit;
  private final String consoleText;

  AuthMechanism(String text, int bit, String consoleText) {
    this.text = text;
    this.bit = bit;
    this.consoleText = consoleText;
  }

  /** The flag as Exchange prints it. */
  public String text() {
    return text;
  }

  /** The flag's value in exports. */
  public int bit() {
    return bit;
  }

  /** The label of its check box in the graphical console. */
  public String consoleText() {
    return consoleText;
  }
}
