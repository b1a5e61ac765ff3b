package exsim.scenarios.exchange;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.model.onprem.ExchangeVersion;
import exsim.scenarios.json.Located;
import java.util.Comparator;
import java.util.Optional;

/**
 * What decides which properties an organization's objects have, and their defaults.
 *
 * @param servers the servers; none for a tenant of Exchange Online
 */
public record OrganizationFacts(ImmutableList<ServerFacts> servers) {
  /** A tenant of Exchange Online. */
  public static final OrganizationFacts ONLINE = new OrganizationFacts(ImmutableList.of());

  /** The facts of an organization that stands in a document. */
  public static OrganizationFacts of(Located.Obj organization) {
    ImmutableList.Builder<ServerFacts> facts = ImmutableList.builder();
    Optional<Located> servers = organization.member("servers").map(Located.Member::value);
    if (servers.isPresent() && servers.get() instanceof Located.Arr array) {
      array.items().stream()
          .filter(Located.Obj.class::isInstance)
          .forEach(server -> facts.add(ServerFacts.of((Located.Obj) server, organization)));
    }
    return new OrganizationFacts(facts.build());
  }

  /** The facts of one server's own objects. */
  public static OrganizationFacts of(ServerFacts server) {
    return new OrganizationFacts(ImmutableList.of(server));
  }

  /** The newest version in the organization, which its directory schema follows. */
  public ExchangeVersion newest() {
    return servers.stream()
        .map(ServerFacts::version)
        .max(Comparator.naturalOrder())
        .orElse(ExchangeVersion.SE);
  }

  /** Whether there are Edge servers and nothing else. */
  public boolean edgeOnly() {
    return !servers.isEmpty() && servers.stream().allMatch(ServerFacts::isEdge);
  }

  /** The server of a name, which may be its full name; case does not matter. */
  public Optional<ServerFacts> server(String name) {
    int dot = name.indexOf('.');
    String host = dot < 0 ? name : name.substring(0, dot);
    return servers.stream().filter(s -> Ascii.equalsIgnoreCase(s.name(), host)).findFirst();
  }
}
