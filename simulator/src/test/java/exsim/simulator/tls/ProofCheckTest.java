package exsim.simulator.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.dns.DnsRecord.Tlsa;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.tls.Certificate;
import exsim.model.tls.Certificate.Issuer;
import exsim.model.tls.Certificate.KeyType;
import exsim.model.tls.Certificate.State;
import exsim.model.tls.Certificate.Validity;
import exsim.model.tls.TrustStore;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsFacts.Proof;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a certificate proves: TLS-005 to TLS-008, RFC 7672 and RFC 8461. */
class ProofCheckTest {
  private static final Instant NOW = Instant.parse("2024-06-01T00:00:00Z");
  private static final TrustStore TRUSTED =
      new TrustStore(ImmutableSet.of("trusted"), ImmutableSet.of("CN=lacking CA"));
  private static final State REVOKED = new State(true, true, Certificate.Revocation.REVOKED);
  private static final State WITHOUT_INTERMEDIATE =
      new State(false, true, Certificate.Revocation.GOOD);

  private static Certificate certificate(String name, String issuer, State state, Validity dates) {
    return new Certificate(
        name + " of " + issuer,
        "CN=" + name,
        ImmutableList.of(),
        new Issuer(issuer, "CN=" + issuer + " CA"),
        dates,
        KeyType.RSA,
        "SHA256",
        state);
  }

  private static Certificate sound(String name, String issuer) {
    return certificate(name, issuer, State.SOUND, dates("2024-01-01", "2025-01-01"));
  }

  private static Validity dates(String from, String until) {
    return new Validity(
        Optional.of(Instant.parse(from + "T00:00:00Z")),
        Optional.of(Instant.parse(until + "T00:00:00Z")));
  }

  private static Verification name(String... names) {
    return Verification.ofNames(
        ImmutableList.copyOf(names).stream()
            .map(DomainPattern::parse)
            .collect(ImmutableList.toImmutableList()));
  }

  private static Proof proof(Demand demand, Verification verification, Certificate certificate) {
    return ProofCheck.of(demand, verification, certificate, TRUSTED, NOW);
  }

  @ParameterizedTest
  @EnumSource(
      value = Demand.class,
      names = {"NEVER", "WITHHELD", "OPPORTUNISTIC", "ENCRYPTION"})
  void tls_002_without_a_demand_any_certificate_will_do(Demand demand) {
    Certificate worst = certificate("other", "self", REVOKED, dates("2020-01-01", "2021-01-01"));

    assertEquals(Proof.HOLDS, proof(demand, name("mx.partner.example"), worst));
  }

  @Test
  void tls_005_row_6_and_7_certificate_validation_looks_at_the_chain_and_not_at_the_name() {
    Verification chain = Verification.CHAIN;
    Validity now = dates("2024-01-01", "2025-01-01");

    assertEquals(Proof.HOLDS, proof(Demand.CERTIFICATE, chain, sound("other", "public")));
    assertEquals(Proof.HOLDS, proof(Demand.CERTIFICATE, chain, sound("other", "trusted")));
    assertEquals(Proof.UNTRUSTED, proof(Demand.CERTIFICATE, chain, sound("other", "private")));
    assertEquals(Proof.UNTRUSTED, proof(Demand.CERTIFICATE, chain, sound("other", "self")));
    assertEquals(
        Proof.UNTRUSTED,
        proof(Demand.CERTIFICATE, chain, certificate("a", "public", WITHOUT_INTERMEDIATE, now)));
    assertEquals(
        Proof.REVOKED, proof(Demand.CERTIFICATE, chain, certificate("a", "public", REVOKED, now)));
    assertEquals(
        Proof.EXPIRED,
        proof(
            Demand.CERTIFICATE,
            chain,
            certificate("a", "public", State.SOUND, dates("2023-01-01", "2024-05-31"))));
    assertEquals(
        Proof.NOT_YET_VALID,
        proof(
            Demand.CERTIFICATE,
            chain,
            certificate("a", "public", State.SOUND, dates("2024-06-02", "2025-01-01"))));
  }

  @ParameterizedTest
  @EnumSource(
      value = Demand.class,
      names = {"DOMAIN", "MTA_STS", "MUTUAL"})
  void errata_3_the_name_is_judged_before_the_chain(Demand demand) {
    Verification name = name("mx.partner.example");

    assertEquals(Proof.HOLDS, proof(demand, name, sound("mx.partner.example", "public")));
    assertEquals(Proof.UNTRUSTED, proof(demand, name, sound("mx.partner.example", "self")));
    assertEquals(Proof.NAME_DIFFERS, proof(demand, name, sound("mail.partner.example", "public")));
    assertEquals(Proof.NAME_DIFFERS, proof(demand, name, sound("mail.partner.example", "self")));
    assertEquals(Proof.NAME_DIFFERS, proof(demand, name(), sound("mx.partner.example", "public")));
  }

  @ParameterizedTest
  @CsvSource({
    "mail.contoso.com, mail.contoso.com, true",
    "mail.contoso.com, contoso.com, false",
    "mail.contoso.com, *.contoso.com, true",
    "www.eu.contoso.com, *.contoso.com, false",
    "contoso.com, *.contoso.com, false",
    "*.contoso.com, mail.contoso.com, true",
    "*.contoso.com, www.eu.contoso.com, true",
    "*.contoso.com, *.contoso.com, true",
    "*.contoso.com, *.eu.contoso.com, true",
    "*.contoso.com, contoso.com, false",
    "*.eu.contoso.com, *.contoso.com, false",
    "*.contoso.com, mail.fabrikam.com, false",
    "*, anything.example, true"
  })
  void tls_007_and_tls_008_names_and_wildcards(String demanded, String carried, boolean proved) {
    assertEquals(
        proved ? Proof.HOLDS : Proof.NAME_DIFFERS,
        proof(Demand.DOMAIN, name(demanded), sound(carried, "public")));
  }

