package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.net.IpAddress;
import exsim.model.net.IpRange;
import exsim.model.online.ConnectorType;
import exsim.model.online.InboundConnector;
import exsim.model.online.Tenant;
import exsim.model.tls.Certificate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds tenants by domain, and OnPremises connectors by certificate and address, without scans. */
public final class TenantIndex {
  /** Inbound connectors take prefixes of 24 bits and more, so 24 bits find every range. */
  private static final int BUCKET_BITS = 8;

  private final ImmutableMap<DomainName, Tenant> byDomain;
  private final ImmutableMap<DomainName, Tenant> bySubdomainOf;
  private final ImmutableListMultimap<DomainPattern, Owned> byCertificateName;
  private final ImmutableListMultimap<DomainName, Owned> byParentOfName;
  private final ImmutableListMultimap<Long, Owned> byAddress;

  /**
   * A connector and the tenant that owns it.
   *
   * @param tenant the tenant
   * @param connector the connector
   */
  record Owned(Tenant tenant, InboundConnector connector) {}

  /** An index over tenants. */
  public TenantIndex(ImmutableList<Tenant> tenants) {
    Map<DomainName, Tenant> domains = new LinkedHashMap<>();
    Map<DomainName, Tenant> subdomains = new LinkedHashMap<>();
    ImmutableListMultimap.Builder<DomainPattern, Owned> names = ImmutableListMultimap.builder();
    ImmutableListMultimap.Builder<DomainName, Owned> parents = ImmutableListMultimap.builder();
    ImmutableListMultimap.Builder<Long, Owned> addresses = ImmutableListMultimap.builder();
    for (Tenant tenant : tenants) {
      for (AcceptedDomain accepted : tenant.acceptedDomains()) {
        domains.putIfAbsent(accepted.pattern().domain(), tenant);
        if (accepted.matchSubDomains()) {
          subdomains.putIfAbsent(accepted.pattern().domain(), tenant);
        }
      }
      for (InboundConnector connector : tenant.connectors().inbound()) {
        if (connector.enabled() && connector.type() == ConnectorType.ON_PREMISES) {
          Owned owned = new Owned(tenant, connector);
          connector.certificateName().ifPresent(n -> names.put(n, owned));
          connector
              .certificateName()
              .filter(n -> n.kind() == DomainPattern.Kind.EXACT)
              .ifPresent(n -> parents.put(n.domain().parent(), owned));
          connector.senderIps().forEach(r -> buckets(r).forEach(b -> addresses.put(b, owned)));
        }
      }
    }
    this.byDomain = ImmutableMap.copyOf(domains);
    this.bySubdomainOf = ImmutableMap.copyOf(subdomains);
    this.byCertificateName = names.build();
    this.byParentOfName = parents.build();
    this.byAddress = addresses.build();
  }

  private static Set<Long> buckets(IpRange range) {
    Set<Long> buckets = new LinkedHashSet<>();
    if (!range.low().v6()) {
      long last = range.high().low() >>> BUCKET_BITS;
      for (long b = range.low().low() >>> BUCKET_BITS; b <= last && buckets.size() < 256; b++) {
        buckets.add(b);
      }
    }
    return buckets;
  }

  /** The tenant that accepts mail for a domain. */
  public Optional<Tenant> ofDomain(DomainName domain) {
    Tenant own = byDomain.get(domain);
    if (own != null) {
      return Optional.of(own);
    }
    for (DomainName name = domain.parent(); name.labelCount() > 0; name = name.parent()) {
      Tenant above = bySubdomainOf.get(name);
      if (above != null) {
        return Optional.of(above);
      }
    }
    return Optional.empty();
  }

  /**
   * The OnPremises connectors that a certificate matches.
   *
   * @param subjectOnly whether only its common name counts
   */
  ImmutableList<Owned> byCertificate(Certificate certificate, boolean subjectOnly) {
    ImmutableList<DomainPattern> names =
        subjectOnly
            ? certificate.commonName().map(ImmutableList::of).orElse(ImmutableList.of())
            : certificate.provenNames();
    Set<Owned> found = new LinkedHashSet<>();
    for (DomainPattern name : names) {
      found.addAll(byCertificateName.get(name));
      for (DomainName above = name.domain(); above.labelCount() > 0; above = above.parent()) {
        found.addAll(
            byCertificateName.get(new DomainPattern(DomainPattern.Kind.SUBDOMAINS, above)));
      }
      if (name.kind() == DomainPattern.Kind.SUBDOMAINS) {
        found.addAll(byParentOfName.get(name.domain()));
      }
    }
    return ImmutableList.copyOf(found);
  }

  /** The OnPremises connectors that an address matches. */
  ImmutableList<Owned> byAddress(IpAddress address) {
    if (address.v6()) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<Owned> found = ImmutableList.builder();
    for (Owned owned : byAddress.get(address.low() >>> BUCKET_BITS)) {
      if (owned.connector().senderIps().stream().anyMatch(r -> r.contains(address))) {
        found.add(owned);
      }
    }
    return found.build();
  }
}
