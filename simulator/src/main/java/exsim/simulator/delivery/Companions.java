package exsim.simulator.delivery;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import exsim.model.mail.EmailAddress;
import exsim.model.mail.Message;
import exsim.model.net.IpAddress;
import exsim.model.onprem.ReceiveConnector;
import java.time.Instant;
import java.util.Optional;

/**
 * What else a server took that bears on one message: its recipients who were accepted in the same
 * transactions before, and the messages of the same source in the minute before.
 *
 * <p>Deliveries are worked out one by one, but a sender names all recipients of a message in one
 * transaction where they share a next hop. Of several branches the first counts.
 */
final class Companions {
  private static final String FRONT_END = "Front End Transport";

  private final Optional<Message> message;
  private final Optional<MessageRates> rates;
  private final ListMultimap<Transaction, EmailAddress> accepted = ArrayListMultimap.create();

  /** One client's transaction with one listening end. */
  private record Transaction(
      Instant at, String client, Optional<String> connector, IpAddress address, int port) {}

  Companions(Message message, MessageRates rates) {
    this.message = Optional.of(message);
    this.rates = Optional.of(rates);
  }

  /** Nobody and nothing: the message is none of the scenario's. */
  Companions() {
    this.message = Optional.empty();
    this.rates = Optional.empty();
  }

  /**
   * How many messages of the source a server has taken in the minute before, where the origin
   * submits the message to it, itself or by a Front End that hands it on.
   *
   * @param received how many servers have taken the message
   * @param service the service that sends it
   */
  int before(
      ReceiveConnector.MessageRate rate, Instant now, int received, Optional<String> service) {
    boolean submits = received == 0 || (received == 1 && service.equals(Optional.of(FRONT_END)));
    return message
        .filter(m -> submits && now.equals(m.at()))
        .map(m -> rates.orElseThrow().before(m, rate))
        .orElse(0);
  }

  /** Remembers who was accepted where. */
  void add(Delivery delivery) {
    for (Hop hop : delivery.hops()) {
      if (hop.sent()) {
        accepted.put(
            new Transaction(
                hop.at(),
                hop.from().host(),
                hop.from().connector(),
                hop.to().address().orElseThrow(),
                hop.to().port()),
            delivery.recipient());
      }
    }
  }

  /** Those accepted before in a transaction, in order. */
  ImmutableList<EmailAddress> before(
      Instant at, String client, Optional<String> connector, IpAddress address, int port) {
    return accepted.isEmpty()
        ? ImmutableList.of()
        : ImmutableList.copyOf(accepted.get(new Transaction(at, client, connector, address, port)));
  }
}
