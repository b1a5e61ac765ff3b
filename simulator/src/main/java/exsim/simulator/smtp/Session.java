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
 * @param mail the transaction's MAIL; empty outside a transaction
 * @param recipients the recipients accepted in the transaction
 * @param receiving whether DATA was accepted and the message is awaited
 * @param faults what went wrong so far
 * @param closed whether the session is over
 */
public record Session(
    Peer peer,
    Optional<Command.Hello> greeting,
    Optional<Secured> secured,
    Optional<Identity> identity,
    Optional<Command.Mail> mail,
    ImmutableList<EmailAddress> recipients,
    boolean receiving,
    Faults faults,
    boolean closed) {

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
        Optional.empty(),
        ImmutableList.of(),
        false,
        Faults.NONE,
        false);
  }

  /** The session inside TLS: all that was said before is forgotten (RFC 3207 section 4.2). */
  public Session inside(Secured tls) {
    return new Session(
        peer,
        Optional.empty(),
        Optional.of(tls),
        Optional.empty(),
        Optional.empty(),
        ImmutableList.of(),
        false,
        faults,
        false);
  }

  Session greeted(Command.Hello hello) {
    return new Session(
        peer,
        Optional.of(hello),
        secured,
        identity,
        Optional.empty(),
        ImmutableList.of(),
        false,
        faults,
        false);
  }

  Session authenticated(Identity who) {
    return new Session(
        peer, greeting, secured, Optional.of(who), mail, recipients, receiving, faults, closed);
  }

  Session from(Command.Mail from) {
    return new Session(
        peer,
        greeting,
        secured,
        identity,
        Optional.of(from),
        ImmutableList.of(),
        false,
        faults,
        false);
  }

  Session to(EmailAddress recipient) {
    return to(ImmutableList.of(recipient));
  }

  Session to(ImmutableList<EmailAddress> more) {
    return new Session(
        peer,
        greeting,
        secured,
        identity,
        mail,
        ImmutableList.<EmailAddress>builderWithExpectedSize(recipients.size() + more.size())
            .addAll(recipients)
            .addAll(more)
            .build(),
        false,
        faults,
        false);
  }

  Session awaitingContent() {
    return new Session(peer, greeting, secured, identity, mail, recipients, true, faults, false);
  }

  Session reset() {
    return new Session(
        peer,
        greeting,
        secured,
        identity,
        Optional.empty(),
        ImmutableList.of(),
        false,
        faults,
        false);
  }

  Session ended() {
    return new Session(
        peer,
        greeting,
        secured,
        identity,
        Optional.empty(),
        ImmutableList.of(),
        false,
        faults,
        true);
  }

  Session erred() {
    return with(new Faults(faults.protocolErrors() + 1, faults.logonFailures()));
  }

  Session logonFailed() {
    return with(new Faults(faults.protocolErrors(), faults.logonFailures() + 1));
  }

  private Session with(Faults other) {
    return new Session(
        peer, greeting, secured, identity, mail, recipients, receiving, other, closed);
  }

  /** Whether the session runs inside TLS. */
  public boolean secure() {
    return secured.isPresent();
  }
}
