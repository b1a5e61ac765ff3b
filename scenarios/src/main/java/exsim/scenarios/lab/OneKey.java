package exsim.scenarios.lab;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Locale;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;

/** Shows one certificate, whatever the other end would like. */
final class OneKey extends X509ExtendedKeyManager {
  private static final String ALIAS = "lab";

  private final Authority.Issued issued;

  OneKey(Authority.Issued issued) {
    this.issued = issued;
  }

  private String alias(String keyType) {
    return issued.key().getAlgorithm().equals(keyType) ? ALIAS : null;
  }

  @Override
  public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
    return tooWeak(socket) ? null : alias(keyType);
  }

  /** TLS 1.2 and later know no certificate that is signed with MD5. */
  private boolean tooWeak(Socket socket) {
    boolean md = issued.leaf().getSigAlgName().toUpperCase(Locale.ROOT).startsWith("MD");
    return md
        && socket instanceof SSLSocket tls
        && tls.getHandshakeSession().getProtocol().compareTo("TLSv1.2") >= 0;
  }

  @Override
  public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
    return Arrays.stream(keyTypes).anyMatch(t -> alias(t) != null) ? ALIAS : null;
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return issued.chain().toArray(new X509Certificate[0]);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return issued.key();
  }

  @Override
  public String[] getClientAliases(String keyType, Principal[] issuers) {
    return new String[] {ALIAS};
  }

  @Override
  public String[] getServerAliases(String keyType, Principal[] issuers) {
    return new String[] {ALIAS};
  }
}
