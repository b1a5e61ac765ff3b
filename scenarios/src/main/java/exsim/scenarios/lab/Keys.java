package exsim.scenarios.lab;

import exsim.model.tls.Certificate;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** Where keys come from. */
@FunctionalInterface
interface Keys {
  /** A pair of a type. */
  KeyPair pair(Certificate.KeyType type) throws GeneralSecurityException;

  /** New ones every time: RSA of 2048 bits, or P-256. */
  static KeyPair fresh(Certificate.KeyType type) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(type.name());
    if (type == Certificate.KeyType.RSA) {
      generator.initialize(2048);
    } else {
      generator.initialize(new ECGenParameterSpec("secp256r1"));
    }
    return generator.generateKeyPair();
  }
}
