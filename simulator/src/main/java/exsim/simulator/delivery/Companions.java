package exsim.simulator.delivery;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import exsim.model.mail.EmailAddress;
import exsim.model.net.IpAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * The recipients of one message who were accepted in the same transactions before.
 *
 * <p>Deliveries are worked out one by one, but a sender names all recipients of a message in one
 * transaction where they share a next hop. Of several branches the first counts.
 */
final class Companions {
  private final ListMultimap<Transaction, EmailAddress> accepted = ArrayListMultimap.create();

  /** One client's transaction with one listening end. */
  private record Transaction(
      Instant at, String client, Optional<String> connector, IpAddress address, int port) {}

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
