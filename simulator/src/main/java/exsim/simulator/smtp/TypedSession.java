package exsim.simulator.smtp;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import exsim.model.mail.EmailAddress;
import exsim.model.net.PathEffect;
import exsim.simulator.rule.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A session that comes line by line, as from a telnet window or a socket: the same server, and what
 * a line alone does not say, the credentials of AUTH and the message behind DATA.
 */
public final class TypedSession {
  private static final Reply USER_NAME = Reply.of("334 VXNlcm5hbWU6");
  private static final Reply PASSWORD = Reply.of("334 UGFzc3dvcmQ6");
  private static final Reply CREDENTIALS = Reply.of("334 ");
  private static final Reply UNREADABLE = Reply.of("501 5.5.4 Invalid arguments");
  private static final Reply TOO_LARGE =
      Reply.of("552 5.3.4 Message size exceeds fixed maximum message size");
  private static final EmailAddress NOBODY = EmailAddress.parse("nobody@invalid");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Splitter ZERO = Splitter.on('\0');
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

  private static final Answer NOTHING_YET =
      new Answer(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private final SmtpServer server;
  private final Path path;
  private final Optional<ImmutableList<Received>> brought;
  private final MessageText message;
  private Session session;
  private Expecting expecting = Expecting.COMMAND;
  private String userName = "";
  private boolean anonymousTls;
  private Chunk chunk = Chunk.NONE;

  /** What BDAT announced: RFC 3030 lets its octets follow whatever the answer will be. */
  private record Chunk(int octets, boolean last, Optional<Answer> refusal) {
    static final Chunk NONE = new Chunk(0, false, Optional.empty());
  }

  /** What the next line is. */
  private enum Expecting {
    COMMAND,
    USER_NAME,
    PASSWORD,
    CREDENTIALS,
    MESSAGE
  }

  /**
   * A session of somebody who has connected.
   *
   * @param path what stands between the two ends
   */
  public TypedSession(Listener listener, Peer peer, Path path) {
    this(listener, peer, path, Optional.empty(), Long.MAX_VALUE);
  }

  /**
   * A session of somebody who has connected, with a bound on what is kept of a message.
   *
   * @param brought who took the messages before, where that is known better than their headers tell
   * @param octetsMax how much of a message is kept; a longer one is refused
   */
  public TypedSession(
      Listener listener,
      Peer peer,
      Path path,
      Optional<ImmutableList<Received>> brought,
      long octetsMax) {
    this.server = new SmtpServer(listener);
    this.path = path;
    this.brought = brought;
    this.message = new MessageText(octetsMax);
    this.session = Session.opened(peer);
  }

  /**
   * What a line leads to.
   *
   * @param reply the reply; empty while a message is being read
   * @param because why, where a rule decided
   * @param handshake the server's side of the handshake that follows the reply
   * @param accepted the message that the server took
   */
  public record Answer(
      Optional<Reply> reply,
      Optional<Reason> because,
      Optional<ServerTls> handshake,
      Optional<Accepted> accepted) {
    private static Answer of(Reply reply) {
      return new Answer(Optional.of(reply), Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /**
   * A message that a server took.
   *
   * @param session the session in which it came
   * @param mail its MAIL
   * @param recipients its recipients
   * @param lines its lines, header and body
   * @param octets its size
   * @param received who took it before, the oldest first
   */
  public record Accepted(
      Session session,
      Command.Mail mail,
      ImmutableList<EmailAddress> recipients,
      ImmutableList<String> lines,
      long octets,
      ImmutableList<Received> received) {}

  /** Who listens. */
  public Listener listener() {
    return server.listener();
  }

  /** What stands between the two ends. */
  public Path path() {
    return path;
  }

  /** Whether the next line is a command. */
  public boolean awaitsCommand() {
    return expecting == Expecting.COMMAND;
  }

  /** How many octets of a message follow instead of a line; 0 for none. */
  public int octetsAwaited() {
    return chunk.octets();
  }

  /** The server's first words, which may be its last. */
  public Reply banner() {
    Reply banner = server.listener().banner();
    if (!banner.positive()) {
      session = session.ended();
    }
    return banner;
  }

  /** Whether the server has closed the connection. */
  public boolean over() {
    return session.closed();
  }

  /** The server's side as it stands. */
  public Session session() {
    return session;
  }

  /** Whether the next line belongs to a message and not to the session. */
  public boolean inMessage() {
    return expecting == Expecting.MESSAGE;
  }

  /** From here on all is inside TLS. */
  public void enter(Secured tls) {
    session = session.inside(anonymousTls ? tls.anonymously() : tls);
  }

  /** Works out the handshake that follows an answer; when it fails, the connection is over. */
  public Dialogue.Turn.Handshake handshake(TlsClient client, ServerTls face) {
    ServerTls tls = Tampering.face(face, path);
    Handshakes.Result result = Handshakes.between(client, tls, path);
    result.established().ifPresentOrElse(this::enter, () -> session = session.ended());
    return new Dialogue.Turn.Handshake(
        result.established(), tls.certificate(), client.certificate(), result.failure());
  }

  /**
   * Answers a line.
   *
   * @param line without its end
   * @throws IllegalStateException if the session is over
   */
  public Answer type(String line) {
    return switch (expecting) {
      case COMMAND -> command(line);
      case USER_NAME -> {
        userName = line;
        yield awaiting(Expecting.PASSWORD, PASSWORD);
      }
      case PASSWORD -> login(line);
      case CREDENTIALS -> plain(line);
      case MESSAGE -> message(line);
    };
  }

  /** The server's last word to a client that is silent for a time; empty when it waits on. */
  public Optional<Answer> silent(Duration silence) {
    if (silence.compareTo(MINUTE) >= 0) {
      session = session.having(0);
    }
    return server
        .silent(session, silence)
        .map(
            step -> {
              session = step.session();
              return new Answer(
                  Optional.of(step.reply()), step.because(), Optional.empty(), Optional.empty());
            });
  }

  private Answer command(String line) {
    List<String> words = WORDS.splitToList(line);
    if (!words.isEmpty() && Ascii.equalsIgnoreCase(words.get(0), "AUTH") && words.size() > 1) {
      return auth(Ascii.toUpperCase(words.get(1)), words.subList(2, words.size()));
    }
    if (!words.isEmpty() && Ascii.equalsIgnoreCase(words.get(0), "BDAT")) {
      return announced(line, words);
    }
    Command command = CommandLine.parse(line);
    if (!(command instanceof Command.Noop)) {
      message.clear(); // chunks that nobody finished
    }
    if (command instanceof Command.Hello hello && path.has(PathEffect.REWRITE_EHLO)) {
      command = new Command.Hello(false, hello.name());
    }
    boolean clear = !session.secure();
    Answer answer = step(command);
    if (command instanceof Command.Hello
        && server.listener().tls().minds(session, session.peer().at()).isPresent()) {
      session = session.ended();
    }
    if (command instanceof Command.Data && session.receiving()) {
      expecting = Expecting.MESSAGE;
    }
    return clear && command instanceof Command.Hello
        ? new Answer(
            answer.reply().map(r -> Tampering.on(r, path)),
            answer.because(),
            answer.handshake(),
            answer.accepted())
        : answer;
  }

  private Answer step(Command command) {
    SmtpServer.Step step = server.step(session, command);
    session = step.session();
    anonymousTls = command instanceof Command.AnonymousTls;
    ServerTls tls = anonymousTls ? server.listener().anonymousTls() : server.listener().tls();
    return new Answer(
        Optional.of(step.reply()),
        step.because(),
        step.startsTls() ? Optional.of(Tampering.face(tls, path)) : Optional.empty(),
        Optional.empty());
  }

  private Answer auth(String mechanism, List<String> initial) {
    Command nobody = new Command.Auth(mechanism, NOBODY);
    boolean asked =
        session.greeting().isPresent()
            && server.offers(session, mechanism)
            && (session.secure() || server.listener().refusesClear(session, nobody).isEmpty());
    if (!asked) {
      return step(nobody); // refused before credentials are asked for
    }
    return switch (mechanism) {
      case "LOGIN" -> {
        if (initial.isEmpty()) {
          yield awaiting(Expecting.USER_NAME, USER_NAME);
        }
        userName = initial.get(0);
        yield awaiting(Expecting.PASSWORD, PASSWORD);
      }
      case "PLAIN" ->
          initial.isEmpty() ? awaiting(Expecting.CREDENTIALS, CREDENTIALS) : plain(initial.get(0));
      default -> unreadable(mechanism);
    };
  }

  private Answer awaiting(Expecting next, Reply prompt) {
    expecting = next;
    return Answer.of(prompt);
  }

  /** LOGIN: user name and password in lines of their own. */
  private Answer login(String password) {
    Optional<String> name = decoded(password).flatMap(p -> decoded(userName));
    return name.map(n -> logOn("LOGIN", n)).orElseGet(() -> unreadable("LOGIN"));
  }

  /** PLAIN: authorization identity, user name and password between zero bytes (RFC 4616). */
  private Answer plain(String line) {
    List<String> parts = decoded(line).map(ZERO::splitToList).orElse(ImmutableList.of());
    return parts.size() == 3 ? logOn("PLAIN", parts.get(1)) : unreadable("PLAIN");
  }

  /** A scenario keeps no passwords, so that every one is right. */
  private Answer logOn(String mechanism, String name) {
    expecting = Expecting.COMMAND;
    return CommandLine.address(name)
        .map(user -> step(new Command.Auth(mechanism, user)))
        .orElseGet(() -> unreadable(mechanism));
  }

  private Answer unreadable(String mechanism) {
    expecting = Expecting.COMMAND;
    return new Answer(
        Optional.of(UNREADABLE),
        Optional.of(Reason.of(SmtpRule.UNREADABLE_CREDENTIALS, "mechanism", mechanism)),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<String> decoded(String base64) {
    try {
      return Optional.of(
          new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** BDAT, which only says what follows. */
  private Answer announced(String line, List<String> words) {
    boolean offered = server.listener().keywords(session).contains("CHUNKING");
    Optional<Integer> octets =
        words.size() > 1 ? Optional.ofNullable(Ints.tryParse(words.get(1))) : Optional.empty();
    boolean last = words.size() == 3 && Ascii.equalsIgnoreCase(words.get(2), "LAST");
    if (!offered || octets.isEmpty() || octets.get() < 0 || words.size() > (last ? 3 : 2)) {
      return step(offered ? new Command.Malformed(line) : new Command.Unknown(line));
    }
    boolean ready = !session.recipients().isEmpty();
    chunk =
        new Chunk(
            octets.get(), last, ready ? Optional.empty() : Optional.of(step(new Command.Data())));
    return chunk.octets() == 0 ? octets(new byte[0]) : NOTHING_YET;
  }

  /**
   * Takes the octets that BDAT announced.
   *
   * @param octets as many as {@link #octetsAwaited} said
   */
  public Answer octets(byte[] octets) {
    Chunk taken = chunk;
    chunk = Chunk.NONE;
    if (taken.refusal().isPresent()) {
      return taken.refusal().get();
    }
    message.add(octets);
    if (!taken.last()) {
      return Answer.of(Reply.of("250 2.6.0 CHUNK received OK, " + octets.length + " octets"));
    }
    session = session.awaitingContent();
    return complete();
  }

  private Answer message(String line) {
    if (!line.equals(".")) {
      message.add(line.startsWith(".") ? line.substring(1) : line);
      return NOTHING_YET;
    }
    return complete();
  }

  private Answer complete() {
    expecting = Expecting.COMMAND;
    Session before = session;
    boolean overlong = message.overlong();
    long bytes = message.octets();
    ImmutableList<String> lines = message.taken();
    if (overlong) {
      session = session.reset();
      return Answer.of(TOO_LARGE);
    }
    ImmutableList<Received> received = brought.orElseGet(() -> MessageText.received(lines));
    boolean bareLinefeeds = lines.stream().anyMatch(l -> l.indexOf('\n') >= 0);
    Answer answer = step(new Command.Content(bytes, received, bareLinefeeds));
    return answer.reply().orElseThrow().positive()
        ? new Answer(
            answer.reply(),
            answer.because(),
            Optional.empty(),
            Optional.of(
                new Accepted(
                    before,
                    before.mail().orElseThrow(),
                    before.recipients(),
                    lines,
                    bytes,
                    received)))
        : answer;
  }
}
