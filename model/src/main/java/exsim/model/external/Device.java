package exsim.model.external;

import exsim.model.external.MailSystem.ClientTls;
import exsim.model.mail.EmailAddress;
import exsim.model.net.HostPort;
import exsim.model.net.IpAddress;
import java.util.Optional;

/**
 * A printer, application or mail client: it submits and never relays.
 *
 * @param name its name in the scenario
 * @param address the public address it connects from
 * @param tls whether it uses TLS
 * @param clientTls what it brings to a handshake
 * @param smtpHost where it submits
 * @param user whom it authenticates as
 * @param ehloName the name in its greeting, which may be empty or no host name at all
 * @param protocol how it fetches mail; it submits by SMTP all the same
 */
public record Device(
    String name,
    IpAddress address,
    TlsUse tls,
    ClientTls clientTls,
    HostPort smtpHost,
    Optional<EmailAddress> user,
    String ehloName,
    Protocol protocol) {

  /** Whether a device uses TLS. */
  public enum TlsUse {
    /** It cannot. */
    NEVER("never"),
    /** Where it is offered. */
    IF_OFFERED("ifOffered"),
    /** Or it does not send. */
    REQUIRED("required"),
    /** From the first byte, without STARTTLS. */
    IMPLICIT("implicit");

    private final String text;

    TlsUse(String text) {
      this.text = text;
    }

    /** The word that scenario files use. */
    public String text() {
      return text;
    }
  }

  /** How a device fetches mail. */
  public enum Protocol {
    /** It only sends. */
    SMTP("smtp"),
    /** POP3. */
    POP3("pop3"),
    /** IMAP4. */
    IMAP4("imap4");

    private final String text;

    Protocol(String text) {
      this.text = text;
    }

    /** The word that scenario files use. */
    public String text() {
      return text;
    }
  }
}
