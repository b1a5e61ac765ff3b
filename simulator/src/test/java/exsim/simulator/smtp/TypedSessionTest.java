package exsim.simulator.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.EmailAddress;
import exsim.model.net.IpAddress;
import exsim.model.net.PathEffect;
import exsim.model.tls.TlsVersion;
import exsim.simulator.rule.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A session that comes line by line. */
class TypedSessionTest {
  private static final Peer PEER =
      new Peer(
          "client",
          IpAddress.parse("203.0.113.7"),
          IpAddress.parse("192.0.2.10"),
          25,
          false,
          Instant.EPOCH);

  private final TypedSession session = session(ImmutableSet.of());

  private static TypedSession session(ImmutableSet<PathEffect> effects) {
    return new TypedSession(new Closed(), PEER, new Path(effects, "mx"));
  }

  /** A listener that demands TLS for everything. */
  private static final class Closed implements Listener {
    @Override
    public String system() {
      return "closed";
    }

    @Override
    public Reply banner() {
      return Reply.of("220 closed ESMTP");
    }

    @Override
    public String helloText(Session session) {
      return "closed";
    }

    @Override
    public ImmutableList<String> keywords(Session session) {
      return session.secure()
          ? ImmutableList.of("SIZE", "AUTH LOGIN PLAIN NTLM")
          : ImmutableList.of("SIZE", "STARTTLS");
    }

    @Override
    public ServerTls tls() {
      return new ServerTls(
          ServerTls.StartTls.OFFERED,
          ImmutableSet.of(TlsVersion.TLS_1_2),
          Optional.empty(),
          Optional.empty(),
          ServerTls.ClientCertificate.IGNORED,
          Reason.of(SmtpRule.UNRECOGNIZED));
    }

    @Override
    public Optional<Verdict> refusesClear(Session session, Command command) {
      return Optional.of(verdict("530 5.7.0 Must issue a STARTTLS command first"));
    }

    @Override
    public Verdict authenticate(Session session, Command.Auth auth) {
      return auth.user().toString().startsWith("kim@")
          ? verdict("235 2.7.0 Authentication successful")
          : verdict("535 5.7.3 Authentication unsuccessful");
    }

    @Override
    public Verdict mail(Session session, Command.Mail mail) {
      return verdict("250 2.1.0 Sender OK");
    }

    @Override
    public Verdict recipient(Session session, Command.Mail mail, EmailAddress recipient) {
      return verdict("250 2.1.5 Recipient OK");
    }

    @Override
    public Verdict content(Session session, Command.Content content) {
      return content.received().size() > 1
          ? verdict("554 5.4.6 Hop count exceeded")
          : verdict("250 2.6.0 Queued, " + content.sizeBytes() + " bytes");
    }

    @Override
    public Optional<Reason> tlsDemand(Command.Mail mail, EmailAddress recipient) {
      return Optional.empty();
    }

    private static Verdict verdict(String reply) {
      return new Verdict(Reply.of(reply), Reason.of(SmtpRule.UNRECOGNIZED));
    }
  }

  private String says(String line) {
    return session.type(line).reply().map(Reply::text).orElse("");
  }

  private void inside() {
    says("EHLO me");
    assertTrue(session.type("STARTTLS").handshake().isPresent());
    session.enter(new Secured(TlsVersion.TLS_1_2, "suite", false, Optional.empty()));
    says("EHLO me");
  }

  @Test
  void a_message_is_taken_without_its_dots_and_counted_with_its_line_ends() {
    inside();
    says("MAIL FROM:<a@a.example>");
    says("RCPT TO:<b@b.example>");
    says("RCPT TO:<c@b.example>");
    says("DATA");
    assertTrue(session.inMessage());
    says("Received: from x by y; today");
    says("");
    says("..QUIT");
    TypedSession.Answer answer = session.type(".");

    assertEquals("250 2.6.0 Queued, 39 bytes", answer.reply().orElseThrow().text());
    assertEquals(
        ImmutableList.of("Received: from x by y; today", "", ".QUIT"),
        answer.accepted().orElseThrow().lines());
    assertEquals(2, answer.accepted().orElseThrow().recipients().size());
    assertFalse(session.inMessage());
  }

  @Test
  void the_next_message_begins_anew_and_what_a_body_quotes_is_no_header() {
    inside();
    for (String body : List.of("Received: from x by y", "Received: from y by z")) {
      says("MAIL FROM:<a@a.example>");
      says("RCPT TO:<b@b.example>");
      says("DATA");
      says("Received: from w by x");
      says("");
      says(body);
      TypedSession.Answer answer = session.type(".");

      assertEquals(
          ImmutableList.of("Received: from w by x", "", body),
          answer.accepted().orElseThrow().lines());
    }
  }

