package exsim.model.net;

/** What a firewall, proxy or attacker between two systems does to their sessions. */
public enum PathEffect {
  /** No connection comes up. */
  BLOCK("block"),
  /** The STARTTLS keyword disappears from the EHLO reply. */
  STRIP_STARTTLS("stripStartTls"),
  /** The STARTTLS keyword is masked to {@code XXXXXXXA}. */
  MASK_REPLIES("maskReplies"),
  /** EHLO reaches the server as HELO. */
  REWRITE_EHLO("rewriteEhlo"),
  /** STARTTLS is accepted and the handshake fails. */
  BREAK_TLS("breakTls"),
  /** STARTTLS is accepted and the handshake never ends. */
  HANG_TLS("hangTls"),
  /** The connection is cut after the greeting. */
  DROP("drop"),
  /** TLS ends at somebody in between, who presents a trusted certificate of his own name. */
  OTHER_CERTIFICATE("otherCertificate"),
  /** TLS ends at somebody in between, who presents a certificate that he issued himself. */
  UNTRUSTED_CERTIFICATE("untrustedCertificate"),
  /** The certificate that is presented has expired. */
  EXPIRED_CERTIFICATE("expiredCertificate");

  private final String text;

  PathEffect(String text) {
    this.text = text;
  }

  /** The word that scenario files use. */
  public String text() {
    return text;
  }
}
