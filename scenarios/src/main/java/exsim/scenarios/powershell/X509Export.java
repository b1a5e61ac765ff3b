package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.model.mail.DomainPattern;
import exsim.scenarios.exchange.Printed;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One certificate of an export.
 *
 * @param object the object in the export
 * @param x509 the certificate itself, where the export has its bytes
 */
record X509Export(Located.Obj object, Optional<X509Certificate> x509) {
  private static final int DNS_NAME = 2;

  static Optional<X509Export> of(Located.Obj object) {
    Optional<X509Certificate> parsed = Documents.text(object, "RawData").flatMap(X509Export::parse);
    return parsed.isPresent() || Documents.text(object, "Subject").isPresent()
        ? Optional.of(new X509Export(object, parsed))
        : Optional.empty();
  }

  private static Optional<X509Certificate> parse(String base64) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(bytes)));
    } catch (CertificateException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  Spot spot() {
    return object.spot();
  }

  /** The distinguished name as Windows prints it: a blank after each comma, nothing escaped. */
  String subject() {
    return x509.map(c -> windows(c.getSubjectX500Principal().toString()))
        .or(() -> Documents.text(object, "Subject"))
        .orElse("");
  }

  String issuer() {
    return x509.map(c -> windows(c.getIssuerX500Principal().toString()))
        .or(() -> Documents.text(object, "Issuer"))
        .orElseGet(this::subject);
  }

  private static String windows(String name) {
    return name.replace("EMAILADDRESS=", "E=").replace(", ST=", ", S=");
  }

  boolean selfSigned() {
    return subject().equals(issuer());
  }

  Instant notBefore() {
    return x509.map(c -> c.getNotBefore().toInstant())
        .or(() -> date("NotBefore"))
        .orElse(Instant.EPOCH);
  }

  /** A date as Clixml has it; one in the words of somebody's language cannot be read. */
  private Optional<Instant> date(String property) {
    try {
      return Documents.text(object, property).map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  boolean sameAs(X509Export other) {
    return x509.isPresent() && x509.equals(other.x509);
  }

  /** What it is enabled for; empty where the export does not tell. */
  Optional<String> services() {
    Optional<String> stated = Documents.text(object, "Services");
    return stated.isPresent() || !ofAnotherService() ? stated : Optional.of("None");
  }

  /** Setup and Windows make these, and nobody enables them for SMTP. */
  private boolean ofAnotherService() {
    return shortName().startsWith("WMSvc-")
        || shortName().equals("Microsoft Exchange Server Auth Certificate");
  }

  /** The computer that it was exported from. */
  Optional<String> computer() {
    return Documents.text(object, "PSComputerName");
  }

  /** A name for it in a scenario. */
  String shortName() {
    String subject = subject();
    int at = Ascii.toUpperCase(subject).indexOf("CN=");
    if (at < 0) {
      return subject.isEmpty() ? "certificate" : subject;
    }
    int end = subject.indexOf(',', at);
    return subject.substring(at + "CN=".length(), end < 0 ? subject.length() : end).strip();
  }

  Located.Obj document() {
    JsonObject document = new JsonObject().text("subject", subject());
    document.list("names", names());
    if (selfSigned()) {
      document.text("issuer", "self");
    } else {
      document.text("issuerName", issuer());
    }
    if (x509.isPresent()) {
      details(x509.get(), document);
    } else {
      date("NotBefore").ifPresent(day -> document.text("notBefore", day.toString()));
      date("NotAfter").ifPresent(day -> document.text("notAfter", day.toString()));
    }
    return document.build();
  }

  private ImmutableList<Located> names() {
    Set<String> names = new LinkedHashSet<>();
    x509.ifPresent(certificate -> names.addAll(alternativeNames(certificate)));
    object
        .memberIgnoringCase("CertificateDomains")
        .ifPresent(
            member -> {
              for (Located item : Printed.items(member.value())) {
                Printed.text(item).ifPresent(names::add);
              }
            });
    return names.stream()
        .filter(X509Export::isDomain)
        .map(JsonObject::text)
        .collect(ImmutableList.toImmutableList());
  }

  private static List<String> alternativeNames(X509Certificate certificate) {
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      return all == null
          ? List.of()
          : all.stream()
              .filter(name -> name.get(0).equals(DNS_NAME))
              .map(name -> name.get(1).toString())
              .toList();
    } catch (CertificateException e) {
      return List.of(); // an extension that cannot be read names nobody
    }
  }

  private static boolean isDomain(String name) {
    try {
      return DomainPattern.parse(name).kind() != DomainPattern.Kind.ALL;
    } catch (InvalidValueException e) {
      return false;
    }
  }

  private static void details(X509Certificate certificate, JsonObject document) {
    document.text("notBefore", certificate.getNotBefore().toInstant().toString());
    document.text("notAfter", certificate.getNotAfter().toInstant().toString());
    if (certificate.getPublicKey() instanceof RSAPublicKey rsa) {
      int bits = rsa.getModulus().bitLength();
      document.text(
          "key", "RSA" + (bits <= 1024 ? 1024 : bits <= 2048 ? 2048 : bits <= 3072 ? 3072 : 4096));
    } else if (certificate.getPublicKey() instanceof ECPublicKey ec) {
      int bits = ec.getParams().getOrder().bitLength();
      document.text("key", bits <= 256 ? "P256" : bits <= 384 ? "P384" : "P521");
    }
    String algorithm = Ascii.toUpperCase(certificate.getSigAlgName());
    for (String hash : List.of("MD5", "SHA1", "SHA256", "SHA384", "SHA512")) {
      if (algorithm.startsWith(hash)) {
        document.text("signature", hash);
      }
    }
  }
}
