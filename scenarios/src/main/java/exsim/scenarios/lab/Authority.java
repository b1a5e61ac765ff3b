package exsim.scenarios.lab;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainPattern;
import exsim.model.tls.Certificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Issues throw-away certificates that look as the scenario has them. Public issuers hang below one
 * root, which clients are told to trust; every other issuer is a root of its own.
 */
final class Authority {
  private static final Duration LONG = Duration.ofDays(3650);
  private static final X500Name ROOT = new X500Name("CN=exsim lab root");

  private final Keys keys;
  private final Instant now;
  private final Duration shift;
  private final KeyPair signing;
  private final X509Certificate root;
  private final Map<Certificate.Issuer, X509Certificate> issuers = new HashMap<>();
  private long serial;

  /**
   * An authority with a new root.
   *
   * @param now the real time
   * @param clock the scenario's time, which stands for now
   */
  Authority(Keys keys, Instant now, Instant clock) throws GeneralSecurityException {
    this.keys = keys;
    this.now = now;
    this.shift = Duration.between(clock, now);
    this.serial = now.toEpochMilli();
    this.signing = keys.pair(Certificate.KeyType.RSA);
    this.root = authority(ROOT, ROOT);
  }

  /** The root that clients are told to trust. */
  X509Certificate root() {
    return root;
  }

  /**
   * A certificate with its key.
   *
   * @param chain the certificate and what is sent with it
   */
  record Issued(PrivateKey key, ImmutableList<X509Certificate> chain) {
    /** The certificate itself. */
    X509Certificate leaf() {
      return chain.get(0);
    }
  }

  /** Issues a certificate. */
  synchronized Issued issue(Certificate wanted) throws GeneralSecurityException {
    KeyPair pair = keys.pair(wanted.keyType());
    X500Name subject = name(wanted.subject(), wanted.name());
    if (wanted.selfSigned()) {
      X509Certificate own =
          leaf(wanted, subject, subject, pair.getPublic(), pair.getPrivate(), wanted.keyType());
      return new Issued(pair.getPrivate(), ImmutableList.of(own));
    }
    X509Certificate issuer = issuer(wanted.issuer());
    X509Certificate leaf =
        leaf(
            wanted,
            subject,
            issuerName(wanted.issuer()),
            pair.getPublic(),
            signing.getPrivate(),
            Certificate.KeyType.RSA);
    return new Issued(
        pair.getPrivate(),
        wanted.state().chainComplete() ? ImmutableList.of(leaf, issuer) : ImmutableList.of(leaf));
  }

  private X509Certificate issuer(Certificate.Issuer issuer) throws GeneralSecurityException {
    X509Certificate known = issuers.get(issuer);
    if (known == null) {
      X500Name name = issuerName(issuer);
      boolean everybody = issuer.trustName().equals(Certificate.Issuer.PUBLIC);
      known = authority(name, everybody ? ROOT : name);
      issuers.put(issuer, known);
    }
    return known;
  }

  private static X500Name issuerName(Certificate.Issuer issuer) {
    return name(issuer.subject(), issuer.trustName());
  }

  private X509Certificate authority(X500Name subject, X500Name issuer)
      throws GeneralSecurityException {
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            issuer,
            BigInteger.valueOf(serial++),
            Date.from(now.minus(LONG.multipliedBy(3))),
            Date.from(now.plus(LONG.multipliedBy(3))),
            subject,
            signing.getPublic());
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
    return signed(builder, "SHA256withRSA", signing.getPrivate());
  }

  private X509Certificate leaf(
      Certificate wanted,
      X500Name subject,
      X500Name issuer,
      PublicKey key,
      PrivateKey signer,
      Certificate.KeyType signerType)
      throws GeneralSecurityException {
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            issuer,
            BigInteger.valueOf(serial++),
            Date.from(shifted(wanted.validity().notBefore(), now.minus(LONG))),
            Date.from(shifted(wanted.validity().notAfter(), now.plus(LONG))),
            subject,
            key);
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(
          Extension.extendedKeyUsage,
          false,
          new ExtendedKeyUsage(
              new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth}));
      if (!wanted.names().isEmpty()) {
        GeneralName[] names =
            wanted.names().stream()
                .map(DomainPattern::toString)
                .map(n -> new GeneralName(GeneralName.dNSName, n))
                .toArray(GeneralName[]::new);
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
      }
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
    String hash = wanted.signature().replace("-", "");
    String cipher = signerType == Certificate.KeyType.RSA ? "RSA" : "ECDSA";
    return signed(builder, hash + "with" + cipher, signer);
  }

  /** Dates keep their distance from now, so that what is expired stays expired. */
  private Instant shifted(Optional<Instant> date, Instant otherwise) {
    return date.map(d -> d.plus(shift)).orElse(otherwise);
  }

  private static X500Name name(String subject, String otherwise) {
    if (subject.isEmpty()) {
      return common(otherwise);
    }
    try {
      // Windows writes a state as S=
      RDN[] parts = new X500Name(subject.replaceAll("(^|,)(\\s*)S=", "$1$2ST=")).getRDNs();
      Collections.reverse(Arrays.asList(parts)); // text names the last part first (RFC 4514)
      return new X500Name(parts);
    } catch (IllegalArgumentException e) {
      return common(subject); // a subject such as "Microsoft Exchange" is no distinguished name
    }
  }

  private static X500Name common(String text) {
    return new X500NameBuilder().addRDN(BCStyle.CN, text).build();
  }

  private static X509Certificate signed(
      X509v3CertificateBuilder builder, String algorithm, PrivateKey key)
      throws GeneralSecurityException {
    try {
      byte[] der = builder.build(new JcaContentSignerBuilder(algorithm).build(key)).getEncoded();
      try (InputStream in = new ByteArrayInputStream(der)) {
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      }
    } catch (OperatorCreationException | IOException e) {
      throw new GeneralSecurityException(e);
    }
  }
}
