package exsim.scenarios.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.net.IpAddress;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.ServerRole;
import exsim.model.onprem.TransportSettings;
import exsim.model.onprem.TransportSettings.DnsServers;
import exsim.model.onprem.TransportSettings.Retries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransportServicesTest {
  private static final DnsServers ADAPTER = new DnsServers(true, ImmutableList.of());

  private final Findings findings = Findings.of(ObjectText.FILE);

  private TransportServices decode(ExchangeVersion version, ServerRole role, String members) {
    ServerFacts server = new ServerFacts("EX1", Optional.empty(), version, ImmutableSet.of(role));
    return TransportServices.decode(ObjectText.object("{" + members + "}"), server, findings);
  }

  @ParameterizedTest
  @CsvSource({
    "E2010, HUB_TRANSPORT, 15, 5, 10, 20",
    "E2013, MAILBOX, 5, 5, 10, 40",
    "SE, MAILBOX, 5, 5, 10, 40",
    "E2010, EDGE_TRANSPORT, 15, 10, 30, 20",
    "E2019, EDGE_TRANSPORT, 5, 10, 30, 40"
  })
  void defaults_are_those_of_the_version_and_the_role(
      ExchangeVersion version, ServerRole role, int message, int early, int late, int perDomain) {
    TransportServices service = decode(version, role, "");

    assertEquals(
        new TransportServices(
            new TransportSettings(
                new Retries(
                    Duration.ofMinutes(message),
                    6,
                    Duration.ofMinutes(early),
                    Duration.ofMinutes(late)),
                Duration.ofDays(2),
                Duration.ofHours(4),
                OptionalInt.of(perDomain),
                ADAPTER,
                ADAPTER,
                false),
            false,
            Optional.empty(),
            true),
        service);
  }

  @Test
  void what_is_stated_wins() {
    TransportServices service =
        decode(
            ExchangeVersion.E2019,
            ServerRole.MAILBOX,
            "'MessageExpirationTimeout':'1.00:00:00','TransientFailureRetryCount':0,"
                + "'MaxPerDomainOutboundConnections':'Unlimited',"
                + "'UseDowngradedExchangeServerAuth':true,"
                + "'ExternalDNSAdapterEnabled':false,'ExternalDNSServers':['192.0.2.53']");

    assertEquals(Duration.ofDays(1), service.settings().messageExpirationTimeout());
    assertEquals(0, service.settings().retries().transientFailureRetryCount());
    assertEquals(OptionalInt.empty(), service.settings().maxPerDomainOutboundConnections());
    assertEquals(
        new DnsServers(false, ImmutableList.of(IpAddress.parse("192.0.2.53"))),
        service.settings().externalDns());
    assertEquals(true, service.downgradedExchangeAuth());
    assertEquals(List.of(), findings.problems().all());
  }

  @ParameterizedTest
  @CsvSource({"00:30:00, true", "00:30:01, false"})
  void a_delay_is_told_after_the_first_retries(String timeout, boolean warned) {
    decode(
        ExchangeVersion.E2019, ServerRole.MAILBOX, "'DelayNotificationTimeout':'" + timeout + "'");

    assertEquals(warned, findings.warnings().all().toString().contains("CFG-118 "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'TransientFailureRetryCount':16 | TransientFailureRetryCount: it is 0 to 15, not 16",
        "'MessageRetryInterval':'1.00:00:01' | MessageRetryInterval: it is 00:00:01 to 1.00:00:00,"
            + " not `1.00:00:01`",
        "'OutboundConnectionFailureRetryInterval':'00:00:00' |"
            + " OutboundConnectionFailureRetryInterval: it is 00:00:01 to 20.00:00:00, not"
            + " `00:00:00`",
        "'MaxPerDomainOutboundConnections':0 | MaxPerDomainOutboundConnections: it is 1 to"
            + " 2147483647, not 0",
        "'ExternalDNSServers':['dns'] | ExternalDNSServers: `dns` is not an IP address"
      })
  void what_is_out_of_range_is_refused_at_its_place(String members, String expected) {
    decode(ExchangeVersion.E2019, ServerRole.MAILBOX, members);

    assertEquals("CFG-071 " + expected, findings.problems().all().get(0).what());
  }
}
