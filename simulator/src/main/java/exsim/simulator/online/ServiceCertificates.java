package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.tls.Certificate;
import exsim.model.tls.Certificate.Issuer;

/** The certificates that Exchange Online presents, as far as their names are known. */
public final class ServiceCertificates {
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

  /** The certificate of an MX host; one in {@code mx.microsoft} has its own name on it. */
  static Certificate mxHost(DomainName host) {
    return host.ascii().endsWith(".mx.microsoft")
        ? certificate(
            "Exchange Online Protection " + host.parent(),
            "CN=mail.protection.outlook.com",
            "mail.protection.outlook.com",
            "*." + host.parent())
        : PROTECTION;
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
        new Issuer(Issuer.PUBLIC, "CN=Microsoft's public CA"),
        Certificate.Validity.ALWAYS,
        Certificate.KeyType.RSA,
        "SHA256",
        Certificate.State.SOUND);
  }
}
