package exsim.simulator.onprem.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.net.HostPort;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.SendConnector;
import exsim.model.onprem.TransportSettings;
import exsim.simulator.onprem.Made;
import exsim.simulator.onprem.Roles;
import exsim.simulator.route.RetrySchedule;
import exsim.simulator.route.RetrySchedule.Failures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a queue tries again, and what the queue is called. */
class ExchangeRetryTest {
  /** The intervals of an Edge Transport server as setup makes it, which differ from a Mailbox's. */
  private static final ExchangeRetry EDGE =
      new ExchangeRetry("e1", settings(Duration.ofMinutes(10), Duration.ofMinutes(30)));

  private static TransportSettings settings(Duration transientFailure, Duration steady) {
    TransportSettings made = Made.TRANSPORT;
    return new TransportSettings(
        new TransportSettings.Retries(Duration.ofMinutes(15), 6, transientFailure, steady),
        made.messageExpirationTimeout(),
        made.delayNotificationTimeout(),
        OptionalInt.empty(),
        made.externalDns(),
        made.internalDns(),
        false);
  }

  @ParameterizedTest
  @CsvSource({"0, 15", "1, 1", "4, 1", "5, 10", "10, 10", "11, 30", "200, 30"})
  void a_connection_is_tried_each_minute_then_by_the_transient_then_by_the_steady_interval(
      int connections, int minutes) {
    assertEquals(
        Duration.ofMinutes(minutes), EDGE.waitAfter(new Failures(connections + 1, connections)));
  }

  @Test
  void each_clock_says_which_interval_it_goes_by() {
    assertEquals(QueueRule.MESSAGE_RETRY, EDGE.because(new Failures(1, 0)).rule());
    assertEquals("15 minutes", EDGE.because(new Failures(1, 0)).facts().get("interval"));
    assertEquals(QueueRule.RETRY, EDGE.because(new Failures(1, 1)).rule());
    assertEquals("30 minutes", EDGE.because(new Failures(1, 1)).facts().get("steady"));
    assertEquals("10 minutes", EDGE.because(new Failures(1, 1)).facts().get("transient"));
    assertEquals("2 days", EDGE.because(new Failures(1, 1)).facts().get("lifetime"));
    assertEquals(Duration.ofDays(2), EDGE.lifetime());
    assertEquals("550 4.4.7 QUEUE.Expired; message expired", EDGE.expiryText("421 away"));
    assertEquals(Duration.ofHours(4), EDGE.delayNotice().orElseThrow().after());
  }

  @Test
  void no_attempt_follows_the_end_of_the_lifetime() {
    Failures first = new Failures(1, 1);
    Duration last = Duration.ofDays(2).minusMinutes(1);

    assertEquals(Optional.of(Duration.ofMinutes(1)), EDGE.nextWait(first, last, Optional.empty()));
    assertEquals(Optional.empty(), EDGE.nextWait(first, last.plusSeconds(1), Optional.empty()));
  }

  @Test
  void mail_that_is_unreachable_waits_for_a_change_alone() {
    RetrySchedule waits = EDGE.untilChange();
    Failures first = new Failures(1, 0);
    Duration day = Duration.ofDays(1);

    assertEquals(Optional.empty(), waits.nextWait(first, day, Optional.empty()));
    assertEquals(Optional.of(day), waits.nextWait(first, day, Optional.of(day)));
    assertEquals(Optional.empty(), waits.nextWait(first, day, Optional.of(day.plusSeconds(1))));
    assertEquals(Duration.ofDays(2), waits.lifetime());
    assertEquals(Duration.ofDays(2), waits.waitAfter(first));
    assertEquals(EDGE.expiryText("x"), waits.expiryText("x"));
    assertEquals(EDGE.delayNotice(), waits.delayNotice());
    assertEquals(QueueRule.UNREACHABLE, waits.because(first).rule());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 minutes",
    "1, 1 second",
    "90, 90 seconds",
    "60, 1 minute",
    "3600, 1 hour",
    "7200, 2 hours",
    "86400, 1 day",
    "90000, 25 hours"
  })
  void a_duration_is_told_in_its_largest_whole_unit(long seconds, String text) {
    assertEquals(text, ExchangeRetry.text(Duration.ofSeconds(seconds)));
  }

  private static String external(SendConnector.Routing routing) {
    SendConnector made = Made.send("Out", "*", "a1");
    return Roles.text(
        ExchangeQueues.external(
            new SendConnector(
                made.name(),
                made.enabled(),
                made.scope(),
                routing,
                made.tls(),
                made.fqdn(),
                made.maxMessageSize(),
                made.options()),
            DomainName.parse("away.example")));
  }

  private static SendConnector.Routing smart(String... hosts) {
    return new SendConnector.Routing.SmartHosts(
        List.of(hosts).stream()
            .map(h -> HostPort.parse(h, 25))
            .collect(ImmutableList.toImmutableList()),
        25,
        SendConnector.SmartHostAuth.NONE);
  }

  @Test
  void a_queue_out_is_named_by_domain_or_by_all_smart_hosts() {
    assertEquals(
        "DNS_CONNECTOR_DELIVERY away.example", external(new SendConnector.Routing.Dns(25)));
    assertEquals(
        "SMART_HOST_CONNECTOR_DELIVERY [192.0.2.1],mx.example",
        external(smart("192.0.2.1", "mx.example")));
    assertEquals("SMART_HOST_CONNECTOR_DELIVERY --", external(smart()));
  }

  private static String toSources(
      ExchangeServer from, List<ExchangeServer> sources, List<ExchangeServer> next) {
    return Roles.text(ExchangeQueues.toSources(from, Made.send("Out", "*", "x"), sources, next));
  }

  @Test
  void exchange_2010_keeps_queues_by_site_and_later_servers_by_connector() {
    ExchangeServer old = Roles.hub2010("o1", "A");
    ExchangeServer beside = Roles.mailbox("a1", "A");
    ExchangeServer away = Roles.mailbox("b1", "B");
    ExchangeServer edge = Roles.edge("e1", "B");

    assertEquals("SMTP_RELAY_WITHIN_AD_SITE A", toSources(old, List.of(beside), List.of(beside)));
    assertEquals(
        "SMTP_RELAY_TO_REMOTE_ACTIVE_DIRECTORY_SITE B",
        toSources(old, List.of(away), List.of(away)));
    assertEquals(
        "SMTP_RELAY_TO_CONNECTOR_SOURCE_SERVERS Out", toSources(old, List.of(), List.of()));
    assertEquals(
        "SMTP_RELAY_TO_CONNECTOR_SOURCE_SERVERS Out",
        toSources(beside, List.of(away), List.of(away)));
    assertEquals(
        "SMTP_RELAY_TO_REMOTE_ACTIVE_DIRECTORY_SITE B",
        toSources(beside, List.of(edge), List.of(away)));
    assertEquals(
        "SMTP_RELAY_WITHIN_AD_SITE_TO_EDGE Out", toSources(beside, List.of(edge), List.of(edge)));
    assertEquals(
        "SMTP_RELAY_WITHIN_AD_SITE Default-First-Site-Name",
        toSources(
            Roles.hub2010("o1", ""),
            List.of(Roles.mailbox("a1", "")),
            List.of(Roles.mailbox("a1", ""))));
  }
}
