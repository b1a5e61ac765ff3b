package exsim.simulator.dns;

import com.google.common.collect.ImmutableList;
import exsim.model.dns.DnsRecord;
import exsim.model.dns.MtaStsFault;
import exsim.model.dns.MtaStsPolicy;
import exsim.model.dns.Zone;
import exsim.model.mail.DomainName;
import exsim.model.net.IpAddress;
import java.util.Comparator;
import java.util.Optional;

/** Answers look-ups from a scenario's zone and from the names that a service publishes itself. */
public final class Resolver {
  private static final int ALIASES_MAX = 8;

  private final Zone zone;
  private final HostedNames hosted;

  /** A resolver over a zone and a service's names. */
  public Resolver(Zone zone, HostedNames hosted) {
    this.zone = zone;
    this.hosted = hosted;
  }

  /** The mail exchangers of a domain, the lowest preference first. */
  public Answer<DnsRecord.Mx> mx(DomainName domain) {
    DomainName name = canonical(domain);
    boolean secure = isSecure(domain) && isSecure(name);
    ImmutableList<DnsRecord.Mx> records = zone.records(name, DnsRecord.Mx.class);
    if (records.isEmpty()) {
      Optional<DomainName> host = hosted.defaultMxHost(domain);
      if (host.isPresent()) {
        return new Answer<>(
            Answer.Status.FOUND,
            ImmutableList.of(new DnsRecord.Mx(domain, hosted.mxPreference(host.get()), host.get())),
            secure);
      }
      return Answer.nothing(
          exists(name) ? Answer.Status.NO_DATA : Answer.Status.NON_EXISTENT, secure);
    }
    if (records.size() == 1 && records.get(0).exchange().equals(DomainName.ROOT)) {
      return Answer.nothing(Answer.Status.NULL_MX, secure);
    }
    return new Answer<>(
        Answer.Status.FOUND,
        ImmutableList.sortedCopyOf(Comparator.comparingInt(DnsRecord.Mx::preference), records),
        secure);
  }

  /** Whether a domain publishes MX records of its own. */
  public boolean publishesMx(DomainName domain) {
    return !zone.records(canonical(domain), DnsRecord.Mx.class).isEmpty();
  }

  /** The addresses of a host, in the order of the zone. */
  public Answer<IpAddress> addresses(DomainName host) {
    DomainName name = canonical(host);
    ImmutableList<IpAddress> service = hosted.addresses(name);
    if (!service.isEmpty()) {
      return new Answer<>(Answer.Status.FOUND, service, hosted.isSigned(name));
    }
    boolean secure = isSecure(host) && isSecure(name);
    ImmutableList<DnsRecord.Address> records = zone.records(name, DnsRecord.Address.class);
    if (records.isEmpty()) {
      return Answer.nothing(
          exists(name) ? Answer.Status.NO_DATA : Answer.Status.NON_EXISTENT, secure);
    }
    ImmutableList.Builder<IpAddress> addresses = ImmutableList.builder();
    records.forEach(r -> addresses.add(r.address()));
    return new Answer<>(Answer.Status.FOUND, addresses.build(), secure);
  }

  /** The TLSA records of a host's port. */
  public Answer<DnsRecord.Tlsa> tlsa(DomainName host, int port) {
    String name = "_" + port + "._tcp." + host.ascii();
    if (name.length() > DomainName.LENGTH_MAX) {
      return Answer.nothing(Answer.Status.NON_EXISTENT, false);
    }
    DomainName owner = new DomainName(name);
    ImmutableList<DnsRecord.Tlsa> service = hosted.tlsa(owner);
    ImmutableList<DnsRecord.Tlsa> records =
        service.isEmpty() ? zone.records(owner, DnsRecord.Tlsa.class) : service;
    return records.isEmpty()
        ? Answer.nothing(Answer.Status.NO_DATA, isSecure(owner))
        : new Answer<>(Answer.Status.FOUND, records, isSecure(owner));
  }

  /** The MTA-STS policy of a domain. */
  public Optional<MtaStsPolicy> mtaStsPolicy(DomainName domain) {
    return zone.mtaStsPolicy(domain);
  }

  /** Why a domain that announces an MTA-STS policy has none that counts. */
  public Optional<MtaStsFault> mtaStsFault(DomainName domain) {
    return zone.mtaStsFault(domain);
  }

  /** Whether a validating resolver refuses what is published under a name (RFC 4035 4.3). */
  public boolean isBogus(DomainName name) {
    return zone.isBogus(name) || zone.isBogus(canonical(name));
  }

  /** Whether a validating resolver refuses the TLSA records of a host's port. */
  public boolean isTlsaBogus(DomainName host, int port) {
    String name = "_" + port + "._tcp." + host.ascii();
    return name.length() <= DomainName.LENGTH_MAX && zone.isBogus(new DomainName(name));
  }

  private DomainName canonical(DomainName name) {
    DomainName at = name;
    for (int i = 0; i < ALIASES_MAX; i++) {
      ImmutableList<DnsRecord.Cname> alias = zone.records(at, DnsRecord.Cname.class);
      if (alias.isEmpty()) {
        return at;
      }
      at = alias.get(0).target();
    }
    return at;
  }

  private boolean exists(DomainName name) {
    return zone.exists(name) || zone.hasBelow(name);
  }

  private boolean isSecure(DomainName name) {
    return zone.isSigned(name) || hosted.isSigned(name);
  }
}
