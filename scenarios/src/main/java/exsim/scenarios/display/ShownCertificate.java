package exsim.scenarios.display;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.tls.Certificate;
import exsim.model.tls.Certificate.Issuer;
import exsim.scenarios.exchange.Printed;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A certificate as {@code Get-ExchangeCertificate} describes it.
 *
 * @param certificate the certificate
 * @param server the server that has it
 * @param at when somebody looks
 */
record ShownCertificate(Certificate certificate, ExchangeServer server, Instant at) {

  private static final ImmutableMap<String, String> LETTERS =
      ImmutableMap.<String, String>builder()
          .put("IMAP", "I")
          .put("POP", "P")
          .put("UM", "U")
          .put("IIS", "W")
          .put("SMTP", "S")
          .put("Federation", "F")
          .put("UMCallRouter", "R")
          .buildOrThrow();

  /** What a server knows of it, with what it says itself. */
  Located.Obj describe(Located.Obj installed) {
    Located.Obj described =
        installed
            .with("CertificateDomains", domains(installed.spot()))
            .with("HasPrivateKey", bool(installed.spot(), certificate.state().privateKey()))
            .with("IsSelfSigned", bool(installed.spot(), certificate.selfSigned()))
            .with("Issuer", text(installed.spot(), certificate.issuer().subject()))
            .with("RootCAType", text(installed.spot(), rootType()))
            .with("ServicesStringForm", text(installed.spot(), letters(installed)))
            .with("Status", text(installed.spot(), status()))
            .with("Subject", text(installed.spot(), certificate.subject()));
    return dated(
        dated(described, "NotAfter", certificate.validity().notAfter()),
        "NotBefore",
        certificate.validity().notBefore());
  }

  private static Located.Obj dated(Located.Obj object, String name, Optional<Instant> date) {
    return date.isPresent()
        ? object.with(name, text(object.spot(), ShownDate.text(date.get())))
        : object;
  }

  private Located.Arr domains(Spot spot) {
    Set<String> names = new LinkedHashSet<>();
    certificate.names().forEach(name -> names.add(name.toString()));
    return new Located.Arr(
        spot,
        names.stream().map(name -> text(spot, name)).collect(ImmutableList.toImmutableList()));
  }

  /** A letter for each service: IMAP, POP, UM, IIS (the web), SMTP, federation, call router. */
  private String letters(Located.Obj installed) {
    ImmutableList<String> services =
        installed
            .member("Services")
            .map(m -> Printed.items(m.value()))
            .orElse(ImmutableList.of())
            .stream()
            .flatMap(item -> Printed.text(item).stream())
            .collect(ImmutableList.toImmutableList());
    StringBuilder letters = new StringBuilder();
    LETTERS.forEach(
        (service, letter) -> {
          boolean on = services.stream().anyMatch(s -> Ascii.equalsIgnoreCase(s, service));
          letters.append(on ? letter : ".");
        });
    return server.version() == ExchangeVersion.E2010 ? letters.substring(0, 6) : letters.toString();
  }

  private String rootType() {
    if (certificate.selfSigned()) {
      return "None";
    }
    return certificate.issuer().trustName().equals(Issuer.PUBLIC) ? "ThirdParty" : "Enterprise";
  }

  private String status() {
    if (certificate.state().revocation() != Certificate.Revocation.GOOD) {
      return certificate.state().revoked() ? "Revoked" : "RevocationCheckFailure";
    }
    boolean early = certificate.validity().notBefore().filter(at::isBefore).isPresent();
    boolean late = certificate.validity().notAfter().filter(at::isAfter).isPresent();
    if (early || late) {
      return "DateInvalid";
    }
    boolean trusted =
        certificate.selfSigned() || server.tls().trusts().anchors(certificate.issuer());
    return trusted ? "Valid" : "Untrusted";
  }

  private static Located text(Spot spot, String text) {
    return new Located.Text(spot, text);
  }

  private static Located bool(Spot spot, boolean value) {
    return new Located.Bool(spot, value);
  }
}
