package exsim.simulator.delivery;

import exsim.simulator.route.Envelope;
import exsim.simulator.route.Host;
import exsim.simulator.route.Plan;
import exsim.simulator.route.Receiver;
import exsim.simulator.smtp.ClientEnd;
import exsim.simulator.smtp.FarEnd;
import exsim.simulator.smtp.Path;
import exsim.simulator.smtp.Peer;

/** Lays the line between a client and whoever listens; without one, sessions run in memory. */
public interface Lines {
  /**
   * A connection that is to be made.
   *
   * @param client who connects
   * @param host whom it connects to
   * @param receiver who takes the connection there
   * @param peer the client as the host sees it
   * @param path what stands in between
   * @param plan what the client is about
   * @param envelope the message that it brings
   */
  record Call(
      ClientEnd client,
      Host host,
      Receiver receiver,
      Peer peer,
      Path path,
      Plan plan,
      Envelope envelope) {}

  /** The other end. */
  FarEnd lay(Call call);

  /** Whether a front end hands messages on before it answers, so that nobody does it for it. */
  boolean passesOn();
}
