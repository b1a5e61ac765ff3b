package exsim.simulator.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import exsim.model.dns.Zone;
import exsim.model.mail.EmailAddress;
import exsim.model.net.IpAddress;
import exsim.model.online.Tenant;
import exsim.model.tls.TlsVersion;
import exsim.model.topology.Topology;
import exsim.simulator.dns.Resolver;
import exsim.simulator.route.Receiver;
import exsim.simulator.route.Targets;
import exsim.simulator.rule.Assumption;
import exsim.simulator.smtp.Command;
import exsim.simulator.smtp.Dialogue;
import exsim.simulator.smtp.Peer;
import exsim.simulator.smtp.Reply;
import exsim.simulator.smtp.Secured;
import exsim.simulator.smtp.ServerTls;
import exsim.simulator.smtp.Session;
import exsim.simulator.smtp.SmtpServer;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The words of the MX entity and of the submission host, line by line (EXO-EP-30 to EXO-EP-45). */
class OnlineDialogueTest {
  private static final Instant NOW = Instant.parse("2025-06-01T08:00:00Z");
  private static final Instant BEFORE = Instant.parse("2019-06-01T08:00:00Z");
  private static final String MX = "FRONTEND.mail.protection.outlook.com";
  private static final String SUBMISSION = "FRONTEND.outlook.office365.com";
  private static final Command.Hello EHLO = new Command.Hello(true, "client.example");

  private final Tenant contoso =
      Made.tenant("contoso.onmicrosoft.com", ImmutableList.of("contoso.com"));

  private Receiver at(OnlineHost.Entity entity, OnlineSettings settings, Instant now, int port) {
    ImmutableList<Tenant> tenants = ImmutableList.of(contoso);
    Resolver resolver = new Resolver(Zone.EMPTY, new ServiceNames(tenants));
    OnlineService service =
        new OnlineService(
            tenants, Strangers.of(Topology.EMPTY), settings, resolver, new Targets(resolver, true));
    return new OnlineHost(service, entity).listen(peer(now, port)).orElseThrow();
  }

  private static Peer peer(Instant now, int port) {
    return new Peer(
        "somebody", IpAddress.parse("192.0.2.1"), IpAddress.parse("52.101.0.1"), port, false, now);
  }

  private Receiver mx() {
    return at(OnlineHost.Entity.MX, Made.settings(), NOW, 25);
  }

  private Receiver submission() {
    return at(OnlineHost.Entity.SUBMISSION, Made.settings(), NOW, 587);
  }

  private static Session clear(int port) {
    return Session.opened(peer(NOW, port));
  }

  private static Session secure(int port) {
    return clear(port).inside(new Secured(TlsVersion.TLS_1_2, "TLS_X", false, Optional.empty()));
  }

  private static ImmutableList<String> hello(Receiver receiver, Session session, Command hello) {
    return new SmtpServer(receiver).step(session, hello).reply().wireLines();
  }

  @Test
  void ep_30_and_ep_40_banners_name_the_front_end_and_the_session() {
    assertEquals(
        "220 "
            + MX
            + " Microsoft ESMTP MAIL Service ready at Sun, 1 Jun 2025 08:00:00 +0000"
            + " [08DDA0E24EB4C000]",
        Dialogue.dated(mx().banner().text(), NOW));
    assertTrue(submission().banner().text().startsWith("220 " + SUBMISSION + " Microsoft ESMTP"));
    assertEquals(
        "220 " + MX + " Microsoft ESMTP MAIL Service ready at {date}",
        at(OnlineHost.Entity.MX, Made.settings(Assumption.ONLINE_WORDING, "byClock"), BEFORE, 25)
            .banner()
            .text());
  }

