package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainPattern;
import exsim.scenarios.json.Located;
import java.util.Optional;

/** Decodes accepted domains. */
public final class AcceptedDomains {
  private AcceptedDomains() {}

  /**
   * Decodes an accepted domain of an organization.
   *
   * @param value a domain's name, which means authoritative, or the object as {@code
   *     Get-AcceptedDomain} prints it
   * @param facts the organization's servers
   * @param findings takes what is wrong
   * @return empty when something is wrong
   */
  public static Optional<AcceptedDomain> decode(
      Located value, OrganizationFacts facts, Findings findings) {
    return decode(value, ObjectKind.ACCEPTED_DOMAIN, facts, findings);
  }

  /** Decodes an accepted domain of a tenant. */
  public static Optional<AcceptedDomain> decodeOnline(Located value, Findings findings) {
    return decode(value, ObjectKind.ONLINE_ACCEPTED_DOMAIN, OrganizationFacts.ONLINE, findings);
  }

  private static Optional<AcceptedDomain> decode(
      Located value, ObjectKind kind, OrganizationFacts facts, Findings findings) {
    if (value instanceof Located.Text text) {
      return ofName(text, findings);
    }
    if (!(value instanceof Located.Obj object)) {
      findings
          .problems()
          .add(
              value.spot(),
              "an accepted domain is a name or an object, not " + value.kind(),
              "write it as in Get-AcceptedDomain");
      return Optional.empty();
    }
    Fields fields = Fields.of(kind, object, facts, findings);
    Optional<DomainPattern> domain = domain(fields, object);
    AcceptedDomain.Type type = fields.get(OrganizationProperties.DOMAIN_TYPE);
    if (kind.online() && type == AcceptedDomain.Type.EXTERNAL_RELAY) {
      fields.report(
          fields.spotOf("DomainType"),
          "Exchange Online has no accepted domains of type ExternalRelay",
          "use Authoritative or InternalRelay");
    }
    if (kind.online()) {
      fields.warn(Caution.ONLINE_ACCEPTED_DOMAIN);
    }
    boolean subdomains = fields.get(OrganizationProperties.MATCH_SUB_DOMAINS);
    return fields.passes(ImmutableList.of())
        ? domain.map(
            d ->
                new AcceptedDomain(
                    fields.given(OrganizationProperties.NAME).orElse(d.toString()),
                    d,
                    type,
                    subdomains))
        : Optional.empty();
  }

  private static Optional<AcceptedDomain> ofName(Located.Text text, Findings findings) {
    try {
      DomainPattern domain = DomainPattern.parse(text.text().strip());
      return Optional.of(
          new AcceptedDomain(domain.toString(), domain, AcceptedDomain.Type.AUTHORITATIVE, false));
    } catch (InvalidValueException e) {
      findings.problems().add(text.spot(), e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<DomainPattern> domain(Fields fields, Located.Obj object) {
    Optional<DomainPattern> given = fields.given(OrganizationProperties.DOMAIN_NAME);
    if (given.isEmpty() && object.memberIgnoringCase("DomainName").isEmpty()) {
      fields.report(object.spot(), "AcceptedDomain needs DomainName", "add it");
    }
    return given;
  }
}
