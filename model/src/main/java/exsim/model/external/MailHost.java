package exsim.model.external;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainName;
import exsim.model.net.IpAddress;
import exsim.model.tls.Certificate;
import exsim.model.tls.TlsVersion;

/**
 * A host of a mail system that receives.
 *
 * @param fqdn its name
 * @param addresses its addresses
 * @param port the port it listens on
 * @param startTls what it does about STARTTLS
 * @param requireTls whether it refuses mail commands outside TLS
 * @param versions its protocol versions
 * @param certificate the certificate it presents
 * @param clientCertificate whether it asks for the client's
 * @param auth the AUTH mechanisms that it lists
 * @param bareLineFeeds whether its replies end lines without a carriage return
 */
public record MailHost(
    DomainName fqdn,
    ImmutableList<IpAddress> addresses,
    int port,
    StartTls startTls,
    boolean requireTls,
    ImmutableSet<TlsVersion> versions,
    Certificate certificate,
    ClientCertificate clientCertificate,
    ImmutableList<String> auth,
    boolean bareLineFeeds) {

  /** What a host does about STARTTLS. */
  public enum StartTls {
    /** Lists and does it. */
    OFFERED("offered"),
    /** Does not list it. */
    ABSENT("absent"),
    /** Lists it and answers 454. */
    UNAVAILABLE("unavailable"),
    /** Lists it and answers 502. */
    UNKNOWN_COMMAND("unknownCommand"),
    /** Answers 220, then the handshake fails. */
    BROKEN("broken");

    private final String text;

    StartTls(String text) {
      this.text = text;
    }

    /** The word that scenario files use. */
    public String text() {
      return text;
    }
  }

  /** Whether a host asks for the client's certificate. */
  public enum ClientCertificate {
    /** It does not ask. */
    IGNORED("ignored"),
    /** It asks, and goes on without one. */
    REQUESTED("requested"),
    /** The handshake fails without one. */
    REQUIRED("required");

    private final String text;

    ClientCertificate(String text) {
      this.text = text;
    }

    /** The word that scenario files use. */
    public String text() {
      return text;
    }
  }
}
