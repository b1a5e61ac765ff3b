package exsim.scenarios.lab;

import exsim.model.net.PathEffect;
import exsim.simulator.smtp.Dialogue;
import exsim.simulator.smtp.Reply;
import exsim.simulator.smtp.Secured;
import exsim.simulator.smtp.ServerTls;
import exsim.simulator.smtp.TypedSession;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The server's side of one connection: the state machine of the simulation on a wire. */
final class ServerSession {
  private static final String TOO_LONG = "500 5.5.2 Line too long";
  private static final String BARE = "521 5.5.2 Bare CR or LF received, closing connection";
  private static final String TOO_LARGE =
      "552 5.3.4 Message size exceeds fixed maximum message size";
  private static final String TOO_MUCH = "421 4.7.0 Too many commands, closing connection";
  private static final String TIMED_OUT = "421 4.4.1 Connection timed out";

  private static final int GOODBYE = 221;

  private final Wire wire;
  private final Tls tls;
  private final Limits limits;
  private final TypedSession typed;
  private final Function<TypedSession.Accepted, Optional<Reply>> taker;
  private final String end;
  private String last = "";
  private int discarded;

  /**
   * A session of somebody who just connected.
   *
   * @param taker takes messages on; what is said instead of the reply where that fails
   */
  ServerSession(
      Wire wire,
      Tls tls,
      Limits limits,
      TypedSession typed,
      Function<TypedSession.Accepted, Optional<Reply>> taker) {
    this.wire = wire;
    this.tls = tls;
    this.limits = limits;
    this.typed = typed;
    this.taker = taker;
    this.end = typed.listener().bareLineFeeds() ? "\n" : "\r\n";
  }

  /** The last thing that was said. */
  String last() {
    return last;
  }

  /** How many octets were thrown away because they came in clear behind STARTTLS. */
  int discarded() {
    return discarded;
  }

  /** Talks until one end has enough. */
  void run() throws IOException {
    try {
      say(typed.banner());
      for (int i = 0, overlong = 0; !typed.over(); i++) {
        if (i == limits.commands() && !typed.inMessage()) {
          say(TOO_MUCH);
          return;
        }
        i -= typed.inMessage() ? 1 : 0;
        Optional<TypedSession.Answer> answer;
        if (typed.octetsAwaited() > 0) {
          answer = chunk();
        } else {
          Wire.Line line = wire.line(octetsMax());
          if (line.end() == Wire.End.TOO_LONG && !typed.inMessage()) {
            say(TOO_LONG);
            if (++overlong == limits.overlong()) {
              return;
            }
            continue;
          }
          answer = line(line);
        }
        if (answer.isEmpty() || !answered(answer.get())) {
          return;
        }
      }
    } catch (SocketTimeoutException e) {
      say(
          typed
              .silent(limits.idle())
              .flatMap(TypedSession.Answer::reply)
              .orElseGet(() -> Reply.of(TIMED_OUT)));
    }
  }

  private int octetsMax() {
    if (typed.inMessage()) {
      return limits.messageLine();
    }
    return typed.awaitsCommand() ? limits.command() : limits.credentials();
  }

  private Optional<TypedSession.Answer> chunk() throws IOException {
    if (typed.octetsAwaited() > limits.message()) {
      say(TOO_LARGE);
      return Optional.empty();
    }
    return Optional.of(typed.octets(wire.octets(typed.octetsAwaited())));
  }

  private Optional<TypedSession.Answer> line(Wire.Line line) throws IOException {
    switch (line.end()) {
      case CLOSED:
        return Optional.empty();
      case BARE:
        // what follows may have been meant as something else by whoever relayed it
        say(BARE);
        return Optional.empty();
      case TOO_LONG:
        say(TOO_LONG);
        return Optional.empty();
      default:
        if (typed.path().has(PathEffect.DROP)) {
          last = "the connection is cut";
          return Optional.empty();
        }
        return Optional.of(typed.type(typed.inMessage() ? line.text() : characters(line.text())));
    }
  }

  /** Commands are UTF-8 (RFC 6531). */
  private static String characters(String octets) {
    return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** Says what there is to say; whether the session goes on. */
  private boolean answered(TypedSession.Answer answer) throws IOException {
    Optional<Reply> instead = answer.accepted().flatMap(taker);
    if (answer.handshake().isPresent()) {
      discarded += wire.discard();
    }
    Optional<Reply> reply = instead.isPresent() ? instead : answer.reply();
    if (reply.isPresent()) {
      say(reply.get());
    }
    return answer.handshake().isEmpty() || inside(answer.handshake().get());
  }

  private boolean inside(ServerTls face) throws IOException {
    if (typed.path().has(PathEffect.BREAK_TLS)) {
      last = "the handshake is broken on the way";
      return false;
    }
    if (typed.path().has(PathEffect.HANG_TLS)) {
      last = "the handshake hangs on the way";
      swallow();
      return false;
    }
    try {
      Secured secured = tls.accept(wire, face, limits.handshake());
      typed.enter(secured);
      last = secured.version().text();
      return true;
    } catch (IOException e) {
      last = "TLS handshake fails: " + e.getMessage();
      return false;
    }
  }

  /** Reads on without an answer until the client loses patience, or the time for it is over. */
  private void swallow() throws IOException {
    wire.plain().setSoTimeout((int) limits.handshake().toMillis() * 2);
    InputStream in = wire.plain().getInputStream();
    long until = System.nanoTime() + limits.handshake().toNanos() * 2;
    byte[] some = new byte[1024];
    while (System.nanoTime() < until && in.read(some) >= 0) {
      last = "the handshake hangs on the way";
    }
  }

  private void say(Reply reply) throws IOException {
    Instant at = typed.session().peer().at();
    StringBuilder text = new StringBuilder();
    for (String line : reply.wireLines()) {
      text.append(Dialogue.dated(line, at)).append(end);
    }
    if (reply.code() != GOODBYE) {
      last = Dialogue.dated(reply.text(), at);
    }
    wire.write(text.toString());
  }

  private void say(String reply) throws IOException {
    say(Reply.of(reply));
  }
}
