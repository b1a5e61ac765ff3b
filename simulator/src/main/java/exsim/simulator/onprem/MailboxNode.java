package exsim.simulator.onprem;

import exsim.simulator.route.Envelope;
import exsim.simulator.route.Node;
import exsim.simulator.route.NodeKey;
import exsim.simulator.route.Step;
import java.time.Instant;

/** The mailboxes of a server, behind Mailbox Transport Delivery. */
public record MailboxNode(String system, String server) implements Node {
  @Override
  public NodeKey key() {
    return new NodeKey(system, server + " " + ServerService.DELIVERY.text());
  }

  @Override
  public Step route(Envelope envelope, Instant now) {
    return new Step.Delivered(
        "delivered to the mailbox", MailboxRoutes.delivered(envelope.recipient()));
  }
}
