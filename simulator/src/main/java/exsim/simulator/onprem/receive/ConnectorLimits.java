package exsim.simulator.onprem.receive;

import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainName;
import exsim.model.onprem.ReceiveConnector;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Command;
import exsim.simulator.smtp.Patience;
import exsim.simulator.smtp.Reply;
import exsim.simulator.smtp.Session;
import exsim.simulator.smtp.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What a Receive connector turns down whoever asks. */
final class ConnectorLimits {
  private static final Reply BAD_NAME = Reply.of("501 5.5.4 Invalid domain name");
  private static final Reply TOO_LARGE =
      Reply.of("552 5.3.4 Message size exceeds fixed maximum message size");
  private static final Reply TIMED_OUT = Reply.of("451 4.7.0 Timeout waiting for client input");
  private static final Reply TOO_FAST =
      Reply.of(
          "421 4.4.2 Message submission rate for this client has exceeded the configured limit");
  private static final Reply TOO_MANY = Reply.of("452 4.5.3 Too many recipients");
  private static final Reply RESERVED_TOP =
      Reply.of("501 5.1.4 Recipient address reserved by RFC 2606");
  private static final Reply RESERVED_SECOND =
      Reply.of("501 5.1.5 Recipient address reserved by RFC 2606");
  private static final Reply SINGLE_LABEL =
      Reply.of("501 5.1.6 Recipient addresses in single label domains not accepted");

  private static final ImmutableSet<String> TOP_LEVEL =
      ImmutableSet.of("test", "example", "invalid", "localhost");
  private static final ImmutableSet<String> SECOND_LEVEL =
      ImmutableSet.of("example.com", "example.net", "example.org");
  private final ReceiveConnector connector;

  ConnectorLimits(ReceiveConnector connector) {
    this.connector = connector;
  }

  Patience patience() {
    int failures = connector.limits().maxLogonFailures();
    return new Patience(
        connector.limits().maxProtocolErrors(),
        failures == 0 ? OptionalInt.empty() : OptionalInt.of(failures));
  }

  Optional<Verdict> hello(Command.Hello hello) {
    if (hello.name().isEmpty()) {
      return connector.extensions().requireEhloDomain()
          ? Optional.of(
              new Verdict(
                  BAD_NAME,
                  Reason.of(ReceiveRule.NO_EHLO_DOMAIN, "connector", connector.name()),
                  true))
          : Optional.empty();
    }
    return hello.namesHost()
        ? Optional.empty()
        : Optional.of(
            new Verdict(BAD_NAME, Reason.of(ReceiveRule.BAD_EHLO_DOMAIN, "name", hello.name())));
  }

  /** The refusal of a message of this size; empty when it is not too large. */
  Optional<Verdict> size(long bytes) {
    long limit = connector.extensions().maxMessageSize();
    return bytes <= limit
        ? Optional.empty()
        : Optional.of(
            new Verdict(
                TOO_LARGE,
                Reason.of(
                    ReceiveRule.TOO_LARGE,
                    "size",
                    bytes,
                    "connector",
                    connector.name(),
                    "limit",
                    limit)));
  }

  /** The last word to a client that said nothing for a time. */
  Optional<Verdict> outwaited(Duration silence) {
    Duration limit = connector.limits().inactivityTimeout();
    return silence.compareTo(limit) < 0
        ? Optional.empty()
        : Optional.of(
            new Verdict(
                TIMED_OUT,
                Reason.of(ReceiveRule.TIMED_OUT, "connector", connector.name(), "limit", limit)));
  }

  /** The refusal of a client that sent too many messages in a minute. */
  Optional<Verdict> rate(Session session) {
    return connector
        .limits()
        .messageRate()
        .filter(
            rate ->
                session.submitted() >= rate.limit()
                    && (rate.byAddress() || session.identity().isPresent()))
        .map(
            rate ->
                new Verdict(
                    TOO_FAST,
                    Reason.of(
                        ReceiveRule.TOO_FAST,
                        "connector",
                        connector.name(),
                        "limit",
                        rate.limit(),
                        "source",
                        rate.byUser() && rate.byAddress()
                            ? "All"
                            : rate.byUser() ? "User" : "IPAddress"),
                    true));
  }

  /** The refusal of a message with lines that end without a carriage return. */
  Optional<Verdict> bareLinefeeds(Command.Content content, Reply reply) {
    return content.bareLinefeeds() && connector.rejections().bareLinefeeds()
        ? Optional.of(
            new Verdict(
                reply, Reason.of(ReceiveRule.BARE_LINEFEEDS, "connector", connector.name())))
        : Optional.empty();
  }

  /** The refusal of a recipient who is one too many; those before stay accepted. */
  Optional<Verdict> recipients(int before) {
    int limit = connector.extensions().maxRecipients();
    return before < limit
        ? Optional.empty()
        : Optional.of(
            new Verdict(
                TOO_MANY,
                Reason.of(
                    ReceiveRule.TOO_MANY_RECIPIENTS,
                    "connector",
                    connector.name(),
                    "limit",
                    limit)));
  }

  /** The refusal of a recipient by the form of its domain alone. */
  Optional<Verdict> recipient(DomainName domain) {
    ReceiveConnector.Rejections rejects = connector.rejections();
    String name = domain.ascii();
    if (rejects.singleLabelDomains() && domain.labelCount() == 1) {
      return refused(SINGLE_LABEL, ReceiveRule.SINGLE_LABEL, domain);
    }
    if (rejects.reservedTopLevelDomains()
        && TOP_LEVEL.contains(name.substring(name.lastIndexOf('.') + 1))) {
      return refused(RESERVED_TOP, ReceiveRule.RESERVED_TOP_LEVEL, domain);
    }
    boolean second = SECOND_LEVEL.stream().anyMatch(r -> name.equals(r) || name.endsWith("." + r));
    return rejects.reservedSecondLevelDomains() && second
        ? refused(RESERVED_SECOND, ReceiveRule.RESERVED_SECOND_LEVEL, domain)
        : Optional.empty();
  }

  private Optional<Verdict> refused(Reply reply, ReceiveRule rule, DomainName domain) {
    return Optional.of(
        new Verdict(reply, Reason.of(rule, "connector", connector.name(), "domain", domain)));
  }
}
