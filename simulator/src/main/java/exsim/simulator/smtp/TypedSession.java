package exsim.simulator.smtp;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import exsim.model.net.PathEffect;
import exsim.simulator.rule.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A session that comes line by line, as from a telnet window or a socket: the same server, and what
 * a line alone does not say, the credentials of AUTH and the message behind DATA.
 */
public final class TypedSession {
  private static final Reply USER_NAME = Reply.of("334 VXNlcm5hbWU6");
  private static final Reply PASSWORD = Reply.of("334 UGFzc3dvcmQ6");
  private static final Reply CREDENTIALS = Reply.of("334 ");
  private static final Reply UNREADABLE = Reply.of("501 5.5.4 Invalid arguments");
  private static final EmailAddress NOBODY = EmailAddress.parse("nobody@invalid");
  private static final Pattern BY = Pattern.compile("\\bby ([^ ;]+)");
  private static final Splitter ZERO = Splitter.on('\0');
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

  private final SmtpServer server;
  private final Path path;
  private final List<String> message = new ArrayList<>();
  private Session session;
  private Expecting expecting = Expecting.COMMAND;
  private String userName = "";

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
    this.server = new SmtpServer(listener);
    this.path = path;
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
   * @param mail its MAIL
   * @param recipients its recipients
   * @param lines its lines, header and body
   */
  public record Accepted(
      Command.Mail mail, ImmutableList<EmailAddress> recipients, ImmutableList<String> lines) {}

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
    session = session.inside(tls);
  }

  /** Works out the handshake that follows an answer; when it fails, the connection is over. */
  public Dialogue.Turn.Handshake handshake(TlsClient client, ServerTls tls) {
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

  private Answer command(String line) {
    List<String> words = WORDS.splitToList(line);
    if (!words.isEmpty() && Ascii.equalsIgnoreCase(words.get(0), "AUTH") && words.size() > 1) {
      return auth(Ascii.toUpperCase(words.get(1)), words.subList(2, words.size()));
    }
    Command command = CommandLine.parse(line);
    if (command instanceof Command.Hello hello && path.has(PathEffect.REWRITE_EHLO)) {
      command = new Command.Hello(false, hello.name());
    }
    boolean clear = !session.secure();
    Answer answer = step(command);
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
    ServerTls tls =
        command instanceof Command.AnonymousTls
            ? server.listener().anonymousTls()
            : server.listener().tls();
    return new Answer(
        Optional.of(step.reply()),
        step.because(),
        step.startsTls() ? Optional.of(tls) : Optional.empty(),
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

  private Answer message(String line) {
    if (!line.equals(".")) {
      message.add(line.startsWith(".") ? line.substring(1) : line);
      return new Answer(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
    expecting = Expecting.COMMAND;
    ImmutableList<String> lines = ImmutableList.copyOf(message);
    message.clear();
    Session before = session;
    long bytes = lines.stream().mapToLong(l -> l.length() + 2L).sum();
    Answer answer = step(new Command.Content(bytes, received(lines)));
    return answer.reply().orElseThrow().positive()
        ? new Answer(
            answer.reply(),
            answer.because(),
            Optional.empty(),
            Optional.of(new Accepted(before.mail().orElseThrow(), before.recipients(), lines)))
        : answer;
  }

  /** The Received headers, the oldest first, by the names that their writers gave themselves. */
  private static ImmutableList<Received> received(List<String> lines) {
    ImmutableList.Builder<Received> found = ImmutableList.builder();
    for (String line : lines) {
      if (line.isEmpty()) {
        break;
      }
      if (Ascii.toLowerCase(line).startsWith("received:")) {
        Matcher by = BY.matcher(line);
        found.add(new Received(by.find() ? by.group(1) : "", Optional.empty()));
      }
    }
    return found.build().reverse();
  }
}
