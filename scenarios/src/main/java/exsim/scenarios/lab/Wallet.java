package exsim.scenarios.lab;

import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.model.mail.DomainPattern;
import exsim.model.tls.Certificate;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The lab's certificates, by what the scenario calls them and by what goes over the wire. */
final class Wallet {
  private static final int DNS_NAME = 2;

  private final Authority authority;
  private final Map<Certificate, Authority.Issued> issued = new ConcurrentHashMap<>();
  private final Map<X509Certificate, Certificate> known = new ConcurrentHashMap<>();

  Wallet(Authority authority) {
    this.authority = authority;
  }

  /** The real certificate of one of the scenario's. */
  Authority.Issued of(Certificate certificate) throws GeneralSecurityException {
    Authority.Issued there = issued.get(certificate);
    if (there == null) {
      Authority.Issued made = authority.issue(certificate);
      Authority.Issued earlier = issued.putIfAbsent(certificate, made);
      there = earlier == null ? made : earlier;
      known.put(there.leaf(), certificate);
    }
    return there;
  }

  /** What the scenario calls a certificate; one from elsewhere is taken for what it says. */
  Certificate read(X509Certificate real) {
    Certificate ours = known.get(real);
    return ours != null ? ours : stranger(real);
  }

  private Certificate stranger(X509Certificate real) {
    String subject = real.getSubjectX500Principal().getName();
    String issuer = real.getIssuerX500Principal().getName();
    boolean self = subject.equals(issuer);
    return new Certificate(
        "a certificate from outside",
        subject,
        names(real),
        new Certificate.Issuer(
            self
                ? Certificate.Issuer.SELF
                : signedByRoot(real) ? Certificate.Issuer.PUBLIC : issuer,
            issuer),
        new Certificate.Validity(
            Optional.of(real.getNotBefore().toInstant()),
            Optional.of(real.getNotAfter().toInstant())),
        real.getPublicKey().getAlgorithm().equals("EC")
            ? Certificate.KeyType.EC
            : Certificate.KeyType.RSA,
        real.getSigAlgName().replaceFirst("with.*", ""),
        Certificate.State.SOUND);
  }

  private boolean signedByRoot(X509Certificate real) {
    try {
      real.verify(authority.root().getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static ImmutableList<DomainPattern> names(X509Certificate real) {
    ImmutableList.Builder<DomainPattern> names = ImmutableList.builder();
    try {
      Collection<List<?>> all = real.getSubjectAlternativeNames();
      for (List<?> name : all == null ? List.<List<?>>of() : all) {
        if (Integer.valueOf(DNS_NAME).equals(name.get(0))) {
          names.add(DomainPattern.parse(name.get(1).toString()));
        }
      }
    } catch (CertificateParsingException | InvalidValueException e) {
      return ImmutableList.of(); // names that cannot be read prove nothing
    }
    return names.build();
  }
}
