package exsim.scenarios.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.dns.DnsRecord;
import exsim.model.dns.Zone;
import exsim.model.mail.DomainName;
import exsim.model.net.IpAddress;
import exsim.scenarios.json.Located;
import java.util.HashSet;
import java.util.Set;

/** Addresses for hosts that state none: those of their name, or one from 198.18.0.0/15. */
final class SpareAddresses {
  private static final long FIRST = IpAddress.parse("198.18.0.1").low();

  private final Zone zone;
  private final Set<IpAddress> listed = new HashSet<>();
  private long next = FIRST;

  SpareAddresses(Zone zone, Located.Obj document) {
    this.zone = zone;
    collect(document);
  }

  /** Addresses that somebody states are nobody else's, even when the DNS says so. */
  private void collect(Located.Obj document) {
    Trees.items(document, "devices").forEach(this::collectFrom);
    Trees.items(document, "mailSystems")
        .forEach(system -> Trees.items(system, "hosts").forEach(this::collectFrom));
    Trees.items(document, "onPremises")
        .forEach(org -> Trees.items(org, "servers").forEach(this::collectFrom));
  }

  private void collectFrom(Located holder) {
    Trees.items(holder, "addresses").forEach(this::collectAddress);
    Trees.member(holder, "address").ifPresent(this::collectAddress);
  }

  private void collectAddress(Located value) {
    if (value instanceof Located.Text text && IpAddress.isLiteral(text.text())) {
      listed.add(IpAddress.parse(text.text()));
    }
  }

  /** The addresses of a host that states none. */
  ImmutableList<IpAddress> of(DomainName host) {
    ImmutableList<IpAddress> published =
        zone.records(host, DnsRecord.Address.class).stream()
            .map(DnsRecord.Address::address)
            .filter(address -> !listed.contains(address))
            .collect(ImmutableSet.toImmutableSet())
            .asList();
    return published.isEmpty() ? ImmutableList.of(next()) : published;
  }

  /** An address that nobody else has. */
  IpAddress next() {
    IpAddress address = new IpAddress(false, 0, next++);
    return listed.contains(address) ? next() : address;
  }
}
