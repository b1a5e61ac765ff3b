package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableSet;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.ServerRole;

/**
 * What decides which properties an object on a server has, and their defaults.
 *
 * @param name the server's computer name
 * @param version its version
 * @param roles its roles
 */
public record ServerFacts(String name, ExchangeVersion version, ImmutableSet<ServerRole> roles) {
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

  /** Whether it carries a Transport service. */
  public boolean hasTransport() {
    return isEdge()
        || roles.contains(ServerRole.HUB_TRANSPORT)
        || (version.atLeast(ExchangeVersion.E2013) && roles.contains(ServerRole.MAILBOX));
  }
}
