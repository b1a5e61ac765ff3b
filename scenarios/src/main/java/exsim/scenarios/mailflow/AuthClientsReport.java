package exsim.scenarios.mailflow;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import exsim.model.tls.TlsVersion;
import exsim.simulator.delivery.Contact;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.online.SubmissionRule;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The SMTP AUTH clients report (EXO-REP-11): messages by sender. */
final class AuthClientsReport implements Report {
  /** Basic authentication and OAuth were not told apart before. */
  private static final Instant TOLD_APART = Instant.ofEpochSecond(1_727_740_800);

  private static final String HIGH_VOLUME = "smtp-hve.office365.com";

  private final Directory directory;
  private final String tenant;
  private final Map<String, TlsUse> senders = new TreeMap<>();
  private final Map<String, String> domains = new TreeMap<>();
  private final Set<Session> seen = new HashSet<>();

  AuthClientsReport(Directory directory, String tenant) {
    this.directory = directory;
    this.tenant = tenant;
  }

  /** Whether the client logged on. */
  static boolean isSubmission(Hop hop) {
    return hop.contact().reached().filter(Contact.Reached::authenticated).isPresent()
        && hop.why().stream().anyMatch(r -> r.rule() == SubmissionRule.AUTHENTICATED);
  }

  private static boolean isHighVolume(Hop hop) {
    return hop.why().stream().anyMatch(r -> HIGH_VOLUME.equals(r.facts().get("host")));
  }

  @Override
  public String fileName() {
    return "smtp-auth-clients.csv";
  }

  @Override
  public void add(Delivery delivery) {
    for (Hop hop : delivery.hops()) {
      boolean counts =
          hop.sent()
              && hop.to().system().filter(tenant::equals).isPresent()
              && isSubmission(hop)
              && !isHighVolume(hop);
      if (counts && seen.add(Session.of(delivery, hop))) {
        String sender = delivery.message().sender().map(EmailAddress::toString).orElse("<>");
        domains.put(sender, delivery.message().sender().map(s -> s.domain().toString()).orElse(""));
        senders.computeIfAbsent(sender, s -> new TlsUse()).add(hop);
      }
    }
  }

  @Override
  public Table table() {
    boolean apart = !directory.end().isBefore(TOLD_APART);
    ImmutableList.Builder<String> columns = ImmutableList.builder();
    columns.add("Sender address", "Domain", "TLS 1.0", "TLS 1.1", "TLS 1.2", "Messages sent");
    if (apart) {
      columns.add("Basic or OAuth");
    }
    Table table = new Table(columns.build());
    senders.forEach((sender, use) -> row(table, sender, use, apart));
    return table;
  }

  /** A device of a scenario has a password and no token. */
  private void row(Table table, String sender, TlsUse use, boolean apart) {
    ImmutableList.Builder<String> row = ImmutableList.builder();
    row.add(
        sender,
        domains.get(sender),
        use.of(TlsVersion.TLS_1_0),
        use.of(TlsVersion.TLS_1_1),
        use.of(TlsVersion.TLS_1_2),
        use.volume());
    if (apart) {
      row.add("Basic");
    }
    table.row(row.build());
  }
}
