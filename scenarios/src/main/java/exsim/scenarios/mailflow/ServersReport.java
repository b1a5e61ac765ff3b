package exsim.scenarios.mailflow;

import com.google.common.collect.ImmutableList;
import exsim.model.online.ConnectorType;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ExchangeVersion;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.online.InboundRule;
import exsim.simulator.online.ServiceDates;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The report of out-of-date connecting on-premises Exchange servers (EXO-REP-15): those out of
 * support that come in over a connector of type OnPremises.
 */
final class ServersReport implements Report {
  private final Directory directory;
  private final String tenant;
  private final Map<Row, Counts> rows =
      new TreeMap<>(
          Comparator.comparing(Row::server)
              .thenComparing(Row::version)
              .thenComparing(Row::connector));
  private final Set<Session> seen = new HashSet<>();

  ServersReport(Directory directory, String tenant) {
    this.directory = directory;
    this.tenant = tenant;
  }

  private record Row(String server, ExchangeVersion version, String connector) {}

  private static final class Counts {
    private int taken;
    private int throttled;
    private int blocked;
  }

  @Override
  public String fileName() {
    return "out-of-date-exchange-servers.csv";
  }

  @Override
  public void add(Delivery delivery) {
    for (Hop hop : delivery.hops()) {
      boolean here =
          hop.to().system().filter(tenant::equals).isPresent() && comesOverOnPremises(hop);
      Optional<ExchangeVersion> version = here ? outdated(hop) : Optional.empty();
      if (version.isPresent() && seen.add(Session.of(delivery, hop))) {
        count(
            rows.computeIfAbsent(
                new Row(hop.from().host(), version.get(), hop.to().connector().orElse("")),
                row -> new Counts()),
            hop);
      }
    }
  }

  private boolean comesOverOnPremises(Hop hop) {
    return directory
        .tenant(tenant, hop.at())
        .filter(
            t ->
                t.connectors().inbound().stream()
                    .filter(c -> hop.to().connector().filter(c.name()::equals).isPresent())
                    .anyMatch(c -> c.type() == ConnectorType.ON_PREMISES))
        .isPresent();
  }

  private Optional<ExchangeVersion> outdated(Hop hop) {
    return hop.from()
        .server()
        .flatMap(name -> directory.server(hop.from().system(), name, hop.at()))
        .map(ExchangeServer::version)
        .filter(v -> !hop.at().isBefore(ServiceDates.endOfSupport(v)));
  }

  private static void count(Counts counts, Hop hop) {
    if (hop.sent()) {
      counts.taken++;
    } else if (hop.why().stream().anyMatch(r -> r.rule() == InboundRule.OUTDATED)) {
      if (hop.reply().startsWith("4")) {
        counts.throttled++;
      } else {
        counts.blocked++;
      }
    }
  }

  @Override
  public Table table() {
    Table table =
        new Table(
            ImmutableList.of("Server", "Version", "Connector", "Taken", "Throttled", "Blocked"));
    rows.forEach(
        (row, counts) ->
            table.row(
                row.server(),
                "Exchange " + row.version().text() + " (" + row.version().number() + ")",
                row.connector(),
                String.valueOf(counts.taken),
                String.valueOf(counts.throttled),
                String.valueOf(counts.blocked)));
    return table;
  }
}
