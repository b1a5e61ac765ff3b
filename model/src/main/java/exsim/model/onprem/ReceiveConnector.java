package exsim.model.onprem;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.net.Binding;
import exsim.model.net.IpRange;
import java.util.Optional;

/**
 * A Receive connector.
 *
 * @param name its name without the server's
 * @param enabled whether it listens
 * @param service the transport service that it belongs to
 * @param bindings where it listens
 * @param remoteRanges whom it serves
 * @param security who may do what, and under which TLS
 * @param fqdn the name in its banner; empty for the server's own
 * @param extensions what its EHLO reply lists
 */
public record ReceiveConnector(
    String name,
    boolean enabled,
    TransportService service,
    ImmutableList<Binding> bindings,
    ImmutableList<IpRange> remoteRanges,
    Security security,
    Optional<DomainName> fqdn,
    Extensions extensions) {

  /**
   * Who may do what, and under which TLS.
   *
   * @param authMechanism the flags of AuthMechanism
   * @param permissionGroups the flags of PermissionGroups
   * @param requireTls whether mail commands are refused outside TLS
   * @param domainSecure whether Domain Security may apply
   * @param suppressXAnonymousTls whether X-ANONYMOUSTLS is hidden
   * @param certificateName the certificate to present; empty for a look-up by name
   * @param tlsDomainCapabilities what peers with a certificate of a domain may do
   */
  public record Security(
      ImmutableSet<AuthMechanism> authMechanism,
      ImmutableSet<PermissionGroup> permissionGroups,
      boolean requireTls,
      boolean domainSecure,
      boolean suppressXAnonymousTls,
      Optional<TlsCertificateName> certificateName,
      ImmutableList<TlsDomainCapability> tlsDomainCapabilities) {}

  /**
   * What a peer may do whose client certificate proves a domain.
   *
   * @param domain the domain
   * @param capabilities such as {@code AcceptCloudServicesMail}
   */
  public record TlsDomainCapability(DomainPattern domain, ImmutableList<String> capabilities) {}

  /**
   * What the EHLO reply lists.
   *
   * @param size how SIZE is shown
   * @param maxMessageSize bytes
   * @param keywords the switched keywords that are on
   * @param enableAuthGssapi whether GSSAPI stands before NTLM
   * @param banner a banner of its own; empty for the built-in one
   * @param requireEhloDomain whether a greeting needs a name
   * @param maxRecipients recipients of one message, at the most
   */
  public record Extensions(
      SizeMode size,
      long maxMessageSize,
      ImmutableSet<Keyword> keywords,
      boolean enableAuthGssapi,
      Optional<String> banner,
      boolean requireEhloDomain,
      int maxRecipients) {}

  /** How the SIZE keyword is shown. */
  public enum SizeMode {
    /** With the limit. */
    ENABLED("Enabled", 1),
    /** Without a number. */
    ENABLED_WITHOUT_VALUE("EnabledWithoutValue", 2),
    /** Not at all. */
    DISABLED("Disabled", 0);

    private final String text;
    private final int value;

    SizeMode(String text, int value) {
      this.text = text;
      this.value = value;
    }

    /** The value of SizeEnabled as Exchange prints it. */
    public String text() {
      return text;
    }

    /** The value of SizeEnabled in exports. */
    public int value() {
      return value;
    }
  }

  /** An EHLO keyword that a property of its own switches. */
  public enum Keyword {
    /** PIPELINING. */
    PIPELINING("PipeliningEnabled"),
    /** DSN. */
    DSN("DeliveryStatusNotificationEnabled"),
    /** ENHANCEDSTATUSCODES. */
    ENHANCEDSTATUSCODES("EnhancedStatusCodesEnabled"),
    /** 8BITMIME. */
    EIGHTBITMIME("EightBitMimeEnabled"),
    /** BINARYMIME. */
    BINARYMIME("BinaryMimeEnabled"),
    /** CHUNKING. */
    CHUNKING("ChunkingEnabled"),
    /** SMTPUTF8. */
    SMTPUTF8("SmtpUtf8Enabled"),
    /** XLONGADDR. */
    XLONGADDR("LongAddressesEnabled"),
    /** XORAR. */
    XORAR("OrarEnabled");

    private final String property;

    Keyword(String property) {
      this.property = property;
    }

    /** The property that switches it. */
    public String property() {
      return property;
    }
  }
}
