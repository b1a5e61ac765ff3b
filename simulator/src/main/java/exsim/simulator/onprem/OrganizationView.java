package exsim.simulator.onprem;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.mail.EmailAddress;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.Organization;
import exsim.model.onprem.SendConnector;
import exsim.model.tls.TrustStore;
import exsim.model.topology.Topology;
import exsim.simulator.onprem.selection.SendSelection;
import exsim.simulator.onprem.selection.SiteCosts;
import exsim.simulator.route.Node;
import exsim.simulator.route.Targets;
import exsim.simulator.rule.Assumption;
import exsim.simulator.rule.Memo;
import exsim.simulator.smtp.Reply;
import exsim.simulator.tls.ExchangeHabit;
import exsim.simulator.tls.TlsFacts.Habit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An organization made ready for look-ups. */
public final class OrganizationView {
  private final Organization organization;
  private final AcceptedDomains acceptedDomains;
  private final SiteCosts siteCosts;
  private final SendSelection sendSelection;
  private final Targets targets;
  private final Habit habit;
  private final boolean portWithDns;
  private final CloudGroups cloudGroups;
  private final ImmutableSet<String> spared;
  private final String noCredentials;
  private final boolean tlsDomainWildcard;
  private final boolean needsRevocationLists;
  private final Reply bareLinefeedReply;
  private final QueueWording queueWording;
  private final boolean wordsOfTheCloud;
  private final int legacyHubPort;
  private final boolean outboundProxyAnyInSite;
  private final ImmutableMap<String, ExchangeNode> nodes;

  /** The ways inside, made once: sessions are remembered by the very end that plays them. */
  private final Memo<Way, InternalRoutes> ways = new Memo<>();

  private record Way(String server, ServerService service) {}

  private final ImmutableMap<String, ExchangeServer> byFqdn;

  /** An organization in a topology. */
  public OrganizationView(Organization organization, Topology topology, Targets targets) {
    this.organization = organization;
    this.acceptedDomains = new AcceptedDomains(organization);
    this.siteCosts = new SiteCosts(organization);
    this.sendSelection =
        new SendSelection(
            organization,
            siteCosts,
            Assumption.CONNECTOR_NAME_ORDER.in(topology).equals("ordinal"));
    this.targets =
        Assumption.DNS_FAULT_TOLERANCE.in(topology).equals("Normal")
            ? targets.stoppingAtBrokenMx()
            : targets;
    this.cloudGroups = CloudGroups.of(topology);
    this.portWithDns = Assumption.PORT_WITH_DNS_ROUTING.holdsIn(topology);
    this.noCredentials =
        Assumption.NO_CREDENTIALS_REPLY.in(topology).equals("421 4.2.1")
            ? "421 4.2.1 Unable to connect."
            : "421 4.4.1 Connection timed out";
    this.tlsDomainWildcard = Assumption.TLS_DOMAIN_WILDCARD.holdsIn(topology);
    this.needsRevocationLists =
        Assumption.REVOCATION_LIST_UNREACHABLE.in(topology).equals("refuse");
    this.queueWording = QueueWording.in(topology);
    this.bareLinefeedReply =
        Reply.of(Assumption.BARE_LINEFEED_REPLY.in(topology) + " Message contains bare linefeeds");
    this.legacyHubPort = Integer.parseInt(Assumption.LEGACY_HUB_PORT.in(topology));
    this.outboundProxyAnyInSite =
        Assumption.OUTBOUND_PROXY_FRONT_END.in(topology).equals("anyInSite");
    this.spared =
        Assumption.ONLINE_LOOP_LOCAL_HOPS.holdsIn(topology)
            ? ImmutableSet.of()
            : topology.tenants().stream()
                .map(t -> t.name().ascii())
                .collect(ImmutableSet.toImmutableSet());
    this.wordsOfTheCloud =
        !Assumption.CLIENT_NOT_AUTHENTICATED
            .in(topology)
            .equals(Assumption.CLIENT_NOT_AUTHENTICATED.defaultValue());
    this.habit = ExchangeHabit.in(topology);
    Map<String, ExchangeNode> all = new LinkedHashMap<>();
    organization
        .servers()
        .forEach(s -> all.put(s.name().toLowerCase(Locale.ROOT), new ExchangeNode(this, s)));
    this.nodes = ImmutableMap.copyOf(all);
    this.byFqdn =
        organization.servers().stream()
            .collect(ImmutableMap.toImmutableMap(s -> s.fqdn().ascii(), s -> s, (a, b) -> a));
  }

  /** The ways from one service of a server to others of the organization. */
  InternalRoutes ways(ExchangeServer server, ServerService service) {
    return ways.get(
        new Way(server.name(), service), w -> new InternalRoutes(this, server, service));
  }

