package exsim.simulator.onprem.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.mail.EmailAddress;
import exsim.model.onprem.AuthMechanism;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.Organization;
import exsim.model.onprem.PermissionGroup;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.topology.Topology;
import exsim.simulator.onprem.Made;
import exsim.simulator.onprem.OrganizationView;
import exsim.simulator.onprem.Roles;
import exsim.simulator.onprem.ServerService;
import exsim.simulator.route.ReceivedForm;
import exsim.simulator.route.Receiver;
import exsim.simulator.smtp.Command;
import exsim.simulator.smtp.Session;
import exsim.simulator.smtp.Session.Identity;
import exsim.simulator.smtp.SmtpServer;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a Receive connector grants to servers of the organization, to users and to nobody. */
class ExchangeReceiverTest {
  private static final EmailAddress ANN = EmailAddress.parse("ann@own.example");
  private static final EmailAddress PARTNER = EmailAddress.parse("x@partner.example");
  private static final ReceiveConnector CONNECTOR =
      Made.secured(
          Made.receive("R", "0.0.0.0:25", "192.0.2.0/24"),
          new ReceiveConnector.Security(
              ImmutableSet.of(AuthMechanism.TLS, AuthMechanism.EXCHANGE_SERVER),
              ImmutableSet.of(
                  PermissionGroup.ANONYMOUS_USERS,
                  PermissionGroup.EXCHANGE_USERS,
                  PermissionGroup.EXCHANGE_SERVERS),
              false,
              true,
              false,
              Optional.empty(),
              ImmutableList.of()));
  private static final ExchangeServer SERVER = Made.server("EX1", "HQ", CONNECTOR);

  private static ExchangeReceiver receiver(Organization organization, ServerService service) {
    OrganizationView view = new OrganizationView(organization, Topology.EMPTY, null);
    return new ExchangeReceiver(
        view,
        view.node("EX1").orElseThrow(),
        Made.peer("192.0.2.7"),
        new ReceiveSelection(SERVER).select(Made.peer("192.0.2.7")),
        service);
  }

  private static ExchangeReceiver receiver(ServerService service) {
    return receiver(Made.organization(ImmutableList.of(), null, SERVER), service);
  }

  private static Session session(Optional<Identity> identity, int recipients) {
    Session secure = Made.secure(false, Optional.empty());
    return new Session(
        secure.peer(),
        secure.greeting(),
        secure.secured(),
        identity,
        new Session.Pending(
            Optional.of(mail()), ImmutableList.copyOf(Collections.nCopies(recipients, ANN)), false),
        secure.faults(),
        0,
        false);
  }

  private static Command.Mail mail() {
    return new Command.Mail(Optional.of(PARTNER), OptionalLong.empty(), false);
  }

  private static final Optional<Identity> SERVER_IDENTITY =
      Optional.of(new Identity.Server("ex2.contoso.com"));
  private static final Optional<Identity> USER_IDENTITY = Optional.of(new Identity.User(ANN));

  /** RC-036. */
  @Test
  void the_recipient_limit_holds_for_everybody_but_servers_of_the_organization() {
    ExchangeReceiver receiver = receiver(ServerService.FRONT_END);

    assertEquals(452, receiver.recipient(session(USER_IDENTITY, 200), mail(), ANN).reply().code());
    assertEquals(250, receiver.recipient(session(USER_IDENTITY, 199), mail(), ANN).reply().code());
    assertEquals(
        250, receiver.recipient(session(SERVER_IDENTITY, 200), mail(), ANN).reply().code());
  }

  /** DSEC-002: a server hands on what another has taken, and so proves no partner's domain. */
  @Test
  void a_secured_domain_is_proved_by_everybody_but_servers_of_the_organization() {
    ExchangeReceiver receiver =
        receiver(
            Made.organization(
                new Organization.TransportConfig(
                    ImmutableSet.of(), ImmutableSet.of(DomainName.parse("partner.example"))),
                SERVER),
            ServerService.FRONT_END);

    assertEquals(
        "451 4.7.3 The admin has temporarily disallowed this secure domain.",
        receiver.mail(session(USER_IDENTITY, 0), mail()).reply().text());
    assertEquals(250, receiver.mail(session(SERVER_IDENTITY, 0), mail()).reply().code());
  }

  @ParameterizedTest
  @CsvSource({"AUTHORITATIVE, 235", "INTERNAL_RELAY, 535", "EXTERNAL_RELAY, 535"})
  void users_log_on_in_authoritative_domains(AcceptedDomain.Type type, int code) {
    Organization organization =
        Roles.accepting(Made.organization(ImmutableList.of(), null, SERVER), "relay.example", type);

    assertEquals(
        code,
        receiver(organization, ServerService.FRONT_END)
            .authenticate(
                session(Optional.empty(), 0),
                new Command.Auth("LOGIN", EmailAddress.parse("ann@relay.example")))
            .reply()
            .code());
  }

  @Test
  void only_the_transport_service_queues_what_it_takes() {
    Command.Content content = new Command.Content(1000, ImmutableList.of());
    Session session = session(USER_IDENTITY, 1);

    assertEquals(
        ReceiveRule.QUEUED,
        receiver(ServerService.TRANSPORT).content(session, content).because().rule());
    assertEquals(
        ReceiveRule.HANDED_ON,
        receiver(ServerService.FRONT_END).content(session, content).because().rule());
  }

  @Test
  void a_name_that_is_wrong_leaves_a_session_open_and_a_missing_one_may_end_it() {
    ReceiveConnector.Extensions e = CONNECTOR.extensions();
    ReceiveConnector strict =
        new ReceiveConnector(
            "R",
            true,
            CONNECTOR.service(),
            CONNECTOR.bindings(),
            CONNECTOR.remoteRanges(),
            CONNECTOR.security(),
            CONNECTOR.fqdn(),
            new ReceiveConnector.Extensions(
                e.size(),
                e.maxMessageSize(),
                e.keywords(),
                e.enableAuthGssapi(),
                e.banner(),
                true,
                e.maxRecipients()),
            CONNECTOR.limits(),
            CONNECTOR.rejections(),
            false);
    SmtpServer server = new SmtpServer(listen(strict, "192.0.2.7"));

    SmtpServer.Step wrong = server.step(Made.clear(), new Command.Hello(true, "a,b"));
    SmtpServer.Step missing = server.step(Made.clear(), new Command.Hello(true, ""));

    assertEquals("501 5.5.4 Invalid domain name", wrong.reply().text());
    assertEquals(false, wrong.session().closed());
    assertEquals("501 5.5.4 Invalid domain name", missing.reply().text());
    assertEquals(true, missing.session().closed());
  }

  private static Receiver listen(ReceiveConnector connector, String peer) {
    ExchangeServer server = Made.server("EX1", "HQ", connector);
    OrganizationView view =
        new OrganizationView(
            Made.organization(ImmutableList.of(), null, server), Topology.EMPTY, null);
    return new ExchangeHost(view, view.node("EX1").orElseThrow())
        .listen(Made.peer(peer))
        .orElseThrow();
  }

  @Test
  void a_peer_of_no_connector_hears_a_banner_and_nothing_else() {
    Receiver closed = listen(CONNECTOR, "198.51.100.1");

    assertEquals("421 4.3.2 Service not available", closed.banner().text());
    assertEquals("contoso", closed.system());
    assertEquals(
        new Receiver.Stamp(ReceivedForm.TRANSPORT, "ex1.contoso.com", "15.1"), closed.stamp());
    assertThrows(IllegalStateException.class, () -> closed.keywords(Made.clear()));
  }
}
