package exsim.model.dns;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainName;
import java.util.Optional;

/**
 * All that a scenario publishes in the DNS, and the policy files beside it.
 *
 * @param records the records, by owner, in the order of the scenario
 * @param signed the zones whose answers validate under DNSSEC
 * @param bogus the zones whose answers fail DNSSEC validation
 * @param mtaSts the MTA-STS policies, by domain
 * @param mtaStsFaults why a domain that announces a policy has none that counts
 */
public record Zone(
    ImmutableListMultimap<DomainName, DnsRecord> records,
    ImmutableSet<DomainName> signed,
    ImmutableSet<DomainName> bogus,
    ImmutableMap<DomainName, MtaStsPolicy> mtaSts,
    ImmutableMap<DomainName, MtaStsFault> mtaStsFaults) {
  /** Nothing published. */
  public static final Zone EMPTY =
      new Zone(ImmutableListMultimap.of(), ImmutableSet.of(), ImmutableMap.of());

  /** A zone in which nothing is wrong. */
  public Zone(
      ImmutableListMultimap<DomainName, DnsRecord> records,
      ImmutableSet<DomainName> signed,
      ImmutableMap<DomainName, MtaStsPolicy> mtaSts) {
    this(records, signed, ImmutableSet.of(), mtaSts, ImmutableMap.of());
  }

  /** The records of one type that a name owns. */
  public <T extends DnsRecord> ImmutableList<T> records(DomainName owner, Class<T> type) {
    ImmutableList<DnsRecord> all = records.get(owner);
    if (all.isEmpty()) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<T> found = ImmutableList.builder();
    for (DnsRecord record : all) {
      if (type.isInstance(record)) {
        found.add(type.cast(record));
      }
    }
    return found.build();
  }

  /** Whether a name exists: it owns a record. */
  public boolean exists(DomainName name) {
    return records.containsKey(name);
  }

  /** Whether a name below it exists, so that it exists itself (RFC 8020). */
  public boolean hasBelow(DomainName name) {
    return records.keySet().stream().anyMatch(owner -> owner.isBelow(name));
  }

  /** Whether answers for a name validate under DNSSEC. */
  public boolean isSigned(DomainName name) {
    return isWithin(name, signed) && !isBogus(name);
  }

  /** Whether answers for a name fail DNSSEC validation. */
  public boolean isBogus(DomainName name) {
    return isWithin(name, bogus);
  }

  private static boolean isWithin(DomainName name, ImmutableSet<DomainName> zones) {
    if (zones.isEmpty()) {
      return false;
    }
    for (DomainName zone = name; zone.labelCount() > 0; zone = zone.parent()) {
      if (zones.contains(zone)) {
        return true;
      }
    }
    return false;
  }

  /** Why a domain that announces an MTA-STS policy has none that counts. */
  public Optional<MtaStsFault> mtaStsFault(DomainName domain) {
    return Optional.ofNullable(mtaStsFaults.get(domain));
  }

  /** The policy that a domain publishes. */
  public Optional<MtaStsPolicy> mtaStsPolicy(DomainName domain) {
    return Optional.ofNullable(mtaSts.get(domain));
  }
}
