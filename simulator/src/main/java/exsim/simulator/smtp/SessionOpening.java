package exsim.simulator.smtp;

import com.google.common.base.Splitter;
import exsim.model.mail.EmailAddress;
import exsim.model.net.PathEffect;
import exsim.model.tls.CertificateStatus;
import exsim.model.tls.TrustStore;
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
  private static final String CUT_OFF = "connection-lost";
  private static final String NOT_AUTHENTICATED = "authentication-failed";

  private final ClientEnd client;
  private final Listener listener;
  private final Path path;
  private final Conversation talk;

  private SessionOpening(ClientEnd client, Listener listener, Peer peer, Path path) {
    this.client = client;
    this.listener = listener;
    this.path = path;
    this.talk = new Conversation(client, listener, peer, path);
  }

  /** Plays a session's opening. */
  public static Opening play(ClientEnd client, Listener listener, Peer peer, Path path) {
    return new SessionOpening(client, listener, peer, path).run();
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
    Reply banner = listener.banner();
    talk.happens(new Turn.Replied(banner, false));
    if (!banner.positive()) {
      talk.because(Reason.of(SmtpRule.REFUSED_AT_BANNER, "server", listener.system()));
      return talk.failed(nextAfter(banner), REFUSED, banner.text());
    }
    if (path.has(PathEffect.DROP)) {
      talk.happens(
          new Turn.Said(new Command.Hello(client.manner().extended(), client.host()), false));
      talk.happens(new Turn.Dropped(false));
      talk.because(Reason.of(SmtpRule.CUT, "client", client.system(), "host", path.host()));
      return talk.failed(TlsOutcome.DEFER, CUT_OFF, client.voice().connectionLost(path.host()));
    }
    Reply hello = talk.greet();
    if (!hello.positive()) {
      return talk.failed(nextAfter(hello), REFUSED, hello.text());
    }
    Optional<String> dislike =
        listener.bareLineFeeds() ? client.voice().bareLineFeed() : Optional.empty();
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
    Handshakes.Result handshake = Handshakes.between(client.tls(), listener.tls(), path);
    boolean asks = offered && wantsTls();
    if (asks && asksForCertificate()) {
      talk.because(client.certificateWhy());
    }
    if (asks && handshake.lacksCommonVersion()) {
      client.tls().versionsWhy().ifPresent(talk::because);
      listener.versionsWhy().ifPresent(talk::because);
    }
    TlsJudgement judged = TlsJudgement.of(talk, hello, handshake);
    return asks
        ? askForTls(judged, handshake)
        : clearOr(judged, client.voice().startTlsMissing(judged.facts().demand()));
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

  private Opening askForTls(TlsJudgement judged, Handshakes.Result handshake) {
    SmtpServer.Step step = talk.say(new Command.StartTls());
    if (!step.startsTls()) {
      return clearOr(judged, step.reply().text());
    }
    talk.handshake(handshake, listener.tls());
    return judged.facts().handshake() == TlsFacts.Handshake.FAILS
        ? talk.failed(
            judged.outcome(),
            handshake.cause(),
            client.voice().handshakeFailed(judged.facts().demand(), handshake.failure()))
        : inside(judged, handshake.secured());
  }

  private Opening inside(TlsJudgement judged, Secured tls) {
    talk.enter(tls);
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
                  listener.tls().certificate()));
    }
    talk.greet();
    Optional<CertificateStatus> disliked = disliked(tls);
    if (disliked.isPresent()) {
      talk.because(
          Reason.of(
              SmtpRule.CLOSED_INSIDE_TLS, "status", disliked.get().text(), "host", path.host()));
      talk.happens(new Turn.Dropped(true));
      return talk.failed(
          TlsOutcome.DEFER, "validation-failure", client.voice().connectionLost(path.host()));
    }
    return authenticate();
  }

  /** What is wrong with the certificate that the client showed, where the server minds. */
  private Optional<CertificateStatus> disliked(Secured tls) {
    return listener.tls().clientCertificate() == ServerTls.ClientCertificate.DROPPED_WHEN_INVALID
        ? tls.clientCertificate()
            .map(c -> CertificateStatus.of(c, TrustStore.PUBLIC, talk.session().peer().at()))
            .filter(status -> status != CertificateStatus.VALID)
        : Optional.empty();
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
    SmtpServer.Step step = talk.say(new Command.Auth(mechanism.get(), user));
    step.because().ifPresent(talk::because);
    return step.reply().positive()
        ? talk.done()
        : talk.failed(nextAfter(step.reply()), NOT_AUTHENTICATED, step.reply().text());
  }

  private Optional<String> mechanismOffered() {
    Session session = talk.session();
    for (String keyword : listener.keywords(session)) {
      if (keyword.startsWith("AUTH ") && session.greeting().get().extended()) {
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
