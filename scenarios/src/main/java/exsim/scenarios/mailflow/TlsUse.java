package exsim.scenarios.mailflow;

import exsim.model.tls.TlsVersion;
import exsim.simulator.delivery.Hop;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How many messages came or went over which version of TLS. */
final class TlsUse {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Map<TlsVersion, Integer> versions = new EnumMap<>(TlsVersion.class);
  private int clear;
  private int all;

  /** Counts a message. */
  void add(Hop hop) {
    Optional<TlsVersion> version = hop.tls().established().map(Hop.Established::version);
    if (version.isPresent()) {
      versions.merge(version.get(), 1, Integer::sum);
    } else {
      clear++;
    }
    all++;
  }

  /** How many messages there were. */
  String volume() {
    return String.valueOf(all);
  }

  /** The share of those without TLS, in percent. */
  String clear() {
    return percent(clear);
  }

  /** The share of a version, in percent. */
  String of(TlsVersion version) {
    return percent(versions.getOrDefault(version, 0));
  }

  private String percent(int part) {
    return BigDecimal.valueOf(part)
        .multiply(HUNDRED)
        .divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
