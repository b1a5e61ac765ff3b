package exsim.model.onprem;

import com.google.common.base.Ascii;
import exsim.model.InvalidValueException;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import java.util.Optional;

/**
 * One address space of a Send connector.
 *
 * @param type {@code SMTP} as it was typed, {@code X400} or any other text
 * @param space the space as it was written
 * @param pattern the domains; empty for {@code --} and for spaces that are not SMTP
 * @param cost 1 to 100; lower is preferred
 * @param scoped whether the 2007 prefix {@code Local:} stood in front
 */
public record AddressSpace(
    String type, String space, Optional<DomainPattern> pattern, int cost, boolean scoped) {
  /** Stands for every authoritative and internal relay domain, on an Edge server. */
  public static final String ACCEPTED_DOMAINS = "--";

  private static final String LOCAL = "local:";

  /** Checks the cost. */
  public AddressSpace {
    if (cost < 1 || cost > 100) {
      throw new InvalidValueException(
          "the cost of address space `" + space + "` is 1 to 100, not " + cost);
    }
  }

  /**
   * Parses {@code [type:]space[;cost]}.
   *
   * @throws InvalidValueException if the text is no address space
   */
  public static AddressSpace parse(String text) {
    String rest = text.strip();
    boolean scoped = Ascii.toLowerCase(rest).startsWith(LOCAL);
    if (scoped) {
      rest = rest.substring(LOCAL.length());
    }
    int cost = 1;
    int semicolon = rest.lastIndexOf(';');
    if (semicolon >= 0) {
      cost = costOf(text, rest.substring(semicolon + 1).strip());
      rest = rest.substring(0, semicolon);
    }
    int colon = rest.indexOf(':');
    String type = colon < 0 ? "SMTP" : rest.substring(0, colon);
    String space = colon < 0 ? rest : rest.substring(colon + 1);
    if (type.isEmpty() || space.isEmpty()) {
      throw new InvalidValueException("`" + text + "` is not an address space");
    }
    boolean domains = Ascii.equalsIgnoreCase(type, "smtp") && !space.equals(ACCEPTED_DOMAINS);
    return new AddressSpace(
        type,
        space,
        domains ? Optional.of(DomainPattern.parse(space)) : Optional.empty(),
        cost,
        scoped);
  }

  private static int costOf(String whole, String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw new InvalidValueException("`" + whole + "`: the cost after `;` is no number");
    }
  }

  /** Whether the type is SMTP. */
  public boolean isSmtp() {
    return Ascii.equalsIgnoreCase(type, "smtp");
  }

  /** Whether the space is {@code --}. */
  public boolean isAcceptedDomains() {
    return isSmtp() && space.equals(ACCEPTED_DOMAINS);
  }

  /** Whether the space covers a domain; {@code *.x} covers {@code x} too. */
  public boolean covers(DomainName domain) {
    return pattern.isPresent() && pattern.get().covers(domain, true);
  }

  @Override
  public String toString() {
    return type + ":" + space + ";" + cost;
  }
}
