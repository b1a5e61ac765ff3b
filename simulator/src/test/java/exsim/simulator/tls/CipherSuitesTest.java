package exsim.simulator.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import exsim.model.tls.Certificate.KeyType;
import exsim.model.tls.TlsVersion;
import org.junit.jupiter.api.Test;

class CipherSuitesTest {
  /** EXO-CRY-03: the documented suites of Exchange Online, the strongest first. */
  private static final ImmutableList<String> ONLINE =
      ImmutableList.of(
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
          "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
          "TLS_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_RSA_WITH_AES_128_GCM_SHA256");

  @Test
  void two_current_ends_settle_on_the_strongest_suite_of_exchange_online() {
    assertEquals(ONLINE.get(0), CipherSuites.usual(TlsVersion.TLS_1_2, KeyType.RSA));
  }

  @Test
  void no_suite_is_without_forward_secrecy() {
    for (TlsVersion version : TlsVersion.values()) {
      String suite = CipherSuites.usual(version, KeyType.RSA);

      assertEquals(version == TlsVersion.TLS_1_3, !suite.contains("ECDHE"), suite);
    }
  }
}
