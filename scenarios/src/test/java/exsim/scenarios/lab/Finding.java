package exsim.scenarios.lab;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.net.IpAddress;
import exsim.model.net.PathEffect;
import exsim.model.tls.Certificate;
import exsim.model.tls.TlsVersion;
import exsim.model.tls.TrustStore;
import exsim.simulator.delivery.Telnet;
import exsim.simulator.smtp.Dialogue;
import exsim.simulator.smtp.TlsClient;
import exsim.simulator.smtp.TypedSession;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsFacts.Habit;
import exsim.simulator.tls.Verification;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;

/**
 * What openssl finds at a listener, or is predicted to.
 *
 * @param offered whether STARTTLS is listed
 * @param version what comes up; empty for none
 * @param subject the leaf's subject; empty where nothing comes up
 * @param names its alternative names
 * @param faults what is wrong with the certificate
 */
record Finding(
    boolean offered, String version, String subject, List<String> names, Set<String> faults) {
  static final Finding NOTHING = new Finding(false, "", "", List.of(), Set.of());

  private static final String UNTRUSTED = "untrusted";
  private static final String EXPIRED = "expired";
  private static final String EARLY = "not yet valid";
  private static final String OTHER_NAME = "other name";

  private static final Pattern VERSION = Pattern.compile("Protocol +: (TLSv1[.0-9]*)");
  private static final Pattern ERROR = Pattern.compile("verify error:num=(\\d+)");
  private static final Pattern LEAF =
      Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);
  private static final int DNS_NAME = 2;

  /** What the simulation has for a client that can do every version. */
  static Finding predicted(Telnet.Call call, String host, Instant at) {
    if (!(call instanceof Telnet.Connected connected)) {
      return NOTHING;
    }
    TypedSession session = connected.session();
    session.banner();
    if (session.over() || session.path().has(PathEffect.DROP)) {
      return NOTHING;
    }
    boolean offered =
        session.type("EHLO mail.example.com").reply().orElseThrow().wireLines().stream()
            .anyMatch(line -> line.matches("250[ -]STARTTLS"));
    if (!offered) {
      return NOTHING;
    }
    Optional<Dialogue.Turn.Handshake> handshake =
        session.type("STARTTLS").handshake().map(face -> session.handshake(openssl(), face));
    if (handshake.flatMap(Dialogue.Turn.Handshake::secured).isEmpty()) {
      return new Finding(true, "", "", List.of(), Set.of());
    }
    Certificate leaf = handshake.get().presented().orElseThrow();
    return new Finding(
        true,
        handshake.get().secured().orElseThrow().version().text(),
        subject(leaf.subject().isEmpty() ? leaf.name() : leaf.subject()),
        leaf.names().stream().map(DomainPattern::toString).sorted().toList(),
        faults(leaf, host, at));
  }

  private static TlsClient openssl() {
    return new TlsClient(
        Demand.OPPORTUNISTIC,
        Verification.NONE,
        ImmutableList.of(),
        Habit.DEVICE,
        ImmutableSet.copyOf(TlsVersion.values()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        TrustStore.PUBLIC);
  }

  private static String subject(String text) {
    X500Principal principal = new X500Principal(text.contains("=") ? text : "CN=" + text);
    return principal.getName(X500Principal.CANONICAL);
  }

  private static Set<String> faults(Certificate leaf, String host, Instant at) {
    Set<String> faults = new TreeSet<>();
    if (!TrustStore.PUBLIC.anchors(leaf.issuer()) || !leaf.state().chainComplete()) {
      faults.add(UNTRUSTED);
    }
    if (leaf.validity().notAfter().filter(at::isAfter).isPresent()) {
      faults.add(EXPIRED);
    }
    if (leaf.validity().notBefore().filter(at::isBefore).isPresent()) {
      faults.add(EARLY);
    }
    // RFC 6125: the common name counts where there are no others; Exchange counts it always
    boolean alone = leaf.names().isEmpty();
    if (!IpAddress.isLiteral(host)
        && !(leaf.proves(DomainName.parse(host))
            && (alone || leaf.names().stream().anyMatch(n -> covers(n, host))))) {
      faults.add(OTHER_NAME);
    }
    return faults;
  }

  private static boolean covers(DomainPattern pattern, String host) {
    String text = pattern.toString();
    return text.startsWith("*.")
        ? host.substring(host.indexOf('.') + 1).equalsIgnoreCase(text.substring(2))
        : host.equalsIgnoreCase(text);
  }

  /** What openssl printed. */
  static Finding of(String output) throws Exception {
    boolean offered = output.contains("CONNECTED") && !output.contains("Didn't find STARTTLS");
    if (!offered) {
      return NOTHING; // openssl tries all the same
    }
    Matcher protocol = VERSION.matcher(output);
    String version =
        output.contains("New, TLSv1.3") ? "TLSv1.3" : protocol.find() ? protocol.group(1) : "";
    Matcher pem = LEAF.matcher(output);
    if (output.contains("Cipher is (NONE)") || !pem.find()) {
      return new Finding(offered, "", "", List.of(), Set.of());
    }
    X509Certificate leaf =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(
                    new ByteArrayInputStream(pem.group().getBytes(StandardCharsets.US_ASCII)));
    List<String> names =
        Optional.ofNullable(leaf.getSubjectAlternativeNames()).orElse(List.of()).stream()
            .filter(n -> n.get(0).equals(DNS_NAME))
            .map(n -> n.get(1).toString())
            .sorted()
            .toList();
    Set<String> faults = new TreeSet<>();
    Matcher error = ERROR.matcher(output);
    while (error.find()) {
      faults.add(
          switch (Integer.parseInt(error.group(1))) {
            case 9 -> EARLY;
            case 10 -> EXPIRED;
            case 18, 19, 20, 21 -> UNTRUSTED;
            case 62 -> OTHER_NAME;
            default -> "error " + error.group(1);
          });
    }
    return new Finding(
        offered,
        version.equals("TLSv1") ? TlsVersion.TLS_1_0.text() : version,
        leaf.getSubjectX500Principal().getName(X500Principal.CANONICAL),
        names,
        faults);
  }
}
