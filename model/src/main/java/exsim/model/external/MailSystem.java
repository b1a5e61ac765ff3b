package exsim.model.external;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainName;
import exsim.model.mail.HeaderField;
import exsim.model.net.HostPort;
import exsim.model.tls.Certificate;
import exsim.model.tls.TlsVersion;
import exsim.model.tls.TrustStore;
import java.util.Optional;

/**
 * A mail system other than Exchange: partner, provider, gateway, filtering service.
 *
 * @param name its name in the scenario
 * @param domains the domains whose mailboxes it holds
 * @param hosts its hosts; it connects from the first address of the first
 * @param outbound how it sends
 * @param requireTlsExtension whether its hosts list REQUIRETLS inside TLS (RFC 8689)
 * @param addsHeaders header fields that every message carries which it has passed on
 */
public record MailSystem(
    String name,
    ImmutableList<DomainName> domains,
    ImmutableList<MailHost> hosts,
    Outbound outbound,
    boolean requireTlsExtension,
    ImmutableList<HeaderField> addsHeaders) {

  /** A system that does not know REQUIRETLS, and adds no headers. */
  public MailSystem(
      String name,
      ImmutableList<DomainName> domains,
      ImmutableList<MailHost> hosts,
      Outbound outbound) {
    this(name, domains, hosts, outbound, false, ImmutableList.of());
  }

  /**
   * How a system sends.
   *
   * @param policy the TLS level for domains without one of their own
   * @param policies TLS levels by recipient domain
   * @param tls what it brings to a handshake
   * @param mtaSts whether it heeds MTA-STS policies
   * @param fallback what it does after a failed handshake
   * @param smartHost where all else goes; empty for MX records
   * @param routes recipient domains that go another way
   */
  public record Outbound(
      TlsLevelPolicy policy,
      ImmutableMap<DomainName, TlsLevelPolicy> policies,
      ClientTls tls,
      boolean mtaSts,
      HandshakeFallback fallback,
      Optional<HostPort> smartHost,
      ImmutableMap<DomainName, HostPort> routes) {

    /** The TLS level for a recipient domain. */
    public TlsLevelPolicy policyFor(DomainName domain) {
      TlsLevelPolicy own = policies.get(domain);
      return own == null ? policy : own;
    }
  }

  /**
   * What a client brings to a handshake.
   *
   * @param versions its protocol versions
   * @param certificate the certificate it shows when asked
   * @param trusts the roots that it trusts
   */
  public record ClientTls(
      ImmutableSet<TlsVersion> versions, Optional<Certificate> certificate, TrustStore trusts) {}
}
