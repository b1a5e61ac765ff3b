package exsim.simulator.onprem.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.EmailAddress;
import exsim.model.onprem.AuthMechanism;
import exsim.model.onprem.ExchangeServer.Installed;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.PermissionGroup;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.onprem.ReceiveConnector.SizeMode;
import exsim.model.topology.Topology;
import exsim.simulator.onprem.Made;
import exsim.simulator.onprem.OrganizationView;
import exsim.simulator.smtp.Command;
import exsim.simulator.smtp.Session;
import exsim.simulator.smtp.SmtpRule;
import exsim.simulator.smtp.SmtpServer;
import exsim.simulator.smtp.SmtpServer.Step;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a Receive connector says to what a person may type (REP-01 to REP-21 of the catalogue). */
class ExchangeSessionTest {
  private static final EmailAddress STRANGER = EmailAddress.parse("x@elsewhere.example");
  private static final Command EHLO = new Command.Hello(true, "client.example");
  private static final Command STARTTLS = new Command.StartTls();
  private static final Command MAIL = mail(OptionalLong.empty());
  private static final Command RCPT = new Command.Rcpt(EmailAddress.parse("ann@own.example"));
  private static final Command LOGIN = new Command.Auth("LOGIN", STRANGER);
  private static final Installed CERTIFICATE =
      Made.installed("own", "EX1.contoso.com", "self", "2020-01-01", "2030-01-01", true);

  private static final SmtpServer DEFAULT =
      server(
          CERTIFICATE,
          Made.receive(
              "Default Frontend",
              "0.0.0.0:25",
              ImmutableSet.of(
                  AuthMechanism.TLS,
                  AuthMechanism.INTEGRATED,
                  AuthMechanism.BASIC_AUTH,
                  AuthMechanism.BASIC_AUTH_REQUIRE_TLS),
              ImmutableSet.of(PermissionGroup.ANONYMOUS_USERS, PermissionGroup.EXCHANGE_USERS),
              SizeMode.ENABLED,
              false,
              "0.0.0.0/0"));

  private static Command mail(OptionalLong size) {
    return new Command.Mail(Optional.of(STRANGER), size, false);
  }

  private static SmtpServer server(Installed certificate, ReceiveConnector connector) {
    OrganizationView view =
        new OrganizationView(
            Made.organization(
                ImmutableList.of(),
                null,
                Made.server(
                    "EX1", "HQ", ExchangeVersion.E2016, ImmutableList.of(certificate), connector)),
            Topology.EMPTY,
            null);
    return new SmtpServer(
        new ExchangeHost(view, view.nodes().get(0)).listen(Made.peer("192.0.2.1")).orElseThrow());
  }

  private static Step play(SmtpServer server, Session from, Command... commands) {
    Session session = from;
    Step last = null;
    for (Command command : commands) {
      last = server.step(session, command);
      session = last.session();
    }
    return last;
  }

  private static String says(Command... commands) {
    return play(DEFAULT, Made.clear(), commands).reply().text();
  }

  private static String saysInsideTls(Command... commands) {
    return play(DEFAULT, Made.secure(false, Optional.empty()), commands).reply().text();
  }

  @Test
  void ehlo_001_and_003_banner_and_greeting_name_the_server_and_the_peer() {
    assertEquals(
        "220 ex1.contoso.com Microsoft ESMTP MAIL Service ready at {date}",
        DEFAULT.listener().banner().text());
    assertEquals(
        "ex1.contoso.com Hello [192.0.2.1]",
        play(DEFAULT, Made.clear(), EHLO).reply().lines().get(0));
    assertEquals(
        "250 ex1.contoso.com Hello [192.0.2.1]", says(new Command.Hello(false, "client.example")));
  }

  @Test
  void rep_01_starttls() {
    assertEquals("220 2.0.0 SMTP server ready", says(EHLO, STARTTLS));
  }

  @Test
  void rep_14_a_wrong_user() {
    assertEquals("535 5.7.3 Authentication unsuccessful", saysInsideTls(EHLO, LOGIN));
  }

