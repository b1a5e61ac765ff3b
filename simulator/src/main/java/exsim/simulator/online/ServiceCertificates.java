package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.online.Tenant;
import exsim.model.tls.Certificate;
import exsim.model.tls.Certificate.Issuer;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** The certificates that Exchange Online presents, as far as their names are known. */
public final class ServiceCertificates {
  /** The issuer and the subject that hybrid wizards of those days wrote down (KB 3156771). */
  private static final String FIRST_ISSUER =
      "CN=MSIT Machine Auth CA 2, DC=redmond, DC=corp, DC=microsoft, DC=com";

  private static final String FIRST_SUBJECT =
      "CN=mail.protection.outlook.com, OU=Forefront Online Protection for Exchange, O=Microsoft,"
          + " L=Redmond, S=WA, C=US";

  private static final String LATEST_ROOT = "CN=DigiCert Global Root G2";

  /** Presented by MX hosts and by Exchange Online as a client (EXO-CRY-04 to EXO-CRY-06). */
  public static final Certificate PROTECTION =
      certificate(
          "Exchange Online Protection",
          "CN=mail.protection.outlook.com",
          "mail.protection.outlook.com",
          "*.mail.protection.outlook.com");

  /** Presented by the submission hosts (EXO-CRY-08). */
  public static final Certificate SUBMISSION =
      certificate(
          "Outlook",
          "CN=outlook.com",
          "outlook.com",
          "*.outlook.com",
          "office365.com",
          "*.office365.com",
          "*.outlook.office365.com",
          "*.office.com");

  private ServiceCertificates() {}

  /**
   * What MX hosts and Exchange Online as a client present to and for some tenants: the one above,
   * with the zones of {@code mx.microsoft} that they use (EXO-CRY-05).
   */
  static Certificate protection(ImmutableList<Tenant> tenants) {
    Set<String> names = new LinkedHashSet<>();
    PROTECTION.names().forEach(n -> names.add(n.toString()));
    for (Tenant tenant : tenants) {
      for (DomainName host : tenant.mxHosts().values()) {
        if (host.isBelow(ServiceNames.SIGNED_ZONE)) {
          names.add("*." + host.parent());
        }
      }
    }
    return certificate(
        PROTECTION.name(), "CN=mail.protection.outlook.com", names.toArray(new String[0]));
  }

  /** A certificate of the service as it was issued at an instant. */
  static Certificate issuedAt(Certificate certificate, Instant now) {
    boolean first =
        certificate.name().equals(PROTECTION.name())
            && now.isBefore(ServiceDates.CERTIFICATE_REPLACED);
    return new Certificate(
        certificate.name(),
        first ? FIRST_SUBJECT : certificate.subject(),
        certificate.names(),
        new Issuer(Issuer.PUBLIC, first ? FIRST_ISSUER : rootAt(now)),
        certificate.validity(),
        certificate.keyType(),
        certificate.signature(),
        certificate.state());
  }

  /**
   * The root that the service's chains end at. It matters to those alone who lack it. No source
   * gives the day of a change, so each begins where it is first known.
   */
  private static String rootAt(Instant now) {
    if (now.isBefore(ServiceDates.GLOBALSIGN_ROOT)) {
      return "CN=Baltimore CyberTrust Root";
    }
    if (now.isBefore(ServiceDates.DIGICERT_ROOT)) {
      return "CN=GlobalSign Root CA - R1";
    }
    return now.isBefore(ServiceDates.DIGICERT_ROOT_G2) ? "CN=DigiCert Global Root CA" : LATEST_ROOT;
  }

  /** Whether Exchange Online does not accept the signature of a certificate (EXO-IN-36). */
  static boolean isWeak(Certificate certificate) {
    String signature = certificate.signature();
    return signature.equalsIgnoreCase("SHA1") || signature.equalsIgnoreCase("MD5");
  }

  private static Certificate certificate(String name, String subject, String... names) {
    ImmutableList.Builder<DomainPattern> patterns = ImmutableList.builder();
    for (String text : names) {
      patterns.add(DomainPattern.parse(text));
    }
    return new Certificate(
        name,
        subject + ", O=Microsoft Corporation",
        patterns.build(),
        new Issuer(Issuer.PUBLIC, LATEST_ROOT),
        Certificate.Validity.ALWAYS,
        Certificate.KeyType.RSA,
        "SHA256",
        Certificate.State.SOUND);
  }
}
