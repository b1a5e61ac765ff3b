package exsim.model.mail;

import exsim.model.InvalidValueException;

/**
 * A domain, a domain with its subdomains ({@code *.contoso.com}), or every domain ({@code *}).
 *
 * <p>Whether {@code *.contoso.com} covers {@code contoso.com} itself differs from setting to
 * setting, so the caller says it.
 *
 * @param kind which of the three
 * @param domain the name without {@code *.}; the root for every domain
 */
public record DomainPattern(Kind kind, DomainName domain) {
  /** The three forms, the most specific first. */
  public enum Kind {
    /** One domain. */
    EXACT,
    /** A suffix with a leading wildcard. */
    SUBDOMAINS,
    /** Every domain. */
    ALL
  }

  /** Matches every domain. */
  public static final DomainPattern ANY = new DomainPattern(Kind.ALL, DomainName.ROOT);

  /**
   * Parses {@code contoso.com}, {@code *.contoso.com} or {@code *}.
   *
   * @throws InvalidValueException for {@code *contoso.com}, an embedded wildcard or a bad name
   */
  public static DomainPattern parse(String text) {
    if (text.equals("*")) {
      return ANY;
    }
    if (text.startsWith("*.")) {
      String rest = text.substring(2);
      checkNoWildcard(text, rest);
      return new DomainPattern(Kind.SUBDOMAINS, DomainName.parse(rest));
    }
    checkNoWildcard(text, text);
    return new DomainPattern(Kind.EXACT, DomainName.parse(text));
  }

  private static void checkNoWildcard(String whole, String part) {
    if (part.indexOf('*') >= 0) {
      throw new InvalidValueException(
          "`" + whole + "` is not a domain pattern: a wildcard stands alone or as a leading `*.`");
    }
  }

  /** Whether the pattern covers a domain; {@code apex} tells if {@code *.x} covers {@code x}. */
  public boolean covers(DomainName name, boolean apex) {
    return switch (kind) {
      case EXACT -> name.equals(domain);
      case SUBDOMAINS -> apex ? name.isWithin(domain) : name.isBelow(domain);
      case ALL -> true;
    };
  }

  /** How specific the pattern is: larger is more specific; exact beats any suffix. */
  public int specificity() {
    return switch (kind) {
      case EXACT -> Integer.MAX_VALUE;
      case SUBDOMAINS -> domain.labelCount();
      case ALL -> 0;
    };
  }

  @Override
  public String toString() {
    return switch (kind) {
      case EXACT -> domain.ascii();
      case SUBDOMAINS -> "*." + domain.ascii();
      case ALL -> "*";
    };
  }
}