  @Test
  void ep_31_ep_34_and_ep_41_what_the_ehlo_reply_lists() {
    ImmutableList<String> before =
        ImmutableList.of(
            "250-SIZE 157286400",
            "250-PIPELINING",
            "250-DSN",
            "250-ENHANCEDSTATUSCODES",
            "250-STARTTLS",
            "250-8BITMIME",
            "250-BINARYMIME",
            "250-CHUNKING",
            "250 SMTPUTF8");

    ImmutableList<String> mx = hello(mx(), clear(25), EHLO);
    ImmutableList<String> mxInside = hello(mx(), secure(25), EHLO);
    ImmutableList<String> submission = hello(submission(), clear(587), EHLO);

    assertEquals("250-" + MX + " Hello [192.0.2.1]", mx.get(0));
    assertEquals(before, mx.subList(1, mx.size()));
    assertEquals(before, submission.subList(1, submission.size()));
    assertEquals(
        before.stream().filter(k -> !k.contains("STARTTLS")).toList(),
        mxInside.subList(1, mxInside.size()),
        "neither STARTTLS nor AUTH inside TLS");
  }

  @Test
  void ep_32_helo_gets_one_line_at_either_host() {
    Command helo = new Command.Hello(false, "client.example");

    assertEquals(
        ImmutableList.of("250 " + MX + " Hello [192.0.2.1]"), hello(mx(), clear(25), helo));
    assertEquals(1, hello(submission(), secure(587), helo).size());
  }

  @Test
  void ep_34_and_ep_35_starttls_is_taken_and_a_certificate_asked_for_but_not_insisted_on() {
    SmtpServer server = new SmtpServer(mx());
    Session greeted = server.step(clear(25), EHLO).session();

    SmtpServer.Step step = server.step(greeted, new Command.StartTls());

    assertEquals("220 2.0.0 SMTP server ready", step.reply().text());
    assertTrue(step.startsTls());
    assertEquals(ServerTls.ClientCertificate.REQUESTED, mx().tls().clientCertificate());
    assertEquals(ServerTls.ClientCertificate.IGNORED, submission().tls().clientCertificate());
  }

  @Test
  void ep_36_refusals_end_in_a_tag_and_other_replies_do_not() {
    SmtpServer server = new SmtpServer(mx());
    Reply refused = server.step(clear(25), new Command.StartTls()).reply();
    Reply old =
        new SmtpServer(
                at(
                    OnlineHost.Entity.MX,
                    Made.settings(Assumption.ONLINE_WORDING, "byClock"),
                    BEFORE,
                    25))
            .step(Session.opened(peer(BEFORE, 25)), new Command.StartTls())
            .reply();

    assertEquals(
        "503 5.5.2 Send hello first [FRONTEND.FOREST.PROD.OUTLOOK.COM 2025-06-01T08:00:00.000Z"
            + " 08DDA0E24EB4C000]",
        Dialogue.dated(refused.text(), NOW));
    assertEquals("503 5.5.2 Send hello first [" + MX + "]", old.text());
    assertEquals("250 2.0.0 OK", server.step(clear(25), new Command.Noop()).reply().text());
  }

  @Test
  void ep_42_inside_tls_auth_stands_in_the_place_of_starttls_without_plain() {
    ImmutableList<String> inside = hello(submission(), secure(587), EHLO);
    SmtpServer server = new SmtpServer(submission());
    Session greeted = server.step(secure(587), EHLO).session();
    EmailAddress alice = EmailAddress.parse("alice@contoso.com");

    assertEquals(
        ImmutableList.of("250-ENHANCEDSTATUSCODES", "250-AUTH LOGIN XOAUTH2", "250-8BITMIME"),
        inside.subList(4, 7));
    assertTrue(
        server
            .step(greeted, new Command.Auth("PLAIN", alice))
            .reply()
            .text()
            .startsWith("504 5.7.4 Unrecognized authentication type"));
    assertTrue(
        server
            .step(greeted, new Command.Auth("LOGIN", alice))
            .reply()
            .text()
            .startsWith(
                "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled"
                    + " for the Tenant."));
  }
}
