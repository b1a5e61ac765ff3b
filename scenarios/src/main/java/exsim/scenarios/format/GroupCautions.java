package exsim.scenarios.format;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.online.Tenant;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.Organization;
import exsim.model.onprem.SendConnector;
import exsim.scenarios.exchange.Caution;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Spot;

/**
 * What stands between on-premises and groups of Exchange Online.
 *
 * @param document the scenario
 * @param warnings takes what is odd
 */
record GroupCautions(Located.Obj document, Problems warnings) {
  /** Send connectors for groups, with an Edge server as their source. */
  void check(ImmutableList<Organization> organizations, ImmutableList<Tenant> tenants) {
    ImmutableSet<DomainName> domains =
        tenants.stream()
            .flatMap(t -> t.recipients().groups().keySet().stream())
            .map(g -> g.domain())
            .collect(ImmutableSet.toImmutableSet());
    for (Organization organization : organizations) {
      for (SendConnector connector : organization.sendConnectors()) {
        if (connector.enabled()
            && connector.options().cloudServicesMail()
            && domains.stream().anyMatch(d -> names(connector, d))
            && organization.servers().stream().anyMatch(s -> isEdgeSource(s, connector))) {
          Caution caution = Caution.GROUPS_BY_EDGE;
          warnings.add(
              spotOf(organization, connector),
              caution.id() + " " + caution.sentence() + ": `" + connector.name() + "`",
              caution.help());
        }
      }
    }
  }

  private static boolean names(SendConnector connector, DomainName domain) {
    return connector.scope().addressSpaces().stream()
        .flatMap(s -> s.pattern().stream())
        .anyMatch(p -> p.kind() != DomainPattern.Kind.ALL && p.covers(domain, false));
  }

  private static boolean isEdgeSource(ExchangeServer server, SendConnector connector) {
    return server.isEdge()
        && connector.scope().sourceServers().stream()
            .anyMatch(s -> s.equalsIgnoreCase(server.name()));
  }

  private Spot spotOf(Organization organization, SendConnector connector) {
    for (Located owner : Trees.items(document, "onPremises")) {
      if (Trees.text(owner, "name").filter(organization.name()::equals).isPresent()) {
        for (Located item : Trees.items(owner, "sendConnectors")) {
          if (Trees.text(item, "Name")
              .filter(n -> Ascii.equalsIgnoreCase(n, connector.name()))
              .isPresent()) {
            return item.spot();
          }
        }
        return owner.spot();
      }
    }
    return document.spot();
  }
}
