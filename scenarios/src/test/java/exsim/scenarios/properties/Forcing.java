package exsim.scenarios.properties;

import exsim.model.online.Tenant;
import exsim.model.onprem.Organization;
import exsim.model.topology.World;

/** The same world in which everybody who sends demands TLS. */
final class Forcing {
  private Forcing() {}

  static World everybody(World world) {
    return Changes.topology(
        world,
        t ->
            Changes.others(
                Changes.tenants(Changes.organizations(t, Forcing::organization), Forcing::tenant),
                Changes::forced,
                Changes::forced));
  }

  private static Organization organization(Organization o) {
    return Changes.with(o, Changes.each(o.sendConnectors(), Changes::forced), o.servers());
  }

  private static Tenant tenant(Tenant t) {
    return Changes.with(
        t,
        new Tenant.Connectors(
            t.connectors().inbound(), Changes.each(t.connectors().outbound(), Changes::forced)));
  }
}
