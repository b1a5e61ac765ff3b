package exsim.simulator.smtp;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import exsim.model.net.PathEffect;
import exsim.simulator.rule.Reason;

/** A far end in memory: the server's state machine, and what happens on the way to it. */
public final class PlayedEnd implements FarEnd {
  private final SmtpServer server;
  private final Path path;
  private Session session;
  private ImmutableList<EmailAddress> before = ImmutableList.of();

  /** An end that somebody just connected to. */
  public PlayedEnd(Listener listener, Peer peer, Path path) {
    this(listener, path, Session.opened(peer));
  }

  /** An end in the middle of a session. */
  public PlayedEnd(Listener listener, Path path, Session session) {
    this.server = new SmtpServer(listener);
    this.path = path;
    this.session = session;
  }

  @Override
  public void alongside(ImmutableList<EmailAddress> others) {
    before = others;
  }

  @Override
  public void after(int messages) {
    session = session.having(messages);
  }

  @Override
  public Listener listener() {
    return server.listener();
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public Session session() {
    return session;
  }

  @Override
  public Reply banner() {
    return server.listener().banner();
  }

  @Override
  public Heard say(Command command) {
    if (command instanceof Command.Hello hello) {
      return greet(hello);
    }
    SmtpServer.Step step = server.step(session, command);
    session = step.session();
    if (command instanceof Command.Mail && step.reply().positive() && !before.isEmpty()) {
      session = session.to(before);
    }
    return new Heard(step.reply(), step.reply(), command, step.because(), step.startsTls());
  }

  private Heard greet(Command.Hello said) {
    if (path.has(PathEffect.DROP)) {
      throw new LineLost();
    }
    Command.Hello heard =
        said.extended() && path.has(PathEffect.REWRITE_EHLO)
            ? new Command.Hello(false, said.name())
            : said;
    SmtpServer.Step step = server.step(session, heard);
    session = step.session();
    Reply seen = session.secure() ? step.reply() : Tampering.on(step.reply(), path);
    return new Heard(seen, step.reply(), heard, step.because(), false);
  }

  @Override
  public Handshaken shakeHands(TlsClient client, ServerTls face) {
    ServerTls seen = Tampering.face(face, path);
    Handshakes.Result result = Handshakes.between(client, seen, path);
    return new Handshaken(result.established(), seen.certificate(), result.failure());
  }

  @Override
  public void enter(Secured tls) {
    session = session.inside(tls);
  }

  @Override
  public boolean closesAfterHello() {
    return listener().tls().minds(session, session.peer().at()).isPresent();
  }

  @Override
  public boolean bareLineFeeds() {
    return listener().bareLineFeeds();
  }

  @Override
  public ImmutableList<Reason> envelopeReasons(EmailAddress recipient) {
    return session.mail().isPresent()
        ? listener().envelopeReasons(session, session.mail().get(), recipient)
        : ImmutableList.of();
  }
}
