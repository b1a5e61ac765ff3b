package exsim.simulator.smtp;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import java.util.Optional;

/**
 * The server's side of a session between two commands.
 *
 * @param peer who connected
 * @param greeting how the client greeted; empty before EHLO
 * @param secured the TLS session; empty in clear
 * @param identity who authenticated; empty for an anonymous session
 * @param pending the mail transaction that is under way
 * @param faults what went wrong so far
 * @param submitted how many messages of the client the server took in the minute so far
 * @param closed whether the session is over
 */
public record Session(
    Peer peer,
    Optional<Command.Hello> greeting,
    Optional<Secured> secured,
    Optional<Identity> identity,
    Pending pending,
    Faults faults,
    int submitted,
    boolean closed) {

  /**
   * A mail transaction as far as it got.
   *
   * @param mail its MAIL; empty outside a transaction
   * @param recipients the recipients accepted so far
   * @param receiving whether DATA was accepted and the message is awaited
   */
  public record Pending(
      Optional<Command.Mail> mail, ImmutableList<EmailAddress> recipients, boolean receiving) {
    static final Pending NONE = new Pending(Optional.empty(), ImmutableList.of(), false);

    private Pending to(ImmutableList<EmailAddress> more) {
      return new Pending(
          mail,
          ImmutableList.<EmailAddress>builderWithExpectedSize(recipients.size() + more.size())
              .addAll(recipients)
              .addAll(more)
              .build(),
          false);
    }
  }

  /**
   * What went wrong in a session so far.
   *
   * @param protocolErrors commands that were unknown, misspelt or out of order
   * @param logonFailures AUTH commands that failed
   */
  public record Faults(int protocolErrors, int logonFailures) {
    static final Faults NONE = new Faults(0, 0);
  }

  /** Who authenticated. */
  public sealed interface Identity {
    /**
     * A mailbox user.
     *
     * @param address its address
     */
    record User(EmailAddress address) implements Identity {}

    /**
     * Another Exchange server of the organization.
     *
     * @param name its name
     */
    record Server(String name) implements Identity {}
  }

  /** A session that just came up. */
  public static Session opened(Peer peer) {
    return new Session(
        peer,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Pending.NONE,
        Faults.NONE,
        0,
        false);
  }

  /** The session inside TLS: all that was said before is forgotten (RFC 3207 section 4.2). */
  public Session inside(Secured tls) {
    return new Session(
        peer,
        Optional.empty(),
        Optional.of(tls),
        Optional.empty(),
        Pending.NONE,
        faults,
        submitted,
        false);
  }

  /** The session after a positive reply to a command, as whoever said it can tell. */
  public Session after(Command command) {
    if (command instanceof Command.Hello hello) {
      return greeted(hello);
    }
    if (command instanceof Command.Auth auth) {
      return authenticated(new Identity.User(auth.user()));
    }
    if (command instanceof Command.ExchangeAuth auth) {
      return authenticated(new Identity.Server(auth.server()));
    }
    if (command instanceof Command.Mail mail) {
      return from(mail);
    }
    if (command instanceof Command.Rcpt rcpt) {
      return to(rcpt.recipient());
    }
    return command instanceof Command.Data
        ? awaitingContent()
        : command instanceof Command.Content || command instanceof Command.Reset ? reset() : this;
  }

  Session greeted(Command.Hello hello) {
    return new Session(
        peer, Optional.of(hello), secured, identity, Pending.NONE, faults, submitted, false);
  }

  Session authenticated(Identity who) {
    return new Session(
        peer, greeting, secured, Optional.of(who), pending, faults, submitted, closed);
  }

  Session from(Command.Mail from) {
    return with(new Pending(Optional.of(from), ImmutableList.of(), false));
  }

  Session to(EmailAddress recipient) {
    return to(ImmutableList.of(recipient));
  }

  Session to(ImmutableList<EmailAddress> more) {
    return with(pending.to(more));
  }

  Session awaitingContent() {
    return with(new Pending(pending.mail, pending.recipients, true));
  }

  Session reset() {
    return with(Pending.NONE);
  }

  Session ended() {
    return new Session(peer, greeting, secured, identity, Pending.NONE, faults, submitted, true);
  }

  Session erred() {
    return with(new Faults(faults.protocolErrors() + 1, faults.logonFailures()));
  }

  Session logonFailed() {
    return with(new Faults(faults.protocolErrors(), faults.logonFailures() + 1));
  }

  /** The same session, before which the server took so many messages of the client. */
  Session having(int messages) {
    return new Session(peer, greeting, secured, identity, pending, faults, messages, closed);
  }

  private Session with(Pending other) {
    return new Session(peer, greeting, secured, identity, other, faults, submitted, false);
  }

  private Session with(Faults other) {
    return new Session(peer, greeting, secured, identity, pending, other, submitted, closed);
  }

  /** The transaction's MAIL; empty outside a transaction. */
  public Optional<Command.Mail> mail() {
    return pending.mail;
  }

  /** The recipients accepted in the transaction. */
  public ImmutableList<EmailAddress> recipients() {
    return pending.recipients;
  }

  /** Whether DATA was accepted and the message is awaited. */
  boolean receiving() {
    return pending.receiving;
  }

  /** Whether the session runs inside TLS. */
  public boolean secure() {
    return secured.isPresent();
  }
}
