package exsim.simulator.smtp;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import exsim.simulator.rule.Reason;
import java.time.Duration;
import java.util.Optional;

/**
 * The server side of SMTP as a pure function: a session and a command in, a session and a reply
 * out.
 */
public final class SmtpServer {
  private static final Reply HELLO_FIRST = Reply.of("503 5.5.2 Send hello first");
  private static final Reply BAD_SEQUENCE = Reply.of("503 5.5.1 Bad sequence of commands");
  private static final Reply UNRECOGNIZED = Reply.of("500 5.3.3 Unrecognized command");
  private static final Reply READY = Reply.of("220 2.0.0 SMTP server ready");
  private static final Reply MALFORMED = Reply.of("501 5.5.4 Invalid arguments");
  private static final Reply TLS_UNAVAILABLE =
      Reply.of("454 4.7.0 TLS not available due to local problem");
  private static final Reply NOT_IMPLEMENTED = Reply.of("502 5.5.1 Command not implemented");
  private static final Reply NO_PARAMETERS =
      Reply.of("501 5.5.4 Syntax error (no parameters allowed)");
  private static final Reply MECHANISM_NOT_OFFERED =
      Reply.of("504 5.7.4 Unrecognized authentication type");
  private static final Reply START_MAIL = Reply.of("354 Start mail input; end with <CRLF>.<CRLF>");
  private static final Reply OK = Reply.of("250 2.0.0 OK");
  private static final Reply RESETTING = Reply.of("250 2.0.0 Resetting");
  private static final Reply CLOSING = Reply.of("221 2.0.0 Service closing transmission channel");

  private static final Splitter WORDS = Splitter.on(' ');

  private final Listener listener;

  /** A server that answers as the listener does. */
  public SmtpServer(Listener listener) {
    this.listener = listener;
  }

  /** The listener whose answers it gives. */
  public Listener listener() {
    return listener;
  }

  /**
   * What a command leads to.
   *
   * @param session the session after it
   * @param reply the reply
   * @param because why, where a rule decided
   * @param startsTls whether a handshake follows the reply
   */
  public record Step(Session session, Reply reply, Optional<Reason> because, boolean startsTls) {
    static Step plain(Session session, Reply reply) {
      return new Step(session, reply, Optional.empty(), false);
    }
  }

  /** Answers a command. */
  public Step step(Session session, Command command) {
    if (session.closed()) {
      throw new IllegalStateException("the session is closed");
    }
    Step step = untagged(session, command);
    return step.reply().positive() || listener.refusalTag().isEmpty()
        ? step
        : new Step(
            step.session(),
            step.reply().followedBy(listener.refusalTag()),
            step.because(),
            step.startsTls());
  }

  private Step untagged(Session session, Command command) {
    if (session.receiving()) {
      return command instanceof Command.Content content
          ? content(session, content)
          : outOfOrder(session, command);
    }
    if (command instanceof Command.Hello hello) {
      return hello(session, hello);
    }
    if (command instanceof Command.Noop) {
      return Step.plain(session, OK);
    }
    if (command instanceof Command.Quit) {
      return Step.plain(session.ended(), CLOSING);
    }
    if (command instanceof Command.Unknown unknown) {
      return unknown(session, unknown);
    }
    if (command instanceof Command.Malformed) {
      return erred(session, MALFORMED, Reason.of(SmtpRule.MALFORMED, "command", command.line()));
    }
    if (session.greeting().isEmpty()) {
      return erred(session, HELLO_FIRST, outOfOrderReason(command));
    }
    if (command instanceof Command.StartTls || command instanceof Command.AnonymousTls) {
      return startTls(session, command);
    }
    Optional<Verdict> clear =
        session.secure() ? Optional.empty() : listener.refusesClear(session, command);
    if (clear.isPresent()) {
      return answered(session, clear.get().reply(), clear.get().because());
    }
    return mailCommand(session, command);
  }

  private Step mailCommand(Session session, Command command) {
    if (command instanceof Command.Auth auth) {
      return auth(session, auth);
    }
    if (command instanceof Command.ExchangeAuth exchange) {
      return exchangeAuth(session, exchange);
    }
    if (command instanceof Command.Mail mail) {
      return session.mail().isPresent()
          ? outOfOrder(session, command)
          : decided(session, listener.mail(session, mail), session.from(mail));
    }
    if (command instanceof Command.Rcpt rcpt) {
      return session.mail().isEmpty()
          ? outOfOrder(session, command)
          : decided(
              session,
              listener.recipient(session, session.mail().get(), rcpt.recipient()),
              session.to(rcpt.recipient()));
    }
    if (command instanceof Command.Data) {
      return session.recipients().isEmpty()
          ? outOfOrder(session, command)
          : Step.plain(session.awaitingContent(), START_MAIL);
    }
    if (command instanceof Command.Reset) {
      return Step.plain(session.reset(), RESETTING);
    }
    return outOfOrder(session, command);
  }

