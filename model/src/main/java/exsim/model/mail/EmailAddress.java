package exsim.model.mail;

import com.google.common.base.Ascii;
import exsim.model.InvalidValueException;

/**
 * An SMTP mailbox address, in lower case because Exchange compares addresses without case.
 *
 * @param localPart the part before the {@code @}, 1 to 315 characters
 * @param domain the domain
 */
public record EmailAddress(String localPart, DomainName domain)
    implements Comparable<EmailAddress> {
  private static final int LOCAL_PART_MAX = 315;

  /** Checks the local part. */
  public EmailAddress {
    if (localPart.isEmpty() || localPart.length() > LOCAL_PART_MAX) {
      throw new InvalidValueException("a local part has 1 to 315 characters");
    }
    for (int i = 0; i < localPart.length(); i++) {
      char c = localPart.charAt(i);
      if (c <= ' ' || c == 127 || c == '<' || c == '>' || c == '@') {
        throw new InvalidValueException("`" + localPart + "` is not the local part of an address");
      }
    }
  }

  /**
   * Parses {@code user@domain}.
   *
   * @throws InvalidValueException if the text is no address
   */
  public static EmailAddress parse(String text) {
    int at = text.lastIndexOf('@');
    if (at <= 0 || at == text.length() - 1) {
      throw new InvalidValueException("`" + text + "` is not an e-mail address");
    }
    return new EmailAddress(
        Ascii.toLowerCase(text.substring(0, at)), DomainName.parse(text.substring(at + 1)));
  }

  @Override
  public int compareTo(EmailAddress other) {
    int byDomain = domain.compareTo(other.domain);
    return byDomain != 0 ? byDomain : localPart.compareTo(other.localPart);
  }

  @Override
  public String toString() {
    return localPart + "@" + domain;
  }
}
