package exsim.simulator.onprem;

import exsim.model.onprem.ExchangeVersion;
import exsim.simulator.route.ReceivedForm;

/** A service of an Exchange server that takes part in transport (RT-001). */
public enum ServerService {
  /** Takes and makes connections for others, and keeps nothing (2013 and later). */
  FRONT_END("Front End Transport", ReceivedForm.FRONT_END_2013, ReceivedForm.FRONT_END),
  /** Routes and queues; Exchange 2010 calls it Hub Transport. */
  TRANSPORT("Transport", ReceivedForm.TRANSPORT_2013, ReceivedForm.TRANSPORT),
  /** Takes messages out of mailboxes (2013 and later). */
  SUBMISSION("Mailbox Transport Submission", ReceivedForm.TRANSPORT_2013, ReceivedForm.TRANSPORT),
  /** Puts messages into mailboxes (2013 and later). */
  DELIVERY("Mailbox Transport Delivery", ReceivedForm.DELIVERY_2013, ReceivedForm.DELIVERY);

  private final String text;
  private final ReceivedForm early;
  private final ReceivedForm late;

  ServerService(String text, ReceivedForm early, ReceivedForm late) {
    this.text = text;
    this.early = early;
    this.late = late;
  }

  /** How it writes a Received header in a version of Exchange. */
  public ReceivedForm headerOf(ExchangeVersion version) {
    if (version == ExchangeVersion.E2010) {
      return ReceivedForm.TRANSPORT_2010;
    }
    return version.atLeast(ExchangeVersion.E2016) ? late : early;
  }

  /** The service as Exchange calls it. */
  public String text() {
    return text;
  }
}
