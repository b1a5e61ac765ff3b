package exsim.scenarios.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.mail.EmailAddress;
import exsim.model.mail.Message;
import exsim.model.net.IpAddress;
import exsim.model.tls.TlsVersion;
import exsim.simulator.delivery.Contact;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.delivery.Notification;
import exsim.simulator.delivery.Outcome;
import exsim.simulator.route.DeliveryType;
import exsim.simulator.route.NextHopSolutionKey;
import exsim.simulator.rule.Basis;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import exsim.simulator.rule.Rule;
import exsim.simulator.smtp.Dialogue;
import exsim.simulator.tls.Authentication;
import exsim.simulator.tls.TlsMode;
import java.time.Instant;
import java.util.Optional;

/** Deliveries made by hand. */
final class Made {
  static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

  private Made() {}

  /** A rule for tests. */
  enum Rules implements Rule {
    ONLY_ONE("SND-001", "{connector} is the only connector whose address space matches {domain}"),
    NO_MATCH("SND-002", "its address spaces do not match {domain}"),
    GUESS("TLS-900", "nobody knows whether the session goes on in clear, and it does not");

    private final String id;
    private final String sentence;

    Rules(String id, String sentence) {
      this.id = id;
      this.sentence = sentence;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String sentence() {
      return sentence;
    }

    @Override
    public Basis basis() {
      return this == GUESS ? Basis.ASSUMED : Basis.DOCUMENTED;
    }

    @Override
    public String source() {
      return "a book";
    }
  }

  static final Reason ONLY_ONE =
      new Reason(
          Rules.ONLY_ONE, ImmutableMap.of("connector", "Internet", "domain", "o365pilot.com"));

  static Message message(String id) {
    return new Message(
        id,
        Optional.of(EmailAddress.parse("alice@contoso.com")),
        ImmutableList.of(EmailAddress.parse("bob@o365pilot.com")),
        "EX10",
        AT,
        10_240,
        false);
  }

  static Delivery delivery(String id, Outcome outcome, String reply, Hop... hops) {
    return branch(1, 1, id, outcome, reply, hops);
  }

  static Delivery branch(
      int branch, int of, String id, Outcome outcome, String reply, Hop... hops) {
    return new Delivery(
        message(id),
        EmailAddress.parse("bob@o365pilot.com"),
        branch,
        of,
        false,
        outcome,
        reply,
        ImmutableList.copyOf(hops),
        Optional.empty(),
        ImmutableList.of(),
        Optional.empty(),
        Optional.empty(),
        outcome == Outcome.BOUNCED
            ? ImmutableList.of(
                new Notification(
                    AT, Notification.Kind.FAILED, Optional.empty(), reply, "EX10", false))
            : ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of());
  }

  static Report report(ImmutableList<Delivery> deliveries, boolean withInternal) {
    return new Report(
        "title",
        ImmutableList.of(),
        "file.json",
        deliveries,
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of(),
        withInternal,
        false);
  }

  /** A hop between two servers of one organization. */
  static Hop internal() {
    Hop hop = sent("ex19.contoso.com");
    return new Hop(
        hop.attempt(),
        hop.at(),
        hop.sent(),
        hop.from(),
        new Hop.To(
            Optional.of("contoso"),
            "ex19.contoso.com",
            hop.to().address(),
            hop.to().port(),
            Optional.of("EX19"),
            Optional.of("Transport"),
            Optional.empty()),
        hop.tls(),
        hop.cause(),
        hop.reply(),
        true,
        hop.queue(),
        hop.why(),
        hop.turnedDown(),
        hop.events(),
        hop.standing(),
        hop.contact(),
        hop.dialogue());
  }

  static Hop sent(String host) {
    return new Hop(
        1,
        AT,
        true,
        new Hop.From(
            "contoso",
            "ex10.contoso.com",
            Optional.of("EX10"),
            Optional.of("Transport"),
            Optional.of("Internet")),
        to(host, "52.101.0.1"),
        new Hop.Tls(
            Optional.of(true),
            Optional.of(
                new Hop.Established(TlsVersion.TLS_1_2, "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384")),
            TlsMode.OPPORTUNISTIC,
            Authentication.NONE,
            false),
        Optional.empty(),
        "250 2.6.0 Queued mail for delivery",
        false,
        Optional.of(
            NextHopSolutionKey.of(
                DeliveryType.DNS_CONNECTOR_DELIVERY, "o365pilot.com", "Internet")),
        ImmutableList.of(ONLY_ONE),
        ImmutableList.of(
            new Elimination("Partners", Reason.of(Rules.NO_MATCH, "domain", "o365pilot.com"))),
        ImmutableList.of(),
        new Hop.Standing(Optional.empty(), false),
        new Contact(IpAddress.parse("203.0.113.10"), Optional.empty()),
        Dialogue.empty(AT));
  }

  static Hop failed(int attempt, Instant at) {
    return new Hop(
        attempt,
        at,
        false,
        new Hop.From(
            "contoso",
            "ex10.contoso.com",
            Optional.of("EX10"),
            Optional.of("Transport"),
            Optional.of("Internet")),
        to("mail.protection.example", "192.0.2.1"),
        new Hop.Tls(
            Optional.of(false), Optional.empty(), TlsMode.FORCED, Authentication.NONE, true),
        Optional.of("starttls-not-supported"),
        "451 5.7.3 STARTTLS is required to send mail",
        false,
        Optional.empty(),
        ImmutableList.of(Reason.of(Rules.GUESS)),
        ImmutableList.of(),
        ImmutableList.of(),
        new Hop.Standing(Optional.empty(), false),
        new Contact(IpAddress.parse("203.0.113.10"), Optional.empty()),
        Dialogue.empty(AT));
  }

  private static Hop.To to(String host, String address) {
    return new Hop.To(
        Optional.of("o365pilot.onmicrosoft.com"),
        host,
        Optional.of(IpAddress.parse(address)),
        25,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
