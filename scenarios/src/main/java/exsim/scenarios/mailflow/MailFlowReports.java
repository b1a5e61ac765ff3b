package exsim.scenarios.mailflow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.topology.World;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes the mail flow reports of every tenant that is there at the end of a run. */
public final class MailFlowReports {
  private MailFlowReports() {}

  /**
   * The reports as CSV, by path: a folder for each tenant.
   *
   * <p>Of several branches the first is counted.
   */
  public static ImmutableMap<String, String> of(World world, Iterable<Delivery> deliveries) {
    Directory directory = new Directory(world);
    Map<String, ImmutableList<Report>> tenants = new TreeMap<>();
    directory
        .topology(world.end())
        .tenants()
        .forEach(t -> tenants.put(t.name().ascii(), reports(directory, t.name().ascii())));
    for (Delivery delivery : deliveries) {
      if (delivery.branch() == 1) {
        for (String system : systems(delivery)) {
          tenants.getOrDefault(system, ImmutableList.of()).forEach(r -> r.add(delivery));
        }
      }
    }
    ImmutableMap.Builder<String, String> files = ImmutableMap.builder();
    tenants.forEach(
        (tenant, reports) ->
            reports.forEach(r -> files.put(tenant + "/" + r.fileName(), r.table().text())));
    return files.buildOrThrow();
  }

  private static ImmutableList<Report> reports(Directory directory, String tenant) {
    return ImmutableList.of(
        new ConnectorReport(directory, tenant, ConnectorReport.Direction.INBOUND),
        new ConnectorReport(directory, tenant, ConnectorReport.Direction.OUTBOUND),
        new AuthClientsReport(directory, tenant),
        new QueueReport(directory, tenant),
        new NonDeliveryReport(directory, tenant),
        new DomainReport(directory, tenant),
        new ServersReport(directory, tenant));
  }

  /** Every system that had a part in it, once. */
  private static Set<String> systems(Delivery delivery) {
    Set<String> systems = new LinkedHashSet<>(delivery.path());
    for (Hop hop : delivery.hops()) {
      systems.add(hop.from().system());
      hop.to().system().ifPresent(systems::add);
    }
    return systems;
  }
}
