package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.net.IpAddress;
import exsim.model.online.ConnectorType;
import exsim.model.online.InboundConnector;
import exsim.model.online.Tenant;
import exsim.model.tls.Certificate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds tenants by domain, and OnPremises connectors by certificate and address, without scans:
 * what a session costs does not grow with the number of tenants, of domains, or of tenants that
 * share a gateway.
 */
public final class TenantIndex {
  private final ImmutableMap<DomainName, Holder> byDomain;
  private final ImmutableMap<DomainName, Holder> bySubdomainOf;
  private final ImmutableListMultimap<DomainName, Owned> ofTenant;
  private final ConnectorNames names;
  private final ConnectorNames acceptedNames;
  private final AddressIndex addresses;

  /**
   * A connector and the tenant that owns it.
   *
   * @param tenant the tenant
   * @param connector the connector
   */
  record Owned(Tenant tenant, InboundConnector connector) {}

  /** An accepted domain and the tenant that accepts it. */
  private record Holder(Tenant tenant, AcceptedDomain accepted) {}

  /**
   * An index over tenants.
   *
   * @param parentsAttribute whether the parent of a connector's certificate name may be the
   *     accepted domain that authenticates it
   */
  public TenantIndex(ImmutableList<Tenant> tenants, boolean parentsAttribute) {
    Map<DomainName, Holder> domains = new LinkedHashMap<>();
    Map<DomainName, Holder> subdomains = new LinkedHashMap<>();
    ImmutableListMultimap.Builder<DomainName, Owned> all = ImmutableListMultimap.builder();
    for (Tenant tenant : tenants) {
      for (AcceptedDomain accepted : tenant.acceptedDomains()) {
        Holder holder = new Holder(tenant, accepted);
        domains.putIfAbsent(accepted.pattern().domain(), holder);
        if (accepted.matchSubDomains()) {
          subdomains.putIfAbsent(accepted.pattern().domain(), holder);
        }
      }
      for (InboundConnector connector : tenant.connectors().inbound()) {
        if (connector.enabled() && connector.type() == ConnectorType.ON_PREMISES) {
          all.put(tenant.name(), new Owned(tenant, connector));
        }
      }
    }
    this.byDomain = ImmutableMap.copyOf(domains);
    this.bySubdomainOf = ImmutableMap.copyOf(subdomains);
    this.ofTenant = all.build();
    List<Owned> connectors = ofTenant.values().asList();
    this.names = new ConnectorNames(connectors);
    this.acceptedNames =
        new ConnectorNames(
            connectors.stream().filter(o -> nameIsAccepted(o, parentsAttribute)).toList());
    this.addresses = new AddressIndex(connectors);
  }

  /** Whether the certificate name of a connector lies in an accepted domain of its tenant. */
  private boolean nameIsAccepted(Owned owned, boolean parentsAttribute) {
    return owned
        .connector()
        .certificateName()
        .map(DomainPattern::domain)
        .filter(
            name ->
                accepts(owned.tenant(), name)
                    || (parentsAttribute && accepts(owned.tenant(), name.parent())))
        .isPresent();
  }

  /** Whether a tenant is the one that accepts a domain. */
  boolean accepts(Tenant tenant, DomainName domain) {
    return ofDomain(domain).filter(t -> t.name().equals(tenant.name())).isPresent();
  }

  /** The tenant that accepts mail for a domain: an exact one before one with subdomains. */
  public Optional<Tenant> ofDomain(DomainName domain) {
    return holder(domain).map(Holder::tenant);
  }

  /** The accepted domain, of whatever tenant, that covers a domain. */
  Optional<AcceptedDomain> accepted(DomainName domain) {
    return holder(domain).map(Holder::accepted);
  }

  /** The accepted domain of a tenant that covers a domain. */
  Optional<AcceptedDomain> accepted(Tenant tenant, DomainName domain) {
    return holder(domain)
        .filter(h -> h.tenant().name().equals(tenant.name()))
        .map(Holder::accepted);
  }

  private Optional<Holder> holder(DomainName domain) {
    Holder own = byDomain.get(domain);
    if (own != null) {
      return Optional.of(own);
    }
    for (DomainName name = domain.parent(); name.labelCount() > 0; name = name.parent()) {
      Holder above = bySubdomainOf.get(name);
      if (above != null) {
        return Optional.of(above);
      }
    }
    return Optional.empty();
  }

  /** The OnPremises connectors of one tenant. */
  ImmutableList<Owned> onPremises(Tenant tenant) {
    return ofTenant.get(tenant.name());
  }

  /** The OnPremises connectors that a certificate matches by the name of an accepted domain. */
  ImmutableList<Owned> authenticatedBy(Certificate certificate, CertificateMatch match) {
    Set<Owned> found = new LinkedHashSet<>();
    for (ImmutableList<Owned> some : acceptedNames.candidates(certificate)) {
      some.stream()
          .filter(o -> match.matches(o.connector().certificateName(), certificate))
          .forEach(found::add);
    }
    return ImmutableList.copyOf(found);
  }

  /** One of the OnPremises connectors that a certificate matches, whatever its name. */
  Optional<Owned> anyBy(Certificate certificate, CertificateMatch match) {
    return names.candidates(certificate).stream()
        .flatMap(List::stream)
        .filter(o -> match.matches(o.connector().certificateName(), certificate))
        .findFirst();
  }

  /** One of the OnPremises connectors that an address matches. */
  Optional<Owned> anyAt(IpAddress address) {
    return addresses.any(address);
  }
}
