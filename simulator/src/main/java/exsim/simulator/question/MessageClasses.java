package exsim.simulator.question;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.mail.EmailAddress;
import exsim.model.mail.Message;
import exsim.model.topology.Topology;
import exsim.model.topology.World;
import exsim.simulator.delivery.Simulation;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

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
    this(topology, at, OptionalLong.empty());
  }

  private MessageClasses(Topology topology, Instant at, OptionalLong size) {
    this.at = at;
    this.senders = new SenderClasses(topology).all();
    this.recipients = new RecipientClasses(topology).addresses();
    this.sizes =
        size.isPresent() ? ImmutableList.of(size.getAsLong()) : new SizeClasses(topology).bytes();
  }

  /**
   * A message of each class at every instant of a stretch of time that can be told apart.
   *
   * @param until the last instant; empty for the first one alone
   * @param asked which messages are meant
   * @param size the only size that is meant; empty for all of them
   */
  public static ImmutableList<Message> over(
      World world, Optional<Instant> until, Asked asked, OptionalLong size) {
    Instant first = world.epochs().get(0).from();
    ImmutableList.Builder<Message> all = ImmutableList.builder();
    for (Instant at : new Simulation(world).instants(first, until.orElse(first))) {
      Topology topology = world.epochs().get(world.epochAt(at)).topology();
      all.addAll(new MessageClasses(topology, at, size).messages(asked));
    }
    return all.build();
  }

  /** The domain that a recipient stands for, or the address where it stands for itself. */
  public static String standsFor(EmailAddress recipient) {
    return recipient.equals(RecipientClasses.in(recipient.domain()))
        ? recipient.domain().ascii()
        : recipient.toString();
  }

  /** Whether somebody names a domain; the one that nobody names stands for all others. */
  public static boolean isNamed(DomainName domain) {
    return !domain.equals(RecipientClasses.UNNAMED);
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
