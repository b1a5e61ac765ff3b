package exsim.simulator.smtp;

import static exsim.simulator.smtp.Made.ALICE;
import static exsim.simulator.smtp.Made.EXPIRED;
import static exsim.simulator.smtp.Made.GOOD;
import static exsim.simulator.smtp.Made.lines;
import static exsim.simulator.smtp.Made.play;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import exsim.model.tls.Certificate;
import exsim.model.tls.TlsVersion;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsOutcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client does up to the first mail command. */
class SessionOpeningTest {
  /** A server that lists one line of AUTH and gives set replies. */
  private static final class Server extends Made.Server {
    private final String greeting;
    private final String auth;
    private final String authReply;
    private final ServerTls.ClientCertificate asks;

    Server(String greeting, String auth, String authReply, ServerTls.ClientCertificate asks) {
      this.greeting = greeting;
      this.auth = auth;
      this.authReply = authReply;
      this.asks = asks;
    }

    @Override
    public Reply banner() {
      return Reply.of(greeting);
    }

    @Override
    public ImmutableList<String> keywords(Session session) {
      return session.secure()
          ? ImmutableList.of("SIZE", auth)
          : ImmutableList.of("SIZE", auth, "STARTTLS");
    }

    @Override
    public ServerTls tls() {
      return tls(asks, Optional.of(GOOD));
    }

    @Override
    public Verdict authenticate(Session session, Command.Auth command) {
      return verdict(authReply);
    }
  }

  private static ClientEnd client(Demand demand, boolean extended, Optional<Certificate> shows) {
    return Made.client(
        Made.tls(demand, TlsVersion.TLS_1_2, shows, Optional.empty()),
        new ClientEnd.Manner(
            extended,
            false,
            ClientEnd.ExchangeAuth.NONE,
            demand == Demand.MUTUAL ? Optional.empty() : Optional.of(ALICE),
            false,
            ClientEnd.OrganizationHeaders.NONE));
  }

  private static Opening logOn(String auth, String reply) {
    return play(
        client(Demand.NEVER, true, Optional.empty()),
        new Server("220 b", auth, reply, ServerTls.ClientCertificate.IGNORED));
  }

  private static List<String> said(Opening opening) {
    return lines(opening, Dialogue.Speaker.CLIENT);
  }

  private static boolean notOffered(Opening opening) {
    return opening.why().stream().anyMatch(r -> r.rule() == SmtpRule.AUTH_NOT_OFFERED);
  }

  @ParameterizedTest
  @CsvSource({
    "AUTH LOGIN, LOGIN",
    "AUTH NTLM PLAIN, PLAIN",
    "AUTH GSSAPI LOGIN PLAIN, LOGIN",
    "AUTH PLAIN LOGIN, PLAIN"
  })
  void the_first_of_login_and_plain_that_is_listed_is_used(String listed, String used) {
    Opening opening = logOn(listed, "235 2.7.0 Authentication successful");

    assertEquals(List.of("EHLO a.example", "AUTH " + used), said(opening));
    assertEquals(Optional.of(new Session.Identity.User(ALICE)), opening.session().identity());
    assertEquals(Optional.empty(), opening.failure());
  }

  @ParameterizedTest
  @CsvSource({"AUTH NTLM GSSAPI", "X-AUTH LOGIN", "AUTH LOGINS"})
  void without_login_and_plain_the_client_goes_on_anonymously(String listed) {
    Opening opening = logOn(listed, "235 2.7.0 Authentication successful");

    assertEquals(List.of("EHLO a.example"), said(opening));
    assertTrue(notOffered(opening));
    assertEquals(Optional.empty(), opening.failure());
  }

  @Test
  void after_helo_nothing_is_offered() {
    Opening opening =
        play(
            client(Demand.NEVER, false, Optional.empty()),
            new Server(
                "220 b",
                "AUTH LOGIN",
                "235 2.7.0 Authentication successful",
                ServerTls.ClientCertificate.IGNORED));

    assertEquals(List.of("HELO a.example"), said(opening));
    assertTrue(notOffered(opening));
  }

  @ParameterizedTest
  @CsvSource({
    "535 5.7.3 Authentication unsuccessful, FAIL",
    "454 4.7.0 Temporary authentication failure, DEFER"
  })
  void a_refused_auth_counts_by_its_code(String reply, TlsOutcome next) {
    assertEquals(
        Optional.of(new Opening.Failure(next, "authentication-failed", reply)),
        logOn("AUTH LOGIN", reply).failure());
  }

  @ParameterizedTest
  @CsvSource({"554 5.3.2 no service here, FAIL", "421 4.3.2 Service not available, DEFER"})
  void a_refusal_at_the_banner_counts_by_its_code(String banner, TlsOutcome next) {
    Opening opening =
        play(
            client(Demand.NEVER, true, Optional.empty()),
            new Server(banner, "AUTH LOGIN", "235 x", ServerTls.ClientCertificate.IGNORED));

    assertEquals(
        Optional.of(new Opening.Failure(next, "refused-by-server", banner)), opening.failure());
    assertEquals(List.of(), said(opening));
  }

  private static Optional<String> mutual(
      ServerTls.ClientCertificate asks, Optional<Certificate> shows) {
    return play(
            client(Demand.MUTUAL, true, shows), new Server("220 b", "AUTH LOGIN", "235 x", asks))
        .failure()
        .map(Opening.Failure::reply);
  }

  @Test
  void mutual_tls_needs_a_client_certificate_that_is_asked_for_shown_and_in_order() {
    Optional<String> unproved = Optional.of("proof: CLIENT_UNPROVED");

    assertEquals(
        Optional.empty(), mutual(ServerTls.ClientCertificate.REQUESTED, Optional.of(GOOD)));
    assertEquals(unproved, mutual(ServerTls.ClientCertificate.REQUESTED, Optional.of(EXPIRED)));
    assertEquals(unproved, mutual(ServerTls.ClientCertificate.REQUESTED, Optional.empty()));
    assertEquals(unproved, mutual(ServerTls.ClientCertificate.IGNORED, Optional.of(GOOD)));
  }
}
