package exsim.simulator.onprem.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ExchangeServer.Installed;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.SendConnector;
import exsim.model.onprem.TlsCertificateName;
import exsim.simulator.onprem.Made;
import exsim.simulator.onprem.Roles;
import exsim.simulator.onprem.certificate.CertificateSelection.Picked;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CERT-040 to CERT-044: the certificate that a sender names, and the one between servers. */
class PinnedCertificateTest {
  private static final Installed OLD = installed("old", "public", "2023-01-01", "2025-01-01");
  private static final Installed LATEST = installed("new", "public", "2022-01-01", "2026-01-01");
  private static final Installed EXPIRED = installed("expired", "self", "2020-01-01", "2021-01-01");
  private static final Installed SELF = installed("self", "self", "2024-01-01", "2029-01-01");

  private static Installed installed(String name, String issuer, String from, String until) {
    return Made.installed(name, "mail.contoso.com", issuer, from, until, true);
  }

  private static CertificateSelection selection(Installed... installed) {
    return new CertificateSelection(
        Made.server("EX1", "HQ", ExchangeVersion.E2016, ImmutableList.copyOf(installed)));
  }

  private static SendConnector connector(String pin) {
    SendConnector plain = Made.send("Internet", "*");
    return new SendConnector(
        plain.name(),
        plain.enabled(),
        plain.scope(),
        plain.routing(),
        new SendConnector.Tls(
            plain.tls().policy(), Optional.of(TlsCertificateName.parse(pin)), false),
        plain.fqdn(),
        plain.maxMessageSize(),
        plain.options());
  }

  private static Picked sending(String pin, Installed... installed) {
    return selection(installed).forSending(connector(pin), Made.NOW);
  }

  @Test
  void cert_042_and_cert_043_issuer_and_subject_name_it_and_the_latest_to_expire_is_shown() {
    Picked picked = sending("<I>CN=public CA<S>CN=mail.contoso.com", OLD, LATEST, SELF);

    assertEquals(Optional.of(LATEST.certificate()), picked.certificate());
    assertEquals(Optional.empty(), picked.fault());
    assertEquals(CertificateRule.CLIENT_PINNED, picked.because().rule());
  }

  @Test
  void cert_044_neither_the_case_of_tags_nor_that_of_names_counts() {
    Picked picked = sending("<i>cn=PUBLIC ca<s>cn=Mail.Contoso.com", OLD);

    assertEquals(Optional.of(OLD.certificate()), picked.certificate());
  }

  @Test
  void cert_041_what_is_not_there_begins_no_session() {
    Picked picked = sending("<I>CN=other CA<S>CN=mail.contoso.com", OLD, SELF);

    assertEquals(Optional.empty(), picked.certificate());
    assertEquals(Optional.of("NoCertificate"), picked.fault());
    assertEquals(CertificateRule.CLIENT_PINNED_MISSING, picked.because().rule());
  }

  @Test
  void cert_041_what_has_no_key_begins_no_session() {
    Picked picked = sending("<I>CN=public CA<S>CN=mail.contoso.com", Made.withoutKey(LATEST), OLD);

    assertEquals(Optional.of("NoCredentials"), picked.fault());
    assertEquals(CertificateRule.CLIENT_NO_KEY, picked.because().rule());
  }

  @Test
  void anon_002_between_servers_a_self_signed_one_comes_first_and_setup_s_is_the_last() {
    Picked picked = selection(SELF, OLD, EXPIRED, LATEST).forServers(Made.NOW);

    assertEquals(Optional.of(EXPIRED.certificate()), picked.certificate());
    assertEquals(CertificateRule.INTERNAL_EXPIRED, picked.because().rule());
    assertEquals(CertificateRule.INTERNAL, selection(SELF).forServers(Made.NOW).because().rule());
    assertEquals(Optional.of(OLD.certificate()), selection(OLD).forServers(Made.NOW).certificate());
  }

  @Test
  void anon_003_without_a_certificate_that_has_a_key_there_is_none() {
    Picked picked = selection(Made.withoutKey(SELF)).forServers(Made.NOW);

    assertEquals(Optional.empty(), picked.certificate());
    assertEquals(CertificateRule.INTERNAL_MISSING, picked.because().rule());
  }

  /** Edge synchronization cuts the name off behind 256 characters. */
  @ParameterizedTest
  @CsvSource({"256, true, false", "257, true, true", "257, false, false"})
  void a_name_that_is_too_long_is_lost_on_an_edge_server(int length, boolean edge, boolean lost) {
    String rest = "<I>CN=public CA<S>CN=";
    String pin = rest + "x".repeat(length - rest.length());
    ExchangeServer server = edge ? Roles.edge("E1", "HQ") : Roles.mailbox("EX1", "HQ");

    assertEquals(lost, new CertificateSelection(server).lostByEdgeSync(connector(pin)).isPresent());
  }
}
