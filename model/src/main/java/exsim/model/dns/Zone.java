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
 * @param mtaSts the MTA-STS policies, by domain
 */
public record Zone(
    ImmutableListMultimap<DomainName, DnsRecord> records,
    ImmutableSet<DomainName> signed,
    ImmutableMap<DomainName, MtaStsPolicy> mtaSts) {
  /** Nothing published. */
  public static final Zone EMPTY =
      new Zone(ImmutableListMultimap.of(), ImmutableSet.of(), ImmutableMap.of());

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
    if (signed.isEmpty()) {
      return false;
    }
    for (DomainName zone = name; zone.labelCount() > 0; zone = zone.parent()) {
      if (signed.contains(zone)) {
        return true;
      }
    }
    return false;
  }

  /** The policy that a domain publishes. */
  public Optional<MtaStsPolicy> mtaStsPolicy(DomainName domain) {
    return Optional.ofNullable(mtaSts.get(domain));
  }
}
