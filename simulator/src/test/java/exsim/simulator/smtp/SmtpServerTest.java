package exsim.simulator.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.EmailAddress;
import exsim.model.net.IpAddress;
import exsim.model.tls.TlsVersion;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Session.Identity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The order of commands, which every kind of server keeps alike. */
class SmtpServerTest {
  private static final EmailAddress ALICE = EmailAddress.parse("alice@a.example");
  private static final EmailAddress BOB = EmailAddress.parse("bob@b.example");
  private static final Command EHLO = new Command.Hello(true, "client.example");
  private static final Command MAIL =
      new Command.Mail(Optional.of(ALICE), OptionalLong.empty(), false);
  private static final Command RCPT = new Command.Rcpt(BOB);
  private static final Secured TLS =
      new Secured(
          TlsVersion.TLS_1_2, "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", false, Optional.empty());

  /** A listener that takes everything, or everything inside TLS. */
  private record Open(ServerTls.StartTls startTls, boolean requireTls) implements Listener {
    @Override
    public String system() {
      return "open";
    }

    @Override
    public Reply banner() {
      return Reply.of("220 open ESMTP");
    }

    @Override
    public String helloText(Session session) {
      return "open";
    }

    @Override
    public ImmutableList<String> keywords(Session session) {
      return session.secure()
          ? ImmutableList.of("SIZE", "AUTH NTLM LOGIN", "X-EXPS GSSAPI NTLM")
          : ImmutableList.of("SIZE", "AUTH LOGIN", "STARTTLS");
    }

    @Override
    public ServerTls tls() {
      return new ServerTls(
          startTls,
          ImmutableSet.of(TlsVersion.TLS_1_2),
          Optional.empty(),
          Optional.empty(),
          ServerTls.ClientCertificate.IGNORED,
          Reason.of(SmtpRule.UNRECOGNIZED));
    }

    @Override
    public Optional<Verdict> refusesClear(Session session, Command command) {
      return requireTls
          ? Optional.of(verdict("451 5.7.3 Must issue a STARTTLS command first"))
          : Optional.empty();
    }

    @Override
    public Verdict authenticate(Session session, Command.Auth auth) {
      return verdict("235 2.7.0 Authentication successful");
    }

    @Override
    public Verdict mail(Session session, Command.Mail mail) {
      return verdict("250 2.1.0 Sender OK");
    }

    @Override
    public Verdict recipient(Session session, Command.Mail mail, EmailAddress recipient) {
      return recipient.equals(BOB)
          ? verdict("250 2.1.5 Recipient OK")
          : verdict("550 5.1.1 unknown");
    }

    @Override
    public Verdict content(Session session, Command.Content content) {
      return verdict("250 2.6.0 Queued mail for delivery");
    }

    @Override
    public Optional<Reason> tlsDemand(Command.Mail mail, EmailAddress recipient) {
      return Optional.empty();
    }

    private static Verdict verdict(String reply) {
      return new Verdict(Reply.of(reply), Reason.of(SmtpRule.UNRECOGNIZED));
    }
  }

  private static final SmtpServer SERVER =
      new SmtpServer(new Open(ServerTls.StartTls.OFFERED, false));

  private static Session opened() {
    return Session.opened(
        new Peer(
            "client",
            IpAddress.parse("192.0.2.1"),
            IpAddress.parse("192.0.2.2"),
            25,
            false,
            Instant.parse("2024-06-01T00:00:00Z")));
  }

  private static SmtpServer.Step play(SmtpServer server, Session session, Command... commands) {
    SmtpServer.Step last = null;
    Session now = session;
    for (Command command : commands) {
      last = server.step(now, command);
      now = last.session();
    }
    return last;
  }

  private static int code(Command... commands) {
    return play(SERVER, opened(), commands).reply().code();
  }

  @Test
  void everything_but_greetings_wants_a_greeting_first() {
    for (Command command : List.of(MAIL, RCPT, new Command.Data(), new Command.StartTls())) {
      SmtpServer.Step step = SERVER.step(opened(), command);

      assertEquals(503, step.reply().code(), command::line);
      assertEquals(SmtpRule.OUT_OF_ORDER, step.because().orElseThrow().rule());
    }
    assertEquals(250, code(new Command.Noop()));
    assertEquals(221, code(new Command.Quit()));
  }

  @Test
  void helo_is_answered_on_one_line_and_ehlo_with_the_keywords() {
    assertEquals(
        ImmutableList.of("250-open", "250-SIZE", "250-AUTH LOGIN", "250 STARTTLS"),
        play(SERVER, opened(), EHLO).reply().wireLines());
    assertEquals(
        ImmutableList.of("250 open"),
        play(SERVER, opened(), new Command.Hello(false, "c")).reply().wireLines());
  }

  @Test
  void a_transaction_goes_from_mail_over_rcpt_to_data() {
    assertEquals(503, code(EHLO, RCPT));
    assertEquals(503, code(EHLO, MAIL, new Command.Data()));
    assertEquals(503, code(EHLO, MAIL, MAIL));
    assertEquals(354, code(EHLO, MAIL, RCPT, new Command.Data()));
    assertEquals(
        250,
        code(EHLO, MAIL, RCPT, new Command.Data(), new Command.Content(1, ImmutableList.of())));
    assertEquals(503, code(EHLO, MAIL, RCPT, new Command.Content(1, ImmutableList.of())));
  }

