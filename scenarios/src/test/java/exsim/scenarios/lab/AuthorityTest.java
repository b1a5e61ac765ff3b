package exsim.scenarios.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import exsim.model.tls.Certificate;
import exsim.model.tls.CertificateStatus;
import exsim.model.tls.TrustStore;
import exsim.model.topology.World;
import exsim.scenarios.format.Scenario;
import exsim.scenarios.format.ScenarioReader;
import exsim.scenarios.replay.LibraryFiles;
import java.nio.file.Path;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A real validation of the lab's certificates finds what the scenario says of them. */
class AuthorityTest {
  private static final Instant NOW = Instant.parse("2031-03-03T03:03:03Z");

  @Test
  void every_certificate_of_the_library_validates_as_its_scenario_says() throws Exception {
    List<String> predicted = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (Path file : LibraryFiles.scenarios()) {
      Scenario scenario = ScenarioReader.read(file).scenario().orElseThrow();
      Authority authority = new Authority(Loopback::pair, NOW, scenario.clock());
      for (World.Epoch epoch : scenario.world().epochs()) {
        for (Certificate certificate : epoch.topology().certificates()) {
          String name = file.getFileName() + " " + certificate.name() + " ";
          Authority.Issued issued = authority.issue(certificate);
          predicted.add(name + expected(certificate, scenario.clock()));
          found.add(name + validated(issued.chain(), authority.root()));
          assertEquals(certificate.keyType().name(), issued.leaf().getPublicKey().getAlgorithm());
        }
      }
    }
    assertEquals(predicted, found);
    for (CertificateStatus status :
        List.of(CertificateStatus.VALID, CertificateStatus.EXPIRED, CertificateStatus.UNTRUSTED)) {
      assertEquals(true, found.stream().anyMatch(f -> f.endsWith(" " + status.text())));
    }
  }

  /** Nobody publishes who is revoked, so that nobody can tell; nobody takes MD5 any more. */
  private static String expected(Certificate certificate, Instant clock) {
    if (certificate.signature().equals("MD5")) {
      return CertificateStatus.UNTRUSTED.text();
    }
    CertificateStatus status = CertificateStatus.of(certificate, TrustStore.PUBLIC, clock);
    return status == CertificateStatus.REVOKED
        ? CertificateStatus.datesOf(certificate, clock).text()
        : status.text();
  }

  private static String validated(List<X509Certificate> chain, X509Certificate root)
      throws Exception {
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(java.util.Date.from(NOW));
    try {
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(chain), parameters);
      return CertificateStatus.VALID.text();
    } catch (CertPathValidatorException e) {
      return switch (e.getReason().toString()) {
        case "EXPIRED" -> CertificateStatus.EXPIRED.text();
        case "NOT_YET_VALID" -> CertificateStatus.NOT_YET_VALID.text();
        default -> CertificateStatus.UNTRUSTED.text();
      };
    }
  }
}
