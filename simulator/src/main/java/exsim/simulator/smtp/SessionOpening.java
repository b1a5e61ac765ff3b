package exsim.simulator.smtp;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.net.PathEffect;
import exsim.model.tls.Certificate;
import exsim.model.tls.CertificateStatus;
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
    return client.manner().exchangeAuth() ? exchange(hello) : startTls(hello);
  }

  private Reply greet() {
    boolean extended = client.manner().extended() && !path.has(PathEffect.REWRITE_EHLO);
    Command.Hello hello = new Command.Hello(extended, client.host());
    turns.add(
        new Turn.Said(
            new Command.Hello(client.manner().extended(), client.host()), session.secure()));
    SmtpServer.Step step = server.step(session, hello);
    session = step.session();
    Reply seen = session.secure() ? step.reply() : Tampering.on(step.reply(), path);
    turns.add(new Turn.Replied(seen, session.secure()));
    return seen;
  }

  private Opening startTls(Reply hello) {
    TlsFacts.Offer offer = offerIn(hello);
    offered = Optional.of(offer == TlsFacts.Offer.OFFERED);
    Tampering.reason(path, client.system()).ifPresent(why::add);
    why.add(server.listener().tls().why());
    Handshakes.Result handshake =
        Handshakes.between(client.tls(), server.listener().tls(), path, session.peer().at());
    TlsFacts.Proof proof =
        server
            .listener()
            .tls()
            .certificate()
            .map(
                c ->
                    ProofCheck.of(
                        client.tls().demand(),
                        client.tls().verification(),
                        c,
                        client.tls().trusts(),
                        session.peer().at()))
            .orElse(TlsFacts.Proof.HOLDS);
    if (facesNoProof(handshake, proof)) {
      proof = TlsFacts.Proof.CLIENT_UNPROVED;
    }
    TlsFacts facts =
        new TlsFacts(
            client.tls().demand(),
            offer,
            Handshakes.answerOf(server.listener().tls()),
            handshake.outcome(),
            proof,
            client.tls().habit());
    TlsRule rule = TlsRule.decide(facts);
    why.add(
        new Reason(
            rule,
            ImmutableMap.of(
                "client",
                client.connector().orElse(client.system()),
                "server",
                path.host(),
                "failure",
                handshake.failure(),
                "demanded",
                client.tls().verification().text(),
                "fault",
                proof.text())));
    return play(facts, rule, handshake);
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
                    CertificateStatus.of(c, ImmutableSet.of(), session.peer().at())
                        == CertificateStatus.VALID)
            .isEmpty();
  }

  private TlsFacts.Offer offerIn(Reply hello) {
    if (!client.manner().extended() || path.has(PathEffect.REWRITE_EHLO)) {
      return TlsFacts.Offer.HELO_ONLY;
    }
    return hello.lines().contains("STARTTLS") ? TlsFacts.Offer.OFFERED : TlsFacts.Offer.NOT_OFFERED;
  }

  private Opening play(TlsFacts facts, TlsRule rule, Handshakes.Result handshake) {
    boolean asks =
        facts.offer() == TlsFacts.Offer.OFFERED
            && facts.demand().compareTo(TlsFacts.Demand.OPPORTUNISTIC) >= 0;
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
      turns.add(new Turn.Happened("TLS handshake fails: " + handshake.failure(), false));
      return failed(
          rule.outcome(),
          handshake.cause(),
          client.voice().handshakeFailed(facts.demand(), handshake.failure()));
    }
    return inside(facts, rule, handshake.secured());
  }

  private Opening inside(TlsFacts facts, TlsRule rule, Secured tls) {
    secured = Optional.of(tls);
    presented = server.listener().tls().certificate();
    turns.add(new Turn.Happened("TLS: " + tls.version().text() + ", " + tls.cipherSuite(), true));
    session = session.inside(tls);
    if (rule.outcome() != TlsOutcome.SECURE) {
      String cause =
          facts.demand() == TlsFacts.Demand.DANE && facts.proof() == TlsFacts.Proof.NO_MATCH
              ? "tlsa-invalid"
              : facts.proof().cause();
      return failed(
          rule.outcome(),
          cause,
          client
              .voice()
              .proofFailed(
                  facts.demand(), facts.proof(), client.tls().verification().text(), presented));
    }
    greet();
    return authenticate();
  }

  private Opening exchange(Reply hello) {
    offered = Optional.of(hello.lines().contains("STARTTLS"));
    ExchangeHandshake.Result result =
        ExchangeHandshake.play(client, server, session, hello, path, turns);
    why.addAll(result.why());
    session = result.session();
    secured = result.session().secured();
    if (result.failure().isPresent()) {
      return failed(TlsOutcome.DEFER, "authentication-failed", result.failure().get());
    }
    return done(Optional.empty());
  }

  private Opening authenticate() {
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
        offered,
        secured,
        presented,
        failure,
        ImmutableList.copyOf(why),
        ImmutableList.copyOf(turns));
  }
}
