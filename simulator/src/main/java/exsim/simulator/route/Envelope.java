package exsim.simulator.route;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import exsim.simulator.smtp.Received;
import java.util.Optional;

/**
 * A message to one recipient, on its way.
 *
 * @param id the message's id
 * @param sender the reverse path; empty for {@code <>}
 * @param recipient whom it is addressed to now, after forwarding and target addresses
 * @param sizeBytes its size
 * @param requireTls whether it carries REQUIRETLS
 * @param tlsRequiredNo whether it carries {@code TLS-Required: No} and no REQUIRETLS
 * @param bareLinefeeds whether lines of it end without a carriage return
 * @param proxiedFor the Send connector for which a Front End is to make the connection
 * @param cameBy the Receive connector by which an Exchange server took it last, as {@code
 *     SERVER\Name}
 * @param authAs how the Exchange system that holds it treats it; empty elsewhere
 * @param received its Received headers, the oldest first
 */
public record Envelope(
    String id,
    Optional<EmailAddress> sender,
    EmailAddress recipient,
    long sizeBytes,
    boolean requireTls,
    boolean tlsRequiredNo,
    boolean bareLinefeeds,
    Optional<String> proxiedFor,
    Optional<String> cameBy,
    Optional<AuthAs> authAs,
    ImmutableList<Received> received) {

  /** A message without the header field {@code TLS-Required}, in lines that end as they should. */
  public Envelope(
      String id,
      Optional<EmailAddress> sender,
      EmailAddress recipient,
      long sizeBytes,
      boolean requireTls,
      Optional<String> proxiedFor,
      Optional<String> cameBy,
      Optional<AuthAs> authAs,
      ImmutableList<Received> received) {
    this(
        id,
        sender,
        recipient,
        sizeBytes,
        requireTls,
        false,
        false,
        proxiedFor,
        cameBy,
        authAs,
        received);
  }

  /** The same message addressed to somebody else. */
  public Envelope to(EmailAddress other) {
    return new Envelope(
        id,
        sender,
        other,
        sizeBytes,
        requireTls,
        tlsRequiredNo,
        bareLinefeeds,
        proxiedFor,
        cameBy,
        authAs,
        received);
  }

  /** The same message with REQUIRETLS as it was handed on. */
  public Envelope requiringTls(boolean stated) {
    return stated == requireTls
        ? this
        : new Envelope(
            id,
            sender,
            recipient,
            sizeBytes,
            stated,
            tlsRequiredNo,
            bareLinefeeds,
            proxiedFor,
            cameBy,
            authAs,
            received);
  }

  /** The same message, for which a Front End is to make the connection, or need not. */
  public Envelope proxiedFor(Optional<String> connector) {
    return connector.equals(proxiedFor)
        ? this
        : new Envelope(
            id,
            sender,
            recipient,
            sizeBytes,
            requireTls,
            tlsRequiredNo,
            bareLinefeeds,
            connector,
            cameBy,
            authAs,
            received);
  }

  /** The same message after one more server took it. */
  public Envelope taken(Receiver.Taker by) {
    return new Envelope(
        id,
        sender,
        recipient,
        sizeBytes,
        requireTls,
        tlsRequiredNo,
        bareLinefeeds,
        proxiedFor,
        by.server().flatMap(s -> by.connector().map(c -> s + "\\" + c)),
        authAs,
        ImmutableList.<Received>builder()
            .addAll(received)
            .add(new Received(by.system(), by.server()))
            .build());
  }

  /** The same message as whoever took it treats it. */
  public Envelope countingAs(Optional<AuthAs> other) {
    return new Envelope(
        id,
        sender,
        recipient,
        sizeBytes,
        requireTls,
        tlsRequiredNo,
        bareLinefeeds,
        proxiedFor,
        cameBy,
        other,
        received);
  }

  /** How many servers have taken it. */
  public int hops() {
    return received.size();
  }

  /** How many times a system has taken it. */
  public int visits(String system) {
    int visits = 0;
    for (Received header : received) {
      visits += header.system().equals(system) ? 1 : 0;
    }
    return visits;
  }
}
