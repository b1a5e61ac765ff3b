package exsim.simulator.onprem.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainName;
import exsim.model.mail.EmailAddress;
import exsim.model.onprem.AuthMechanism;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.Organization;
import exsim.model.onprem.PermissionGroup;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.topology.Topology;
import exsim.simulator.onprem.Made;
import exsim.simulator.onprem.OrganizationView;
import exsim.simulator.smtp.Command;
import exsim.simulator.smtp.Session;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** RC-070 to RC-073 of the catalogue. */
class SessionRightsTest {
  private static final DomainName OWN = DomainName.parse("own.example");
  private static final Command.Mail MAIL =
      new Command.Mail(
          Optional.of(EmailAddress.parse("someone@elsewhere.example")),
          OptionalLong.empty(),
          false);
  private static final DomainName FOREIGN = DomainName.parse("fabrikam.com");

  private static SessionRights rights(
      ExchangeVersion version,
      ImmutableSet<AuthMechanism> auth,
      ImmutableSet<PermissionGroup> groups) {
    ReceiveConnector connector =
        Made.receive(
            "R", "0.0.0.0:25", auth, groups, ReceiveConnector.SizeMode.ENABLED, false, "0.0.0.0/0");
    ExchangeServer server = Made.server("EX1", "HQ", version, ImmutableList.of(), connector);
    Organization organization = Made.organization(ImmutableList.of(), null, server);
    return new SessionRights(
        new OrganizationView(organization, Topology.EMPTY, null), server, connector, Made.NOW);
  }

  private static SessionRights rights(AuthMechanism auth, PermissionGroup... groups) {
    return rights(ExchangeVersion.E2016, ImmutableSet.of(auth), ImmutableSet.copyOf(groups));
  }

  private static Session anonymous() {
    return Made.secure(false, Optional.empty());
  }

  @Test
  void anonymous_senders_submit_to_accepted_domains_and_do_not_relay() {
    SessionRights rights = rights(AuthMechanism.TLS, PermissionGroup.ANONYMOUS_USERS);

    assertEquals(250, rights.maySubmit(anonymous(), MAIL).reply().code());
    assertEquals(250, rights.mayAddress(anonymous(), OWN).reply().code());
    assertEquals(
        "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain",
        rights.mayAddress(anonymous(), FOREIGN).reply().text());
  }

  @Test
  void exchange_2010_words_the_refusal_to_relay_otherwise() {
    SessionRights rights =
        rights(
            ExchangeVersion.E2010,
            ImmutableSet.of(AuthMechanism.TLS),
            ImmutableSet.of(PermissionGroup.ANONYMOUS_USERS));

    assertEquals(
        "550 5.7.1 Unable to relay", rights.mayAddress(anonymous(), FOREIGN).reply().text());
  }

  @Test
  void without_a_group_for_anonymous_senders_they_may_not_submit() {
    SessionRights rights = rights(AuthMechanism.TLS, PermissionGroup.EXCHANGE_USERS);

    assertEquals(530, rights.maySubmit(anonymous(), MAIL).reply().code());
    assertEquals(
        ReceiveRule.NOT_AUTHENTICATED, rights.maySubmit(anonymous(), MAIL).because().rule());
  }

  @Test
  void an_externally_secured_connector_lets_everybody_relay_who_may_submit() {
    SessionRights rights =
        rights(AuthMechanism.EXTERNAL_AUTHORITATIVE, PermissionGroup.EXCHANGE_SERVERS);

    assertEquals(250, rights.maySubmit(anonymous(), MAIL).reply().code());
    assertEquals(ReceiveRule.MAY_RELAY, rights.mayAddress(anonymous(), FOREIGN).because().rule());
    assertEquals(true, rights.bypassesSize(anonymous()));
  }
}
