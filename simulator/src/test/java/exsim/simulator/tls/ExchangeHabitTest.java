package exsim.simulator.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableMap;
import exsim.model.tls.Certificate.KeyType;
import exsim.model.tls.TlsVersion;
import exsim.model.topology.Topology;
import exsim.simulator.tls.TlsFacts.Habit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Exchange does after a failure (TLS-010, errata 19), and the suite it settles on. */
class ExchangeHabitTest {
  @ParameterizedTest
  @CsvSource({
    "false, true,  EXCHANGE",
    "true,  true,  EXCHANGE_LENIENT",
    "false, false, EXCHANGE_STRICT",
    "true,  false, EXCHANGE_STRICT_LENIENT"
  })
  void two_assumptions_make_four_habits(String afterFailure, String afterRefusal, Habit habit) {
    assertEquals(
        habit,
        ExchangeHabit.in(
            assuming(
                ImmutableMap.of(
                    "plaintextAfterFailedHandshake",
                    afterFailure,
                    "clearAfterRefusedStartTls",
                    afterRefusal))));
    assertEquals(Habit.EXCHANGE, ExchangeHabit.in(assuming(ImmutableMap.of())));
  }

  private static Topology assuming(ImmutableMap<String, String> assumptions) {
    Topology empty = Topology.EMPTY;
    return new Topology(
        empty.organizations(),
        empty.tenants(),
        empty.mailSystems(),
        empty.devices(),
        empty.certificates(),
        empty.zone(),
        empty.paths(),
        assumptions);
  }

  @ParameterizedTest
  @CsvSource({
    "TLS_1_3, RSA, TLS_AES_256_GCM_SHA384",
    "TLS_1_3, EC,  TLS_AES_256_GCM_SHA384",
    "TLS_1_2, RSA, TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
    "TLS_1_2, EC,  TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
    "TLS_1_1, RSA, TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
    "TLS_1_0, EC,  TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"
  })
  void the_usual_suite_follows_version_and_key(TlsVersion version, KeyType key, String suite) {
    assertEquals(suite, CipherSuites.usual(version, key));
  }
}
