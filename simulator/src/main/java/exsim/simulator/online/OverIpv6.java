package exsim.simulator.online;

import exsim.model.mail.DomainName;
import exsim.model.mail.EmailAddress;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Peer;
import exsim.simulator.smtp.Reply;
import exsim.simulator.smtp.Verdict;
import java.util.Optional;

/** What the MX entity demands of anonymous senders over IPv6. */
final class OverIpv6 {
  private OverIpv6() {}

  /** The refusal of an envelope; empty for one that is taken, and over IPv4. */
  static Optional<Verdict> refusal(
      Peer peer, Admission.Decided decided, EmailAddress recipient, OnlineService service) {
    boolean own = peer.address().equals(ServiceNames.EGRESS_ADDRESS);
    if (!peer.local().v6() || decided.fromOnPremises() || decided.tenant().isEmpty() || own) {
      return Optional.empty();
    }
    DomainName accepted =
        service
            .index()
            .accepted(recipient.domain())
            .map(a -> a.pattern().domain())
            .orElse(recipient.domain());
    if (!decided.tenant().get().ipv6Inbound().contains(accepted)) {
      return Optional.of(
          new Verdict(
              Reply.of(
                  "550 5.7.510 Access denied, [" + accepted + "] does not accept email over IPv6"),
              Reason.of(InboundRule.IPV6_OFF, "domain", accepted)));
    }
    return found(service.settings().ipv6Sender(), peer)
        .map(
            reply ->
                new Verdict(reply, Reason.of(InboundRule.IPV6_SENDER, "sender", peer.address())));
  }

  private static Optional<Reply> found(String sender, Peer peer) {
    return switch (sender) {
      case "noReverseDns" ->
          Optional.of(
              Reply.of(
                  "550 5.7.25 Access denied, the sending IPv6 address ["
                      + peer.address()
                      + "] must have a reverse DNS record"));
      case "unauthenticated" ->
          Optional.of(
              Reply.of(
                  "450 4.7.26 Access denied, a message sent over IPv6 ["
                      + peer.address()
                      + "] must pass either SPF or DKIM validation, this message is not signed"));
      default -> Optional.empty();
    };
  }
}
