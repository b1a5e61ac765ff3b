package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainPattern;
import exsim.model.tls.Certificate;
import java.util.Optional;

/**
 * How the name that a connector expects is compared with those of a client certificate.
 *
 * @param subjectOnly whether only the common name counts
 * @param wildcardsExactly whether a wildcard in a certificate satisfies the same wildcard only
 */
public record CertificateMatch(boolean subjectOnly, boolean wildcardsExactly) {
  /** Whether a certificate has a name that satisfies an expected one. */
  boolean matches(Optional<DomainPattern> expected, Certificate certificate) {
    return expected.isPresent()
        && names(certificate).stream().anyMatch(name -> satisfies(name, expected.get()));
  }

  private ImmutableList<DomainPattern> names(Certificate certificate) {
    return subjectOnly
        ? certificate.commonName().map(ImmutableList::of).orElse(ImmutableList.of())
        : certificate.provenNames();
  }

  /** A leading wildcard of a connector stands for the domain and all below it. */
  private boolean satisfies(DomainPattern name, DomainPattern expected) {
    boolean wildcard = name.kind() == DomainPattern.Kind.SUBDOMAINS;
    if (wildcard && wildcardsExactly) {
      return name.equals(expected);
    }
    return switch (expected.kind()) {
      case ALL -> true;
      case SUBDOMAINS -> name.domain().isWithin(expected.domain());
      case EXACT ->
          wildcard
              ? expected.domain().parent().equals(name.domain())
              : name.domain().equals(expected.domain());
    };
  }
}
