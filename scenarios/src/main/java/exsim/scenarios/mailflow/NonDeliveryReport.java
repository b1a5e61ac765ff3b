package exsim.scenarios.mailflow;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Notification;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The non-delivery details report (EXO-REP-13): messages of the tenant's own senders that it
 * returned, by day and code.
 */
final class NonDeliveryReport implements Report {
  private static final int SAMPLES_MAX = 5;

  private final Directory directory;
  private final String tenant;
  private final Map<Row, Set<String>> rows =
      new TreeMap<>(Comparator.comparing(Row::day).thenComparing(Row::code));

  NonDeliveryReport(Directory directory, String tenant) {
    this.directory = directory;
    this.tenant = tenant;
  }

  private record Row(LocalDate day, String code) {}

  @Override
  public String fileName() {
    return "non-delivery-details.csv";
  }

  @Override
  public void add(Delivery delivery) {
    for (Notification report : delivery.notifications()) {
      boolean counts =
          report.kind() == Notification.Kind.FAILED
              && report.by().equals(tenant)
              && isOurs(delivery.message().sender(), report);
      if (counts) {
        Row row =
            new Row(LocalDate.ofInstant(report.at(), ZoneOffset.UTC), report.code().orElse(""));
        rows.computeIfAbsent(row, r -> new TreeSet<>()).add(delivery.message().id());
      }
    }
  }

  private boolean isOurs(Optional<EmailAddress> sender, Notification report) {
    return sender.isPresent()
        && directory
            .tenant(tenant, report.at())
            .filter(
                t -> t.acceptedDomains().stream().anyMatch(d -> d.covers(sender.get().domain())))
            .isPresent();
  }

  @Override
  public Table table() {
    Table table = new Table(ImmutableList.of("Date", "Count", "Error code", "Sample messages"));
    rows.forEach(
        (row, messages) ->
            table.row(
                row.day().toString(),
                String.valueOf(messages.size()),
                row.code(),
                messages.stream().limit(SAMPLES_MAX).collect(Collectors.joining(" "))));
    return table;
  }
}
