package exsim.model.tls;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import java.time.Instant;
import java.util.Optional;

/**
 * A certificate as two TLS ends see it.
 *
 * @param name what the scenario calls it; it stands for the thumbprint
 * @param subject the subject, such as {@code CN=mail.contoso.com}
 * @param names the subject alternative names
 * @param issuer who issued it
 * @param validity its dates
 * @param keyType the key's type
 * @param signature the hash of its signature, such as {@code SHA256}
 * @param state what is otherwise wrong with it
 */
public record Certificate(
    String name,
    String subject,
    ImmutableList<DomainPattern> names,
    Issuer issuer,
    Validity validity,
    KeyType keyType,
    String signature,
    State state) {

  /**
   * The issuer.
   *
   * @param trustName {@code public}, {@code self}, or the name that systems list in their trusts
   * @param subject the issuer's own subject, as in {@code <I>…}
   */
  public record Issuer(String trustName, String subject) {
    /** The issuer that everybody trusts. */
    public static final String PUBLIC = "public";

    /** No issuer: self-signed. */
    public static final String SELF = "self";
  }

  /**
   * The dates.
   *
   * @param notBefore the first instant; empty for always
   * @param notAfter the last instant; empty for ever
   */
  public record Validity(Optional<Instant> notBefore, Optional<Instant> notAfter) {
    /** Valid at any time. */
    public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());
  }

  /** The kinds of key that certificates carry. */
  public enum KeyType {
    /** RSA. */
    RSA,
    /** Elliptic curve. */
    EC
  }

  /**
   * What the dates and the issuer do not tell.
   *
   * @param chainComplete whether the intermediates are sent with it
   * @param privateKey whether its holder has the private key
   * @param revocation what its issuer's revocation list says
   */
  public record State(boolean chainComplete, boolean privateKey, Revocation revocation) {
    /** Nothing wrong. */
    public static final State SOUND = new State(true, true, Revocation.GOOD);

    /** Whether its issuer revoked it, and whoever asks learns that. */
    public boolean revoked() {
      return revocation == Revocation.REVOKED;
    }
  }

  /** What the revocation list of an issuer says of a certificate. */
  public enum Revocation {
    /** That it is in order. */
    GOOD,
    /** That it was revoked. */
    REVOKED,
    /** Nothing: nobody can reach the list. */
    UNREACHABLE
  }

  /** Whether it is self-signed. */
  public boolean selfSigned() {
    return issuer.trustName().equals(Issuer.SELF);
  }

  /** The common name of the subject, when it is a domain name or wildcard. */
  public Optional<DomainPattern> commonName() {
    return SubjectName.commonName(subject);
  }

  /** The names it can prove: the common name, then the alternative names. */
  public ImmutableList<DomainPattern> provenNames() {
    ImmutableList.Builder<DomainPattern> all = ImmutableList.builder();
    commonName().filter(cn -> !names.contains(cn)).ifPresent(all::add);
    return all.addAll(names).build();
  }

  /** Whether it proves a host's name; a wildcard covers exactly one label. */
  public boolean proves(DomainName host) {
    for (DomainPattern pattern : provenNames()) {
      if (provesBy(pattern, host)) {
        return true;
      }
    }
    return false;
  }

  private static boolean provesBy(DomainPattern pattern, DomainName host) {
    return switch (pattern.kind()) {
      case EXACT -> host.equals(pattern.domain());
      case SUBDOMAINS -> host.parent().equals(pattern.domain());
      case ALL -> false;
    };
  }
}
