package exsim.model.external;

/** A sending mail system's TLS level, by the names that Postfix made common. */
public enum TlsLevel {
  /** Never TLS. */
  NONE("none"),
  /** TLS where it is offered. */
  MAY("may"),
  /** TLS or nothing. */
  ENCRYPT("encrypt"),
  /** TLS with one of the stated certificates. */
  FINGERPRINT("fingerprint"),
  /** TLS with a trusted certificate for the MX host. */
  VERIFY("verify"),
  /** TLS with a trusted certificate for the recipient's domain. */
  SECURE("secure"),
  /** DANE where TLSA records are published, else as {@code may}. */
  DANE("dane"),
  /** DANE or nothing. */
  DANE_ONLY("dane-only");

  private final String text;

  TlsLevel(String text) {
    this.text = text;
  }

  /** The word that scenario files use. */
  public String text() {
    return text;
  }
}
