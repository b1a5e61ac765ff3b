package exsim.scenarios.mailflow;

import com.google.common.collect.ImmutableList;
import exsim.model.online.InboundConnector;
import exsim.model.online.OutboundConnector;
import exsim.model.online.Tenant;
import exsim.model.tls.TlsVersion;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.rule.Assumption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The inbound messages report or the outbound messages report (EXO-REP-10): messages by day and
 * connector.
 *
 * <p>The page has no column for TLS 1.3, which therefore counts in the volume alone.
 */
final class ConnectorReport implements Report {
  private final Directory directory;
  private final String tenant;
  private final Direction direction;
  private final Map<Row, TlsUse> rows = new TreeMap<>(Row.ORDER);
  private final Set<Session> seen = new HashSet<>();

  ConnectorReport(Directory directory, String tenant, Direction direction) {
    this.directory = directory;
    this.tenant = tenant;
    this.direction = direction;
  }

  /** Which way messages go. */
  enum Direction {
    /** Into the tenant. */
    INBOUND("inbound-messages.csv", "Inbound", "From the internet without a connector"),
    /** Out of it. */
    OUTBOUND("outbound-messages.csv", "Outbound", "To the internet without a connector");

    private final String file;
    private final String word;
    private final String without;

    Direction(String file, String word, String without) {
      this.file = file;
      this.word = word;
      this.without = without;
    }
  }

  private record Row(LocalDate day, String name, String type, boolean forced) {
    static final Comparator<Row> ORDER =
        Comparator.comparing(Row::day)
            .thenComparing(Row::name)
            .thenComparing(Row::type)
            .thenComparing(Row::forced);
  }

  @Override
  public String fileName() {
    return direction.file;
  }

  @Override
  public void add(Delivery delivery) {
    for (Hop hop : delivery.hops()) {
      if (hop.sent() && isOurs(hop) && seen.add(Session.of(delivery, hop))) {
        rows.computeIfAbsent(row(hop), row -> new TlsUse()).add(hop);
      }
    }
  }

  /** What a client submits comes in over no connector and not from the Internet's hosts. */
  private boolean isOurs(Hop hop) {
    boolean leaves = hop.from().system().equals(tenant);
    boolean arrives = hop.to().system().filter(tenant::equals).isPresent();
    return direction == Direction.OUTBOUND
        ? leaves && !arrives
        : arrives && !leaves && !AuthClientsReport.isSubmission(hop);
  }

  private Row row(Hop hop) {
    LocalDate day = LocalDate.ofInstant(hop.at(), ZoneOffset.UTC);
    Optional<Tenant> now = directory.tenant(tenant, hop.at());
    return direction == Direction.INBOUND
        ? now.flatMap(t -> inbound(t, hop))
            .map(c -> row(day, c.name(), c.type().text(), forces(c, hop.at())))
            .orElseGet(() -> new Row(day, direction.without, "", false))
        : now.flatMap(t -> outbound(t, hop))
            .map(c -> row(day, c.name(), c.type().text(), c.tls().requiresTls()))
            .orElseGet(() -> new Row(day, direction.without, "", false));
  }

  private Row row(LocalDate day, String name, String type, boolean forced) {
    return new Row(day, direction.word + ": " + name, type, forced);
  }

  private static Optional<InboundConnector> inbound(Tenant tenant, Hop hop) {
    return hop.to()
        .connector()
        .flatMap(
            name ->
                tenant.connectors().inbound().stream()
                    .filter(c -> c.name().equals(name))
                    .findFirst());
  }

  private static Optional<OutboundConnector> outbound(Tenant tenant, Hop hop) {
    return hop.from()
        .connector()
        .flatMap(
            name ->
                tenant.connectors().outbound().stream()
                    .filter(c -> c.name().equals(name))
                    .findFirst());
  }

  private boolean forces(InboundConnector connector, Instant at) {
    return connector
        .restrictions()
        .requireTls()
        .orElseGet(() -> Assumption.INBOUND_REQUIRE_TLS.holdsIn(directory.topology(at)));
  }

  @Override
  public Table table() {
    Table table =
        new Table(
            ImmutableList.of(
                "Date",
                "Connector direction and name",
                "Connector type",
                "Forced TLS?",
                "No TLS",
                "TLS 1.0",
                "TLS 1.1",
                "TLS 1.2",
                "Volume"));
    rows.forEach(
        (row, use) ->
            table.row(
                row.day().toString(),
                row.name(),
                row.type(),
                row.forced() ? "True" : "False",
                use.clear(),
                use.of(TlsVersion.TLS_1_0),
                use.of(TlsVersion.TLS_1_1),
                use.of(TlsVersion.TLS_1_2),
                use.volume()));
    return table;
  }
}
