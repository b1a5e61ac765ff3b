package exsim.model.onprem;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainName;
import exsim.model.mail.EmailAddress;
import exsim.model.net.HostPort;
import exsim.model.net.IpAddress;
import exsim.model.tls.SendTlsPolicy;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A Send connector.
 *
 * @param name its name
 * @param enabled whether it is a candidate at all
 * @param scope which recipients and servers it serves
 * @param routing how it finds the next hop
 * @param tls what it demands of TLS, and shows of itself
 * @param fqdn the name in EHLO; empty for the server's own
 * @param maxMessageSize bytes; empty for unlimited
 * @param options the switches left
 */
public record SendConnector(
    String name,
    boolean enabled,
    Scope scope,
    Routing routing,
    Tls tls,
    Optional<DomainName> fqdn,
    OptionalLong maxMessageSize,
    Options options) {

  /**
   * Which recipients and servers a connector serves.
   *
   * @param addressSpaces the address spaces, at least one
   * @param scoped whether only servers of the source servers' site may use it
   * @param sourceServers the servers that open its connections, by name
   */
  public record Scope(
      ImmutableList<AddressSpace> addressSpaces,
      boolean scoped,
      ImmutableList<String> sourceServers) {}

  /** How a connector finds the next hop. */
  public sealed interface Routing {
    /** The port that is connected to. */
    int port();

    /**
     * MX records of the recipient's domain.
     *
     * @param port 0 to 65535
     */
    record Dns(int port) implements Routing {}

    /**
     * Smart hosts.
     *
     * @param hosts the hosts, all of equal rank; {@code --} (a subscribed Edge server's way to its
     *     site) has none
     * @param port 0 to 65535
     * @param authentication what the smart host asks for
     * @param user whom the connector logs on as; empty where its credential names no address
     */
    record SmartHosts(
        ImmutableList<HostPort> hosts,
        int port,
        SmartHostAuth authentication,
        Optional<EmailAddress> user)
        implements Routing {
      /** Smart hosts that nobody logs on to. */
      public SmartHosts(ImmutableList<HostPort> hosts, int port, SmartHostAuth authentication) {
        this(hosts, port, authentication, Optional.empty());
      }
    }
  }

  /** How a connector authenticates to its smart host. */
  public enum SmartHostAuth {
    /** Not at all. */
    NONE("None"),
    /** AUTH LOGIN, in clear if need be. */
    BASIC_AUTH("BasicAuth"),
    /** AUTH LOGIN inside TLS only. */
    BASIC_AUTH_REQUIRE_TLS("BasicAuthRequireTLS"),
    /** X-EXPS. */
    EXCHANGE_SERVER("ExchangeServer"),
    /** Secured by other means. */
    EXTERNAL_AUTHORITATIVE("ExternalAuthoritative");

    private final String text;

    SmartHostAuth(String text) {
      this.text = text;
    }

    /** The value as Exchange prints it. */
    public String text() {
      return text;
    }
  }

  /**
   * The connector's TLS side.
   *
   * @param policy what it demands
   * @param certificateName the certificate it presents; empty for the best match of its name
   * @param domainSecure whether Domain Security may apply
   */
  public record Tls(
      SendTlsPolicy policy, Optional<TlsCertificateName> certificateName, boolean domainSecure) {}

  /**
   * The switches left.
   *
   * @param forceHelo whether it greets with HELO
   * @param cloudServicesMail whether it carries cross-premises headers
   * @param frontendProxy whether a Front End server makes the connection
   * @param externalDns whether it asks the external DNS servers
   * @param errorPolicies how it treats certain replies
   * @param linkedReceiveConnector the Receive connector whose mail it carries, as {@code
   *     SERVER\Name}; Exchange 2010 only
   * @param sourceAddress the address that an Edge server connects from; empty for any of its own
   * @param protocolLogging whether its sessions are written to the protocol log
   */
  public record Options(
      boolean forceHelo,
      boolean cloudServicesMail,
      boolean frontendProxy,
      boolean externalDns,
      ImmutableSet<ErrorPolicy> errorPolicies,
      Optional<String> linkedReceiveConnector,
      Optional<IpAddress> sourceAddress,
      boolean protocolLogging) {
    /** All off. */
    public static final Options NONE =
        new Options(
            false,
            false,
            false,
            false,
            ImmutableSet.of(),
            Optional.empty(),
            Optional.empty(),
            false);
  }

  /** How a connector treats communication errors. */
  public enum ErrorPolicy {
    /** DNS errors become transient. */
    DOWNGRADE_DNS_FAILURES("DowngradeDnsFailures"),
    /** Certain permanent replies become transient. */
    DOWNGRADE_CUSTOM_FAILURES("DowngradeCustomFailures"),
    /** Certain transient replies become permanent. */
    UPGRADE_CUSTOM_FAILURES("UpgradeCustomFailures");

    private final String text;

    ErrorPolicy(String text) {
      this.text = text;
    }

    /** The value as Exchange prints it. */
    public String text() {
      return text;
    }
  }
}
