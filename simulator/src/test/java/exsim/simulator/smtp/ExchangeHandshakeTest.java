package exsim.simulator.smtp;

import static exsim.simulator.smtp.Made.GOOD;
import static exsim.simulator.smtp.Made.WITHOUT_KEY;
import static exsim.simulator.smtp.Made.lines;
import static exsim.simulator.smtp.Made.play;
import static exsim.simulator.smtp.Made.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import exsim.model.net.PathEffect;
import exsim.model.tls.Certificate;
import exsim.model.tls.TlsVersion;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.ClientEnd.ExchangeAuth;
import exsim.simulator.smtp.Dialogue.Speaker;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsOutcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** X-ANONYMOUSTLS and X-EXPS between two Exchange servers. */
class ExchangeHandshakeTest {
  private static final String NO_AUTHENTICATION =
      "451 5.7.3 Cannot achieve Exchange Server authentication";

  /** An Exchange server: what it lists in clear, and whether it takes X-EXPS there. */
  private static class Exchange extends Made.Server {
    private final ImmutableList<String> inClear;
    private final Certificate presents;

    Exchange(Certificate presents, String... inClear) {
      this.presents = presents;
      this.inClear = ImmutableList.copyOf(inClear);
    }

    @Override
    public ImmutableList<String> keywords(Session session) {
      return session.secure() ? ImmutableList.of("X-EXPS EXCHANGEAUTH GSSAPI") : inClear;
    }

    @Override
    public ServerTls tls() {
      return tls(ServerTls.ClientCertificate.IGNORED, Optional.of(presents));
    }
  }

  private static Exchange hiding(boolean takesClear) {
    return new Exchange(GOOD, "STARTTLS", "X-EXPS GSSAPI") {
      @Override
      public boolean exchangeAuthWithoutTls() {
        return takesClear || super.exchangeAuthWithoutTls();
      }
    };
  }

  private static ClientEnd client(ExchangeAuth auth) {
    return Made.client(
        Made.tls(Demand.ENCRYPTION, TlsVersion.TLS_1_2, Optional.empty(), Optional.empty()),
        Made.exchange(auth));
  }

  private static Opening within(Listener server, PathEffect... effects) {
    return play(client(ExchangeAuth.INSIDE_ANONYMOUS_TLS), server, effects);
  }

  private static Optional<Opening.Failure> deferred(String words) {
    return Optional.of(new Opening.Failure(TlsOutcome.DEFER, "authentication-failed", words));
  }

  @Test
  void servers_secure_and_prove_themselves_without_starttls() {
    Opening opening = within(new Exchange(GOOD, "STARTTLS", "X-ANONYMOUSTLS"));

    assertEquals(
        List.of(
            "EHLO a.example",
            "X-ANONYMOUSTLS",
            "in TLS: EHLO a.example",
            "in TLS: X-EXPS EXCHANGEAUTH"),
        lines(opening, Speaker.CLIENT));
    assertEquals(1, lines(opening, Speaker.EVENT).size());
    assertTrue(
        rules(opening)
            .containsAll(List.of(ExchangeRule.ANONYMOUS_TLS, ExchangeRule.EXCHANGE_AUTH)));
    assertFalse(rules(opening).contains(ExchangeRule.NO_ANONYMOUS_TLS));
    assertEquals(Optional.of(true), opening.offered());
    assertTrue(opening.secured().orElseThrow().anonymous());
    assertEquals(
        Optional.of(new Session.Identity.Server("a.example")), opening.session().identity());
    assertEquals(Optional.empty(), opening.failure());
  }

  /** The internal transport certificate proves nothing to anybody. */
  @Test
  void an_anonymous_session_presents_no_certificate() {
    assertEquals(Optional.empty(), within(new Exchange(GOOD, "X-ANONYMOUSTLS")).presented());
  }

  @Test
  void a_failed_handshake_is_told_with_its_reason() {
    Opening opening = within(new Exchange(WITHOUT_KEY, "X-ANONYMOUSTLS"));

    assertEquals(
        List.of("TLS handshake fails: the server's certificate has no private key"),
        lines(opening, Speaker.EVENT));
    assertTrue(rules(opening).contains(ExchangeRule.ANONYMOUS_TLS_FAILS));
    assertEquals(
        deferred("handshake: the server's certificate has no private key"), opening.failure());
    assertEquals(Optional.of(false), opening.offered());
  }

  @Test
  void without_x_anonymoustls_they_prove_nothing_to_each_other() {
    Opening opening = within(hiding(false));

    assertEquals(List.of("EHLO a.example"), lines(opening, Speaker.CLIENT));
    assertTrue(rules(opening).contains(ExchangeRule.NO_ANONYMOUS_TLS));
    assertEquals(deferred(NO_AUTHENTICATION), opening.failure());
  }

  @Test
  void a_server_that_allows_it_is_shown_kerberos_in_clear() {
    Opening opening = within(hiding(true));

    assertEquals(List.of("EHLO a.example", "X-EXPS GSSAPI"), lines(opening, Speaker.CLIENT));
    assertTrue(rules(opening).contains(ExchangeRule.DOWNGRADED));
    assertFalse(rules(opening).contains(ExchangeRule.NO_ANONYMOUS_TLS));
    assertEquals(Optional.empty(), opening.failure());
  }

  @Test
  void an_attacker_who_hides_the_verb_is_told() {
    Opening opening = within(new Exchange(GOOD, "X-ANONYMOUSTLS"), PathEffect.STRIP_STARTTLS);

    assertTrue(
        rules(opening).containsAll(List.of(SmtpRule.STRIPPED, ExchangeRule.NO_ANONYMOUS_TLS)));
    assertEquals(deferred(NO_AUTHENTICATION), opening.failure());
  }

  /** A Send connector with ExchangeServer authentication uses STARTTLS, and so Kerberos. */
  @Test
  void by_a_send_connector_kerberos_is_used_inside_starttls() {
    Opening opening = play(client(ExchangeAuth.BY_SEND_CONNECTOR), new Exchange(GOOD, "STARTTLS"));

    assertEquals("in TLS: X-EXPS GSSAPI", lines(opening, Speaker.CLIENT).get(3));
    assertTrue(rules(opening).contains(ExchangeRule.BY_SEND_CONNECTOR));
    assertEquals(Optional.of(GOOD), opening.presented());
    assertEquals(Optional.empty(), opening.failure());
  }

  @Test
  void who_is_refused_repeats_the_server_s_words_only_where_they_are_about_that() {
    Opening unknown = play(client(ExchangeAuth.BY_SEND_CONNECTOR), new Made.Server());
    Opening refused =
        play(
            client(ExchangeAuth.BY_SEND_CONNECTOR),
            new Exchange(GOOD, "STARTTLS") {
              @Override
              public Verdict exchangeAuthenticate(Session session, Command.ExchangeAuth auth) {
                return new Verdict(
                    Reply.of("454 4.7.0 Temporary authentication failure"),
                    Reason.of(ExchangeRule.EXCHANGE_AUTH_FAILS));
              }
            });

    assertEquals(deferred(NO_AUTHENTICATION), unknown.failure());
    assertTrue(rules(unknown).contains(ExchangeRule.NO_EXCHANGE_AUTH));
    assertEquals(deferred("454 4.7.0 Temporary authentication failure"), refused.failure());
    assertTrue(rules(refused).contains(ExchangeRule.EXCHANGE_AUTH_FAILS));
  }
}
