package exsim.model.topology;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.dns.Zone;
import exsim.model.external.Device;
import exsim.model.external.MailSystem;
import exsim.model.net.PathRule;
import exsim.model.online.Tenant;
import exsim.model.onprem.Organization;
import exsim.model.tls.Certificate;

/**
 * The immutable world between two changes of a scenario's timeline.
 *
 * @param organizations the Exchange organizations
 * @param tenants the Exchange Online tenants
 * @param mailSystems every other mail system
 * @param devices the devices
 * @param certificates every certificate that the scenario names
 * @param zone what is published in the DNS
 * @param paths what stands between systems
 * @param assumptions the switches that the scenario sets, by name
 */
public record Topology(
    ImmutableList<Organization> organizations,
    ImmutableList<Tenant> tenants,
    ImmutableList<MailSystem> mailSystems,
    ImmutableList<Device> devices,
    ImmutableList<Certificate> certificates,
    Zone zone,
    ImmutableList<PathRule> paths,
    ImmutableMap<String, String> assumptions) {
  /** Nobody and nothing. */
  public static final Topology EMPTY =
      new Topology(
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          Zone.EMPTY,
          ImmutableList.of(),
          ImmutableMap.of());
}
