package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import exsim.model.online.Tenant;
import exsim.model.tls.Certificate;
import exsim.simulator.dns.Resolver;
import exsim.simulator.route.NodeKey;
import exsim.simulator.route.Targets;
import exsim.simulator.rule.Memo;
import java.time.Instant;

/** Exchange Online as all tenants of a topology share it. */
public final class OnlineService {
  private final ImmutableList<Tenant> tenants;
  private final Strangers strangers;
  private final Certificate certificate;
  private final TenantIndex index;
  private final OnlineSettings settings;
  private final Resolver resolver;
  private final Targets targets;
  private final Memo<NodeKey, TenantNode> nodes = new Memo<>();

  /** Exchange Online with some tenants. */
  public OnlineService(
      ImmutableList<Tenant> tenants,
      Strangers strangers,
      OnlineSettings settings,
      Resolver resolver,
      Targets targets) {
    this.tenants = tenants;
    this.strangers = strangers;
    this.certificate = ServiceCertificates.protection(tenants);
    this.index = new TenantIndex(tenants, settings.parentDomainAttributes());
    this.settings = settings;
    this.resolver = resolver;
    this.targets = targets;
  }

  /** The tenants, in the order of the scenario. */
  public ImmutableList<Tenant> tenants() {
    return tenants;
  }

  /** What the service presents, as server and as client. */
  Certificate certificate(Instant now) {
    return ServiceCertificates.issuedAt(certificate, now);
  }

  TenantIndex index() {
    return index;
  }

  Strangers strangers() {
    return strangers;
  }

  OnlineSettings settings() {
    return settings;
  }

  Resolver resolver() {
    return resolver;
  }

  Targets targets() {
    return targets;
  }

  /** A tenant as a place that holds messages. */
  public TenantNode node(Tenant tenant, TenantNode.CameAs cameAs) {
    return nodes.get(TenantNode.key(tenant, cameAs), k -> new TenantNode(this, tenant, cameAs));
  }
}
