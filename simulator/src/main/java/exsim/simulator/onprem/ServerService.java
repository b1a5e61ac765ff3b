package exsim.simulator.onprem;

/** A service of an Exchange server that takes part in transport (RT-001). */
enum ServerService {
  /** Takes and makes connections for others, and keeps nothing (2013 and later). */
  FRONT_END("Front End Transport"),
  /** Routes and queues; Exchange 2010 calls it Hub Transport. */
  TRANSPORT("Transport"),
  /** Takes messages out of mailboxes (2013 and later). */
  SUBMISSION("Mailbox Transport Submission"),
  /** Puts messages into mailboxes (2013 and later). */
  DELIVERY("Mailbox Transport Delivery");

  private final String text;

  ServerService(String text) {
    this.text = text;
  }

  /** The service as Exchange calls it. */
  String text() {
    return text;
  }
}
