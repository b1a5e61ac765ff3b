package exsim.simulator.onprem.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import exsim.model.onprem.ExchangeServer.Installed;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.onprem.TlsCertificateName;
import exsim.simulator.onprem.Made;
import exsim.simulator.onprem.certificate.CertificateSelection.Picked;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** CERT-003 to CERT-007 and EXO-HYB-06 of the catalogues. */
class CertificateSelectionTest {
  private static final String NAME = "EX1.contoso.com";
  private static final Installed SELF =
      Made.installed("self", NAME, "self", "2020-01-01", "2030-01-01", true);
  private static final Installed OLD =
      Made.installed("old", NAME, "public", "2023-01-01", "2025-01-01", true);
  private static final Installed NEW =
      Made.installed("new", NAME, "public", "2024-01-01", "2024-12-31", true);
  private static final Installed EXPIRED =
      Made.installed("expired", NAME, "public", "2022-01-01", "2023-01-01", true);
  private static final Installed UNBOUND =
      Made.installed("unbound", NAME, "public", "2024-02-01", "2029-01-01", false);
  private static final Installed OTHER =
      Made.installed("other", "other.contoso.com", "public", "2024-01-01", "2029-01-01", true);

  private static Picked picked(Installed... installed) {
    return selection(installed)
        .forReceiving(
            Made.receive("Default Frontend", "0.0.0.0:25", "0.0.0.0-255.255.255.255"), Made.NOW);
  }

  private static CertificateSelection selection(Installed... installed) {
    return new CertificateSelection(
        Made.server("EX1", "HQ", ExchangeVersion.E2016, ImmutableList.copyOf(installed)));
  }

  private static Picked pinned(String pin, Installed... installed) {
    ReceiveConnector plain =
        Made.receive("Default Frontend", "0.0.0.0:25", "0.0.0.0-255.255.255.255");
    ReceiveConnector.Security s = plain.security();
    return selection(installed)
        .forReceiving(
            new ReceiveConnector(
                plain.name(),
                true,
                plain.service(),
                plain.bindings(),
                plain.remoteRanges(),
                new ReceiveConnector.Security(
                    s.authMechanism(),
                    s.permissionGroups(),
                    false,
                    false,
                    false,
                    Optional.of(TlsCertificateName.parse(pin)),
                    ImmutableList.of()),
                Optional.empty(),
                plain.extensions(),
                plain.limits(),
                plain.rejections(),
                false),
            Made.NOW);
  }

  private static String name(Picked picked) {
    return picked.certificate().map(c -> c.name()).orElse("none");
  }

  @Test
  void cert_003_without_a_certificate_of_the_name_starttls_is_hidden() {
    Picked picked = picked(OTHER);

    assertEquals("none", name(picked));
    assertEquals(CertificateRule.NO_CERTIFICATE, picked.because().rule());
  }

  @Test
  void cert_005_one_that_is_not_for_smtp_is_taken_at_last_and_breaks_the_handshake() {
    Picked picked = picked(UNBOUND, OTHER);

    assertEquals("unbound", name(picked));
    assertEquals(true, picked.fault().isPresent());
    assertEquals(CertificateRule.NOT_FOR_SMTP, picked.because().rule());
    assertEquals("self", name(picked(UNBOUND, SELF)));
  }

  @Test
  void cert_006_the_newest_of_an_authority_wins_and_self_signed_comes_after() {
    assertEquals("new", name(picked(SELF, OLD, NEW)));
    assertEquals("new", name(picked(NEW, OLD, SELF)));
    assertEquals("old", name(picked(SELF, OLD)));
    assertEquals("self", name(picked(SELF, OTHER)));
  }

  @Test
  void cert_007_an_expired_certificate_never_hides_starttls() {
    Picked picked = picked(EXPIRED);

    assertEquals("expired", name(picked));
    assertEquals(Optional.empty(), picked.fault());
    assertEquals(CertificateRule.BY_NAME_EXPIRED, picked.because().rule());
  }

  @Test
  void exo_hyb_06_a_pin_takes_the_latest_to_expire_of_issuer_and_subject() {
    Picked picked = pinned("<I>CN=public CA<S>CN=" + NAME, NEW, OLD, SELF, OTHER);

    assertEquals("old", name(picked));
    assertEquals(CertificateRule.PINNED, picked.because().rule());
  }

  @Test
  void errata_6_a_pin_does_not_look_at_the_binding_and_an_unbound_one_fails_later() {
    Picked picked = pinned("<I>CN=public CA<S>CN=" + NAME, NEW, UNBOUND);

    assertEquals("unbound", name(picked));
    assertEquals(true, picked.fault().isPresent());
  }

  @Test
  void cert_007_a_pin_to_an_expired_certificate_never_hides_starttls() {
    Picked picked = pinned("<I>CN=public CA<S>CN=" + NAME, EXPIRED, SELF);

    assertEquals("expired", name(picked));
    assertEquals(Optional.empty(), picked.fault());
    assertEquals(CertificateRule.PINNED_EXPIRED, picked.because().rule());
  }

  @Test
  void cert_003_a_pin_to_a_certificate_that_is_not_there_hides_starttls() {
    Picked picked = pinned("<I>CN=Another CA<S>CN=" + NAME, NEW, OLD, SELF);

    assertEquals("none", name(picked));
    assertEquals(CertificateRule.PINNED_MISSING, picked.because().rule());
  }
}
