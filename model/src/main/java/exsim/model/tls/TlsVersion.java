package exsim.model.tls;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/** A TLS protocol version, the oldest first. */
public enum TlsVersion {
  /** TLS 1.0 (RFC 2246). */
  TLS_1_0("TLSv1.0", "TLS1_0"),
  /** TLS 1.1 (RFC 4346). */
  TLS_1_1("TLSv1.1", "TLS1_1"),
  /** TLS 1.2 (RFC 5246). */
  TLS_1_2("TLSv1.2", "TLS1_2"),
  /** TLS 1.3 (RFC 8446). */
  TLS_1_3("TLSv1.3", "TLS1_3");

  private final String text;
  private final String exchangeText;

  TlsVersion(String text, String exchangeText) {
    this.text = text;
    this.exchangeText = exchangeText;
  }

  /** The spelling of scenario files and reports. */
  public String text() {
    return text;
  }

  /** The spelling of Exchange's Received headers. */
  public String exchangeText() {
    return exchangeText;
  }

  /** The version that two ends settle on: the highest that both have. */
  public static Optional<TlsVersion> highestCommon(
      ImmutableSet<TlsVersion> client, ImmutableSet<TlsVersion> server) {
    TlsVersion[] all = values();
    for (int i = all.length - 1; i >= 0; i--) {
      if (client.contains(all[i]) && server.contains(all[i])) {
        return Optional.of(all[i]);
      }
    }
    return Optional.empty();
  }
}
