package exsim.model.onprem;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainName;
import exsim.model.net.Binding;
import exsim.model.net.IpRange;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

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
 * @param limits where its patience ends
 * @param rejections what it turns down of itself
 * @param protocolLogging whether its sessions are written to the protocol log
 */
public record ReceiveConnector(
    String name,
    boolean enabled,
    TransportService service,
    ImmutableList<Binding> bindings,
    ImmutableList<IpRange> remoteRanges,
    Security security,
    Optional<DomainName> fqdn,
    Extensions extensions,
    Limits limits,
    Rejections rejections,
    boolean protocolLogging) {

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

  /**
   * Where a connector's patience ends.
   *
   * @param maxHopCount Received headers that a message may carry, 1 to 500
   * @param maxLocalHopCount those of the local server among them, 0 to 50
   * @param maxProtocolErrors errors of one session; empty for unlimited
   * @param maxLogonFailures failed AUTH commands of one session, 0 to 10
   * @param tarpitInterval how long a reply to a suspect peer is held back
   * @param authTarpitInterval the same after a failed AUTH; empty before Exchange 2016
   * @param inactivityTimeout how long a client may be silent, 1 second to 1 day
   * @param messageRate how many messages a source may send in a minute; empty for any number
   */
  public record Limits(
      int maxHopCount,
      int maxLocalHopCount,
      OptionalInt maxProtocolErrors,
      int maxLogonFailures,
      Duration tarpitInterval,
      Optional<Duration> authTarpitInterval,
      Duration inactivityTimeout,
      Optional<MessageRate> messageRate) {}

  /**
   * MessageRateLimit and MessageRateSource.
   *
   * @param limit messages in a minute, at least 1
   * @param byUser whether the messages of a user who logged on are counted
   * @param byAddress whether those of an address are counted
   */
  public record MessageRate(int limit, boolean byUser, boolean byAddress) {}

  /**
   * What a connector turns down whoever asks.
   *
   * @param bareLinefeeds lines that end without a carriage return
   * @param reservedTopLevelDomains recipients under {@code .test}, {@code .example}, {@code
   *     .invalid} or {@code .localhost}
   * @param reservedSecondLevelDomains recipients in {@code example.com}, {@code example.net} or
   *     {@code example.org}
   * @param singleLabelDomains recipients whose domain has no dot
   */
  public record Rejections(
      boolean bareLinefeeds,
      boolean reservedTopLevelDomains,
      boolean reservedSecondLevelDomains,
      boolean singleLabelDomains) {
    /** Nothing, which is the default. */
    public static final Rejections NONE = new Rejections(false, false, false, false);
  }

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
