package exsim.simulator.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.tls.Certificate;
import exsim.model.tls.CertificateStatus;
import exsim.model.tls.TrustStore;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServiceCertificatesTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  /** EXO-CRY-04, EXO-CRY-05. */
  @Test
  void the_mx_hosts_of_all_tenants_share_a_certificate_for_the_service() {
    Certificate shared = ServiceCertificates.protection(ImmutableList.of());

    assertTrue(shared.subject().startsWith("CN=mail.protection.outlook.com"));
    assertTrue(shared.proves(DomainName.parse("mail.protection.outlook.com")));
    assertTrue(shared.proves(DomainName.parse("contoso-com.mail.protection.outlook.com")));
    assertFalse(shared.proves(DomainName.parse("contoso.com")));
    assertEquals(Certificate.KeyType.RSA, shared.keyType());
  }

  /** EXO-CRY-09. */
  @Test
  void it_comes_with_its_chain_and_validates_at_any_time() {
    for (String day : ImmutableList.of("2015-01-01", "2017-01-01", "2019-01-01", "2026-04-01")) {
      Certificate then =
          ServiceCertificates.issuedAt(
              ServiceCertificates.PROTECTION, Instant.parse(day + "T00:00:00Z"));

      assertTrue(then.state().chainComplete());
      assertEquals(
          CertificateStatus.VALID,
          CertificateStatus.of(then, TrustStore.PUBLIC.refusingSha1(), NOW));
    }
  }

  /** EXO-CRY-08. */
  @Test
  void the_submission_hosts_have_another_one() {
    Certificate other = ServiceCertificates.SUBMISSION;

    assertTrue(other.subject().startsWith("CN=outlook.com"));
    assertTrue(other.proves(ServiceNames.SUBMISSION));
    assertTrue(other.proves(ServiceNames.MAILBOX));
    assertFalse(other.proves(DomainName.parse("contoso-com.mail.protection.outlook.com")));
  }
}
