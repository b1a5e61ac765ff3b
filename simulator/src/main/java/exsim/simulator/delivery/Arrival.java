package exsim.simulator.delivery;

import exsim.model.mail.EmailAddress;
import exsim.simulator.route.Envelope;
import exsim.simulator.route.Receiver;
import exsim.simulator.smtp.ClientEnd.OrganizationHeaders;
import exsim.simulator.smtp.Peer;
import exsim.simulator.smtp.TypedSession;
import java.util.Optional;

/**
 * A message that a server took over a line, for one recipient.
 *
 * @param taker who took it, and where it lies now
 * @param envelope the message as it lies there
 */
public record Arrival(Receiver.Taker taker, Envelope envelope) {
  /**
   * A message of a client that stands outside.
   *
   * @param id names it
   * @param tlsRequiredNo whether its header says {@code TLS-Required: No}
   */
  public static Arrival from(
      Receiver receiver,
      TypedSession.Accepted accepted,
      EmailAddress recipient,
      String id,
      boolean tlsRequiredNo) {
    Envelope brought =
        new Envelope(
            id,
            accepted.mail().sender(),
            recipient,
            accepted.octets(),
            accepted.mail().requireTls(),
            tlsRequiredNo && !accepted.mail().requireTls(),
            accepted.lines().stream().anyMatch(l -> l.indexOf('\n') >= 0),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            accepted.received());
    return of(receiver, accepted, brought, OrganizationHeaders.NONE, Optional.empty());
  }

  /** A message that another system of the world sent on. */
  public static Arrival from(Lines.Call call, TypedSession.Accepted accepted) {
    return of(
        call.receiver(),
        accepted,
        call.envelope().to(call.plan().recipient()),
        call.client().manner().headers(),
        call.plan().proxiedFor());
  }

  private static Arrival of(
      Receiver receiver,
      TypedSession.Accepted accepted,
      Envelope brought,
      OrganizationHeaders headers,
      Optional<String> proxiedFor) {
    Receiver.Taker taker = receiver.taker(accepted.session(), accepted.mail(), brought.recipient());
    Peer peer = accepted.session().peer();
    HeaderFirewall.Decided standing =
        HeaderFirewall.behind(headers, brought.authAs(), taker.acceptance(), peer.asked());
    return new Arrival(
        taker, Attempt.bound(brought, taker, proxiedFor, standing.standing().authAs()));
  }
}
