package exsim.simulator.delivery;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import exsim.model.mail.Message;
import exsim.simulator.route.NextHopSolutionKey;
import exsim.simulator.route.Node;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import java.util.Optional;

/**
 * A message's whole journey to one recipient, along one branch of equal choices.
 *
 * @param message the message
 * @param recipient the address that it was sent to
 * @param branch which branch, from 1
 * @param of how many branches there are
 * @param capped whether there would be more branches than were followed
 * @param outcome what became of it
 * @param reply the final reply or NDR text
 * @param hops the connection attempts, internal ones among them, in order of time
 * @param mailboxServer the server of the mailbox that the message was written in; empty for none
 * @param path the systems passed, by name
 * @param queue the Exchange queue that it still lies in; empty unless deferred there
 * @param messageTrace the last error as Exchange Online's message trace shows it; empty where the
 *     message was not last in Exchange Online, or got through
 * @param notifications what the sender was told, in order of time
 * @param why the reasons that decided something apart from a hop
 * @param turnedDown candidates that were not chosen, where no hop came about
 */
public record Delivery(
    Message message,
    EmailAddress recipient,
    int branch,
    int of,
    boolean capped,
    Outcome outcome,
    String reply,
    ImmutableList<Hop> hops,
    Optional<Node.MailboxServer> mailboxServer,
    ImmutableList<String> path,
    Optional<NextHopSolutionKey> queue,
    Optional<String> messageTrace,
    ImmutableList<Notification> notifications,
    ImmutableList<Reason> why,
    ImmutableList<Elimination> turnedDown) {

  /** The same delivery as one branch of several. */
  Delivery asBranch(int number, int count, boolean more) {
    return new Delivery(
        message,
        recipient,
        number,
        count,
        more,
        outcome,
        reply,
        hops,
        mailboxServer,
        path,
        queue,
        messageTrace,
        notifications,
        why,
        turnedDown);
  }

  /** The {@code Received:} headers that the message carries in the end, the newest first. */
  public ImmutableList<ReceivedHeader> received() {
    ImmutableList.Builder<ReceivedHeader> headers = ImmutableList.builder();
    hops.reverse().forEach(hop -> ReceivedHeader.of(hop).ifPresent(headers::add));
    mailboxServer.ifPresent(s -> headers.add(ReceivedHeader.submitted(s, message.at())));
    return headers.build();
  }

  /** The weakest protection of the hops that were sent between systems; empty for none. */
  public Optional<Protection> weakestProtection(boolean withInternal) {
    return hops.stream()
        .filter(h -> h.sent() && (withInternal || !h.internal()))
        .map(Hop::protection)
        .min(Protection::compareTo);
  }
}
