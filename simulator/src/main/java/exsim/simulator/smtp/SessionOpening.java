package exsim.simulator.smtp;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.net.PathEffect;
import exsim.model.tls.Certificate;
import exsim.model.tls.CertificateStatus;
import exsim.model.tls.TrustStore;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Dialogue.Turn;
import exsim.simulator.tls.ProofCheck;
import exsim.simulator.tls.TlsFacts;
import exsim.simulator.tls.TlsOutcome;
import exsim.simulator.tls.TlsRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays a client against a server from the banner up to the first mail command. */
public final class SessionOpening {
  private static final String REFUSED = "refused-by-server";
  private static final String NO_STARTTLS = "starttls-not-supported";

  private final ClientEnd client;
  private final SmtpServer server;
  private final Path path;
  private final List<Turn> turns = new ArrayList<>();
  private final List<Reason> why = new ArrayList<>();
  private Session session;
  private ImmutableList<String> keywords = ImmutableList.of();
  private Optional<Boolean> offered = Optional.empty();
  private Optional<Secured> secured = Optional.empty();
  private Optional<Certificate> presented = Optional.empty();

  private SessionOpening(ClientEnd client, SmtpServer server, Peer peer, Path path) {
    this.client = client;
    this.server = server;
    this.path = path;
    this.session = Session.opened(peer);
  }

  /** Plays a session's opening. */
  public static Opening play(ClientEnd client, Listener listener, Peer peer, Path path) {
    return new SessionOpening(client, new SmtpServer(listener), peer, path).run();
  }

  private Opening run() {
    why.addAll(client.why());
    Listener listener = server.listener();
    why.addAll(listener.why());
    if (client.manner().implicitTls()) {
      why.add(
          Reason.of(SmtpRule.IMPLICIT_ON_PLAIN, "client", client.system(), "host", path.host()));
      return failed(
          TlsOutcome.DEFER,
          NO_STARTTLS,
          client.voice().handshakeFailed(client.tls().demand(), "the server answers in clear"));
    }
    Reply banner = listener.banner();
    turns.add(new Turn.Replied(banner, false));
    if (!banner.positive()) {
      why.add(Reason.of(SmtpRule.REFUSED_AT_BANNER, "server", listener.system()));
      return failed(nextAfter(banner), REFUSED, banner.text());
    }
    Reply hello = greet();
    if (!hello.positive()) {
      return failed(nextAfter(hello), REFUSED, hello.text());
    }
    return client.manner().withinOrganization() ? exchange(hello) : startTls(hello);
  }

