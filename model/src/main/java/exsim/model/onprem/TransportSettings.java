package exsim.model.onprem;

import com.google.common.collect.ImmutableList;
import exsim.model.net.IpAddress;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * The settings of a server's Transport service, as {@code Get-TransportService} prints them.
 *
 * @param retries when it tries again
 * @param messageExpirationTimeout how long a message stays in a queue before it is returned
 * @param delayNotificationTimeout how long it stays there before its sender is told
 * @param maxPerDomainOutboundConnections connections to one domain at a time; empty for unlimited
 * @param externalDns whom it asks about other people's domains, over connectors that say so
 * @param internalDns whom it asks about everything else
 * @param intraOrgLogging whether sessions of the invisible connector to servers of the organization
 *     are written to the protocol log
 */
public record TransportSettings(
    Retries retries,
    Duration messageExpirationTimeout,
    Duration delayNotificationTimeout,
    OptionalInt maxPerDomainOutboundConnections,
    DnsServers externalDns,
    DnsServers internalDns,
    boolean intraOrgLogging) {

  /**
   * When a Transport service tries again.
   *
   * @param messageRetryInterval the wait of a single message that met a transient reply
   * @param transientFailureRetryCount connections tried after those of the first minutes, 0 to 15
   * @param transientFailureRetryInterval the wait before each of these
   * @param outboundConnectionFailureRetryInterval the wait before every later one
   */
  public record Retries(
      Duration messageRetryInterval,
      int transientFailureRetryCount,
      Duration transientFailureRetryInterval,
      Duration outboundConnectionFailureRetryInterval) {}

  /**
   * Whom a Transport service asks for DNS records.
   *
   * @param adapter whether the network adapter's servers are asked, whatever is listed
   * @param servers the servers listed
   */
  public record DnsServers(boolean adapter, ImmutableList<IpAddress> servers) {}
}
