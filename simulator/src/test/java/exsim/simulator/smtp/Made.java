package exsim.simulator.smtp;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainPattern;
import exsim.model.mail.EmailAddress;
import exsim.model.net.IpAddress;
import exsim.model.net.PathEffect;
import exsim.model.tls.Certificate;
import exsim.model.tls.TlsVersion;
import exsim.model.tls.TrustStore;
import exsim.model.topology.Topology;
import exsim.simulator.rule.Reason;
import exsim.simulator.rule.Rule;
import exsim.simulator.tls.ExchangeHabit;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsFacts.Proof;
import exsim.simulator.tls.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The two ends of a session, with what a test does not look at filled in. */
final class Made {
  static final EmailAddress ALICE = EmailAddress.parse("alice@a.example");
  static final EmailAddress BOB = EmailAddress.parse("bob@b.example");
  static final Instant AT = Instant.parse("2024-06-01T00:00:00Z");
  static final Certificate GOOD = certificate("2030-01-01T00:00:00Z", true);
  static final Certificate EXPIRED = certificate("2024-01-01T00:00:00Z", true);
  static final Certificate WITHOUT_KEY = certificate("2030-01-01T00:00:00Z", false);

  /** Words that tell apart who spoke them. */
  static final ClientVoice VOICE =
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

  private Made() {}

  private static Certificate certificate(String until, boolean privateKey) {
    return new Certificate(
        "cert",
        "CN=mail.b.example",
        ImmutableList.of(),
        new Certificate.Issuer(Certificate.Issuer.PUBLIC, "CN=Public CA"),
        new Certificate.Validity(
            Optional.of(Instant.parse("2020-01-01T00:00:00Z")), Optional.of(Instant.parse(until))),
        Certificate.KeyType.RSA,
        "SHA256",
        new Certificate.State(true, privateKey, Certificate.Revocation.GOOD));
  }

  static TlsClient tls(
      Demand demand, TlsVersion version, Optional<Certificate> shows, Optional<String> fault) {
    return new TlsClient(
        demand,
        demand == Demand.MUTUAL
            ? Verification.ofNames(ImmutableList.of(DomainPattern.parse("mail.b.example")))
            : Verification.NONE,
        ImmutableList.of(),
        ExchangeHabit.in(Topology.EMPTY),
        ImmutableSet.of(version),
        Optional.of(Reason.of(SmtpRule.MALFORMED)),
        shows,
        fault,
        TrustStore.PUBLIC);
  }

  static ClientEnd client(TlsClient tls, ClientEnd.Manner manner) {
    return new ClientEnd(
        "a",
        "a.example",
        ImmutableSet.of("a"),
        IpAddress.parse("192.0.2.1"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        tls,
        manner,
        VOICE,
        ImmutableList.of(Reason.of(SmtpRule.NO_PARAMETERS)),
        ImmutableList.of(Reason.of(SmtpRule.MECHANISM_NOT_OFFERED)));
  }

  static ClientEnd.Manner exchange(ClientEnd.ExchangeAuth auth) {
    return new ClientEnd.Manner(
        true, false, auth, Optional.empty(), false, ClientEnd.OrganizationHeaders.KEPT);
  }

  static Opening play(ClientEnd client, Listener server, PathEffect... effects) {
    return SessionOpening.play(
        client,
        new PlayedEnd(
            server,
            new Peer("a", client.address(), IpAddress.parse("192.0.2.2"), 25, false, AT),
            new Path(ImmutableSet.copyOf(effects), "b.example")));
  }

  /** The lines of one speaker. */
  static List<String> lines(Opening opening, Dialogue.Speaker speaker) {
    return new Dialogue(AT, opening.turns())
        .lines().stream()
            .filter(l -> l.speaker() == speaker)
            .map(l -> (l.secure() ? "in TLS: " : "") + l.text())
            .toList();
  }

  static List<Rule> rules(Opening opening) {
    return opening.why().stream().map(Reason::rule).toList();
  }

  /** A server that takes everything; a test overrides what it looks at. */
  static class Server implements Listener {
    @Override
    public String system() {
      return "b";
    }

    @Override
    public Reply banner() {
      return Reply.of("220 b");
    }

    @Override
    public String helloText(Session session) {
      return "b";
    }

    @Override
    public ImmutableList<String> keywords(Session session) {
      return session.secure() ? ImmutableList.of("SIZE") : ImmutableList.of("SIZE", "STARTTLS");
    }

    @Override
    public ServerTls tls() {
      return tls(ServerTls.ClientCertificate.IGNORED, Optional.of(GOOD));
    }

    static ServerTls tls(ServerTls.ClientCertificate asks, Optional<Certificate> presents) {
      return new ServerTls(
          ServerTls.StartTls.OFFERED,
          ImmutableSet.of(TlsVersion.TLS_1_2),
          presents,
          Optional.empty(),
          asks,
          Reason.of(SmtpRule.UNRECOGNIZED));
    }

    @Override
    public Optional<Reason> versionsWhy() {
      return Optional.of(Reason.of(SmtpRule.OUT_OF_ORDER));
    }

    @Override
    public Optional<Verdict> refusesClear(Session session, Command command) {
      return Optional.empty();
    }

    @Override
    public Verdict authenticate(Session session, Command.Auth command) {
      return verdict("235 2.7.0 Authentication successful");
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

    static Verdict verdict(String reply) {
      return new Verdict(Reply.of(reply), Reason.of(SmtpRule.UNRECOGNIZED));
    }
  }
}
