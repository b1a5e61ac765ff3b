package exsim.simulator.onprem.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.mail.EmailAddress;
import exsim.model.onprem.AuthMechanism;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.Organization.TransportConfig;
import exsim.model.onprem.PermissionGroup;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.onprem.TlsDomainCapability;
import exsim.model.topology.Topology;
import exsim.simulator.onprem.Made;
import exsim.simulator.onprem.OrganizationView;
import exsim.simulator.rule.Rule;
import exsim.simulator.smtp.Command;
import exsim.simulator.smtp.Session;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client certificate opens: RC-022 for the cloud's mail, DSEC-002 for a partner's. */
class CloudAndPartnerRightsTest {
  private static final DomainName FOREIGN = DomainName.parse("fabrikam.com");

  private static Session showing(String name, String issuer, String until) {
    return Made.secure(
        false,
        Optional.of(Made.installed(name, name, issuer, "2024-01-01", until, true).certificate()));
  }

  private static SessionRights rights(
      boolean domainSecure, PermissionGroup group, String capability, String secureDomain) {
    ReceiveConnector plain = Made.receive("R", true, ImmutableList.of("0.0.0.0:25"), "0.0.0.0/0");
    ReceiveConnector connector =
        Made.secured(
            plain,
            new ReceiveConnector.Security(
                ImmutableSet.of(AuthMechanism.TLS),
                ImmutableSet.of(group),
                false,
                domainSecure,
                false,
                Optional.empty(),
                ImmutableList.of(
                    new TlsDomainCapability(
                        new TlsDomainCapability.Peer.OfDomain(
                            DomainPattern.parse("mail.protection.outlook.com")),
                        ImmutableList.of("Other", capability)))));
    ExchangeServer server = Made.server("EX1", "HQ", connector);
    return new SessionRights(
        new OrganizationView(
            Made.organization(
                new TransportConfig(
                    ImmutableSet.of(), ImmutableSet.of(DomainName.parse(secureDomain))),
                server),
            Topology.EMPTY,
            null),
        server,
        connector,
        Made.NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "mail.protection.outlook.com, public, 2025-01-01, AcceptCloudServicesMail, true",
    "mail.protection.outlook.com, public, 2025-01-01, acceptcloudservicesmail, true",
    "mail.protection.outlook.com, public, 2025-01-01, AcceptOorgProtocol, true",
    "mail.protection.outlook.com, public, 2025-01-01, AcceptNothing, false",
    "mail.protection.outlook.com, public, 2024-05-01, AcceptCloudServicesMail, false",
    "mail.contoso.com, public, 2025-01-01, AcceptCloudServicesMail, false"
  })
  void only_a_valid_certificate_of_the_domain_relays_and_only_by_its_capability(
      String name, String issuer, String until, String capability, boolean relays) {
    Session session = showing(name, issuer, until);
    SessionRights rights =
        rights(false, PermissionGroup.ANONYMOUS_USERS, capability, "other.example");

    assertEquals(
        relays ? ReceiveRule.CLOUD_MAY_RELAY : ReceiveRule.NO_RELAY,
        rights.mayAddress(session, FOREIGN).because().rule());
  }

  @Test
  void without_a_certificate_nobody_is_the_cloud() {
    SessionRights rights =
        rights(false, PermissionGroup.ANONYMOUS_USERS, "AcceptCloudServicesMail", "other.example");

    assertEquals(
        ReceiveRule.NO_RELAY,
        rights.mayAddress(Made.secure(false, Optional.empty()), FOREIGN).because().rule());
    assertEquals(ReceiveRule.NO_RELAY, rights.mayAddress(Made.clear(), FOREIGN).because().rule());
  }

  @ParameterizedTest
  @CsvSource({
    "partner.example, public, 2025-01-01, true, PARTNERS, partner.example, true",
    "partner.example, public, 2025-01-01, false, PARTNERS, partner.example, false",
    "partner.example, public, 2025-01-01, true, EXCHANGE_USERS, partner.example, false",
    "partner.example, public, 2025-01-01, true, PARTNERS, other.example, false",
    "partner.example, self, 2025-01-01, true, PARTNERS, partner.example, false",
    "partner.example, public, 2024-05-01, true, PARTNERS, partner.example, false",
    "else.example, public, 2025-01-01, true, PARTNERS, partner.example, false"
  })
  void a_partner_is_in_the_list_and_proves_its_domain_to_a_connector_with_domain_security(
      String name,
      String issuer,
      String until,
      boolean domainSecure,
      PermissionGroup group,
      String listed,
      boolean partner) {
    Command.Mail mail =
        new Command.Mail(
            Optional.of(EmailAddress.parse("someone@partner.example")),
            OptionalLong.empty(),
            false);

    Rule rule =
        rights(domainSecure, group, "Other", listed)
            .maySubmit(showing(name, issuer, until), mail)
            .because()
            .rule();

    assertEquals(partner ? ReceiveRule.PARTNER_ALLOWED : ReceiveRule.NOT_AUTHENTICATED, rule);
  }
}