  @Test
  void tls_007_by_assumption_a_wildcard_certificate_proves_its_own_domain() {
    Verification assumed = name("contoso.com").withWildcardOfName();

    assertEquals(Proof.HOLDS, proof(Demand.DOMAIN, assumed, sound("*.contoso.com", "public")));
    assertEquals(Proof.HOLDS, proof(Demand.DOMAIN, assumed, sound("contoso.com", "public")));
    assertEquals(
        Proof.NAME_DIFFERS, proof(Demand.DOMAIN, assumed, sound("mail.contoso.com", "public")));
    assertEquals(
        Proof.NAME_DIFFERS, proof(Demand.DOMAIN, assumed, sound("*.eu.contoso.com", "public")));
    assertEquals(
        Proof.NAME_DIFFERS, proof(Demand.DOMAIN, assumed, sound("*.fabrikam.com", "public")));
  }

  @Test
  void one_of_several_names_is_enough_and_the_demand_names_them_all() {
    Verification either = name("mx1.partner.example", "mx2.partner.example");

    assertEquals(Proof.HOLDS, proof(Demand.DOMAIN, either, sound("mx2.partner.example", "public")));
    assertEquals(
        "a trusted certificate for mx1.partner.example or mx2.partner.example", either.text());
    assertEquals("a trusted certificate for a host that has no name", name().text());
  }

  @Test
  void a_fingerprint_is_that_of_one_certificate_whatever_its_state() {
    Certificate stated = sound("mx.partner.example", "self");
    Verification one = Verification.ofFingerprints(ImmutableList.of(stated));

    assertEquals(Proof.HOLDS, proof(Demand.FINGERPRINT, one, stated));
    assertEquals(
        Proof.NO_MATCH, proof(Demand.FINGERPRINT, one, sound("mx.partner.example", "public")));
  }

  private static final Certificate PRESENTED = sound("mx.partner.example", "private");
  private static final Certificate OTHER = sound("old.partner.example", "private");

  private static Tlsa tlsa(int usage, Certificate certificate) {
    return new Tlsa(
        DomainName.parse("_25._tcp.mx.partner.example"),
        usage,
        1,
        1,
        Optional.ofNullable(certificate));
  }

  private static Verification dane(String name, boolean dates, Tlsa... records) {
    return Verification.ofTlsa(
        ImmutableList.copyOf(records), ImmutableList.of(DomainPattern.parse(name)), dates);
  }

  @Test
  void rfc_7672_usage_3_names_the_certificate_and_neither_dates_nor_names_count() {
    Certificate old =
        certificate(
            "mx.partner.example", "private", State.SOUND, dates("2020-01-01", "2021-01-01"));

    assertEquals(
        Proof.HOLDS,
        proof(Demand.DANE, dane("else.example", false, tlsa(3, PRESENTED)), PRESENTED));
    assertEquals(Proof.HOLDS, proof(Demand.DANE, dane("else.example", false, tlsa(3, old)), old));
    assertEquals(
        Proof.NO_MATCH,
        proof(Demand.DANE, dane("mx.partner.example", false, tlsa(3, OTHER)), PRESENTED));
    assertEquals(
        Proof.NO_MATCH,
        proof(Demand.DANE, dane("mx.partner.example", false, tlsa(3, null)), PRESENTED));
  }

  @Test
  void some_look_at_dates_and_names_for_usage_3_too() {
    assertEquals(
        Proof.NAME_DIFFERS,
        proof(Demand.DANE, dane("else.example", true, tlsa(3, PRESENTED)), PRESENTED));
    assertEquals(
        Proof.HOLDS,
        proof(Demand.DANE, dane("mx.partner.example", true, tlsa(3, PRESENTED)), PRESENTED));
  }

  @Test
  void rfc_7672_usage_2_names_the_issuer_and_wants_chain_name_and_dates() {
    Verification issuer = dane("mx.partner.example", false, tlsa(2, OTHER));

    assertEquals(Proof.HOLDS, proof(Demand.DANE, issuer, PRESENTED));
    assertEquals(Proof.NO_MATCH, proof(Demand.DANE, issuer, sound("mx.partner.example", "public")));
    assertEquals(
        Proof.NAME_DIFFERS,
        proof(Demand.DANE, dane("else.example", false, tlsa(2, OTHER)), PRESENTED));
    assertEquals(
        Proof.NO_MATCH,
        proof(
            Demand.DANE,
            issuer,
            certificate(
                "mx.partner.example",
                "private",
                WITHOUT_INTERMEDIATE,
                dates("2024-01-01", "2025-01-01"))));
    assertEquals(
        Proof.EXPIRED,
        proof(
            Demand.DANE,
            issuer,
            certificate(
                "mx.partner.example", "private", State.SOUND, dates("2020-01-01", "2021-01-01"))));
  }

  @Test
  void one_record_that_matches_is_enough_and_the_first_fault_that_says_more_is_told() {
    assertEquals(
        Proof.HOLDS,
        proof(
            Demand.DANE,
            dane("else.example", false, tlsa(2, OTHER), tlsa(3, PRESENTED)),
            PRESENTED));
    assertEquals(
        Proof.NAME_DIFFERS,
        proof(
            Demand.DANE,
            dane("else.example", false, tlsa(3, OTHER), tlsa(2, OTHER), tlsa(3, OTHER)),
            PRESENTED));
    assertEquals(Proof.NO_MATCH, proof(Demand.DANE, dane("else.example", false), PRESENTED));
  }
}