  private Reply greet() {
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

  private Opening startTls(Reply hello) {
    TlsFacts.Offer offer = offerIn(hello);
    offered = Optional.of(offer == TlsFacts.Offer.OFFERED);
    Tampering.reason(path, client.system()).ifPresent(why::add);
    why.add(server.listener().tls().why());
    Handshakes.Result handshake = Handshakes.between(client.tls(), server.listener().tls(), path);
    if (offer == TlsFacts.Offer.OFFERED && wantsTls() && asksForCertificate()) {
      why.addAll(client.certificateWhy());
    }
    if (offer == TlsFacts.Offer.OFFERED && wantsTls() && handshake.lacksCommonVersion()) {
      client.tls().versionsWhy().ifPresent(why::add);
      server.listener().versionsWhy().ifPresent(why::add);
    }
    Judged judged = null;
    for (TlsClient.Requirement requirement : client.tls().requirements()) {
      judged = judge(requirement, offer, handshake);
      why.add(judged.reason(client, path, handshake));
      if (judged.rule().outcome() != TlsOutcome.SECURE) {
        break;
      }
    }
    return play(judged, handshake);
  }

  /** What the table says to one demand. */
  private record Judged(TlsClient.Requirement requirement, TlsFacts facts, TlsRule rule) {
    Reason reason(ClientEnd client, Path path, Handshakes.Result handshake) {
      return new Reason(
          rule,
          ImmutableMap.of(
              "client",
              client.connector().orElse(client.system()),
              "server",
              path.host(),
              "failure",
              handshake.failure(),
              "demanded",
              requirement.verification().text(),
              "fault",
              facts.proof().text()));
    }
  }

  private Judged judge(
      TlsClient.Requirement requirement, TlsFacts.Offer offer, Handshakes.Result handshake) {
    TlsFacts.Proof proof =
        server
            .listener()
            .tls()
            .certificate()
            .map(
                c ->
                    ProofCheck.of(
                        requirement.demand(),
                        requirement.verification(),
                        c,
                        client.tls().trusts(),
                        session.peer().at()))
            .orElse(TlsFacts.Proof.HOLDS);
    TlsFacts facts =
        new TlsFacts(
            requirement.demand(),
            offer,
            Handshakes.answerOf(server.listener().tls()),
            handshake.outcome(),
            facesNoProof(handshake, proof) ? TlsFacts.Proof.CLIENT_UNPROVED : proof,
            client.tls().habit());
    return new Judged(requirement, facts, TlsRule.decide(facts));
  }

  /** Mutual TLS needs the client's certificate as well: asked for, shown, and in order. */
  private boolean facesNoProof(Handshakes.Result handshake, TlsFacts.Proof proof) {
    return client.tls().demand() == TlsFacts.Demand.MUTUAL
        && proof == TlsFacts.Proof.HOLDS
        && handshake
            .established()
            .flatMap(Secured::clientCertificate)
            .filter(
                c ->
                    CertificateStatus.of(c, TrustStore.PUBLIC, session.peer().at())
                        == CertificateStatus.VALID)
            .isEmpty();
  }

  private TlsFacts.Offer offerIn(Reply hello) {
    if (!client.manner().extended() || path.has(PathEffect.REWRITE_EHLO)) {
      return TlsFacts.Offer.HELO_ONLY;
    }
    return hello.lines().contains("STARTTLS") ? TlsFacts.Offer.OFFERED : TlsFacts.Offer.NOT_OFFERED;
  }

  private Opening play(Judged judged, Handshakes.Result handshake) {
    TlsFacts facts = judged.facts();
    TlsRule rule = judged.rule();
    boolean asks = facts.offer() == TlsFacts.Offer.OFFERED && wantsTls();
    if (!asks) {
      return rule.outcome() == TlsOutcome.CLEAR
          ? authenticate()
          : failed(rule.outcome(), NO_STARTTLS, client.voice().startTlsMissing(facts.demand()));
    }
    turns.add(new Turn.Said(new Command.StartTls(), false));
    SmtpServer.Step step = server.step(session, new Command.StartTls());
    turns.add(new Turn.Replied(step.reply(), false));
    if (!step.startsTls()) {
      return rule.outcome() == TlsOutcome.CLEAR
          ? authenticate()
          : failed(rule.outcome(), NO_STARTTLS, step.reply().text());
    }
    if (facts.handshake() == TlsFacts.Handshake.FAILS) {
      turns.add(turn(handshake));
      return failed(
          rule.outcome(),
          handshake.cause(),
          client.voice().handshakeFailed(facts.demand(), handshake.failure()));
    }
    turns.add(turn(handshake));
    return inside(judged, handshake.secured());
  }

  private Turn.Handshake turn(Handshakes.Result handshake) {
    return new Turn.Handshake(
        handshake.established(),
        server.listener().tls().certificate(),
        client.tls().certificate(),
        handshake.failure());
  }

  private boolean wantsTls() {
    return client.tls().demand().compareTo(TlsFacts.Demand.OPPORTUNISTIC) >= 0;
  }

  /** Whether it matters which certificate the client shows, or that it cannot show it. */
  private boolean asksForCertificate() {
    return client.tls().certificateFault().isPresent()
        || server.listener().tls().clientCertificate() != ServerTls.ClientCertificate.IGNORED;
  }

  private Opening inside(Judged judged, Secured tls) {
    TlsFacts facts = judged.facts();
    secured = Optional.of(tls);
    presented = server.listener().tls().certificate();
    session = session.inside(tls);
    if (judged.rule().outcome() != TlsOutcome.SECURE) {
      String cause =
          facts.demand() == TlsFacts.Demand.DANE && facts.proof() == TlsFacts.Proof.NO_MATCH
              ? "tlsa-invalid"
              : facts.proof().cause();
      return failed(
          judged.rule().outcome(),
          cause,
          client
              .voice()
              .proofFailed(
                  facts.demand(),
                  facts.proof(),
                  judged.requirement().verification().text(),
                  presented));
    }
    greet();
    Optional<CertificateStatus> disliked = disliked(tls);
    if (disliked.isPresent()) {
      why.add(
          Reason.of(
              SmtpRule.CLOSED_INSIDE_TLS, "status", disliked.get().text(), "host", path.host()));
      turns.add(new Turn.Dropped(true));
      return failed(
          TlsOutcome.DEFER, "validation-failure", client.voice().connectionLost(path.host()));
    }
    return authenticate();
  }

  /** What is wrong with the certificate that the client showed, where the server minds. */
  private Optional<CertificateStatus> disliked(Secured tls) {
    return server.listener().tls().clientCertificate()
            == ServerTls.ClientCertificate.DROPPED_WHEN_INVALID
        ? tls.clientCertificate()
            .map(c -> CertificateStatus.of(c, TrustStore.PUBLIC, session.peer().at()))
            .filter(status -> status != CertificateStatus.VALID)
        : Optional.empty();
  }

  private Opening exchange(Reply hello) {
    offered = Optional.of(hello.lines().contains("STARTTLS"));
    ExchangeHandshake.Result result =
        ExchangeHandshake.play(client, server, session, hello, path, turns);
    why.addAll(result.why());
    session = result.session();
    secured = result.session().secured();
    keywords = server.listener().keywords(session);
    if (result.failure().isPresent()) {
      return failed(TlsOutcome.DEFER, "authentication-failed", result.failure().get());
    }
    return done(Optional.empty());
  }

  private Opening authenticate() {
    return client.manner().exchangeAuth() == ClientEnd.ExchangeAuth.BY_SEND_CONNECTOR
        ? proveBySendConnector()
        : logOn();
  }

  private Opening proveBySendConnector() {
    why.add(Reason.of(ExchangeRule.BY_SEND_CONNECTOR, "server", path.host()));
    ExchangeHandshake.Result result =
        ExchangeHandshake.prove(client, server, session, path, turns, ImmutableList.builder());
    why.addAll(result.why());
    session = result.session();
    return result.failure().isEmpty()
        ? done(Optional.empty())
        : failed(TlsOutcome.DEFER, "authentication-failed", result.failure().get());
  }

  private Opening logOn() {
    if (client.manner().user().isEmpty()) {
      return done(Optional.empty());
    }
    Optional<String> mechanism = mechanismOffered();
    if (mechanism.isEmpty()) {
      why.add(Reason.of(SmtpRule.AUTH_NOT_OFFERED, "client", client.system()));
      return done(Optional.empty());
    }
    Command.Auth auth = new Command.Auth(mechanism.get(), client.manner().user().get());
    turns.add(new Turn.Said(auth, session.secure()));
    SmtpServer.Step step = server.step(session, auth);
    turns.add(new Turn.Replied(step.reply(), session.secure()));
    step.because().ifPresent(why::add);
    session = step.session();
    return step.reply().positive()
        ? done(Optional.empty())
        : failed(nextAfter(step.reply()), "authentication-failed", step.reply().text());
  }

  private Optional<String> mechanismOffered() {
    for (String keyword : server.listener().keywords(session)) {
      if (keyword.startsWith("AUTH ") && session.greeting().get().extended()) {
        ImmutableList<String> words = ImmutableList.copyOf(Splitter.on(' ').split(keyword));
        return words.stream().filter(w -> w.equals("LOGIN") || w.equals("PLAIN")).findFirst();
      }
    }
    return Optional.empty();
  }

  private static TlsOutcome nextAfter(Reply reply) {
    return reply.permanent() ? TlsOutcome.FAIL : TlsOutcome.DEFER;
  }

  private Opening failed(TlsOutcome next, String cause, String reply) {
    return done(Optional.of(new Opening.Failure(next, cause, reply)));
  }

  private Opening done(Optional<Opening.Failure> failure) {
    return new Opening(
        session,
        keywords,
        offered,
        secured,
        presented,
        failure,
        ImmutableList.copyOf(why),
        ImmutableList.copyOf(turns));
  }
}
