package exsim.simulator.tls;

import exsim.model.tls.Certificate.KeyType;
import exsim.model.tls.TlsVersion;

/** The suite that two current ends usually settle on. */
public final class CipherSuites {
  private CipherSuites() {}

  /** The IANA name of the usual suite for a version and the server's key. */
  public static String usual(TlsVersion version, KeyType key) {
    String family = key == KeyType.EC ? "ECDSA" : "RSA";
    return switch (version) {
      case TLS_1_3 -> "TLS_AES_256_GCM_SHA384";
      case TLS_1_2 -> "TLS_ECDHE_" + family + "_WITH_AES_256_GCM_SHA384";
      case TLS_1_0, TLS_1_1 -> "TLS_ECDHE_" + family + "_WITH_AES_256_CBC_SHA";
    };
  }
}
