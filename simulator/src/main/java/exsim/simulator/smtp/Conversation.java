package exsim.simulator.smtp;

import com.google.common.collect.ImmutableList;
import exsim.model.net.PathEffect;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Dialogue.Turn;
import exsim.simulator.tls.TlsOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A session as it is being played: what was said, what decided, and the server's state. */
final class Conversation {
  private final ClientEnd client;
  private final SmtpServer server;
  private final Path path;
  private final List<Turn> turns = new ArrayList<>();
  private final List<Reason> why = new ArrayList<>();
  private Session session;
  private ImmutableList<String> keywords = ImmutableList.of();
  private Optional<Boolean> offered = Optional.empty();

  Conversation(ClientEnd client, Listener listener, Peer peer, Path path) {
    this.client = client;
    this.server = new SmtpServer(listener);
    this.path = path;
    this.session = Session.opened(peer);
  }

  ClientEnd client() {
    return client;
  }

  Listener listener() {
    return server.listener();
  }

  Path path() {
    return path;
  }

  Session session() {
    return session;
  }

  void because(Reason reason) {
    why.add(reason);
  }

  void because(ImmutableList<Reason> reasons) {
    why.addAll(reasons);
  }

  void happens(Turn turn) {
    turns.add(turn);
  }

  /** The client saw STARTTLS in the answer to its greeting, or it did not. */
  void offered(boolean startTls) {
    offered = Optional.of(startTls);
  }

  /** The client says something, and the server answers. */
  SmtpServer.Step say(Command command) {
    turns.add(new Turn.Said(command, session.secure()));
    SmtpServer.Step step = server.step(session, command);
    turns.add(new Turn.Replied(step.reply(), session.secure()));
    session = step.session();
    return step;
  }

  /** The client says EHLO or HELO; the answer is what reaches it. */
  Reply greet() {
    boolean extended = client.manner().extended() && !path.has(PathEffect.REWRITE_EHLO);
    Command.Hello hello = new Command.Hello(extended, client.host());
    turns.add(
        new Turn.Said(
            new Command.Hello(client.manner().extended(), client.host()), hello, session.secure()));
    SmtpServer.Step step = server.step(session, hello);
    session = step.session();
    Reply seen = session.secure() ? step.reply() : Tampering.on(step.reply(), path);
    turns.add(new Turn.Replied(seen, step.reply(), session.secure()));
    step.because().ifPresent(why::add);
    keywords = seen.lines().subList(1, seen.lines().size());
    return seen;
  }

  /** A handshake with one of the server's faces is over. */
  void handshake(Handshakes.Result result, ServerTls tls) {
    turns.add(
        new Turn.Handshake(
            result.established(), tls.certificate(), client.tls().certificate(), result.failure()));
  }

  /** From here on all is inside TLS. */
  void enter(Secured tls) {
    session = session.inside(tls);
  }

  /** Mail commands begin. */
  Opening done() {
    return ended(Optional.empty());
  }

  /** The session ends before mail commands begin. */
  Opening failed(TlsOutcome next, String cause, String reply) {
    return ended(Optional.of(new Opening.Failure(next, cause, reply)));
  }

  private Opening ended(Optional<Opening.Failure> failure) {
    return new Opening(
        session,
        keywords,
        offered,
        session.secured(),
        session
            .secured()
            .filter(tls -> !tls.anonymous())
            .flatMap(t -> listener().tls().certificate()),
        failure,
        ImmutableList.copyOf(why),
        ImmutableList.copyOf(turns));
  }
}
