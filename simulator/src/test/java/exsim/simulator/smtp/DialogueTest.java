package exsim.simulator.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import exsim.model.tls.TlsVersion;
import exsim.simulator.smtp.Dialogue.Turn;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the wire, line by line. */
class DialogueTest {
  private static final EmailAddress BOB = EmailAddress.parse("bob@partner.example");
  private static final Instant AT = Instant.parse("2024-06-01T08:09:10Z");

  private static String mail(Optional<EmailAddress> sender, OptionalLong size, boolean tls) {
    return new Command.Mail(sender, size, tls).line();
  }

  @Test
  void each_command_is_a_line() {
    assertEquals("EHLO mail.contoso.com", new Command.Hello(true, "mail.contoso.com").line());
    assertEquals("HELO mail.contoso.com", new Command.Hello(false, "mail.contoso.com").line());
    assertEquals("EHLO", new Command.Hello(true, "").line());
    assertEquals("STARTTLS", new Command.StartTls().line());
    assertEquals("X-ANONYMOUSTLS", new Command.AnonymousTls().line());
    assertEquals("AUTH LOGIN", new Command.Auth("LOGIN", BOB).line());
    assertEquals("X-EXPS GSSAPI", new Command.ExchangeAuth("GSSAPI", "EX1").line());
    assertEquals("RCPT TO:<bob@partner.example>", new Command.Rcpt(BOB).line());
    assertEquals("DATA", new Command.Data().line());
    assertEquals(".", new Command.Content(10, ImmutableList.of()).line());
    assertEquals("RSET", new Command.Reset().line());
    assertEquals("NOOP", new Command.Noop().line());
    assertEquals("QUIT", new Command.Quit().line());
    assertEquals("XYZZY", new Command.Unknown("XYZZY").line());
    assertEquals("MAIL bob", new Command.Malformed("MAIL bob").line());
  }

  @Test
  void mail_names_its_sender_and_what_it_asks_for() {
    assertEquals(
        "MAIL FROM:<bob@partner.example>", mail(Optional.of(BOB), OptionalLong.empty(), false));
    assertEquals("MAIL FROM:<> SIZE=10", mail(Optional.empty(), OptionalLong.of(10), false));
    assertEquals(
        "MAIL FROM:<> SIZE=10 REQUIRETLS", mail(Optional.empty(), OptionalLong.of(10), true));
  }

  @ParameterizedTest
  @CsvSource({
    "220, true, false",
    "399, true, false",
    "400, false, false",
    "499, false, false",
    "500, false, true",
    "550, false, true"
  })
  void the_first_digit_of_a_reply_says_what_to_do(int code, boolean positive, boolean permanent) {
    Reply reply = Reply.of(code + " x");

    assertEquals(positive, reply.positive());
    assertEquals(permanent, reply.permanent());
    assertEquals(code + " x", reply.toString());
  }

  @Test
  void a_transcript_has_every_line_with_who_says_it_and_the_banner_its_date() {
    Dialogue dialogue =
        new Dialogue(
            AT,
            ImmutableList.of(
                new Turn.Replied(Reply.of("220 mail ready at {date}"), false),
                new Turn.Said(new Command.Hello(true, "me"), false),
                new Turn.Replied(new Reply(250, ImmutableList.of("mail", "STARTTLS")), false),
                new Turn.Handshake(
                    Optional.of(new Secured(TlsVersion.TLS_1_2, "SUITE", false, Optional.empty())),
                    Optional.empty(),
                    Optional.empty(),
                    ""),
                new Turn.Said(new Command.Quit(), true),
                new Turn.Dropped(true)));

    assertEquals(
        ImmutableList.of(
            "SERVER false 220 mail ready at Sat, 1 Jun 2024 08:09:10 +0000",
            "CLIENT false EHLO me",
            "SERVER false 250-mail",
            "SERVER false 250 STARTTLS",
            "EVENT true TLS: TLSv1.2, SUITE",
            "CLIENT true QUIT",
            "EVENT true the server closes the connection"),
        dialogue.lines().stream()
            .map(line -> line.speaker() + " " + line.secure() + " " + line.text())
            .toList());
  }
}
