package exsim.scenarios.mailflow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Streams;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.delivery.Outcome;
import exsim.simulator.online.OutboundRule;
import exsim.simulator.rule.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The queued messages report (EXO-REP-12): what waits behind connectors when the run ends. */
final class QueueReport implements Report {
  private static final Duration UNLISTED = Duration.ofHours(1);

  private final Directory directory;
  private final String tenant;
  private final List<Row> rows = new ArrayList<>();

  QueueReport(Directory directory, String tenant) {
    this.directory = directory;
    this.tenant = tenant;
  }

  private record Row(
      Instant since, String connector, String message, String recipient, String error) {}

  @Override
  public String fileName() {
    return "queued-messages.csv";
  }

  @Override
  public void add(Delivery delivery) {
    boolean waits =
        delivery.outcome() == Outcome.DEFERRED
            && Iterables.getLast(delivery.path(), "").equals(tenant);
    Optional<String> connector = waits ? connector(delivery) : Optional.empty();
    Instant since = since(delivery);
    if (connector.isPresent() && since.plus(UNLISTED).isBefore(directory.end())) {
      rows.add(
          new Row(
              since,
              connector.get(),
              delivery.message().id(),
              delivery.recipient().toString(),
              delivery.reply()));
    }
  }

  private Instant since(Delivery delivery) {
    return delivery.hops().stream()
        .filter(h -> h.sent() && h.to().system().filter(tenant::equals).isPresent())
        .map(Hop::at)
        .reduce(delivery.message().at(), (earlier, later) -> later);
  }

  /** The connector of the last attempt, or what kept one from being made. */
  private Optional<String> connector(Delivery delivery) {
    return Streams.findLast(delivery.hops().stream().filter(h -> h.from().system().equals(tenant)))
        .map(h -> h.from().connector())
        .orElseGet(
            () ->
                delivery.why().stream()
                    .filter(r -> r.rule() == OutboundRule.BY_CONNECTOR)
                    .map(QueueReport::named)
                    .findFirst());
  }

  private static String named(Reason reason) {
    return reason.facts().get("connector");
  }

  @Override
  public Table table() {
    Table table =
        new Table(
            ImmutableList.of("Queued since", "Connector", "Message", "Recipient", "Last error"));
    rows.stream()
        .sorted(Comparator.comparing(Row::since).thenComparing(Row::connector))
        .forEach(
            row ->
                table.row(
                    row.since().toString(),
                    row.connector(),
                    row.message(),
                    row.recipient(),
                    row.error()));
    return table;
  }
}
