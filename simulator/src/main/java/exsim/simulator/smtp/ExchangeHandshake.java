package exsim.simulator.smtp;

import exsim.simulator.rule.Reason;
import java.util.Optional;

/** How two Exchange servers of one organization secure and prove themselves to each other. */
final class ExchangeHandshake {
  private static final String NO_AUTHENTICATION =
      "451 5.7.3 Cannot achieve Exchange Server authentication";

  private static final int UNRECOGNIZED = 500;

  private ExchangeHandshake() {}

  /**
   * X-ANONYMOUSTLS and X-EXPS.
   *
   * @return the sender's words when it failed
   */
  static Optional<String> play(Conversation talk, Reply hello) {
    ClientEnd client = talk.client();
    Listener listener = talk.listener();
    String host = talk.path().host();
    Tampering.reason(talk.path(), client.system()).ifPresent(talk::because);
    listener.anonymousTlsWhy().ifPresent(talk::because);
    if (hello.lines().contains("X-ANONYMOUSTLS")) {
      talk.say(new Command.AnonymousTls());
      FarEnd.Handshaken handshake = talk.shakeHandsAnonymously(listener.anonymousTls());
      talk.versions(handshake);
      if (handshake.established().isEmpty()) {
        talk.because(
            Reason.of(
                ExchangeRule.ANONYMOUS_TLS_FAILS, "server", host, "failure", handshake.failure()));
        return Optional.of(
            client.voice().handshakeFailed(client.tls().demand(), handshake.failure()));
      }
      talk.because(Reason.of(ExchangeRule.ANONYMOUS_TLS, "server", host));
      talk.far().enter(handshake.established().get());
      talk.greet();
    }
    if (!talk.session().secure()) {
      boolean inClear = listener.exchangeAuthWithoutTls();
      talk.because(
          Reason.of(
              inClear ? ExchangeRule.DOWNGRADED : ExchangeRule.NO_ANONYMOUS_TLS, "server", host));
      if (!inClear) {
        return Optional.of(NO_AUTHENTICATION);
      }
    }
    return prove(talk);
  }

  /**
   * X-EXPS by itself.
   *
   * @return the sender's words when it failed
   */
  static Optional<String> prove(Conversation talk) {
    boolean anonymous = talk.session().secured().filter(Secured::anonymous).isPresent();
    FarEnd.Heard step =
        talk.say(
            new Command.ExchangeAuth(anonymous ? "EXCHANGEAUTH" : "GSSAPI", talk.client().host()));
    if (step.reply().positive()) {
      talk.because(Reason.of(ExchangeRule.EXCHANGE_AUTH, "server", talk.path().host()));
      return Optional.empty();
    }
    Optional<Reason> refused = step.because().filter(r -> r.rule() instanceof ExchangeRule);
    talk.because(
        refused.orElseGet(
            () -> Reason.of(ExchangeRule.NO_EXCHANGE_AUTH, "server", talk.path().host())));
    return Optional.of(
        step.reply().code() == UNRECOGNIZED ? NO_AUTHENTICATION : step.reply().text());
  }
}