  private Step unknown(Session session, Command.Unknown unknown) {
    return Ascii.toUpperCase(unknown.text()).startsWith("STARTTLS ")
        ? erred(session, NO_PARAMETERS, Reason.of(SmtpRule.NO_PARAMETERS))
        : unrecognized(session);
  }

  private Step unrecognized(Session session) {
    return erred(session, UNRECOGNIZED, Reason.of(SmtpRule.UNRECOGNIZED));
  }

  private Step hello(Session session, Command.Hello hello) {
    Optional<Verdict> refusal = listener.refusesHello(hello);
    if (refusal.isPresent()) {
      Verdict verdict = refusal.get();
      return verdict.closes()
          ? answered(session.ended(), verdict.reply(), verdict.because())
          : erred(session, verdict.reply(), verdict.because());
    }
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    Session greeted = session.greeted(hello);
    lines.add(listener.helloText(greeted));
    if (hello.extended()) {
      lines.addAll(listener.keywords(greeted));
    }
    return Step.plain(greeted, new Reply(250, lines.build()));
  }

  private Step startTls(Session session, Command command) {
    if (session.secure()
        || (command instanceof Command.AnonymousTls
            && !listener.keywords(session).contains(command.line()))) {
      return unrecognized(session);
    }
    if (command instanceof Command.AnonymousTls) {
      return new Step(session, READY, Optional.empty(), true);
    }
    return switch (listener.tls().startTls()) {
      case OFFERED -> new Step(session, READY, Optional.empty(), true);
      case UNAVAILABLE -> Step.plain(session, TLS_UNAVAILABLE);
      case UNKNOWN_COMMAND -> Step.plain(session, NOT_IMPLEMENTED);
      case ABSENT -> erred(session, UNRECOGNIZED, Reason.of(SmtpRule.STARTTLS_NOT_OFFERED));
    };
  }

  private Step auth(Session session, Command.Auth auth) {
    if (!offers(session, auth.mechanism())) {
      return erred(
          session,
          MECHANISM_NOT_OFFERED,
          Reason.of(SmtpRule.MECHANISM_NOT_OFFERED, "mechanism", auth.mechanism()));
    }
    Verdict verdict = listener.authenticate(session, auth);
    return verdict.reply().positive()
        ? answered(
            session.authenticated(new Session.Identity.User(auth.user())),
            verdict.reply(),
            verdict.because())
        : patient(session.logonFailed(), verdict.reply(), verdict.because());
  }

  /** Says that a silence lasted too long; empty where the server goes on waiting. */
  Optional<Step> silent(Session session, Duration silence) {
    return listener.outwaited(silence).map(v -> answered(session.ended(), v.reply(), v.because()));
  }

  /** Whether the EHLO reply lists a mechanism behind AUTH as the session stands. */
  boolean offers(Session session, String mechanism) {
    return listener.keywords(session).stream()
        .filter(k -> k.startsWith("AUTH "))
        .anyMatch(k -> WORDS.splitToList(k).contains(mechanism));
  }

  private Step exchangeAuth(Session session, Command.ExchangeAuth auth) {
    if (listener.keywords(session).stream().noneMatch(k -> k.startsWith("X-EXPS"))) {
      return unrecognized(session);
    }
    Verdict verdict = listener.exchangeAuthenticate(session, auth);
    return verdict.reply().positive()
        ? answered(
            session.authenticated(new Session.Identity.Server(auth.server())),
            verdict.reply(),
            verdict.because())
        : patient(session.logonFailed(), verdict.reply(), verdict.because());
  }

  private Step content(Session session, Command.Content content) {
    Verdict verdict = listener.content(session, content);
    Session after = session.reset();
    return new Step(
        verdict.reply().positive() ? after.having(session.submitted() + 1) : after,
        verdict.reply(),
        Optional.of(verdict.because()),
        false);
  }

  private static Step decided(Session before, Verdict verdict, Session after) {
    return new Step(
        verdict.reply().positive() ? after : verdict.closes() ? before.ended() : before,
        verdict.reply(),
        Optional.of(verdict.because()),
        false);
  }

  private static Step answered(Session session, Reply reply, Reason because) {
    return new Step(session, reply, Optional.of(because), false);
  }

  /** A protocol error, which may have been one too many. */
  private Step erred(Session session, Reply reply, Reason because) {
    return patient(session.erred(), reply, because);
  }

  private Step patient(Session faulted, Reply reply, Reason because) {
    return listener.patience().endsWith(faulted.faults())
        ? answered(
            faulted.ended(), reply, Reason.of(SmtpRule.PATIENCE_LOST, "server", listener.system()))
        : answered(faulted, reply, because);
  }

  private Step outOfOrder(Session session, Command command) {
    return erred(session, BAD_SEQUENCE, outOfOrderReason(command));
  }

  private static Reason outOfOrderReason(Command command) {
    return Reason.of(SmtpRule.OUT_OF_ORDER, "command", command.line());
  }
}
