package exsim.simulator.smtp;

import com.google.common.collect.ImmutableList;
import exsim.model.tls.Certificate;
import exsim.model.tls.TlsVersion;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Dialogue.Turn;
import exsim.simulator.tls.CipherSuites;
import java.util.List;
import java.util.Optional;

/** How two Exchange servers of one organization secure and prove themselves to each other. */
final class ExchangeHandshake {
  private static final String NO_AUTHENTICATION =
      "451 5.7.3 Cannot achieve Exchange Server authentication";

  private ExchangeHandshake() {}

  /**
   * What came of it.
   *
   * @param session the server's side afterwards
   * @param failure the sender's words when it failed
   * @param why what decided
   */
  record Result(Session session, Optional<String> failure, ImmutableList<Reason> why) {}

  static Result play(
      ClientEnd client,
      SmtpServer server,
      Session opened,
      Reply hello,
      Path path,
      List<Turn> turns) {
    ImmutableList.Builder<Reason> why = ImmutableList.builder();
    Tampering.reason(path, client.system()).ifPresent(why::add);
    server.listener().anonymousTlsWhy().ifPresent(why::add);
    Session session = opened;
    if (hello.lines().contains("X-ANONYMOUSTLS")) {
      turns.add(new Turn.Said(new Command.AnonymousTls(), false));
      turns.add(new Turn.Replied(server.step(session, new Command.AnonymousTls()).reply(), false));
      Handshakes.Result handshake =
          Handshakes.between(client.tls(), server.listener().anonymousTls(), path);
      Optional<TlsVersion> version = handshake.established().map(Secured::version);
      if (version.isEmpty()) {
        turns.add(turn(server, Optional.empty(), handshake.failure()));
        why.add(
            Reason.of(
                ExchangeRule.ANONYMOUS_TLS_FAILS,
                "server",
                path.host(),
                "failure",
                handshake.failure()));
        return new Result(
            session,
            Optional.of(client.voice().handshakeFailed(client.tls().demand(), handshake.failure())),
            why.build());
      }
      why.add(Reason.of(ExchangeRule.ANONYMOUS_TLS, "server", path.host()));
      Secured tls =
          new Secured(
              version.get(),
              CipherSuites.usual(version.get(), Certificate.KeyType.RSA),
              true,
              Optional.empty());
      turns.add(turn(server, Optional.of(tls), ""));
      session = session.inside(tls);
      Command.Hello again = new Command.Hello(true, client.host());
      turns.add(new Turn.Said(again, true));
      SmtpServer.Step step = server.step(session, again);
      turns.add(new Turn.Replied(step.reply(), true));
      session = step.session();
    }
    return authenticate(client, server, session, path, turns, why);
  }

  private static Turn.Handshake turn(SmtpServer server, Optional<Secured> secured, String failure) {
    return new Turn.Handshake(
        secured, server.listener().anonymousTls().certificate(), Optional.empty(), failure);
  }

  private static Result authenticate(
      ClientEnd client,
      SmtpServer server,
      Session session,
      Path path,
      List<Turn> turns,
      ImmutableList.Builder<Reason> why) {
    if (!session.secure() && !server.listener().exchangeAuthWithoutTls()) {
      why.add(Reason.of(ExchangeRule.NO_ANONYMOUS_TLS, "server", path.host()));
      return new Result(session, Optional.of(NO_AUTHENTICATION), why.build());
    }
    if (!session.secure()) {
      why.add(Reason.of(ExchangeRule.DOWNGRADED, "server", path.host()));
    }
    return prove(client, server, session, path, turns, why);
  }

  /** X-EXPS by itself. */
  static Result prove(
      ClientEnd client,
      SmtpServer server,
      Session session,
      Path path,
      List<Turn> turns,
      ImmutableList.Builder<Reason> why) {
    boolean anonymous = session.secured().filter(Secured::anonymous).isPresent();
    Command.ExchangeAuth auth =
        new Command.ExchangeAuth(anonymous ? "EXCHANGEAUTH" : "GSSAPI", client.host());
    turns.add(new Turn.Said(auth, session.secure()));
    SmtpServer.Step step = server.step(session, auth);
    turns.add(new Turn.Replied(step.reply(), session.secure()));
    if (step.because().filter(r -> r.rule() instanceof ExchangeRule).isPresent()
        && !step.reply().positive()) {
      why.add(step.because().get());
      return new Result(session, Optional.of(step.reply().text()), why.build());
    }
    if (!step.reply().positive()) {
      why.add(Reason.of(ExchangeRule.NO_EXCHANGE_AUTH, "server", path.host()));
      return new Result(session, Optional.of(NO_AUTHENTICATION), why.build());
    }
    why.add(Reason.of(ExchangeRule.EXCHANGE_AUTH, "server", path.host()));
    return new Result(step.session(), Optional.empty(), why.build());
  }
}
