package exsim.simulator.delivery;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.EmailAddress;
import exsim.model.net.IpAddress;
import exsim.model.tls.Certificate;
import exsim.model.tls.TlsVersion;
import exsim.model.tls.TrustStore;
import exsim.simulator.route.Envelope;
import exsim.simulator.route.Host;
import exsim.simulator.route.Node;
import exsim.simulator.route.NodeKey;
import exsim.simulator.route.PassThrough;
import exsim.simulator.route.ReceivedForm;
import exsim.simulator.route.Receiver;
import exsim.simulator.route.RetrySchedule;
import exsim.simulator.route.Step;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.ClientEnd;
import exsim.simulator.smtp.ClientVoice;
import exsim.simulator.smtp.Command;
import exsim.simulator.smtp.Peer;
import exsim.simulator.smtp.Reply;
import exsim.simulator.smtp.ServerTls;
import exsim.simulator.smtp.Session;
import exsim.simulator.smtp.SmtpRule;
import exsim.simulator.smtp.TlsClient;
import exsim.simulator.smtp.Verdict;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsFacts.Habit;
import exsim.simulator.tls.TlsFacts.Proof;
import exsim.simulator.tls.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Places, servers and clients that do as they are told. */
final class Made {
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  static final Reason WHY = Reason.of(SmtpRule.UNRECOGNIZED);

  static final RetrySchedule ONCE =
      new RetrySchedule() {
        @Override
        public Duration waitAfter(Failures failures) {
          return Duration.ofDays(1);
        }

        @Override
        public Duration lifetime() {
          return Duration.ZERO;
        }

        @Override
        public String expiryText(String lastError) {
          return lastError;
        }

        @Override
        public Reason because(Failures failures) {
          return WHY;
        }
      };

  private Made() {}

  /** A place that holds messages. */
  record Place(String system) implements Node {
    @Override
    public NodeKey key() {
      return new NodeKey(system, "");
    }

    @Override
    public Step route(Envelope envelope, Instant now) {
      return new Step.Delivered("250 here", ImmutableList.of(WHY));
    }
  }

  /** A place that passes messages on at once. */
  record Relay(String system, Step next, boolean forQueues) implements PassThrough {
    @Override
    public NodeKey key() {
      return new NodeKey(system, "relay");
    }

    @Override
    public Step route(Envelope envelope, Instant now) {
      return next;
    }

    @Override
    public PassThrough.Refusal refusal(Failure failure) {
      String how = failure.byEnvelope() ? "this message" : "no session";
      return new PassThrough.Refusal("451 4.4.0 " + how + ": " + failure.reply(), WHY, forQueues);
    }
  }

  /** A server with one reply to RCPT TO. */
  record Server(String name, IpAddress address, String reply, boolean tlsBreaks, Node node)
      implements Host, Receiver {
    @Override
    public String system() {
      return name;
    }

    @Override
    public ImmutableSet<String> names() {
      return ImmutableSet.of(name);
    }

    @Override
    public boolean listensOn(IpAddress local, int port) {
      return port == 25;
    }

    @Override
    public Optional<Receiver> listen(Peer peer) {
      return Optional.of(this);
    }

    @Override
    public Reply banner() {
      return Reply.of("220 " + name);
    }

    @Override
    public String helloText(Session session) {
      return name;
    }

    @Override
    public ImmutableList<String> keywords(Session session) {
      return tlsBreaks ? ImmutableList.of("SIZE", "STARTTLS") : ImmutableList.of("SIZE");
    }

    @Override
    public ServerTls tls() {
      return new ServerTls(
          tlsBreaks ? ServerTls.StartTls.OFFERED : ServerTls.StartTls.ABSENT,
          ImmutableSet.of(TlsVersion.TLS_1_2),
          Optional.empty(),
          Optional.of("broken"),
          ServerTls.ClientCertificate.IGNORED,
          WHY);
    }

    @Override
    public Optional<Verdict> refusesClear(Session session, Command command) {
      return Optional.empty();
    }

    @Override
    public Verdict authenticate(Session session, Command.Auth auth) {
      return verdict("535 5.7.3 No");
    }

    @Override
    public Verdict mail(Session session, Command.Mail mail) {
      return verdict("250 2.1.0 Ok");
    }

    @Override
    public Verdict recipient(Session session, Command.Mail mail, EmailAddress recipient) {
      return verdict(reply);
    }

    @Override
    public Verdict content(Session session, Command.Content content) {
      return verdict("250 2.0.0 Queued by " + name);
    }

    @Override
    public Optional<Reason> tlsDemand(Command.Mail mail, EmailAddress recipient) {
      return Optional.empty();
    }

    @Override
    public Stamp stamp() {
      return new Stamp(ReceivedForm.STANDARD, name);
    }

    @Override
    public Taker taker(Session session, Command.Mail mail, EmailAddress recipient) {
      return Taker.of(name, Optional.empty(), node);
    }

    private static Verdict verdict(String reply) {
      return new Verdict(Reply.of(reply), WHY);
    }
  }

  /** A client's words; one reply may count otherwise than its code says. */
  record Voice(Optional<ClientVoice.Ruling> ruled) implements ClientVoice {
    @Override
    public String startTlsMissing(Demand demand) {
      return "no STARTTLS";
    }

    @Override
    public String handshakeFailed(Demand demand, String failure) {
      return "421 " + failure;
    }

    @Override
    public String proofFailed(
        Demand demand, Proof proof, String demanded, Optional<Certificate> presented) {
      return "no proof";
    }

    @Override
    public String connectionLost(String host) {
      return "lost";
    }

    @Override
    public String noConnection(ConnectionFault fault, String host) {
      return "421 " + fault.text();
    }

    @Override
    public String queueError(String reply) {
      return "queue says " + reply;
    }

    @Override
    public Optional<Ruling> ruling(String reply) {
      return ruled;
    }
  }

  static ClientEnd client(Habit habit, Voice voice) {
    return new ClientEnd(
        "a",
        "out.a.example",
        ImmutableSet.of("a"),
        IpAddress.parse("192.0.2.1"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new TlsClient(
            Demand.OPPORTUNISTIC,
            Verification.NONE,
            ImmutableList.of(),
            habit,
            ImmutableSet.of(TlsVersion.TLS_1_2),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            TrustStore.PUBLIC),
        ClientEnd.Manner.PLAIN,
        voice,
        ImmutableList.of(),
        ImmutableList.of());
  }
}
