package exsim.simulator.question;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.mail.EmailAddress;
import java.util.Optional;

/**
 * The messages that a question is about.
 *
 * @param from who sends; empty for everybody
 * @param to who receives; empty for everybody
 */
public record Asked(Optional<Who> from, Optional<Who> to) {
  /** Every message. */
  public static final Asked ALL = new Asked(Optional.empty(), Optional.empty());

  /**
   * Somebody, or everybody of a domain.
   *
   * @param address the address; empty for the whole domain
   * @param domain the domain
   */
  public record Who(Optional<EmailAddress> address, DomainName domain) {
    /**
     * Reads an address or a domain.
     *
     * @throws exsim.model.InvalidValueException if the text is neither
     */
    public static Who parse(String text) {
      if (text.indexOf('@') < 0) {
        return new Who(Optional.empty(), DomainName.parse(text));
      }
      EmailAddress address = EmailAddress.parse(text);
      return new Who(Optional.of(address), address.domain());
    }

    /** The address or the domain, as it is written. */
    public String text() {
      return address.map(EmailAddress::toString).orElseGet(domain::ascii);
    }

    private EmailAddress any() {
      return address.orElseGet(() -> RecipientClasses.in(domain));
    }
  }

  /** The recipients that are meant; at least one. */
  ImmutableList<EmailAddress> recipients(ImmutableList<EmailAddress> classes) {
    if (to.isEmpty()) {
      return classes;
    }
    ImmutableList<EmailAddress> inside =
        to.get().address().isPresent()
            ? ImmutableList.of()
            : classes.stream()
                .filter(r -> r.domain().equals(to.get().domain()))
                .collect(ImmutableList.toImmutableList());
    return inside.isEmpty() ? ImmutableList.of(to.get().any()) : inside;
  }

  /** The addresses that are meant of somebody's; everybody sends as nobody too, in reports. */
  ImmutableList<Optional<EmailAddress>> addresses(SenderClasses.Sender sender) {
    if (from.isPresent()) {
      return sender.owns(from.get().domain())
          ? ImmutableList.of(Optional.of(from.get().any()))
          : ImmutableList.of();
    }
    ImmutableList.Builder<Optional<EmailAddress>> all = ImmutableList.builder();
    sender.addresses().forEach(a -> all.add(Optional.of(a)));
    return all.add(Optional.empty()).build();
  }
}
