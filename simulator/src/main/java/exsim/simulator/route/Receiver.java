package exsim.simulator.route;

import exsim.model.mail.EmailAddress;
import exsim.model.onprem.ReceiveConnector;
import exsim.simulator.smtp.Command;
import exsim.simulator.smtp.Listener;
import exsim.simulator.smtp.Session;
import java.util.Optional;

/** A listener that says who took a message and where it lies then. */
public interface Receiver extends Listener {
  /**
   * Who takes an envelope in a session.
   *
   * @param system the system, for the report
   * @param server the Exchange server; empty where the end is none
   * @param service the transport service of that server; empty where the end is none
   * @param connector the connector that took it; empty where none is visible
   * @param node where the message lies once it is taken
   * @param acceptance as whom the sender is taken
   */
  record Taker(
      String system,
      Optional<String> server,
      Optional<String> service,
      Optional<String> connector,
      Node node,
      Acceptance acceptance) {
    /** A taker that is no Exchange server. */
    public static Taker of(String system, Optional<String> connector, Node node) {
      return of(system, connector, node, Acceptance.NO_EXCHANGE);
    }

    /** A taker whose servers have no names. */
    public static Taker of(
        String system, Optional<String> connector, Node node, Acceptance acceptance) {
      return new Taker(system, Optional.empty(), Optional.empty(), connector, node, acceptance);
    }
  }

  /**
   * How a server marks a message that it takes.
   *
   * @param form the form of its {@code Received:} header
   * @param name the name that it gives itself there
   * @param product the two numbers that the builds of its Exchange begin with; empty for none
   * @param written whether it writes one at all
   */
  record Stamp(ReceivedForm form, String name, Optional<String> product, boolean written) {
    /** The mark of a host that is no Exchange. */
    public Stamp(ReceivedForm form, String name) {
      this(form, name, Optional.empty(), true);
    }

    /** A mark of Exchange that is written. */
    public Stamp(ReceivedForm form, String name, String product) {
      this(form, name, Optional.of(product), true);
    }
  }

  /** How it marks a message that it takes. */
  Stamp stamp();

  /** How many messages a source may send in a minute; empty for any number. */
  default Optional<ReceiveConnector.MessageRate> messageRate() {
    return Optional.empty();
  }

  /** Who takes this envelope. */
  Taker taker(Session session, Command.Mail mail, EmailAddress recipient);
}
