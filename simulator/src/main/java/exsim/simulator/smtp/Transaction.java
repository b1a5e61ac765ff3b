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
  private static final String REFUSED = "refused-by-server";
  private static final String NO_REQUIRETLS = "550 5.7.30 REQUIRETLS support required";

  private Transaction() {}

  /**
   * What is sent.
   *
   * @param sender the reverse path
   * @param sizeBytes the message's size
   * @param requireTls whether it carries REQUIRETLS
   * @param received its Received headers, the oldest first
   * @param bareLinefeeds whether lines of it end without a carriage return
   */
  public record Mail(
      Optional<EmailAddress> sender,
      long sizeBytes,
      boolean requireTls,
      ImmutableList<Received> received,
      boolean bareLinefeeds) {
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

  /**
   * Plays a transaction, or repeats why the session's opening failed.
   *
   * @param far the other end, as the opening left it
   */
  public static Result play(
      Opening opening, ClientEnd client, FarEnd far, Mail mail, EmailAddress recipient) {
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
    return commands(client, far, mail, listsSize(opening), recipient);
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
      ClientEnd client, FarEnd far, Mail mail, boolean stated, EmailAddress recipient) {
    ImmutableList.Builder<Reason> why = ImmutableList.builder();
    ImmutableList.Builder<Turn> turns = ImmutableList.builder();
    Command[] commands = {
      mail.command(stated),
      new Command.Rcpt(recipient),
      new Command.Data(),
      new Command.Content(mail.sizeBytes(), mail.received(), mail.bareLinefeeds())
    };
    boolean secure = far.session().secure();
    Reply last = null;
    for (Command command : commands) {
      turns.add(new Turn.Said(command, secure));
      ImmutableList<Reason> found =
          command instanceof Command.Rcpt ? far.envelopeReasons(recipient) : ImmutableList.of();
      FarEnd.Heard heard;
      try {
        heard = far.say(command);
      } catch (FarEnd.LineLost e) {
        turns.add(new Turn.Dropped(secure));
        String words = client.voice().connectionLost(far.path().host());
        return failed(words, "connection-lost", TlsOutcome.DEFER, why, turns);
      }
      for (Reason reason : found) {
        if (!heard.because().equals(Optional.of(reason))) {
          why.add(reason);
        }
      }
      turns.add(new Turn.Replied(heard.reply(), secure));
      heard.because().ifPresent(why::add);
      last = heard.reply();
      if (!last.positive()) {
        return failed(
            last.text(),
            REFUSED,
            last.permanent() ? TlsOutcome.FAIL : TlsOutcome.DEFER,
            why,
            turns);
      }
    }
    return new Result(
        true, last.text(), Optional.empty(), TlsOutcome.SECURE, false, why.build(), turns.build());
  }

  private static Result failed(
      String reply,
      String cause,
      TlsOutcome next,
      ImmutableList.Builder<Reason> why,
      ImmutableList.Builder<Turn> turns) {
    return new Result(
        false, reply, Optional.of(cause), next, cause.equals(REFUSED), why.build(), turns.build());
  }
}
