package exsim.simulator.smtp;

import static exsim.simulator.smtp.Made.EXPIRED;
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
import exsim.simulator.smtp.Dialogue.Speaker;
import exsim.simulator.smtp.ServerTls.ClientCertificate;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsOutcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a session that opens with STARTTLS shows: its turns, its reasons, its certificate. */
class HandshakeTurnsTest {
  private static ClientEnd client(
      TlsVersion version, Optional<Certificate> shows, Optional<String> fault) {
    return Made.client(Made.tls(Demand.ENCRYPTION, version, shows, fault), ClientEnd.Manner.PLAIN);
  }

  private static ClientEnd client() {
    return client(TlsVersion.TLS_1_2, Optional.empty(), Optional.empty());
  }

  private static Listener server(ClientCertificate asks, Certificate presents) {
    return new Made.Server() {
      @Override
      public ServerTls tls() {
        return tls(asks, Optional.of(presents));
      }

      @Override
      public ImmutableList<Reason> why() {
        return ImmutableList.of(Reason.of(SmtpRule.AUTH_NOT_OFFERED));
      }
    };
  }

  private static Listener server() {
    return server(ClientCertificate.IGNORED, GOOD);
  }

  @Test
  void a_session_begins_with_the_banner_and_with_what_both_ends_are() {
    Opening opening = play(client(), server());

    assertEquals("220 b", lines(opening, Speaker.SERVER).get(0));
    assertEquals(
        List.of(SmtpRule.NO_PARAMETERS, SmtpRule.AUTH_NOT_OFFERED, SmtpRule.UNRECOGNIZED),
        rules(opening).subList(0, 3));
  }

  @Test
  void a_refusal_at_the_banner_is_all_that_is_said_and_has_its_reason() {
    Opening opening =
        play(
            client(),
            new Made.Server() {
              @Override
              public Reply banner() {
                return Reply.of("421 4.3.2 Service not available");
              }
            });

    assertEquals(List.of("421 4.3.2 Service not available"), lines(opening, Speaker.SERVER));
    assertTrue(rules(opening).contains(SmtpRule.REFUSED_AT_BANNER));
    assertEquals(Optional.empty(), opening.offered());
  }

  @Test
  void a_handshake_is_told_and_the_certificate_that_was_presented_kept() {
    Opening opening = play(client(), server());

    assertEquals(
        List.of("in TLS: TLS: TLSv1.2, TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"),
        lines(opening, Speaker.EVENT));
    assertEquals(
        List.of("EHLO a.example", "STARTTLS", "in TLS: EHLO a.example"),
        lines(opening, Speaker.CLIENT));
    assertEquals(Optional.of(GOOD), opening.presented());
    assertEquals(Optional.of(true), opening.offered());
  }

  @Test
  void what_was_never_shown_was_not_presented() {
    ClientEnd plain =
        Made.client(
            Made.tls(Demand.NEVER, TlsVersion.TLS_1_2, Optional.empty(), Optional.empty()),
            ClientEnd.Manner.PLAIN);

    assertEquals(Optional.empty(), play(plain, server()).presented());
  }

  @ParameterizedTest
  @CsvSource({
    "TLS_1_0, true, no common protocol version",
    "TLS_1_2, false, the server's certificate has no private key"
  })
  void a_failed_handshake_is_told_in_clear_and_ends_it(
      TlsVersion version, boolean key, String failure) {
    Opening opening =
        play(
            client(version, Optional.empty(), Optional.empty()),
            server(ClientCertificate.IGNORED, key ? GOOD : WITHOUT_KEY));

    assertEquals(List.of("TLS handshake fails: " + failure), lines(opening, Speaker.EVENT));
    assertEquals(
        Optional.of(
            new Opening.Failure(TlsOutcome.DEFER, "validation-failure", "handshake: " + failure)),
        opening.failure());
    assertEquals(Optional.empty(), opening.presented());
  }

  /** They explain the failure that is about versions, and no other. */
  @Test
  void why_the_ends_have_their_versions_is_told_where_none_is_common() {
    Opening none = play(client(TlsVersion.TLS_1_0, Optional.empty(), Optional.empty()), server());
    Opening other = play(client(), server(ClientCertificate.IGNORED, WITHOUT_KEY));

    assertTrue(rules(none).containsAll(List.of(SmtpRule.MALFORMED, SmtpRule.OUT_OF_ORDER)));
    assertFalse(rules(other).contains(SmtpRule.MALFORMED));
    assertFalse(rules(other).contains(SmtpRule.OUT_OF_ORDER));
  }

  @ParameterizedTest
  @CsvSource({
    "IGNORED, , false",
    "REQUESTED, , true",
    "REQUIRED, , true",
    "IGNORED, NoCredentials, true"
  })
  void why_the_client_shows_its_certificate_is_told_where_that_matters(
      ClientCertificate asks, String fault, boolean told) {
    Opening opening =
        play(
            client(TlsVersion.TLS_1_2, Optional.of(GOOD), Optional.ofNullable(fault)),
            server(asks, GOOD));

    assertEquals(told, rules(opening).contains(SmtpRule.MECHANISM_NOT_OFFERED));
  }

  @Test
  void a_server_that_minds_the_client_s_certificate_closes_after_ehlo_without_a_word() {
    Opening dropped =
        play(
            client(TlsVersion.TLS_1_2, Optional.of(EXPIRED), Optional.empty()),
            server(ClientCertificate.DROPPED_WHEN_INVALID, GOOD));

    assertEquals("in TLS: the server closes the connection", lines(dropped, Speaker.EVENT).get(1));
    assertTrue(rules(dropped).contains(SmtpRule.CLOSED_INSIDE_TLS));
    assertEquals(
        Optional.of(new Opening.Failure(TlsOutcome.DEFER, "validation-failure", "lost")),
        dropped.failure());
    for (Optional<Certificate> shown : List.of(Optional.of(GOOD), Optional.<Certificate>empty())) {
      assertEquals(
          Optional.empty(),
          play(
                  client(TlsVersion.TLS_1_2, shown, Optional.empty()),
                  server(ClientCertificate.DROPPED_WHEN_INVALID, GOOD))
              .failure());
    }
  }

  @Test
  void what_the_way_does_to_the_ehlo_reply_is_told() {
    Opening opening = play(client(), server(), PathEffect.STRIP_STARTTLS);

    assertTrue(rules(opening).contains(SmtpRule.STRIPPED));
    assertEquals(Optional.of(false), opening.offered());
    assertEquals(
        Optional.of(new Opening.Failure(TlsOutcome.DEFER, "starttls-not-supported", "missing")),
        opening.failure());
  }
}
