package exsim.scenarios.lab;

import com.google.common.collect.ImmutableList;
import exsim.model.tls.Certificate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The lab's certificates as files that other programs read: the root to trust, and for every
 * certificate that the scenario names one file with the certificate, what is sent with it and its
 * key. They go when the lab closes.
 */
final class PemFolder {
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private final Path folder;
  private final List<Path> files = new ArrayList<>();

  private PemFolder(Path folder) {
    this.folder = folder;
  }

  static PemFolder make(Authority authority, Wallet wallet, ImmutableList<Certificate> certificates)
      throws IOException, GeneralSecurityException {
    PemFolder pem = new PemFolder(Files.createTempDirectory("exsim-lab"));
    pem.write("ca.pem", text(authority.root()));
    for (Certificate certificate : certificates) {
      if (certificate.state().privateKey()) {
        Authority.Issued issued = wallet.of(certificate);
        StringBuilder text = new StringBuilder();
        for (X509Certificate part : issued.chain()) {
          text.append(text(part));
        }
        text.append(text("PRIVATE KEY", issued.key().getEncoded()));
        pem.write(certificate.name().replaceAll("[^A-Za-z0-9.-]", "_") + ".pem", text.toString());
      }
    }
    return pem;
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    files.add(file);
    Files.writeString(file, text, StandardCharsets.US_ASCII);
  }

  private static String text(X509Certificate certificate) throws GeneralSecurityException {
    return text("CERTIFICATE", certificate.getEncoded());
  }

  private static String text(String kind, byte[] der) {
    return "-----BEGIN "
        + kind
        + "-----\n"
        + LINES.encodeToString(der)
        + "\n-----END "
        + kind
        + "-----\n";
  }

  /** The root that clients may trust. */
  Path authorityFile() {
    return folder.resolve("ca.pem");
  }

  /** Takes the files away. */
  void remove() {
    try {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // a leftover in the temporary folder opens nothing
    }
  }
}
