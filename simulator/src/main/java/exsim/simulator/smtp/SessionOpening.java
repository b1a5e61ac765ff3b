package exsim.simulator.smtp;

import com.google.common.base.Splitter;
import exsim.model.mail.EmailAddress;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Dialogue.Turn;
import exsim.simulator.tls.TlsFacts;
import exsim.simulator.tls.TlsOutcome;
import java.util.List;
import java.util.Optional;

/** Plays a client against a server from the banner up to the first mail command. */
public final class SessionOpening {
  private static final String REFUSED = "refused-by-server";
  private static final String NO_STARTTLS = "starttls-not-supported";

  /** RFC 8460 has no type of its own for a failed handshake. */
  private static final String HANDSHAKE_FAILED = "validation-failure";

  private static final String CUT_OFF = "connection-lost";
  private static final String NOT_AUTHENTICATED = "authentication-failed";

  private final ClientEnd client;
  private final FarEnd far;
  private final Listener listener;
  private final Path path;
  private final Conversation talk;

  private SessionOpening(ClientEnd client, FarEnd far) {
    this.client = client;
    this.far = far;
    this.listener = far.listener();
    this.path = far.path();
    this.talk = new Conversation(client, far);
  }

  /** Plays a session's opening. */
  public static Opening play(ClientEnd client, FarEnd far) {
    SessionOpening opening = new SessionOpening(client, far);
    try {
      return opening.run();
    } catch (FarEnd.LineLost e) {
      return opening.cutOff();
    }
  }

  private Opening cutOff() {
    talk.happens(new Turn.Dropped(talk.session().secure()));
    talk.because(Reason.of(SmtpRule.CUT, "client", client.system(), "host", path.host()));
    return talk.failed(TlsOutcome.DEFER, CUT_OFF, client.voice().connectionLost(path.host()));
  }

  private Opening run() {
    talk.because(client.why());
    talk.because(listener.why());
    if (client.manner().implicitTls()) {
      talk.because(
          Reason.of(SmtpRule.IMPLICIT_ON_PLAIN, "client", client.system(), "host", path.host()));
      return talk.failed(
          TlsOutcome.DEFER,
          NO_STARTTLS,
          client.voice().handshakeFailed(client.tls().demand(), "the server answers in clear"));
    }
    Reply banner = talk.banner();
    if (!banner.positive()) {
      talk.because(Reason.of(SmtpRule.REFUSED_AT_BANNER, "server", listener.system()));
      return talk.failed(nextAfter(banner), REFUSED, banner.text());
    }
    Reply hello = talk.greet();
    if (!hello.positive()) {
      return talk.failed(nextAfter(hello), REFUSED, hello.text());
    }
    Optional<String> dislike =
        far.bareLineFeeds() ? client.voice().bareLineFeed() : Optional.empty();
    if (dislike.isPresent()) {
      talk.because(
          Reason.of(SmtpRule.BARE_LINE_FEEDS, "server", path.host(), "client", client.system()));
      return talk.failed(TlsOutcome.DEFER, CUT_OFF, dislike.get());
    }
    return client.manner().withinOrganization() ? exchange(hello) : startTls(hello);
  }

  private Opening startTls(Reply hello) {
    boolean offered = TlsJudgement.offerIn(talk, hello) == TlsFacts.Offer.OFFERED;
    talk.offered(offered);
    Tampering.reason(path, client.system()).ifPresent(talk::because);
    talk.because(listener.tls().why());
    boolean asks = offered && wantsTls();
    Optional<FarEnd.Heard> answer =
        asks ? Optional.of(talk.say(new Command.StartTls())) : Optional.empty();
    FarEnd.Handshaken handshake =
        answer.filter(FarEnd.Heard::startsTls).isPresent()
            ? talk.shakeHands(listener.tls())
            : FarEnd.Handshaken.notAskedFor(listener.tls());
    if (asks) {
      Tampering.certificateReason(path, client.system()).ifPresent(talk::because);
    }
    if (asks && asksForCertificate()) {
      talk.because(client.certificateWhy());
    }
    talk.versions(handshake);
    TlsJudgement judged = TlsJudgement.of(talk, hello, answer.map(FarEnd.Heard::reply), handshake);
    if (answer.isEmpty() || !answer.get().startsTls()) {
      return clearOr(
          judged,
          answer
              .map(heard -> heard.reply().text())
              .orElseGet(() -> client.voice().startTlsMissing(judged.facts().demand())));
    }
    return handshake.established().isEmpty()
        ? talk.failed(
            judged.outcome(),
            HANDSHAKE_FAILED,
            client.voice().handshakeFailed(judged.facts().demand(), handshake.failure()))
        : inside(judged, handshake);
  }

