package exsim.simulator.smtp;

import static exsim.simulator.smtp.Made.ALICE;
import static exsim.simulator.smtp.Made.BOB;
import static exsim.simulator.smtp.Made.play;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.EmailAddress;
import exsim.model.tls.TlsVersion;
import exsim.simulator.rule.Reason;
import exsim.simulator.rule.Rule;
import exsim.simulator.tls.TlsFacts.Demand;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One message in a session that came up. */
class TransactionTest {
  private static Transaction.Result send(Listener server) {
    ClientEnd client =
        Made.client(
            Made.tls(Demand.NEVER, TlsVersion.TLS_1_2, Optional.empty(), Optional.empty()),
            ClientEnd.Manner.PLAIN);
    Opening opening = play(client, server);
    return Transaction.play(
        opening,
        client,
        new PlayedEnd(server, new Path(ImmutableSet.of(), "b.example"), opening.session()),
        new Transaction.Mail(Optional.of(ALICE), 1000, false, ImmutableList.of(), false),
        BOB);
  }

  /** RFC 1870: only a server that lists SIZE is told one. */
  @ParameterizedTest
  @CsvSource({
    "SIZE, MAIL FROM:<alice@a.example> SIZE=1000",
    "SIZE 37748736, MAIL FROM:<alice@a.example> SIZE=1000",
    "SIZES, MAIL FROM:<alice@a.example>",
    "DSN, MAIL FROM:<alice@a.example>"
  })
  void the_size_is_stated_where_size_is_listed(String listed, String mail) {
    Transaction.Result result =
        send(
            new Made.Server() {
              @Override
              public ImmutableList<String> keywords(Session session) {
                return ImmutableList.of(listed);
              }
            });

    assertEquals(mail, ((Dialogue.Turn.Said) result.turns().get(0)).command().line());
    assertEquals(true, result.taken());
  }

  @Test
  void what_decides_about_a_recipient_is_told_once() {
    Transaction.Result result =
        send(
            new Made.Server() {
              @Override
              public ImmutableList<Reason> envelopeReasons(
                  Session session, Command.Mail mail, EmailAddress recipient) {
                return ImmutableList.of(
                    Reason.of(SmtpRule.NO_PARAMETERS), Reason.of(SmtpRule.UNRECOGNIZED));
              }
            });

    List<Rule> rules = result.why().stream().map(Reason::rule).toList();
    assertEquals(
        List.of(
            SmtpRule.UNRECOGNIZED, // MAIL
            SmtpRule.NO_PARAMETERS,
            SmtpRule.UNRECOGNIZED, // RCPT
            SmtpRule.UNRECOGNIZED),
        rules);
  }
}
