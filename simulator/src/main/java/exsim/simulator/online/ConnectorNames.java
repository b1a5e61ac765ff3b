package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.tls.Certificate;
import exsim.simulator.online.TenantIndex.Owned;
import java.util.List;

/** Connectors by the certificate names that they are recognised by. */
final class ConnectorNames {
  private final ImmutableListMultimap<DomainPattern, Owned> byName;
  private final ImmutableListMultimap<DomainName, Owned> byParent;

  ConnectorNames(List<Owned> connectors) {
    ImmutableListMultimap.Builder<DomainPattern, Owned> names = ImmutableListMultimap.builder();
    ImmutableListMultimap.Builder<DomainName, Owned> parents = ImmutableListMultimap.builder();
    for (Owned owned : connectors) {
      owned
          .connector()
          .certificateName()
          .ifPresent(
              name -> {
                names.put(name, owned);
                if (name.kind() == DomainPattern.Kind.EXACT) {
                  parents.put(name.domain().parent(), owned);
                }
              });
    }
    this.byName = names.build();
    this.byParent = parents.build();
  }

  /** All that a certificate can match, and none that shares no domain with it. */
  ImmutableList<ImmutableList<Owned>> candidates(Certificate certificate) {
    ImmutableList.Builder<ImmutableList<Owned>> found = ImmutableList.builder();
    for (DomainPattern name : certificate.provenNames()) {
      found.add(byName.get(name));
      for (DomainName above = name.domain(); above.labelCount() > 0; above = above.parent()) {
        found.add(byName.get(new DomainPattern(DomainPattern.Kind.SUBDOMAINS, above)));
      }
      if (name.kind() == DomainPattern.Kind.SUBDOMAINS) {
        found.add(byParent.get(name.domain()));
      }
    }
    return found.build();
  }
}