  @Test
  void a_message_that_is_refused_is_not_accepted() {
    inside();
    says("MAIL FROM:<a@a.example>");
    says("RCPT TO:<b@b.example>");
    says("DATA");
    says("Received: from x by y");
    says("RECEIVED: from y by z");
    TypedSession.Answer answer = session.type(".");

    assertEquals("554 5.4.6 Hop count exceeded", answer.reply().orElseThrow().text());
    assertTrue(answer.accepted().isEmpty());
    assertEquals("503 5.5.1 Bad sequence of commands", says("DATA"));
  }

  @Test
  void credentials_are_asked_for_only_where_the_mechanism_is_listed() {
    says("EHLO me");
    assertEquals("530 5.7.0 Must issue a STARTTLS command first", says("AUTH LOGIN"));
    inside();
    assertEquals("504 5.7.4 Unrecognized authentication type", says("AUTH CRAM-MD5"));
    assertEquals("334 VXNlcm5hbWU6", says("AUTH login"));
    assertEquals("334 UGFzc3dvcmQ6", says("a2ltQGEuZXhhbXBsZQ=="));
    assertEquals("235 2.7.0 Authentication successful", says("c2VjcmV0"));
    assertTrue(session.session().identity().isPresent());
  }

  @Test
  void credentials_come_in_one_line_too() {
    inside();
    assertEquals(
        "535 5.7.3 Authentication unsuccessful", says("AUTH PLAIN AGJvYkBhLmV4YW1wbGUAc2VjcmV0"));
    assertEquals("334 ", says("AUTH PLAIN"));
    assertEquals("501 5.5.4 Invalid arguments", says("*"));
    assertEquals("334 UGFzc3dvcmQ6", says("AUTH LOGIN a2ltQGEuZXhhbXBsZQ=="));
    assertEquals("235 2.7.0 Authentication successful", says("eA=="));
  }

  @Test
  void credentials_that_cannot_be_read_are_malformed_and_the_session_goes_on() {
    inside();
    assertEquals("334 UGFzc3dvcmQ6", says("AUTH LOGIN !!!"));
    assertEquals("501 5.5.4 Invalid arguments", says("eA=="));
    assertEquals("501 5.5.4 Invalid arguments", says("AUTH PLAIN eA=="));
    assertEquals("501 5.5.4 Invalid arguments", says("AUTH NTLM eA=="));
    assertEquals("501 5.5.4 Invalid arguments", says("AUTH PLAIN AGtpbQB4"));
    assertEquals("500 5.3.3 Unrecognized command", says("AUTH"));
    assertEquals("250 2.0.0 OK", says("NOOP"));
  }

  @Test
  void something_on_the_way_hides_starttls() {
    TypedSession stripped = session(ImmutableSet.of(PathEffect.STRIP_STARTTLS));
    assertEquals("250 closed SIZE", stripped.type("EHLO me").reply().orElseThrow().text());
    TypedSession rewritten = session(ImmutableSet.of(PathEffect.REWRITE_EHLO));
    assertEquals("250 closed", rewritten.type("EHLO me").reply().orElseThrow().text());
  }

  @Property(tries = 300)
  void no_lines_whatever_get_mail_in_without_tls(@ForAll("lines") List<String> lines) {
    TypedSession typed = session(ImmutableSet.of());
    for (String line : lines) {
      if (!typed.over()) {
        TypedSession.Answer answer = typed.type(line);
        assertTrue(answer.accepted().isEmpty());
        assertTrue(typed.session().mail().isEmpty() && typed.session().identity().isEmpty());
      }
    }
  }

  @Provide
  Arbitrary<List<String>> lines() {
    Arbitrary<String> sensible =
        Arbitraries.of(
            "EHLO me",
            "HELO me",
            "STARTTLS",
            "AUTH LOGIN",
            "AUTH PLAIN AGtpbUBhLmV4YW1wbGUAc2VjcmV0",
            "MAIL FROM:<a@a.example>",
            "RCPT TO:<b@b.example>",
            "DATA",
            ".",
            "RSET",
            "QUIT",
            "X-ANONYMOUSTLS",
            "X-EXPS GSSAPI");
    return Arbitraries.oneOf(sensible, sensible, Arbitraries.strings().ofMaxLength(40))
        .list()
        .ofMaxSize(30);
  }
}
