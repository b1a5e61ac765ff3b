package exsim.simulator.tls;

import com.google.common.collect.ImmutableList;
import exsim.model.dns.DnsRecord.Tlsa;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.tls.Certificate;

/**
 * What a client compares the server's certificate with.
 *
 * @param names the names of which one must be proved; {@code *.x} is proved by any name below x
 * @param fingerprints the certificates of which one must be presented
 * @param tlsa the usable TLSA records
 * @param daneChecksDates whether DANE looks at dates and names for usage 3 too
 * @param wildcardOfName whether a certificate for {@code *.x} proves {@code x} too
 * @param text what is demanded, in words
 */
public record Verification(
    ImmutableList<DomainPattern> names,
    ImmutableList<Certificate> fingerprints,
    ImmutableList<Tlsa> tlsa,
    boolean daneChecksDates,
    boolean wildcardOfName,
    String text) {
  /** Nothing to compare. */
  public static final Verification NONE =
      new Verification(
          ImmutableList.of(), ImmutableList.of(), ImmutableList.of(), false, false, "TLS");

  /** A trusted chain, whatever the name. */
  public static final Verification CHAIN =
      new Verification(
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          false,
          false,
          "a trusted certificate");

  /** A trusted chain for one of some names. */
  public static Verification ofNames(ImmutableList<DomainPattern> names) {
    StringBuilder text = new StringBuilder("a trusted certificate for ");
    text.append(names.isEmpty() ? "a host that has no name" : "");
    for (int i = 0; i < names.size(); i++) {
      text.append(i == 0 ? "" : " or ").append(names.get(i));
    }
    return new Verification(
        names, ImmutableList.of(), ImmutableList.of(), false, false, text.toString());
  }

  /** The same, where a certificate for {@code *.x} is taken to prove {@code x} (TLS-007). */
  public Verification withWildcardOfName() {
    return new Verification(names, fingerprints, tlsa, daneChecksDates, true, text);
  }

  /** A match with TLSA records; usage 2 also needs one of the names. */
  public static Verification ofTlsa(
      ImmutableList<Tlsa> records, ImmutableList<DomainPattern> names, boolean checksDates) {
    return new Verification(
        names,
        ImmutableList.of(),
        records,
        checksDates,
        false,
        "a certificate that the TLSA records of " + names.get(0) + " name");
  }

  /** One of some certificates. */
  public static Verification ofFingerprints(ImmutableList<Certificate> certificates) {
    return new Verification(
        ImmutableList.of(),
        certificates,
        ImmutableList.of(),
        false,
        false,
        "one of the stated certificates");
  }

  /** Whether a certificate proves one of the names. */
  boolean namedBy(Certificate certificate) {
    for (DomainPattern name : names) {
      if (proves(certificate, name)) {
        return true;
      }
    }
    return false;
  }

  private boolean proves(Certificate certificate, DomainPattern expected) {
    DomainName domain = expected.domain();
    return switch (expected.kind()) {
      case EXACT ->
          certificate.proves(domain)
              || (wildcardOfName
                  && certificate
                      .provenNames()
                      .contains(new DomainPattern(DomainPattern.Kind.SUBDOMAINS, domain)));
      case SUBDOMAINS ->
          certificate.provenNames().stream()
              .anyMatch(n -> n.equals(expected) || n.domain().isBelow(domain));
      case ALL -> true;
    };
  }
}