  @Test
  void a_refused_recipient_is_not_among_those_who_get_the_message() {
    SmtpServer.Step refused = play(SERVER, opened(), EHLO, MAIL, new Command.Rcpt(ALICE));

    assertEquals(550, refused.reply().code());
    assertEquals(503, SERVER.step(refused.session(), new Command.Data()).reply().code());
  }

  @Test
  void rset_and_a_new_greeting_end_the_transaction_and_keep_who_authenticated() {
    Command auth = new Command.Auth("LOGIN", ALICE);
    for (Command end : List.of(new Command.Reset(), EHLO)) {
      Session session = play(SERVER, opened(), EHLO, auth, MAIL, RCPT, end).session();

      assertEquals(Optional.empty(), session.mail());
      assertEquals(ImmutableList.of(), session.recipients());
      assertEquals(Optional.of(new Identity.User(ALICE)), session.identity());
    }
  }

  @Test
  void after_a_message_the_next_one_may_follow() {
    Command data = new Command.Data();
    Command content = new Command.Content(1, ImmutableList.of());

    assertEquals(250, code(EHLO, MAIL, RCPT, data, content, MAIL, RCPT));
    assertEquals(503, code(EHLO, MAIL, RCPT, data, content, RCPT));
  }

  @Test
  void starttls_leads_to_a_handshake_and_is_unknown_inside_tls() {
    SmtpServer.Step ready = play(SERVER, opened(), EHLO, new Command.StartTls());
    SmtpServer.Step inside =
        play(SERVER, ready.session().inside(TLS), EHLO, new Command.StartTls());

    assertEquals("220 2.0.0 SMTP server ready", ready.reply().text());
    assertTrue(ready.startsTls());
    assertEquals(500, inside.reply().code());
    assertFalse(inside.startsTls());
  }

  @Test
  void a_session_forgets_inside_tls_what_was_said_before() {
    Session before = play(SERVER, opened(), EHLO, MAIL, RCPT).session();

    Session inside = before.inside(TLS);

    assertEquals(Optional.empty(), inside.greeting());
    assertEquals(Optional.empty(), inside.mail());
    assertEquals(503, SERVER.step(inside, MAIL).reply().code());
  }

  @Test
  void each_way_of_not_doing_starttls_has_its_reply() {
    assertEquals(454, startTls(ServerTls.StartTls.UNAVAILABLE));
    assertEquals(502, startTls(ServerTls.StartTls.UNKNOWN_COMMAND));
    assertEquals(500, startTls(ServerTls.StartTls.ABSENT));
  }

  private static int startTls(ServerTls.StartTls does) {
    SmtpServer server = new SmtpServer(new Open(does, false));
    return play(server, opened(), EHLO, new Command.StartTls()).reply().code();
  }

  @Test
  void a_server_that_demands_tls_takes_only_what_leads_to_it() {
    SmtpServer strict = new SmtpServer(new Open(ServerTls.StartTls.OFFERED, true));
    Session greeted = play(strict, opened(), EHLO).session();

    for (Command command :
        List.of(EHLO, new Command.Hello(false, "c"), new Command.Noop(), new Command.Quit())) {
      assertTrue(strict.step(greeted, command).reply().positive(), command::line);
    }
    assertTrue(strict.step(greeted, new Command.StartTls()).startsTls());
    for (Command command :
        List.of(MAIL, RCPT, new Command.Data(), new Command.Auth("LOGIN", ALICE))) {
      assertEquals(451, strict.step(greeted, command).reply().code(), command::line);
    }
    assertEquals(250, play(strict, greeted.inside(TLS), EHLO, MAIL).reply().code());
  }

  @Test
  void x_anonymoustls_and_x_exps_work_only_where_they_are_listed() {
    assertEquals(500, code(EHLO, new Command.AnonymousTls()));
    assertEquals(500, code(EHLO, new Command.ExchangeAuth("GSSAPI", "EX1")));
    assertEquals(
        235,
        play(SERVER, opened().inside(TLS), EHLO, new Command.ExchangeAuth("GSSAPI", "EX1"))
            .reply()
            .code());
  }

  /** X-EXPS lists mechanisms of its own. */
  @Test
  void auth_takes_no_mechanism_that_is_listed_behind_another_keyword() {
    Session inside = opened().inside(TLS);

    assertEquals(504, play(SERVER, inside, EHLO, new Command.Auth("GSSAPI", ALICE)).reply().code());
    assertEquals(235, play(SERVER, inside, EHLO, new Command.Auth("NTLM", ALICE)).reply().code());
  }

  @Test
  void what_nobody_knows_is_answered_and_costs_nothing() {
    SmtpServer.Step step = play(SERVER, opened(), EHLO, MAIL, new Command.Unknown("FOO"));

    assertEquals("500 5.3.3 Unrecognized command", step.reply().text());
    assertTrue(step.session().mail().isPresent());
  }

  @Test
  void a_closed_session_answers_nothing() {
    Session closed = play(SERVER, opened(), new Command.Quit()).session();

    assertThrows(IllegalStateException.class, () -> SERVER.step(closed, EHLO));
  }
}
