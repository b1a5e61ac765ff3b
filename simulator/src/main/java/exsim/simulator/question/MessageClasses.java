package exsim.simulator.question;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import exsim.model.mail.Message;
import exsim.model.topology.Topology;
import java.time.Instant;
import java.util.Optional;

/**
 * One message for every origin, recipient and size that a topology can tell apart.
 *
 * <p>A recipient's domain is told apart where anything names it, a domain below it where a wildcard
 * is, and the address itself where a mailbox or a target address is. One domain that nobody names
 * stands for all others. Sizes are told apart by every limit that somebody states.
 */
public final class MessageClasses {
  private final Instant at;
  private final ImmutableList<SenderClasses.Sender> senders;
  private final ImmutableList<EmailAddress> recipients;
  private final ImmutableList<Long> sizes;

  /**
   * The classes of a topology.
   *
   * @param at when the messages are sent
   */
  public MessageClasses(Topology topology, Instant at) {
    this.at = at;
    this.senders = new SenderClasses(topology).all();
    this.recipients = new RecipientClasses(topology).addresses();
    this.sizes = new SizeClasses(topology).bytes();
  }

  /** A message of each class, from everybody's usual address: by origin, recipient, size. */
  public ImmutableList<Message> messages() {
    ImmutableList.Builder<Message> all = ImmutableList.builder();
    senders.forEach(s -> add(s.origin(), s.usual(), recipients, all));
    return all.build();
  }

  /**
   * A message of each class from each address that can be told apart, and from nobody.
   *
   * @param asked which of them are meant
   */
  public ImmutableList<Message> messages(Asked asked) {
    ImmutableList<EmailAddress> meant = asked.recipients(recipients);
    ImmutableList.Builder<Message> all = ImmutableList.builder();
    for (SenderClasses.Sender sender : senders) {
      for (Optional<EmailAddress> address : asked.addresses(sender)) {
        add(sender.origin(), address, meant, all);
      }
    }
    return all.build();
  }

  private void add(
      String origin,
      Optional<EmailAddress> sender,
      ImmutableList<EmailAddress> to,
      ImmutableList.Builder<Message> all) {
    for (EmailAddress recipient : to) {
      for (long size : sizes) {
        all.add(
            new Message(
                origin + " to " + recipient + ", " + size + " bytes",
                sender,
                ImmutableList.of(recipient),
                origin,
                at,
                size,
                false));
      }
    }
  }
}
