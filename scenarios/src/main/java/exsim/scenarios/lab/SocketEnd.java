package exsim.scenarios.lab;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import exsim.model.net.PathEffect;
import exsim.model.tls.TlsVersion;
import exsim.simulator.smtp.Command;
import exsim.simulator.smtp.FarEnd;
import exsim.simulator.smtp.Listener;
import exsim.simulator.smtp.Path;
import exsim.simulator.smtp.Peer;
import exsim.simulator.smtp.PlayedEnd;
import exsim.simulator.smtp.Reply;
import exsim.simulator.smtp.Secured;
import exsim.simulator.smtp.ServerTls;
import exsim.simulator.smtp.Session;
import exsim.simulator.smtp.TlsClient;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A far end behind a wire. What the client decides rests on what came over it. */
final class SocketEnd implements FarEnd {
  private static final int REPLY_LINE = 4096;
  private static final int REPLY_LINES = 200;
  private static final String PASSWORD = "password";

  private final Wire wire;
  private final Tls tls;
  private final Limits limits;
  private final Listener listener;
  private final Path path;
  private final ImmutableList<String> message;
  private Session session;
  private Optional<Reply> ahead = Optional.empty();
  private ImmutableList<EmailAddress> before = ImmutableList.of();

  /**
   * An end that was just connected to.
   *
   * @param message the lines of the message that is to be sent
   */
  SocketEnd(
      Wire wire,
      Tls tls,
      Limits limits,
      Listener listener,
      Peer peer,
      Path path,
      ImmutableList<String> message) {
    this.wire = wire;
    this.tls = tls;
    this.limits = limits;
    this.listener = listener;
    this.path = path;
    this.message = message;
    this.session = Session.opened(peer);
  }

  @Override
  public void alongside(ImmutableList<EmailAddress> others) {
    before = others;
  }

  @Override
  public Listener listener() {
    return listener;
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
    try {
      return reply();
    } catch (IOException e) {
      throw new LineLost();
    }
  }

  @Override
  public Heard say(Command command) {
    try {
      Reply reply = ahead.isPresent() ? ahead.get() : answered(command);
      ahead = Optional.empty();
      if (reply.positive()) {
        session = session.after(heard(command));
      }
      boolean starts =
          reply.positive()
              && (command instanceof Command.StartTls || command instanceof Command.AnonymousTls);
      return new Heard(reply, reply, heard(command), Optional.empty(), starts);
    } catch (IOException e) {
      throw new LineLost();
    }
  }

  private Command heard(Command command) {
    return command instanceof Command.Hello hello && path.has(PathEffect.REWRITE_EHLO)
        ? new Command.Hello(false, hello.name())
        : command;
  }

  private Reply answered(Command command) throws IOException {
    if (command instanceof Command.Content) {
      StringBuilder text = new StringBuilder();
      for (String line : message) {
        text.append(line.startsWith(".") ? "." : "").append(line).append("\r\n");
      }
      wire.write(text + ".\r\n");
    } else if (command instanceof Command.Rcpt) {
      for (EmailAddress other : before) {
        wire.write(new Command.Rcpt(other).line() + "\r\n");
        reply();
      }
      wire.write(command.line() + "\r\n");
    } else if (command instanceof Command.Auth auth) {
      return credentials(auth);
    } else if (command instanceof Command.ExchangeAuth auth) {
      wire.write(auth.line() + " " + auth.server() + "\r\n");
    } else {
      wire.write(command.line() + "\r\n");
    }
    return reply();
  }

  /** A scenario has no passwords, so that any will do. */
  private Reply credentials(Command.Auth auth) throws IOException {
    String user = auth.user().toString();
    if (auth.mechanism().equals("PLAIN")) {
      wire.write("AUTH PLAIN " + base64("\0" + user + "\0" + PASSWORD) + "\r\n");
      return reply();
    }
    wire.write("AUTH LOGIN\r\n");
    Reply reply = reply();
    for (String answer : ImmutableList.of(user, PASSWORD)) {
      if (reply.code() != 334) {
        return reply;
      }
      wire.write(base64(answer) + "\r\n");
      reply = reply();
    }
    return reply;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private Reply reply() throws IOException {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    for (int i = 0; i < REPLY_LINES; i++) {
      String line = wire.replyLine(REPLY_LINE);
      if (!line.matches("[2-5][0-9]{2}([ -].*)?")) {
        throw new IOException("no reply: " + line);
      }
      lines.add(line.length() > 4 ? line.substring(4) : "");
      if (line.length() < 4 || line.charAt(3) == ' ') {
        return new Reply(Integer.parseInt(line.substring(0, 3)), lines.build());
      }
    }
    throw new IOException("a reply without end");
  }

  @Override
  public Handshaken shakeHands(TlsClient client, ServerTls server) {
    if (client.certificateFault().isPresent()) {
      return failed(server, client.certificateFault().get());
    }
    try {
      Tls.Found found = tls.connect(wire, client, limits.handshake());
      if (found.secured().version() == TlsVersion.TLS_1_3
          && server.clientCertificate() == ServerTls.ClientCertificate.REQUIRED) {
        // a client of TLS 1.3 learns only behind the handshake that its certificate is missed
        ahead = Optional.of(answered(session.greeting().orElseThrow()));
      }
      return new Handshaken(Optional.of(found.secured()), found.presented(), "");
    } catch (SocketTimeoutException e) {
      return failed(server, "TimedOut");
    } catch (IOException e) {
      // it failed on the wire; why, is known better here than there
      String known =
          new PlayedEnd(listener, session.peer(), path).shakeHands(client, server).failure();
      return failed(server, known.isEmpty() ? String.valueOf(e.getMessage()) : known);
    }
  }

  private static Handshaken failed(ServerTls server, String failure) {
    return new Handshaken(Optional.empty(), server.certificate(), failure);
  }

  @Override
  public void enter(Secured secured) {
    session = session.inside(secured);
  }

  @Override
  public boolean closesAfterHello() {
    return listener.tls().minds(session, session.peer().at()).isPresent()
        && wire.closesWithin(limits.handshake());
  }

  @Override
  public boolean bareLineFeeds() {
    return wire.bareLineFeeds();
  }

  @Override
  public void close() {
    try {
      wire.write("QUIT\r\n");
    } catch (IOException e) {
      // whoever is gone needs no farewell
    }
    wire.close();
  }
}
