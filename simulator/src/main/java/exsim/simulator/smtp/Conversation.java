package exsim.simulator.smtp;

import com.google.common.collect.ImmutableList;
import exsim.model.tls.Certificate;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Dialogue.Turn;
import exsim.simulator.tls.TlsOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A session as it is being played: what was said, what decided, and the server's state. */
final class Conversation {
  private final ClientEnd client;
  private final FarEnd far;
  private final List<Turn> turns = new ArrayList<>();
  private final List<Reason> why = new ArrayList<>();
  private ImmutableList<String> keywords = ImmutableList.of();
  private Optional<Certificate> presented = Optional.empty();
  private Optional<Boolean> offered = Optional.empty();

  Conversation(ClientEnd client, FarEnd far) {
    this.client = client;
    this.far = far;
  }

  ClientEnd client() {
    return client;
  }

  FarEnd far() {
    return far;
  }

  Listener listener() {
    return far.listener();
  }

  Path path() {
    return far.path();
  }

  Session session() {
    return far.session();
  }

  /** The keywords that the client saw last. */
  ImmutableList<String> keywords() {
    return keywords;
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

  /** The server's first words. */
  Reply banner() {
    Reply banner = far.banner();
    turns.add(new Turn.Replied(banner, false));
    return banner;
  }

  /** The client says something, and the server answers. */
  FarEnd.Heard say(Command command) {
    boolean secure = session().secure();
    turns.add(new Turn.Said(command, secure));
    FarEnd.Heard heard = far.say(command);
    turns.add(new Turn.Replied(heard.reply(), secure));
    return heard;
  }

  /** The client says EHLO or HELO; the answer is what reaches it. */
  Reply greet() {
    boolean secure = session().secure();
    Command.Hello hello = new Command.Hello(client.manner().extended(), client.host());
    int place = turns.size();
    turns.add(new Turn.Said(hello, secure));
    FarEnd.Heard heard = far.say(hello);
    turns.set(place, new Turn.Said(hello, heard.heard(), secure));
    turns.add(new Turn.Replied(heard.reply(), heard.said(), secure));
    heard.because().ifPresent(why::add);
    ImmutableList<String> lines = heard.reply().lines();
    keywords = lines.subList(1, lines.size());
    return heard.reply();
  }

  /** Shakes hands with the server's public face. */
  FarEnd.Handshaken shakeHands(ServerTls tls) {
    return shaken(far.shakeHands(client.tls(), tls), client.tls().certificate());
  }

  /** Shakes hands by X-ANONYMOUSTLS, where neither certificate proves anything. */
  FarEnd.Handshaken shakeHandsAnonymously(ServerTls tls) {
    FarEnd.Handshaken result = far.shakeHands(client.tls(), tls);
    return result.established().isEmpty()
        ? shaken(result, client.tls().certificate())
        : shaken(
            new FarEnd.Handshaken(
                result.established().map(Secured::anonymously), result.presented(), ""),
            Optional.empty());
  }

  /** Two ends without a version in common tell where theirs come from. */
  void versions(FarEnd.Handshaken handshake) {
    if (handshake.failure().equals(Handshakes.NO_COMMON_VERSION)) {
      client.tls().versionsWhy().ifPresent(this::because);
      listener().versionsWhy().ifPresent(this::because);
    }
  }

  private FarEnd.Handshaken shaken(FarEnd.Handshaken result, Optional<Certificate> offered) {
    presented = result.presented();
    turns.add(new Turn.Handshake(result.established(), presented, offered, result.failure()));
    return result;
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
        session(),
        keywords,
        offered,
        session().secured(),
        session().secured().filter(tls -> !tls.anonymous()).flatMap(t -> presented),
        failure,
        ImmutableList.copyOf(why),
        ImmutableList.copyOf(turns));
  }
}
