package exsim.scenarios.exchange;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.InvalidValueException;
import exsim.model.mail.DomainName;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.ServerRole;
import exsim.scenarios.json.Located;
import java.util.Arrays;
import java.util.Optional;

/**
 * What decides which properties an object on a server has, and their defaults.
 *
 * @param name the server's computer name
 * @param fqdn its full name; empty where a document does not tell
 * @param version its version
 * @param roles its roles
 */
public record ServerFacts(
    String name,
    Optional<DomainName> fqdn,
    ExchangeVersion version,
    ImmutableSet<ServerRole> roles) {

  /**
   * The facts of a server that stands in a document. What is left out or faulty is taken to be the
   * usual; faults are somebody else's to report.
   */
  public static ServerFacts of(Located.Obj server, Located.Obj organization) {
    ExchangeVersion version =
        text(server, "version")
            .flatMap(
                word ->
                    Arrays.stream(ExchangeVersion.values())
                        .filter(v -> v.text().equals(word))
                        .findFirst())
            .orElse(ExchangeVersion.SE);
    ImmutableSet<ServerRole> stated = roles(server);
    return new ServerFacts(
        text(server, "name").orElse(""),
        fqdnText(server, organization).flatMap(ServerFacts::domain),
        version,
        stated.isEmpty() ? usualRoles(version) : stated);
  }

  /** The full name of a server in a document, as far as it can be told without judging. */
  public static Optional<String> fqdnText(Located.Obj server, Located.Obj organization) {
    Optional<String> first =
        items(organization, "acceptedDomains").stream()
            .findFirst()
            .flatMap(
                domain ->
                    domain instanceof Located.Obj object
                        ? text(object, "DomainName")
                        : text(domain));
    return text(server, "fqdn")
        .or(() -> text(server, "name").flatMap(n -> first.map(d -> n + "." + d)));
  }

  /** The roles of a server that states none. */
  public static ImmutableSet<ServerRole> usualRoles(ExchangeVersion version) {
    return switch (version) {
      case E2010 -> ImmutableSet.of(ServerRole.HUB_TRANSPORT);
      case E2013 -> ImmutableSet.of(ServerRole.MAILBOX, ServerRole.CLIENT_ACCESS);
      case E2016, E2019, SE -> ImmutableSet.of(ServerRole.MAILBOX);
    };
  }

  private static ImmutableSet<ServerRole> roles(Located.Obj server) {
    Optional<Located> value = server.member("role").map(Located.Member::value);
    ImmutableList<Located> words =
        value.isPresent() && value.get() instanceof Located.Arr array
            ? array.items()
            : ImmutableList.copyOf(value.stream().toList());
    ImmutableSet.Builder<ServerRole> roles = ImmutableSet.builder();
    for (Located item : words) {
      for (String word : Splitter.on(',').trimResults().split(text(item).orElse(""))) {
        Arrays.stream(ServerRole.values())
            .filter(role -> Ascii.equalsIgnoreCase(role.text(), word))
            .forEach(roles::add);
      }
    }
    return roles.build();
  }

  private static Optional<DomainName> domain(String text) {
    try {
      return Optional.of(DomainName.parse(text));
    } catch (InvalidValueException e) {
      return Optional.empty();
    }
  }

  private static ImmutableList<Located> items(Located.Obj object, String key) {
    return object.member(key).map(Located.Member::value).orElse(object) instanceof Located.Arr array
        ? array.items()
        : ImmutableList.of();
  }

  private static Optional<String> text(Located.Obj object, String key) {
    return object.member(key).flatMap(member -> text(member.value()));
  }

  private static Optional<String> text(Located value) {
    return value instanceof Located.Text text
        ? Optional.of(text.text().strip()).filter(t -> !t.isEmpty())
        : Optional.empty();
  }

  /** Whether it is an Edge Transport server. */
  public boolean isEdge() {
    return roles.contains(ServerRole.EDGE_TRANSPORT);
  }

  /** Whether it carries a Front End Transport service. */
  public boolean hasFrontEnd() {
    return version.atLeast(ExchangeVersion.E2013)
        && !isEdge()
        && (version.atLeast(ExchangeVersion.E2016) || roles.contains(ServerRole.CLIENT_ACCESS));
  }

  /** Whether it carries a Transport service. */
  public boolean hasTransport() {
    return isEdge()
        || roles.contains(ServerRole.HUB_TRANSPORT)
        || (version.atLeast(ExchangeVersion.E2013) && roles.contains(ServerRole.MAILBOX));
  }

  /** Whether a host name is the server's, with its domain, which may not be known, or without. */
  public boolean isNamed(DomainName host) {
    String text = host.ascii();
    boolean below =
        fqdn.isEmpty() && Ascii.toLowerCase(text).startsWith(Ascii.toLowerCase(name) + ".");
    return below || fqdn.filter(host::equals).isPresent() || Ascii.equalsIgnoreCase(text, name);
  }
}
