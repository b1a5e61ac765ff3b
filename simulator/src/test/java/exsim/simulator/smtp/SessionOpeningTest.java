package exsim.simulator.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainPattern;
import exsim.model.mail.EmailAddress;
import exsim.model.net.IpAddress;
import exsim.model.tls.Certificate;
import exsim.model.tls.TlsVersion;
import exsim.model.tls.TrustStore;
import exsim.model.topology.Topology;
import exsim.simulator.rule.Reason;
import exsim.simulator.tls.ExchangeHabit;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsFacts.Proof;
import exsim.simulator.tls.TlsOutcome;
import exsim.simulator.tls.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client does up to the first mail command. */
class SessionOpeningTest {
  private static final EmailAddress ALICE = EmailAddress.parse("alice@a.example");
  private static final Instant AT = Instant.parse("2024-06-01T00:00:00Z");

  private static final Certificate GOOD = certificate("2030-01-01T00:00:00Z");
  private static final Certificate EXPIRED = certificate("2024-01-01T00:00:00Z");

  private static Certificate certificate(String until) {
    return new Certificate(
        "cert",
        "CN=mail.b.example",
        ImmutableList.of(),
        new Certificate.Issuer(Certificate.Issuer.PUBLIC, "CN=Public CA"),
        new Certificate.Validity(
            Optional.of(Instant.parse("2020-01-01T00:00:00Z")), Optional.of(Instant.parse(until))),
        Certificate.KeyType.RSA,
        "SHA256",
        Certificate.State.SOUND);
  }

  /** A server that lists one line of AUTH and gives set replies. */
  private record Server(
      String greeting, String auth, String authReply, ServerTls.ClientCertificate asks)
      implements Listener {
    @Override
    public String system() {
      return "b";
    }

    @Override
    public Reply banner() {
      return Reply.of(greeting);
    }

    @Override
    public String helloText(Session session) {
      return "b";
    }

    @Override
    public ImmutableList<String> keywords(Session session) {
      return session.secure()
          ? ImmutableList.of("SIZE", auth)
          : ImmutableList.of("SIZE", auth, "STARTTLS");
    }

    @Override
    public ServerTls tls() {
      return new ServerTls(
          ServerTls.StartTls.OFFERED,
          ImmutableSet.of(TlsVersion.TLS_1_2),
          Optional.of(GOOD),
          Optional.empty(),
          asks,
          Reason.of(SmtpRule.UNRECOGNIZED));
    }

    @Override
    public Optional<Verdict> refusesClear(Session session, Command command) {
      return Optional.empty();
    }

    @Override
    public Verdict authenticate(Session session, Command.Auth command) {
      return verdict(authReply);
    }

    @Override
    public Verdict mail(Session session, Command.Mail mail) {
      return verdict("250 2.1.0 Sender OK");
    }

    @Override
    public Verdict recipient(Session session, Command.Mail mail, EmailAddress recipient) {
      return verdict("250 2.1.5 Recipient OK");
    }

    @Override
    public Verdict content(Session session, Command.Content content) {
      return verdict("250 2.6.0 Queued mail for delivery");
    }

    @Override
    public Optional<Reason> tlsDemand(Command.Mail mail, EmailAddress recipient) {
      return Optional.empty();
    }

    private static Verdict verdict(String reply) {
      return new Verdict(Reply.of(reply), Reason.of(SmtpRule.UNRECOGNIZED));
    }
  }

  /** Words that tell apart who spoke them. */
  private static final ClientVoice VOICE =
      new ClientVoice() {
        @Override
        public String startTlsMissing(Demand demand) {
          return "missing";
        }

        @Override
        public String handshakeFailed(Demand demand, String failure) {
          return "handshake: " + failure;
        }

        @Override
        public String proofFailed(
            Demand demand, Proof proof, String demanded, Optional<Certificate> presented) {
          return "proof: " + proof;
        }

        @Override
        public String connectionLost(String host) {
          return "lost";
        }

        @Override
        public String noConnection(ConnectionFault fault, String host) {
          return "none";
        }

        @Override
        public String queueError(String reply) {
          return reply;
        }
      };

  private static ClientEnd client(Demand demand, boolean extended, Optional<Certificate> shows) {
    return new ClientEnd(
        "a",
        "a.example",
        ImmutableSet.of("a"),
        IpAddress.parse("192.0.2.1"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new TlsClient(
            demand,
            demand == Demand.MUTUAL
                ? Verification.ofNames(ImmutableList.of(DomainPattern.parse("mail.b.example")))
                : Verification.NONE,
            ImmutableList.of(),
            ExchangeHabit.in(Topology.EMPTY),
            ImmutableSet.of(TlsVersion.TLS_1_2),
            Optional.empty(),
            shows,
            Optional.empty(),
            TrustStore.PUBLIC),
        new ClientEnd.Manner(
            extended,
            false,
            ClientEnd.ExchangeAuth.NONE,
            demand == Demand.MUTUAL ? Optional.empty() : Optional.of(ALICE),
            false,
            ClientEnd.OrganizationHeaders.NONE),
        VOICE,
        ImmutableList.of(),
        ImmutableList.of());
  }

  private static Opening play(ClientEnd client, Server server) {
    IpAddress local = IpAddress.parse("192.0.2.2");
    return SessionOpening.play(
        client,
        server,
        new Peer("a", client.address(), local, 25, false, AT),
        new Path(ImmutableSet.of(), "b.example"));
  }

  private static Opening logOn(String auth, String reply) {
    return play(
        client(Demand.NEVER, true, Optional.empty()),
        new Server("220 b", auth, reply, ServerTls.ClientCertificate.IGNORED));
  }

  private static List<String> said(Opening opening) {
    return new Dialogue(AT, opening.turns())
        .lines().stream()
            .filter(l -> l.speaker().name().equals("CLIENT"))
            .map(l -> l.text())
            .toList();
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
