package exsim.scenarios.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.ServerRole;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PropertyTablesTest {
  @ParameterizedTest
  @EnumSource(ObjectKind.class)
  void every_table_can_be_read_and_every_default_is_legal(ObjectKind kind) {
    for (Property<?> property : kind.properties().all()) {
      for (ExchangeVersion version : ExchangeVersion.values()) {
        for (ServerRole role : List.of(ServerRole.MAILBOX, ServerRole.EDGE_TRANSPORT)) {
          ServerFacts server =
              new ServerFacts("EX1", Optional.empty(), version, ImmutableSet.of(role));
          assertEquals(
              property.defaults().in(version, server.isEdge()).isPresent(),
              property.defaultFor(OrganizationFacts.of(server)).isPresent(),
              property.name());
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SEND_CONNECTOR | DNSRoutingEnabled TlsDomain ErrorPolicies SmartHosts ForceHELO"
            + " FrontendProxyEnabled CloudServicesMailEnabled RequireOorg AuthenticationCredential"
            + " SmtpMaxMessagesPerConnection ConnectorType SmartHostsString CertificateSubject"
            + " Region ConnectedDomains IsSmtpConnector SourceRoutingGroup HomeMTA HomeMtaServerId"
            + " DistinguishedName WhenChangedUTC ObjectState",
        "RECEIVE_CONNECTOR | AuthMechanism DefaultDomain SmtpUtf8Enabled"
            + " BareLinefeedRejectionEnabled ProxyEnabled AdvertiseClientSettings"
            + " ServiceDiscoveryFqdn MessageRateSource MaxInboundConnectionPercentagePerSource"
            + " ExtendedProtectionPolicy LiveCredentialEnabled Server AcceptConsumerMail"
            + " RejectSingleLabelRecipientDomains AuthTarpitInterval MaxAcknowledgementDelay",
        "INBOUND_CONNECTOR | TrustedOrganizations ClientHostNames EFTestMode ScanAndDropRecipients"
            + " EFSkipLastIP EFSkipIPs EFSkipMailGateway EFUsers AdminDisplayName IsValid",
        "OUTBOUND_CONNECTOR | SenderRewritingEnabled MtaStsMode SmtpDaneMode TestMode"
            + " ValidationRecipients IsValidated LastValidationTimestamp LinkForModifiedConnector"
      })
  void every_property_that_the_shell_prints_is_known(ObjectKind kind, String names) {
    for (String name : Splitter.on(' ').split(names)) {
      assertEquals(name, kind.properties().find(Ascii.toUpperCase(name)).orElseThrow().name());
    }
  }

  @Test
  void configuration_rules_have_ids_of_their_own_and_point_at_properties() {
    Set<String> ids = new HashSet<>();
    for (ConfigurationRule rule : ConfigurationRule.all()) {
      assertTrue(ids.add(rule.id()), rule.id());
      assertTrue(rule.id().matches("CFG-\\d{3}"), rule.id());
      assertTrue(!rule.source().isBlank(), rule.id());
      // CFG-004 is Exchange's own text, which ends in a full stop
      assertEquals(rule.id().equals("CFG-004"), rule.sentence().endsWith("."), rule.id());
      List<ObjectKind> having =
          List.of(ObjectKind.values()).stream()
              .filter(k -> k.properties().find(rule.combination().property()).isPresent())
              .toList();
      assertTrue(
          !having.isEmpty()
              || rule.combination().property().equals("Usage")
              // Schannel's keys, which belong to Windows
              || rule.combination().property().equals("clientTlsVersions")
              || rule instanceof PropertyRefusal,
          rule.id());
    }
  }
}
