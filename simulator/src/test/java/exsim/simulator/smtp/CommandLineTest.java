package exsim.simulator.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.model.mail.EmailAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a typed line means. */
class CommandLineTest {
  private static final EmailAddress ALICE = EmailAddress.parse("alice@a.example");

  @Test
  void commands_are_read_whatever_their_case() {
    assertEquals(new Command.Hello(true, "me"), CommandLine.parse("eHlO  me "));
    assertEquals(new Command.Hello(true, ""), CommandLine.parse("EHLO"));
    assertEquals(new Command.Hello(false, "me"), CommandLine.parse("HELO me"));
    assertEquals(new Command.StartTls(), CommandLine.parse("starttls"));
    assertEquals(new Command.AnonymousTls(), CommandLine.parse("X-ANONYMOUSTLS"));
    assertEquals(new Command.ExchangeAuth("GSSAPI", ""), CommandLine.parse("x-exps gssapi"));
    assertEquals(new Command.Data(), CommandLine.parse("data"));
    assertEquals(new Command.Reset(), CommandLine.parse("RSET "));
    assertEquals(new Command.Noop(), CommandLine.parse("NOOP anything"));
    assertEquals(new Command.Quit(), CommandLine.parse("quit"));
  }

  @Test
  void a_sender_may_be_null_and_may_lack_its_brackets() {
    assertEquals(mail(Optional.of(ALICE)), CommandLine.parse("MAIL FROM:<alice@a.example>"));
    assertEquals(mail(Optional.of(ALICE)), CommandLine.parse("mail from: alice@a.example"));
    assertEquals(mail(Optional.empty()), CommandLine.parse("MAIL FROM:<>"));
  }

  private static Command.Mail mail(Optional<EmailAddress> sender) {
    return new Command.Mail(sender, OptionalLong.empty(), false);
  }

  @Test
  void parameters_of_a_sender_are_read() {
    assertEquals(
        new Command.Mail(Optional.of(ALICE), OptionalLong.of(1000), true),
        CommandLine.parse(
            "MAIL FROM:<alice@a.example> SIZE=1000 BODY=8BITMIME RET=HDRS ENVID=x requiretls"));
    assertEquals(
        new Command.Rcpt(ALICE),
        CommandLine.parse("RCPT TO:<alice@a.example> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;x"));
  }

  @Test
  void what_is_known_and_not_understood_is_malformed() {
    for (String line :
        List.of(
            "MAIL",
            "MAIL FROM",
            "MAIL TO:<alice@a.example>",
            "MAIL FROM:<alice>",
            "MAIL FROM:alice@a.example> SIZE=1",
            "MAIL FROM:<alice@a.example> SIZE=many",
            "MAIL FROM:<alice@a.example> COLOUR=BLUE",
            "RCPT TO:<>",
            "RCPT FROM:<alice@a.example>",
            "RCPT TO:<alice@a.example> SIZE",
            "RCPT TO:<alice@a.example")) {
      assertEquals(new Command.Malformed(line), CommandLine.parse(line), line);
    }
  }

  @Test
  void the_rest_is_unknown() {
    for (String line : List.of("", "HELP me", "STARTTLS now", "DATA x", "WHO", "\0", "EHLO\tme")) {
      assertTrue(CommandLine.parse(line) instanceof Command.Unknown, line);
    }
  }
}
