package exsim.model.onprem;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainName;
import exsim.model.net.IpAddress;
import exsim.model.tls.Certificate;
import exsim.model.tls.TlsVersion;
import exsim.model.tls.TrustStore;
import java.util.Optional;

/**
 * An Exchange server.
 *
 * @param name its computer name
 * @param fqdn its full name
 * @param version its version
 * @param roles its roles
 * @param site its Active Directory site; empty where the organization has one site only
 * @param addresses its addresses, the first of which it connects from
 * @param tls what it brings to a handshake
 * @param receiveConnectors its Receive connectors
 * @param transport the settings of its Transport service
 */
public record ExchangeServer(
    String name,
    DomainName fqdn,
    ExchangeVersion version,
    ImmutableSet<ServerRole> roles,
    Optional<String> site,
    ImmutableList<IpAddress> addresses,
    Tls tls,
    ImmutableList<ReceiveConnector> receiveConnectors,
    TransportSettings transport) {

  /**
   * What a server brings to a handshake.
   *
   * @param certificates the installed certificates, in order of enabling, setup's own one last
   * @param trusts the roots that it trusts
   * @param receiving the protocol versions of its receiving side, Schannel's Server keys
   * @param sending the protocol versions of its sending side, Schannel's Client keys
   * @param downgradedExchangeAuth whether other servers may authenticate in clear
   *     (UseDowngradedExchangeServerAuth)
   * @param directTrust the certificates by which it and an Edge server know each other
   */
  public record Tls(
      ImmutableList<Installed> certificates,
      TrustStore trusts,
      Protocols receiving,
      Protocols sending,
      boolean downgradedExchangeAuth,
      DirectTrust directTrust) {}

  /**
   * The protocol versions of one side of a server.
   *
   * @param versions those that are on
   * @param stated whether the scenario states them; otherwise they are assumed
   */
  public record Protocols(ImmutableSet<TlsVersion> versions, boolean stated) {}

  /**
   * How servers that share no Active Directory know each other: by certificate.
   *
   * @param internal the name of the internal transport certificate; empty for setup's own, or for
   *     none
   * @param named whether the directory names one at all
   * @param subscription on a subscribed Edge server the names of the internal transport
   *     certificates that its subscription was made with, by the names of the servers in lower
   *     case, itself among them; empty on every other server
   */
  public record DirectTrust(
      Optional<String> internal,
      boolean named,
      Optional<ImmutableMap<String, String>> subscription) {
    /** Setup's own certificate, and no subscription. */
    public static final DirectTrust BY_SETUP =
        new DirectTrust(Optional.empty(), true, Optional.empty());
  }

  /**
   * A certificate in a server's store.
   *
   * @param certificate the certificate
   * @param forSmtp whether it is enabled for SMTP
   */
  public record Installed(Certificate certificate, boolean forSmtp) {}

  /** The same server in an Active Directory site. */
  public ExchangeServer inSite(String name) {
    return new ExchangeServer(
        this.name,
        fqdn,
        version,
        roles,
        Optional.of(name),
        addresses,
        tls,
        receiveConnectors,
        transport);
  }

  /** Whether it is an Edge Transport server. */
  public boolean isEdge() {
    return roles.contains(ServerRole.EDGE_TRANSPORT);
  }

  /** Whether it carries a Front End Transport service. */
  public boolean hasFrontEnd() {
    return version.atLeast(ExchangeVersion.E2013)
        && !isEdge()
        && (version.atLeast(ExchangeVersion.E2016) || roles.contains(ServerRole.CLIENT_ACCESS));
  }

  /** Whether it carries the Mailbox Transport services. */
  public boolean hasMailboxTransport() {
    return version.atLeast(ExchangeVersion.E2013) && roles.contains(ServerRole.MAILBOX);
  }

  /** Whether it carries a Transport service, which routes mail. */
  public boolean hasTransport() {
    return isEdge()
        || roles.contains(ServerRole.HUB_TRANSPORT)
        || (version.atLeast(ExchangeVersion.E2013) && roles.contains(ServerRole.MAILBOX));
  }
}