  @Test
  void rep_15_a_bad_name_in_ehlo() {
    for (String name : ImmutableList.of("my scanner", "[fax]", "a,b")) {
      assertEquals("501 5.5.4 Invalid domain name", says(new Command.Hello(true, name)), name);
    }
    for (String name :
        ImmutableList.of("", "a", "a_b.example", "[192.0.2.1]", "[IPv6:2001:db8::1]")) {
      assertTrue(says(new Command.Hello(true, name)).startsWith("250 "), name);
    }
  }

  @Test
  void rep_17_what_nobody_knows() {
    assertEquals("500 5.3.3 Unrecognized command", says(EHLO, new Command.Unknown("FOO")));
    assertEquals(
        "500 5.3.3 Unrecognized command", says(EHLO, new Command.ExchangeAuth("GSSAPI", "EX2")));
  }

  @Test
  void rep_18_mail_before_ehlo() {
    assertEquals("503 5.5.2 Send hello first", says(MAIL));
  }

  @Test
  void rep_21_a_size_above_the_limit_at_mail_from_and_behind_the_last_byte() {
    String tooLarge = "552 5.3.4 Message size exceeds fixed maximum message size";

    assertEquals(tooLarge, says(EHLO, mail(OptionalLong.of(37_748_737))));
    assertEquals("250 2.1.0 Sender OK", says(EHLO, mail(OptionalLong.of(37_748_736))));
    assertEquals(
        tooLarge,
        says(
            EHLO,
            MAIL,
            RCPT,
            new Command.Data(),
            new Command.Content(37_748_737, ImmutableList.of())));
  }

  /** RC-036: those before stay accepted. */
  @Test
  void rep_16_the_recipient_after_the_last() {
    Command[] session = new Command[203];
    Arrays.fill(session, RCPT);
    session[0] = EHLO;
    session[1] = MAIL;
    Step last = play(DEFAULT, Made.clear(), session);

    assertEquals("452 4.5.3 Too many recipients", last.reply().text());
    assertEquals(200, last.session().recipients().size());
    assertEquals(354, DEFAULT.step(last.session(), new Command.Data()).reply().code());
  }

  /** EHLO-016: no source gives the reply, so it says that it is assumed. */
  @Test
  void starttls_that_is_not_listed() {
    Installed other = Made.installed("x", "x.example", "public", "2020-01-01", "2030-01-01", true);
    SmtpServer server = server(other, Made.receive("Default Frontend", "0.0.0.0:25", "0.0.0.0/0"));
    Step step = play(server, Made.clear(), EHLO, STARTTLS);

    assertFalse(step.startsTls());
    assertEquals(SmtpRule.STARTTLS_NOT_OFFERED, step.because().orElseThrow().rule());
  }

  @Test
  void starttls_with_something_behind_it() {
    Step step = play(DEFAULT, Made.clear(), EHLO, new Command.Unknown("starttls now"));

    assertEquals(501, step.reply().code());
    assertEquals(SmtpRule.NO_PARAMETERS, step.because().orElseThrow().rule());
  }

  /** EHLO-010. */
  @Test
  void login_is_unknown_until_it_is_listed() {
    assertEquals("504 5.7.4 Unrecognized authentication type", says(EHLO, LOGIN));
  }

  /** RC-037: the fifth error, and the third failed logon. */
  @Test
  void a_connector_loses_its_patience() {
    Command foo = new Command.Unknown("FOO");

    assertFalse(play(DEFAULT, Made.clear(), EHLO, foo, foo, foo, foo).session().closed());
    Step fifth = play(DEFAULT, Made.clear(), EHLO, foo, foo, foo, foo, MAIL, foo);
    assertTrue(fifth.session().closed());
    assertEquals(SmtpRule.PATIENCE_LOST, fifth.because().orElseThrow().rule());

    Session inside = Made.secure(false, Optional.empty());
    assertFalse(play(DEFAULT, inside, EHLO, LOGIN, LOGIN).session().closed());
    assertTrue(play(DEFAULT, inside, EHLO, LOGIN, LOGIN, LOGIN).session().closed());
  }
}
