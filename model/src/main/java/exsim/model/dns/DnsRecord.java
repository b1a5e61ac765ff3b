package exsim.model.dns;

import exsim.model.mail.DomainName;
import exsim.model.net.IpAddress;
import exsim.model.tls.Certificate;
import java.util.Optional;

/** One resource record, of a type that mail delivery looks up. */
public sealed interface DnsRecord {
  /** The name that owns the record. */
  DomainName owner();

  /**
   * A mail exchanger (RFC 5321).
   *
   * @param preference 0 to 65535; lower is tried first
   * @param exchange the host; the root for a null MX (RFC 7505)
   */
  record Mx(DomainName owner, int preference, DomainName exchange) implements DnsRecord {}

  /**
   * An IPv4 (A) or IPv6 (AAAA) address.
   *
   * @param address the address
   */
  record Address(DomainName owner, IpAddress address) implements DnsRecord {}

  /**
   * An alias.
   *
   * @param target the canonical name
   */
  record Cname(DomainName owner, DomainName target) implements DnsRecord {}

  /**
   * Text.
   *
   * @param text all its strings, joined
   */
  record Txt(DomainName owner, String text) implements DnsRecord {}

  /**
   * A certificate association (RFC 6698).
   *
   * @param usage 0 to 255; SMTP uses 2 (DANE-TA) and 3 (DANE-EE)
   * @param selector 0 (certificate) or 1 (public key)
   * @param matching 0 (exact), 1 (SHA-256) or 2 (SHA-512)
   * @param certificate the scenario's certificate that the data were made from; empty for
   *     hexadecimal data, which match no certificate of a scenario
   * @param malformed whether the data cannot be what the matching type says
   */
  record Tlsa(
      DomainName owner,
      int usage,
      int selector,
      int matching,
      Optional<Certificate> certificate,
      boolean malformed)
      implements DnsRecord {
    /** A record in good form. */
    public Tlsa(
        DomainName owner,
        int usage,
        int selector,
        int matching,
        Optional<Certificate> certificate) {
      this(owner, usage, selector, matching, certificate, false);
    }

    /**
     * Whether a sender can use it (RFC 7672 3.1): in good form, usage 2 or 3, known selector and
     * matching.
     */
    public boolean usable() {
      return !malformed
          && (usage == 2 || usage == 3)
          && (selector == 0 || selector == 1)
          && matching >= 0
          && matching <= 2;
    }
  }
}