  private boolean wantsTls() {
    return client.tls().demand().compareTo(TlsFacts.Demand.OPPORTUNISTIC) >= 0;
  }

  /** Whether it matters which certificate the client shows, or that it cannot show it. */
  private boolean asksForCertificate() {
    return client.tls().certificateFault().isPresent()
        || listener.tls().clientCertificate() != ServerTls.ClientCertificate.IGNORED;
  }

  private Opening clearOr(TlsJudgement judged, String words) {
    return judged.outcome() == TlsOutcome.CLEAR
        ? authenticate()
        : talk.failed(judged.outcome(), NO_STARTTLS, words);
  }

  private Opening inside(TlsJudgement judged, FarEnd.Handshaken handshake) {
    far.enter(handshake.established().orElseThrow());
    if (judged.outcome() != TlsOutcome.SECURE) {
      return talk.failed(
          judged.outcome(),
          judged.cause(),
          client
              .voice()
              .proofFailed(
                  judged.facts().demand(),
                  judged.facts().proof(),
                  judged.requirement().verification().text(),
                  handshake.presented()));
    }
    talk.greet();
    if (far.closesAfterHello()) {
      listener
          .tls()
          .minds(talk.session(), talk.session().peer().at())
          .ifPresent(
              status ->
                  talk.because(
                      Reason.of(
                          SmtpRule.CLOSED_INSIDE_TLS,
                          "status",
                          status.text(),
                          "host",
                          path.host())));
      talk.happens(new Turn.Dropped(true));
      return talk.failed(
          TlsOutcome.DEFER, HANDSHAKE_FAILED, client.voice().connectionLost(path.host()));
    }
    return authenticate();
  }

  private Opening exchange(Reply hello) {
    talk.offered(hello.lines().contains("STARTTLS"));
    return proved(ExchangeHandshake.play(talk, hello));
  }

  private Opening proved(Optional<String> failure) {
    return failure.isEmpty()
        ? talk.done()
        : talk.failed(TlsOutcome.DEFER, NOT_AUTHENTICATED, failure.get());
  }

  private Opening authenticate() {
    if (client.manner().exchangeAuth() == ClientEnd.ExchangeAuth.BY_SEND_CONNECTOR) {
      talk.because(Reason.of(ExchangeRule.BY_SEND_CONNECTOR, "server", path.host()));
      return proved(ExchangeHandshake.prove(talk));
    }
    return client.manner().user().isPresent() ? logOn(client.manner().user().get()) : talk.done();
  }

  private Opening logOn(EmailAddress user) {
    Optional<String> mechanism = mechanismOffered();
    if (mechanism.isEmpty()) {
      talk.because(Reason.of(SmtpRule.AUTH_NOT_OFFERED, "client", client.system()));
      return talk.done();
    }
    FarEnd.Heard step = talk.say(new Command.Auth(mechanism.get(), user));
    step.because().ifPresent(talk::because);
    return step.reply().positive()
        ? talk.done()
        : talk.failed(nextAfter(step.reply()), NOT_AUTHENTICATED, step.reply().text());
  }

  private Optional<String> mechanismOffered() {
    for (String keyword : talk.keywords()) {
      if (keyword.startsWith("AUTH ")) {
        List<String> words = Splitter.on(' ').splitToList(keyword);
        return words.stream().filter(w -> w.equals("LOGIN") || w.equals("PLAIN")).findFirst();
      }
    }
    return Optional.empty();
  }

  private static TlsOutcome nextAfter(Reply reply) {
    return reply.permanent() ? TlsOutcome.FAIL : TlsOutcome.DEFER;
  }
}
