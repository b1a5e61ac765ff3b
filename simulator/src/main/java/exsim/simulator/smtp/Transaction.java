package exsim.simulator.smtp;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Dialogue.Turn;
import exsim.simulator.tls.TlsOutcome;
import java.util.Optional;
import java.util.OptionalLong;

/** One message to one recipient, in a session that came up. */
public final class Transaction {
  private static final String NO_REQUIRETLS = "550 5.7.30 REQUIRETLS support required";

  private Transaction() {}

  /**
   * What is sent.
   *
   * @param sender the reverse path
   * @param sizeBytes the message's size
   * @param requireTls whether it carries REQUIRETLS
   * @param received its Received headers, the oldest first
   * @param before the recipients accepted before in the same transaction
   */
  public record Mail(
      Optional<EmailAddress> sender,
      long sizeBytes,
      boolean requireTls,
      ImmutableList<Received> received,
      ImmutableList<EmailAddress> before) {
    /** The MAIL command for a server that lists SIZE. */
    public Command.Mail command() {
      return command(true);
    }

    private Command.Mail command(boolean stated) {
      return new Command.Mail(
          sender, stated ? OptionalLong.of(sizeBytes) : OptionalLong.empty(), requireTls);
    }
  }

  /**
   * What came of it.
   *
   * @param taken whether the server took the message
   * @param reply the reply that ended it
   * @param cause why it failed, as reports name it; empty when taken
   * @param next what the client does after a failure
   * @param envelopeRefused whether the session was in order and this message was refused
   * @param why what decided
   * @param turns what was said
   */
  public record Result(
      boolean taken,
      String reply,
      Optional<String> cause,
      TlsOutcome next,
      boolean envelopeRefused,
      ImmutableList<Reason> why,
      ImmutableList<Turn> turns) {}

  /** Plays a transaction, or repeats why the session's opening failed. */
  public static Result play(Opening opening, Listener listener, Mail mail, EmailAddress recipient) {
    if (opening.failure().isPresent()) {
      Opening.Failure failure = opening.failure().get();
      return new Result(
          false,
          failure.reply(),
          Optional.of(failure.cause()),
          failure.next(),
          false,
          ImmutableList.of(),
          ImmutableList.of());
    }
    Session session = opening.session();
    if (mail.requireTls() && !opening.keywords().contains("REQUIRETLS")) {
      return new Result(
          false,
          NO_REQUIRETLS,
          Optional.of("requiretls-not-supported"),
          TlsOutcome.FAIL,
          false,
          ImmutableList.of(Reason.of(SmtpRule.NO_REQUIRETLS)),
          ImmutableList.of());
    }
    return commands(session, new SmtpServer(listener), mail, listsSize(opening), recipient);
  }

  private static boolean listsSize(Opening opening) {
    for (String keyword : opening.keywords()) {
      if (keyword.equals("SIZE") || keyword.startsWith("SIZE ")) {
        return true;
      }
    }
    return false;
  }

  private static Result commands(
      Session opened, SmtpServer server, Mail mail, boolean stated, EmailAddress recipient) {
    ImmutableList.Builder<Reason> why = ImmutableList.builder();
    ImmutableList.Builder<Turn> turns = ImmutableList.builder();
    Session session = opened;
    Command[] commands = {
      mail.command(stated),
      new Command.Rcpt(recipient),
      new Command.Data(),
      new Command.Content(mail.sizeBytes(), mail.received())
    };
    Reply last = null;
    for (Command command : commands) {
      SmtpServer.Step step = server.step(session, command);
      if (command instanceof Command.Rcpt && session.mail().isPresent()) {
        Optional<Reason> deciding = step.because();
        server.listener().envelopeReasons(session, session.mail().get(), recipient).stream()
            .filter(r -> !deciding.equals(Optional.of(r)))
            .forEach(why::add);
      }
      turns.add(new Turn.Said(command, session.secure()));
      turns.add(new Turn.Replied(step.reply(), session.secure()));
      step.because().ifPresent(why::add);
      session = step.session();
      last = step.reply();
      if (command instanceof Command.Mail && !mail.before().isEmpty() && last.positive()) {
        session = session.to(mail.before());
      }
      if (!last.positive()) {
        return new Result(
            false,
            last.text(),
            Optional.of("refused-by-server"),
            last.permanent() ? TlsOutcome.FAIL : TlsOutcome.DEFER,
            true,
            why.build(),
            turns.build());
      }
    }
    return new Result(
        true, last.text(), Optional.empty(), TlsOutcome.SECURE, false, why.build(), turns.build());
  }
}
