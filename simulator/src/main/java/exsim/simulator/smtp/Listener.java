package exsim.simulator.smtp;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import java.time.Duration;
import java.util.Optional;

/**
 * A listening end as one peer finds it: what every kind of system decides for itself.
 *
 * <p>The order of commands is the same for all and is kept by {@link SmtpServer}.
 */
public interface Listener {
  /** The system, for the report. */
  String system();

  /** Why this listener took the session. */
  default ImmutableList<Reason> why() {
    return ImmutableList.of();
  }

  /** The connectors that did not take it. */
  default ImmutableList<Elimination> turnedDown() {
    return ImmutableList.of();
  }

  /** The greeting, or the refusal of the whole session. */
  Reply banner();

  /** The first line of the EHLO or HELO reply. */
  String helloText(Session session);

  /** The EHLO keywords, in order, as the session stands. */
  ImmutableList<String> keywords(Session session);

  /** The refusal of a greeting; empty when it is welcome. */
  default Optional<Verdict> refusesHello(Command.Hello hello) {
    return Optional.empty();
  }

  /** What it writes behind every refusal; empty for nothing. */
  default String refusalTag() {
    return "";
  }

  /** Whether it ends the lines of its replies as RFC 5321 forbids, without a carriage return. */
  default boolean bareLineFeeds() {
    return false;
  }

  /** How much it puts up with. */
  default Patience patience() {
    return Patience.ENDLESS;
  }

  /** What it brings to a handshake. */
  ServerTls tls();

  /** Why it has its protocol versions, where no scenario states them. */
  default Optional<Reason> versionsWhy() {
    return Optional.empty();
  }

  /** Whether TLS is demanded before a mail command or AUTH, and in which words. */
  Optional<Verdict> refusesClear(Session session, Command command);

  /** Answers credentials. */
  Verdict authenticate(Session session, Command.Auth auth);

  /** Gives up on a client that says nothing for a time; empty when it goes on waiting. */
  default Optional<Verdict> outwaited(Duration silence) {
    return Optional.empty();
  }

  /** Answers MAIL FROM. */
  Verdict mail(Session session, Command.Mail mail);

  /** Answers RCPT TO. */
  Verdict recipient(Session session, Command.Mail mail, EmailAddress recipient);

  /** Answers the message itself. */
  Verdict content(Session session, Command.Content content);

  /** What it brings to a handshake by X-ANONYMOUSTLS. */
  default ServerTls anonymousTls() {
    return tls();
  }

  /** Why X-ANONYMOUSTLS is offered or not; empty for an end that does not know it. */
  default Optional<Reason> anonymousTlsWhy() {
    return Optional.empty();
  }

  /** The application log that it writes events to; empty for an end whose log nobody here reads. */
  default Optional<EventLog> eventLog() {
    return Optional.empty();
  }

  /** Whether it takes Exchange Server authentication outside TLS. */
  default boolean exchangeAuthWithoutTls() {
    return false;
  }

  /** Answers X-EXPS; only a positive reply makes the peer a server of the organization. */
  default Verdict exchangeAuthenticate(Session session, Command.ExchangeAuth auth) {
    return new Verdict(
        Reply.of("235 <authentication information>"),
        Reason.of(ExchangeRule.EXCHANGE_AUTH, "server", system()));
  }

  /** What it found out about an envelope before it answered RCPT TO. */
  default ImmutableList<Reason> envelopeReasons(
      Session session, Command.Mail mail, EmailAddress recipient) {
    return ImmutableList.of();
  }

  /**
   * Why it refuses to go on without TLS for this envelope, now or later; empty when it does not.
   */
  Optional<Reason> tlsDemand(Command.Mail mail, EmailAddress recipient);
}
