package exsim.simulator.onprem.queue;

import com.google.common.base.Joiner;
import exsim.model.mail.DomainName;
import exsim.model.net.HostPort;
import exsim.model.onprem.AddressSpace;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.Organization;
import exsim.model.onprem.SendConnector;
import exsim.simulator.onprem.selection.SiteCosts;
import exsim.simulator.route.DeliveryType;
import exsim.simulator.route.NextHopSolutionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The queue that a server keeps for each way on (RT-008). */
public final class ExchangeQueues {
  private ExchangeQueues() {}

  /** Out through a connector of this server: by the recipient's domain, or by the smart hosts. */
  public static NextHopSolutionKey external(SendConnector connector, DomainName domain) {
    if (connector.routing() instanceof SendConnector.Routing.SmartHosts smart) {
      return NextHopSolutionKey.of(
          DeliveryType.SMART_HOST_CONNECTOR_DELIVERY, smartHosts(smart), connector.name());
    }
    return NextHopSolutionKey.of(
        DeliveryType.DNS_CONNECTOR_DELIVERY, domain.ascii(), connector.name());
  }

  /** Addresses stand in brackets, {@code --} stands for itself. */
  private static String smartHosts(SendConnector.Routing.SmartHosts smart) {
    if (smart.hosts().isEmpty()) {
      return AddressSpace.ACCEPTED_DOMAINS;
    }
    List<String> hosts = new ArrayList<>();
    for (HostPort host : smart.hosts()) {
      hosts.add(host.address().map(a -> "[" + a + "]").orElse(host.host()));
    }
    return Joiner.on(',').join(hosts);
  }

  /**
   * To the source servers of a connector.
   *
   * @param next the servers that are handed the message
   */
  public static NextHopSolutionKey toSources(
      ExchangeServer from,
      SendConnector connector,
      List<ExchangeServer> sources,
      List<ExchangeServer> next) {
    if (!sources.isEmpty() && sources.stream().allMatch(ExchangeServer::isEdge)) {
      return next.stream().allMatch(ExchangeServer::isEdge)
          ? NextHopSolutionKey.of(
              DeliveryType.SMTP_RELAY_WITHIN_AD_SITE_TO_EDGE, connector.name(), connector.name())
          : toSite(SiteCosts.siteOf(sources.get(0)));
    }
    if (from.version() != ExchangeVersion.E2010 || next.isEmpty()) {
      return NextHopSolutionKey.of(
          DeliveryType.SMTP_RELAY_TO_CONNECTOR_SOURCE_SERVERS, connector.name(), connector.name());
    }
    return bySite(from, SiteCosts.siteOf(next.get(0)));
  }

  /** Exchange 2010 knows no delivery groups: it queues by site alone (RT-007). */
  private static NextHopSolutionKey bySite(ExchangeServer from, String site) {
    return site.equals(SiteCosts.siteOf(from))
        ? NextHopSolutionKey.of(
            DeliveryType.SMTP_RELAY_WITHIN_AD_SITE, siteName(site), siteName(site))
        : toSite(site);
  }

  /** To a mailbox database; a scenario names none, so it goes by its server. */
  public static NextHopSolutionKey toMailbox(ExchangeServer home) {
    String database = "Mailbox Database on " + home.name();
    return NextHopSolutionKey.of(DeliveryType.SMTP_DELIVERY_TO_MAILBOX, database, database);
  }

  /** To the delivery group of a mailbox: by site and major version, from Exchange 2013 on. */
  public static NextHopSolutionKey toMailboxGroup(ExchangeServer from, ExchangeServer home) {
    if (from.version() == ExchangeVersion.E2010) {
      return bySite(from, SiteCosts.siteOf(home));
    }
    return new NextHopSolutionKey(
        DeliveryType.SMTP_RELAY_TO_MAILBOX_DELIVERY_GROUP,
        "Site:"
            + siteName(SiteCosts.siteOf(home))
            + ";Version:"
            + (home.version() == ExchangeVersion.E2010 ? "14" : "15"),
        Optional.empty());
  }

  /** To a site on the way. */
  public static NextHopSolutionKey toSite(String site) {
    return NextHopSolutionKey.of(
        DeliveryType.SMTP_RELAY_TO_REMOTE_ACTIVE_DIRECTORY_SITE, siteName(site), siteName(site));
  }

  /** The name of the only site is the one that Active Directory gives it. */
  private static String siteName(String site) {
    return site.isEmpty() ? "Default-First-Site-Name" : site;
  }

  /** From an Edge server into its site, by the connector that the subscription made. */
  public static Optional<NextHopSolutionKey> intoSite(
      Organization organization, ExchangeServer edge) {
    return organization.sendConnectors().stream()
        .filter(c -> c.scope().sourceServers().stream().anyMatch(edge.name()::equalsIgnoreCase))
        .filter(c -> c.scope().addressSpaces().stream().anyMatch(AddressSpace::isAcceptedDomains))
        .findFirst()
        .map(
            c ->
                NextHopSolutionKey.of(
                    DeliveryType.SMART_HOST_CONNECTOR_DELIVERY,
                    AddressSpace.ACCEPTED_DOMAINS,
                    c.name()));
  }
}
