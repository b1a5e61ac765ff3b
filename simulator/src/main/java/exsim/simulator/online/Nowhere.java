package exsim.simulator.online;

import exsim.simulator.route.Envelope;
import exsim.simulator.route.Node;
import exsim.simulator.route.NodeKey;
import exsim.simulator.route.Step;
import java.time.Instant;

/** Where a message would lie that Exchange Online attributes to no tenant, and so never takes. */
final class Nowhere implements Node {
  @Override
  public String system() {
    return OnlineHost.SYSTEM;
  }

  @Override
  public NodeKey key() {
    return new NodeKey(OnlineHost.SYSTEM, "");
  }

  @Override
  public Step route(Envelope envelope, Instant now) {
    throw new IllegalStateException("Exchange Online took a message that belongs to no tenant");
  }
}
