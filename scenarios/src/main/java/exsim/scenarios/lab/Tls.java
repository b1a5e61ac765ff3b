package exsim.scenarios.lab;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import exsim.model.tls.Certificate;
import exsim.model.tls.TlsVersion;
import exsim.simulator.smtp.Secured;
import exsim.simulator.smtp.ServerTls;
import exsim.simulator.smtp.TlsClient;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** Handshakes on a wire, by what an end of the scenario brings to them. */
final class Tls {
  private static final String DISABLED = "jdk.tls.disabledAlgorithms";
  private static final ImmutableSet<String> OLD = ImmutableSet.of("TLSv1", "TLSv1.1");

  static {
    allowOldVersions();
  }

  private final Wallet wallet;

  Tls(Wallet wallet) {
    this.wallet = wallet;
  }

  /** A JDK refuses TLS 1.0 and 1.1 unless told otherwise before its first handshake. */
  private static void allowOldVersions() {
    String disabled = Security.getProperty(DISABLED);
    if (disabled != null) {
      Security.setProperty(
          DISABLED,
          Splitter.on(',')
              .trimResults()
              .splitToStream(disabled)
              .filter(word -> !OLD.contains(word))
              .collect(Collectors.joining(", ")));
    }
  }

  /** The versions among those wanted that this Java cannot do. */
  static ImmutableSet<TlsVersion> lacking() {
    try {
      List<String> able =
          Arrays.asList(SSLContext.getDefault().createSSLEngine().getEnabledProtocols());
      return Arrays.stream(TlsVersion.values())
          .filter(version -> !able.contains(protocol(version)))
          .collect(ImmutableSet.toImmutableSet());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The server's side.
   *
   * @throws IOException if the handshake fails
   */
  Secured accept(Wire wire, ServerTls server, Duration patience) throws IOException {
    if (server.fault().isPresent()) {
      throw new IOException(server.fault().get());
    }
    SSLSocket socket = layered(wire, keys(server.certificate()), false);
    restrict(socket, server.versions());
    switch (server.clientCertificate()) {
      case IGNORED -> socket.setWantClientAuth(false);
      case REQUESTED, DROPPED_WHEN_INVALID -> socket.setWantClientAuth(true);
      case REQUIRED -> socket.setNeedClientAuth(true);
    }
    shake(socket, patience);
    wire.inside(socket);
    return secured(socket.getSession(), peer(socket.getSession()).map(wallet::read));
  }

  /**
   * What a client finds in a handshake.
   *
   * @param presented the server's certificate
   */
  record Found(Secured secured, Optional<Certificate> presented) {}

  /**
   * The client's side. Whatever the server presents is taken; it is judged afterwards.
   *
   * @throws IOException if the handshake fails
   */
  Found connect(Wire wire, TlsClient client, Duration patience) throws IOException {
    SSLSocket socket = layered(wire, keys(client.certificate()), true);
    restrict(socket, client.versions());
    shake(socket, patience);
    wire.inside(socket);
    SSLSession session = socket.getSession();
    boolean shown = session.getLocalCertificates() != null;
    return new Found(
        secured(session, client.certificate().filter(c -> shown)), peer(session).map(wallet::read));
  }

  private Optional<Authority.Issued> keys(Optional<Certificate> certificate) throws IOException {
    if (certificate.filter(c -> c.state().privateKey()).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(wallet.of(certificate.get()));
    } catch (GeneralSecurityException e) {
      throw new IOException("no certificate can be made for " + certificate.get().name(), e);
    }
  }

  private static SSLSocket layered(Wire wire, Optional<Authority.Issued> keys, boolean client)
      throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          keys.map(k -> new KeyManager[] {new OneKey(k)}).orElse(new KeyManager[0]),
          new TrustManager[] {new Anyone()},
          null);
      SSLSocket socket =
          (SSLSocket)
              context
                  .getSocketFactory()
                  .createSocket(wire.plain(), null, wire.plain().getPort(), true);
      socket.setUseClientMode(client);
      return socket;
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static void restrict(SSLSocket socket, ImmutableSet<TlsVersion> versions) {
    List<String> able = Arrays.asList(socket.getSupportedProtocols());
    socket.setEnabledProtocols(
        versions.stream().map(Tls::protocol).filter(able::contains).toArray(String[]::new));
  }

  private static void shake(SSLSocket socket, Duration patience) throws IOException {
    socket.setSoTimeout((int) patience.toMillis());
    socket.startHandshake();
  }

  private static Optional<X509Certificate> peer(SSLSession session) {
    try {
      return Optional.of((X509Certificate) session.getPeerCertificates()[0]);
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
  }

  private static Secured secured(SSLSession session, Optional<Certificate> client) {
    TlsVersion version =
        Arrays.stream(TlsVersion.values())
            .filter(v -> protocol(v).equals(session.getProtocol()))
            .findFirst()
            .orElseThrow();
    return new Secured(version, session.getCipherSuite(), false, client);
  }

  /** The JDK's name of a version. */
  static String protocol(TlsVersion version) {
    return version == TlsVersion.TLS_1_0 ? "TLSv1" : version.text();
  }
}
