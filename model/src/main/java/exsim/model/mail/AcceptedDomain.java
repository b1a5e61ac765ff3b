package exsim.model.mail;

/**
 * A domain that an organization or tenant accepts mail for.
 *
 * @param name the object's name, for {@code -Identity}
 * @param pattern the domain; {@code *.contoso.com} where the organization writes it so
 * @param type what the system does with its recipients
 * @param matchSubDomains whether subdomains count (Exchange Online)
 */
public record AcceptedDomain(
    String name, DomainPattern pattern, Type type, boolean matchSubDomains) {
  /** What an accepted domain says about recipients. */
  public enum Type {
    /** Every recipient is known here. */
    AUTHORITATIVE("Authoritative"),
    /** Some recipients are elsewhere in the company. */
    INTERNAL_RELAY("InternalRelay"),
    /** All recipients are outside (on-premises only). */
    EXTERNAL_RELAY("ExternalRelay");

    private final String text;

    Type(String text) {
      this.text = text;
    }

    /** The value as Exchange prints it. */
    public String text() {
      return text;
    }
  }

  /** Whether the domain's mail is accepted under this entry. */
  public boolean covers(DomainName domain) {
    return pattern.covers(domain, true) || (matchSubDomains && domain.isBelow(pattern.domain()));
  }
}
