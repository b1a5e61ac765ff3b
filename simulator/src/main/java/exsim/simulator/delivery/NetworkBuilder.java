package exsim.simulator.delivery;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import exsim.model.external.Device;
import exsim.model.external.MailHost;
import exsim.model.external.MailSystem;
import exsim.model.net.IpAddress;
import exsim.model.online.Tenant;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.Organization;
import exsim.model.topology.Topology;
import exsim.simulator.dns.Resolver;
import exsim.simulator.external.DeviceNode;
import exsim.simulator.external.MailSystemHost;
import exsim.simulator.external.MailSystemNode;
import exsim.simulator.online.OnlineHost;
import exsim.simulator.online.OnlineService;
import exsim.simulator.online.OnlineSettings;
import exsim.simulator.online.ServiceNames;
import exsim.simulator.online.Strangers;
import exsim.simulator.online.TenantNode;
import exsim.simulator.onprem.ExchangeNode;
import exsim.simulator.onprem.OrganizationView;
import exsim.simulator.onprem.receive.ExchangeHost;
import exsim.simulator.route.Host;
import exsim.simulator.route.Node;
import exsim.simulator.route.NodeKey;
import exsim.simulator.route.Targets;
import exsim.simulator.rule.Assumption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes a topology ready. */
final class NetworkBuilder {
  /** Where a mail system without hosts connects from: a documentation range (RFC 5737). */
  private static final IpAddress NO_HOST = IpAddress.parse("192.0.2.254");

  private final Topology topology;
  private final ServiceNames serviceNames;
  private final Resolver resolver;
  private final Targets targets;
  private final ImmutableListMultimap.Builder<IpAddress, Host> hosts =
      ImmutableListMultimap.builder();
  private final Map<NodeKey, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Node> origins = new LinkedHashMap<>();

  private NetworkBuilder(Topology topology) {
    this.topology = topology;
    this.serviceNames = new ServiceNames(topology.tenants());
    this.resolver = new Resolver(topology.zone(), serviceNames);
    this.targets = new Targets(resolver, Assumption.IMPLICIT_MX.holdsIn(topology));
  }

  static Network build(Topology topology, Optional<Lines> lines) {
    return new NetworkBuilder(topology).network(lines);
  }

  private Network network(Optional<Lines> lines) {
    topology.organizations().forEach(this::add);
    addOnline();
    topology.mailSystems().forEach(this::add);
    topology.devices().forEach(this::add);
    return new Network(
        topology,
        serviceNames,
        resolver,
        hosts.build(),
        ImmutableMap.copyOf(nodes),
        ImmutableMap.copyOf(origins),
        new Sessions(lines));
  }

  private void add(Organization organization) {
    OrganizationView view = new OrganizationView(organization, topology, targets);
    for (ExchangeNode node : view.nodes()) {
      nodes.put(node.key(), node);
      ExchangeServer server = node.server();
      Node origin = view.origin(node);
      nodes.put(origin.key(), origin);
      originate(server.name(), origin);
      if (server.hasTransport() && !server.isEdge()) {
        originate(organization.name(), origin);
      }
      ExchangeHost host = new ExchangeHost(view, node);
      server.addresses().forEach(a -> hosts.put(a, host));
    }
    view.nodes().stream().findFirst().ifPresent(n -> originate(organization.name(), n));
  }

  private void addOnline() {
    OnlineService service =
        new OnlineService(
            topology.tenants(),
            Strangers.of(topology),
            OnlineSettings.of(topology),
            resolver,
            targets);
    for (Tenant tenant : topology.tenants()) {
      for (TenantNode.CameAs cameAs : TenantNode.CameAs.values()) {
        nodes.put(TenantNode.key(tenant, cameAs), service.node(tenant, cameAs));
      }
      originate(
          tenant.name().ascii(), nodes.get(TenantNode.key(tenant, TenantNode.CameAs.ORIGINATING)));
    }
    OnlineHost mx = new OnlineHost(service, OnlineHost.Entity.MX);
    hosts.put(ServiceNames.MX_ADDRESS, mx);
    hosts.put(ServiceNames.MX_ADDRESS_V6, mx);
    hosts.put(ServiceNames.RETIRED_ADDRESS, new OnlineHost(service, OnlineHost.Entity.RETIRED));
    hosts.put(
        ServiceNames.SUBMISSION_ADDRESS, new OnlineHost(service, OnlineHost.Entity.SUBMISSION));
    hosts.put(ServiceNames.LEGACY_ADDRESS, new OnlineHost(service, OnlineHost.Entity.LEGACY));
    hosts.put(ServiceNames.MAILBOX_ADDRESS, new OnlineHost(service, OnlineHost.Entity.MAILBOX));
    hosts.put(
        ServiceNames.HIGH_VOLUME_ADDRESS, new OnlineHost(service, OnlineHost.Entity.HIGH_VOLUME));
  }

  private void add(MailSystem system) {
    IpAddress address =
        system.hosts().isEmpty() || system.hosts().get(0).addresses().isEmpty()
            ? NO_HOST
            : system.hosts().get(0).addresses().get(0);
    MailSystemNode node =
        new MailSystemNode(system, address, targets, resolver, topology.certificates());
    nodes.put(node.key(), node);
    originate(system.name(), node);
    boolean relays = Assumption.SMART_HOST_RELAYS.holdsIn(topology);
    for (MailHost host : system.hosts()) {
      MailSystemHost reachable = new MailSystemHost(system, host, relays, node);
      host.addresses().forEach(a -> hosts.put(a, reachable));
    }
  }

  private void add(Device device) {
    DeviceNode node = new DeviceNode(device, targets);
    nodes.put(node.key(), node);
    originate(device.name(), node);
  }

  /** The first of a name counts. */
  private void originate(String name, Node node) {
    origins.putIfAbsent(name.toLowerCase(Locale.ROOT), node);
  }
}
