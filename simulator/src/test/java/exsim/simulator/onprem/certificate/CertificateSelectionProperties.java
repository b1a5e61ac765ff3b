package exsim.simulator.onprem.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import exsim.model.onprem.ExchangeServer.Installed;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.tls.Certificate;
import exsim.simulator.onprem.Made;
import exsim.simulator.onprem.certificate.CertificateSelection.Picked;
import exsim.simulator.rule.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** CERT-003 to CERT-007: the search for a certificate against an oracle that shares no code. */
class CertificateSelectionProperties {
  private static final String NAME = "EX1.contoso.com";
  private static final Instant NOW = Made.NOW;

  @Provide
  Arbitrary<ImmutableList<Installed>> certificates() {
    Arbitrary<Installed> one =
        Combinators.combine(
                Arbitraries.of(NAME, NAME, "other.contoso.com"),
                Arbitraries.of("public", "self", "private"),
                Arbitraries.of("2022-01-01", "2023-01-01", "2024-01-01", "2024-07-01"),
                Arbitraries.of("2024-05-31", "2024-12-31", "2029-01-01"),
                Arbitraries.of(true, true, false),
                Arbitraries.of(true, true, true, false))
            .as(
                (subject, issuer, from, until, forSmtp, key) -> {
                  Installed installed =
                      Made.installed(
                          subject + issuer + from + until, subject, issuer, from, until, forSmtp);
                  return key ? installed : Made.withoutKey(installed);
                });
    return one.list().ofMaxSize(6).map(ImmutableList::copyOf);
  }

  @Property(tries = 3000)
  void starttls_is_offered_exactly_where_a_certificate_of_the_name_can_be_loaded(
      @ForAll("certificates") ImmutableList<Installed> certificates) {
    Picked picked = receiving(certificates);

    List<Installed> carrying =
        certificates.stream()
            .filter(i -> i.certificate().subject().equals("CN=" + NAME))
            .filter(i -> i.certificate().state().privateKey())
            .toList();
    List<Installed> eligible = carrying.stream().filter(Installed::forSmtp).toList();
    assertEquals(!carrying.isEmpty(), picked.certificate().isPresent());
    assertEquals(
        !carrying.isEmpty() && eligible.isEmpty(),
        picked.fault().isPresent(),
        "only one that does not serve SMTP fails");
    assertEquals(rule(carrying, eligible, picked), picked.because().rule());
    picked.certificate().ifPresent(c -> assertTrue(carrying.stream().anyMatch(i -> is(i, c))));
  }

  private static Rule rule(List<Installed> carrying, List<Installed> eligible, Picked picked) {
    if (carrying.isEmpty()) {
      return CertificateRule.NO_CERTIFICATE;
    }
    if (eligible.isEmpty()) {
      return CertificateRule.NOT_FOR_SMTP;
    }
    return picked.certificate().orElseThrow().validity().notAfter().orElseThrow().isBefore(NOW)
        ? CertificateRule.BY_NAME_EXPIRED
        : CertificateRule.BY_NAME;
  }

  @Property(tries = 3000)
  void the_best_is_the_newest_valid_one_of_an_authority_then_a_self_signed_one(
      @ForAll("certificates") ImmutableList<Installed> certificates) {
    List<Certificate> eligible =
        certificates.stream()
            .filter(Installed::forSmtp)
            .map(Installed::certificate)
            .filter(c -> c.subject().equals("CN=" + NAME) && c.state().privateKey())
            .toList();
    Optional<Certificate> picked =
        eligible.isEmpty() ? Optional.empty() : receiving(certificates).certificate();

    List<Certificate> class1 = eligible.stream().filter(c -> ofPublic(c) && inDate(c)).toList();
    List<Certificate> class2 = eligible.stream().filter(Certificate::selfSigned).toList();
    List<Certificate> best = !class1.isEmpty() ? class1 : !class2.isEmpty() ? class2 : eligible;
    picked.ifPresent(
        c -> {
          assertTrue(best.contains(c), () -> c + " is not of " + best);
          best.forEach(o -> assertTrue(!from(o).isAfter(from(c)), () -> o + " is newer than " + c));
        });
  }

  /** Of two that nothing tells apart, a server takes the one that is listed first. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void the_order_of_listing_decides_between_equals_alone(
      @ForAll("certificates") ImmutableList<Installed> certificates, @ForAll long seed) {
    List<Installed> shuffled = new ArrayList<>(certificates);
    Collections.shuffle(shuffled, new Random(seed));

    Picked first = receiving(certificates);
    Picked elsewhere = receiving(ImmutableList.copyOf(shuffled));

    assertEquals(first, receiving(certificates));
    assertEquals(first.certificate().isPresent(), elsewhere.certificate().isPresent());
    assertEquals(first.fault(), elsewhere.fault());
    if (first.fault().isEmpty() && first.certificate().isPresent()) {
      Certificate a = first.certificate().get();
      Certificate b = elsewhere.certificate().orElseThrow();
      assertEquals(from(a), from(b));
      assertEquals(ofPublic(a) && inDate(a), ofPublic(b) && inDate(b));
    }
  }

  @Property(tries = 1000)
  void a_sender_shows_what_the_receiver_of_that_name_would_present_or_nothing(
      @ForAll("certificates") ImmutableList<Installed> certificates) {
    Picked shown = selection(certificates).forSending(Made.send("Internet", "*"), NOW);
    Picked presented = receiving(certificates);

    boolean usable = presented.certificate().isPresent() && presented.fault().isEmpty();
    assertEquals(
        usable ? presented.certificate() : Optional.<Certificate>empty(), shown.certificate());
    assertEquals(Optional.empty(), shown.fault());
    assertEquals(
        usable ? CertificateRule.CLIENT_BY_NAME : CertificateRule.CLIENT_NONE,
        shown.because().rule());
  }

  private static Picked receiving(ImmutableList<Installed> certificates) {
    return selection(certificates)
        .forReceiving(Made.receive("Default Frontend", "0.0.0.0:25", "0.0.0.0/0"), NOW);
  }

  private static CertificateSelection selection(ImmutableList<Installed> certificates) {
    return new CertificateSelection(Made.server("EX1", "HQ", ExchangeVersion.E2016, certificates));
  }

  private static boolean is(Installed installed, Certificate certificate) {
    return installed.certificate().equals(certificate);
  }

  private static boolean ofPublic(Certificate certificate) {
    return certificate.issuer().trustName().equals("public");
  }

  private static boolean inDate(Certificate certificate) {
    return !from(certificate).isAfter(NOW)
        && !certificate.validity().notAfter().orElseThrow().isBefore(NOW);
  }

  private static Instant from(Certificate certificate) {
    return certificate.validity().notBefore().orElseThrow();
  }
}
