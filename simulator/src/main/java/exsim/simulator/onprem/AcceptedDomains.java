package exsim.simulator.onprem;

import com.google.common.collect.ImmutableMap;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.onprem.Organization;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the accepted domain of an organization that covers a domain. */
final class AcceptedDomains {
  private final ImmutableMap<DomainName, AcceptedDomain> exact;
  private final ImmutableMap<DomainName, AcceptedDomain> withSubdomains;
  private final Optional<AcceptedDomain> any;

  AcceptedDomains(Organization organization) {
    Map<DomainName, AcceptedDomain> names = new LinkedHashMap<>();
    Map<DomainName, AcceptedDomain> suffixes = new LinkedHashMap<>();
    Optional<AcceptedDomain> all = Optional.empty();
    for (AcceptedDomain domain : organization.acceptedDomains()) {
      DomainPattern pattern = domain.pattern();
      switch (pattern.kind()) {
        case EXACT -> {
          names.putIfAbsent(pattern.domain(), domain);
          if (domain.matchSubDomains()) {
            suffixes.putIfAbsent(pattern.domain(), domain);
          }
        }
        case SUBDOMAINS -> suffixes.putIfAbsent(pattern.domain(), domain);
        case ALL -> all = Optional.of(domain);
      }
    }
    this.exact = ImmutableMap.copyOf(names);
    this.withSubdomains = ImmutableMap.copyOf(suffixes);
    this.any = all;
  }

  Optional<AcceptedDomain> covering(DomainName domain) {
    AcceptedDomain own = exact.get(domain);
    if (own != null) {
      return Optional.of(own);
    }
    for (DomainName name = domain; name.labelCount() > 0; name = name.parent()) {
      AcceptedDomain suffix = withSubdomains.get(name);
      if (suffix != null) {
        return Optional.of(suffix);
      }
    }
    return any;
  }
}