  public Organization organization() {
    return organization;
  }

  SendSelection sendSelection() {
    return sendSelection;
  }

  /** Whether MaxLocalHopCount counts in mail of a system. */
  public boolean countsLocalHopsOf(String system) {
    return !spared.contains(system);
  }

  SiteCosts siteCosts() {
    return siteCosts;
  }

  Targets targets() {
    return targets;
  }

  Habit habit() {
    return habit;
  }

  /** What a queue says where a server cannot use its own certificate. */
  String noCredentials() {
    return noCredentials;
  }

  /** What stands around the last error of a queue. */
  QueueWording queueWording() {
    return queueWording;
  }

  /** The refusal of a message with bare line feeds. */
  public Reply bareLinefeedReply() {
    return bareLinefeedReply;
  }

  /** The roots that count for a server as sender. */
  TrustStore trustsOf(ExchangeServer sender) {
    TrustStore trusts = sender.tls().trusts();
    return needsRevocationLists ? trusts.needingRevocationLists() : trusts;
  }

  boolean tlsDomainWildcard() {
    return tlsDomainWildcard;
  }

  /** Whether MAIL FROM without the right to submit gets 530 5.7.57. */
  public boolean wordsOfTheCloud() {
    return wordsOfTheCloud;
  }

  int legacyHubPort() {
    return legacyHubPort;
  }

  boolean outboundProxyAnyInSite() {
    return outboundProxyAnyInSite;
  }

  CloudGroups cloudGroups() {
    return cloudGroups;
  }

  boolean portWithDns() {
    return portWithDns;
  }

  public Optional<AcceptedDomain> acceptedDomain(DomainName domain) {
    return acceptedDomains.covering(domain);
  }

  Optional<EmailAddress> targetAddress(EmailAddress recipient) {
    return Optional.ofNullable(organization.remoteRecipients().get(recipient));
  }

  /** Whether an address of the organization has its mailbox here. */
  boolean hasMailbox(EmailAddress recipient) {
    return targetAddress(recipient).isEmpty() && isUser(recipient);
  }

  /**
   * Whether an address belongs to somebody of the organization: in an authoritative domain
   * everybody does, in an internal relay domain those whom the scenario gives a mailbox (SEL-000).
   */
  public boolean isUser(EmailAddress address) {
    return acceptedDomain(address.domain())
        .map(
            d ->
                switch (d.type()) {
                  case AUTHORITATIVE -> true;
                  case INTERNAL_RELAY -> organization.mailboxes().containsKey(address);
                  case EXTERNAL_RELAY -> false;
                })
        .orElse(false);
  }

  /** The server that has a mailbox, where the scenario says so. */
  Optional<ExchangeServer> mailboxServer(EmailAddress recipient) {
    return Optional.ofNullable(organization.mailboxes().get(recipient)).flatMap(this::server);
  }

  /** The Send connector of a name. */
  Optional<SendConnector> sendConnector(String name) {
    return organization.sendConnectors().stream().filter(c -> c.name().equals(name)).findFirst();
  }

  /** The Transport service of a server; one without it hands on as a Front End does. */
  public Node transportOf(ExchangeNode node) {
    return node.server().hasTransport()
        ? node
        : new FrontEndNode(this, node.server(), Optional.empty());
  }

  /** Where a message starts that comes from a server: its mailboxes, or the service that it has. */
  public Node origin(ExchangeNode node) {
    ExchangeServer server = node.server();
    if (server.hasMailboxTransport()) {
      return new SubmissionNode(this, server);
    }
    return server.hasTransport() ? node : new FrontEndNode(this, server, Optional.empty());
  }

  /** The nodes of the organization's servers, in their order. */
  public ImmutableList<ExchangeNode> nodes() {
    return nodes.values().asList();
  }

  /** The servers of a site that route mail, Edge servers aside. */
  ImmutableList<ExchangeServer> transportsOf(String site) {
    return organization.servers().stream()
        .filter(s -> s.hasTransport() && !s.isEdge() && SiteCosts.siteOf(s).equals(site))
        .collect(ImmutableList.toImmutableList());
  }

  /** The node of a server. */
  public Optional<ExchangeNode> node(String server) {
    return Optional.ofNullable(nodes.get(server.toLowerCase(Locale.ROOT)));
  }

  /** The server of a full name. */
  public Optional<ExchangeServer> serverByFqdn(String fqdn) {
    return Optional.ofNullable(byFqdn.get(fqdn.toLowerCase(Locale.ROOT)));
  }

  /** The server of a name. */
  Optional<ExchangeServer> server(String name) {
    return node(name).map(ExchangeNode::server);
  }
}
