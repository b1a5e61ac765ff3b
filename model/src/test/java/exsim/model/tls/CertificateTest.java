package exsim.model.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.InvalidValueException;
import exsim.model.dns.MtaStsPolicy;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.onprem.TlsCertificateName;
import exsim.model.tls.Certificate.Issuer;
import exsim.model.tls.Certificate.State;
import exsim.model.tls.Certificate.Validity;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CertificateTest {
  private static final TrustStore CORPORATE =
      new TrustStore(ImmutableSet.of("corp"), ImmutableSet.of());

  private static final Instant NOW = Instant.parse("2024-06-01T00:00:00Z");
  private static final Issuer AUTHORITY = new Issuer(Issuer.PUBLIC, "CN=Public CA");

  private static Certificate certificate(String subject, String... names) {
    ImmutableList.Builder<DomainPattern> patterns = ImmutableList.builder();
    for (String name : names) {
      patterns.add(DomainPattern.parse(name));
    }
    return certificate(subject, patterns.build(), AUTHORITY, Validity.ALWAYS, State.SOUND);
  }

  private static Certificate certificate(
      String subject,
      ImmutableList<DomainPattern> names,
      Issuer issuer,
      Validity validity,
      State state) {
    return new Certificate(
        "c", subject, names, issuer, validity, Certificate.KeyType.RSA, "SHA256", state);
  }

  /** TLS-008. */
  @Test
  void a_wildcard_covers_one_label_and_not_the_domain_itself() {
    Certificate wildcard = certificate("CN=*.contoso.com");

    assertTrue(wildcard.proves(DomainName.parse("mail.contoso.com")));
    assertFalse(wildcard.proves(DomainName.parse("www.eu.contoso.com")));
    assertFalse(wildcard.proves(DomainName.parse("contoso.com")));
  }

  @Test
  void common_name_and_alternative_names_prove() {
    Certificate both = certificate("CN=mail.contoso.com, O=Contoso", "autodiscover.contoso.com");

    assertTrue(both.proves(DomainName.parse("mail.contoso.com")));
    assertTrue(both.proves(DomainName.parse("autodiscover.contoso.com")));
    assertFalse(both.proves(DomainName.parse("contoso.com")));
  }

  @Test
  void a_common_name_that_is_no_host_proves_nothing() {
    assertEquals(ImmutableList.of(), certificate("CN=Microsoft Exchange").provenNames());
  }

  @Test
  void the_chain_is_judged_before_revocation_and_that_before_the_dates() {
    Validity past = new Validity(Optional.empty(), Optional.of(NOW.minusSeconds(1)));
    Issuer corporate = new Issuer("corp", "CN=Corporate CA");
    State revoked = new State(true, true, Certificate.Revocation.REVOKED);

    assertEquals(CertificateStatus.UNTRUSTED, status(corporate, past, revoked, TrustStore.PUBLIC));
    assertEquals(CertificateStatus.REVOKED, status(corporate, past, revoked, CORPORATE));
    assertEquals(CertificateStatus.EXPIRED, status(corporate, past, State.SOUND, CORPORATE));
    assertEquals(
        CertificateStatus.UNTRUSTED,
        status(
            AUTHORITY,
            Validity.ALWAYS,
            new State(false, true, Certificate.Revocation.GOOD),
            TrustStore.PUBLIC));
  }

  /** TLS-009. */
  @Test
  void a_list_out_of_reach_counts_for_whoever_needs_it_and_hides_no_other_fault() {
    Validity past = new Validity(Optional.empty(), Optional.of(NOW.minusSeconds(1)));
    State unknown = new State(true, true, Certificate.Revocation.UNREACHABLE);
    TrustStore strict = TrustStore.PUBLIC.needingRevocationLists();

    assertEquals(
        CertificateStatus.VALID, status(AUTHORITY, Validity.ALWAYS, unknown, TrustStore.PUBLIC));
    assertEquals(CertificateStatus.EXPIRED, status(AUTHORITY, past, unknown, TrustStore.PUBLIC));
    assertEquals(CertificateStatus.REVOCATION_UNKNOWN, status(AUTHORITY, past, unknown, strict));
    assertEquals(CertificateStatus.VALID, status(AUTHORITY, Validity.ALWAYS, State.SOUND, strict));
    assertTrue(strict.refusingSha1().needsRevocationList());
  }

  @Test
  void a_public_root_that_is_not_installed_anchors_nothing() {
    TrustStore outdated = new TrustStore(ImmutableSet.of("corp"), ImmutableSet.of("CN=New Root"));

    assertFalse(outdated.anchors(new Issuer(Issuer.PUBLIC, "CN=New Root")));
    assertTrue(outdated.anchors(new Issuer(Issuer.PUBLIC, "CN=Old Root")));
    assertTrue(outdated.anchors(new Issuer("corp", "CN=New Root")));
    assertFalse(outdated.anchors(new Issuer(Issuer.SELF, "CN=Old Root")));
  }

  private static CertificateStatus status(
      Issuer issuer, Validity validity, State state, TrustStore trusts) {
    return CertificateStatus.of(
        certificate("CN=a.example", ImmutableList.of(), issuer, validity, state), trusts, NOW);
  }

  @Test
  void the_last_and_the_first_instant_still_count() {
    Validity exactly = new Validity(Optional.of(NOW), Optional.of(NOW));
    Certificate brief =
        certificate("CN=a.example", ImmutableList.of(), AUTHORITY, exactly, State.SOUND);

    assertEquals(CertificateStatus.VALID, CertificateStatus.datesOf(brief, NOW));
    assertEquals(CertificateStatus.EXPIRED, CertificateStatus.datesOf(brief, NOW.plusNanos(1)));
    assertEquals(
        CertificateStatus.NOT_YET_VALID, CertificateStatus.datesOf(brief, NOW.minusNanos(1)));
  }

  /** CERT-042, CERT-044. */
  @Test
  void a_pin_names_issuer_and_subject_and_its_tags_have_no_case() {
    TlsCertificateName pin = TlsCertificateName.parse("<i>CN=Public CA<s>CN=mail.contoso.com");

    assertEquals("<I>CN=Public CA<S>CN=mail.contoso.com", pin.toString());
    assertTrue(pin.names(certificate("cn=MAIL.contoso.com")));
    assertFalse(pin.names(certificate("CN=other.contoso.com")));
    assertThrows(InvalidValueException.class, () -> TlsCertificateName.parse("<S>a<I>b"));
    assertThrows(InvalidValueException.class, () -> TlsCertificateName.parse("CN=x"));
  }

  /** RFC 8461 4.1. */
  @Test
  void a_wildcard_of_an_mta_sts_policy_stands_for_one_label() {
    MtaStsPolicy policy =
        new MtaStsPolicy(
            MtaStsPolicy.Mode.ENFORCE,
            ImmutableList.of(DomainPattern.parse("*.example.net"), DomainPattern.parse("mx.a.org")),
            86_400);

    assertTrue(policy.names(DomainName.parse("mx.example.net")));
    assertTrue(policy.names(DomainName.parse("mx.a.org")));
    assertFalse(policy.names(DomainName.parse("a.mx.example.net")));
    assertFalse(policy.names(DomainName.parse("example.net")));
  }

  @Test
  void two_ends_settle_on_the_highest_version_that_both_have() {
    assertEquals(
        Optional.of(TlsVersion.TLS_1_2),
        TlsVersion.highestCommon(
            ImmutableSet.of(TlsVersion.TLS_1_0, TlsVersion.TLS_1_2),
            ImmutableSet.of(TlsVersion.TLS_1_0, TlsVersion.TLS_1_2, TlsVersion.TLS_1_3)));
    assertEquals(
        Optional.empty(),
        TlsVersion.highestCommon(
            ImmutableSet.of(TlsVersion.TLS_1_0), ImmutableSet.of(TlsVersion.TLS_1_2)));
  }
}
