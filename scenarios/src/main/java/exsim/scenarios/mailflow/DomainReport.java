package exsim.scenarios.mailflow;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.online.Tenant;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The inbound page of the top domain mailflow status report (EXO-REP-13), at the end of a run.
 *
 * <p>What makes a domain's status is nowhere said; see {@link #isHealthy}.
 */
final class DomainReport implements Report {
  private static final Duration LOOKED_AT = Duration.ofHours(6);

  private final Directory directory;
  private final String tenant;
  private final List<Received> received = new ArrayList<>();
  private final Set<Received> seen = new HashSet<>();

  DomainReport(Directory directory, String tenant) {
    this.directory = directory;
    this.tenant = tenant;
  }

  private record Received(Session session, DomainName domain) {}

  @Override
  public String fileName() {
    return "top-domain-mailflow-status.csv";
  }

  @Override
  public void add(Delivery delivery) {
    for (Hop hop : delivery.hops()) {
      boolean counts =
          hop.sent()
              && hop.to().system().filter(tenant::equals).isPresent()
              && !hop.from().system().equals(tenant)
              && !AuthClientsReport.isSubmission(hop)
              && hop.at().isAfter(directory.end().minus(LOOKED_AT));
      Received message = new Received(Session.of(delivery, hop), delivery.recipient().domain());
      if (counts && seen.add(message)) {
        received.add(message);
      }
    }
  }

  @Override
  public Table table() {
    Table table =
        new Table(
            ImmutableList.of(
                "Domain",
                "Domain status",
                "Previous MX record",
                "Current MX record",
                "Email received (past 6 hours)"));
    directory
        .tenant(tenant, directory.end())
        .map(Tenant::acceptedDomains)
        .orElse(ImmutableList.of())
        .forEach(domain -> row(table, domain));
    return table;
  }

  private void row(Table table, AcceptedDomain accepted) {
    DomainName domain = accepted.pattern().domain();
    List<String> mx = directory.mxHistory(domain);
    String current = mx.get(mx.size() - 1);
    String previous = mx.size() > 1 ? mx.get(mx.size() - 2) : "";
    long count = received.stream().filter(r -> accepted.covers(r.domain())).count();
    table.row(
        domain.toString(),
        isHealthy(previous, current, count) ? "Healthy" : "Error",
        previous,
        current,
        String.valueOf(count));
  }

  /**
   * Taken as an error: no MX record, or another one than before and no message in six hours. The
   * page speaks of problems with MX records and of domains that receive nothing.
   */
  private static boolean isHealthy(String previous, String current, long count) {
    return !current.isEmpty() && (previous.isEmpty() || count > 0);
  }
}
