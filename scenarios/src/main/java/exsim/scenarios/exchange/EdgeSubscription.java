package exsim.scenarios.exchange;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import java.util.Optional;

/** The internal transport certificates that an Edge subscription was made with, in a document. */
public final class EdgeSubscription {
  /** The member of an Edge server that holds them, by the names of the servers. */
  public static final String KEY = "subscribedWith";

  /** The member of an Edge server that holds the file made there and not imported yet. */
  public static final String FILE = "subscriptionFile";

  /** What stands behind a server's name in that of setup's certificate, where it is taken. */
  public static final String BY_SETUP = " (setup)";

  /** The name of an organization's first site, which Active Directory gives. */
  private static final String SITE_DEFAULT = "Default-First-Site-Name";

  private static final String SERVICE = "transportService";
  private static final String THUMBPRINT =
      TransportServiceProperties.INTERNAL_TRANSPORT_CERTIFICATE_THUMBPRINT.name();

  private EdgeSubscription() {}

  /**
   * A subscription made with the certificates that are internal at the time.
   *
   * @param organization the organization
   * @param edge the Edge server's name
   * @param site the site that it is subscribed to
   * @param spot the place that the values get
   */
  public static Located.Obj of(Located.Obj organization, String edge, String site, Spot spot) {
    Located.Obj made = new Located.Obj(spot, ImmutableList.of());
    for (Located.Obj server : servers(organization)) {
      ServerFacts facts = ServerFacts.of(server, organization);
      boolean meant =
          facts.isEdge()
              ? Ascii.equalsIgnoreCase(facts.name(), edge)
              : Ascii.equalsIgnoreCase(siteOf(server, organization), site);
      Optional<String> certificate = internal(server);
      if (meant && certificate.isPresent() && made.member(facts.name()).isEmpty()) {
        made = made.with(facts.name(), new Located.Text(spot, certificate.get()));
      }
    }
    return made;
  }

  /** A server's site; one that states none is where the others are. */
  public static String siteOf(Located.Obj server, Located.Obj organization) {
    return text(server, "site")
        .or(
            () ->
                servers(organization).stream()
                    .flatMap(other -> text(other, "site").stream())
                    .findFirst())
        .orElse(SITE_DEFAULT);
  }

  /**
   * The name of a server's internal transport certificate: the one stated, or else setup's own, or
   * else the last that is installed; none where it is stated blank.
   */
  public static Optional<String> internal(Located.Obj server) {
    if (stated(server).filter(v -> Printed.text(v).isEmpty()).isPresent()) {
      return Optional.empty();
    }
    ImmutableList<String> installed = installed(server);
    String name = text(server, "name").orElse("");
    return stated(server)
        .flatMap(EdgeSubscription::text)
        .or(() -> installed.stream().filter((name + BY_SETUP)::equals).findFirst())
        .or(() -> installed.stream().filter(name::equals).findFirst())
        .or(() -> installed.stream().reduce((first, last) -> last));
  }

  private static ImmutableList<String> installed(Located.Obj server) {
    return server.member("certificates").map(Located.Member::value).orElse(server)
            instanceof Located.Arr array
        ? array.items().stream()
            .flatMap(
                item ->
                    (item instanceof Located.Obj object ? text(object, "name") : text(item))
                        .stream())
            .collect(ImmutableList.toImmutableList())
        : ImmutableList.of();
  }

  /** Whether the settings of a Transport service state that there is no such certificate. */
  static boolean namesNone(Located.Obj service) {
    return service
        .memberIgnoringCase(THUMBPRINT)
        .filter(m -> Printed.text(m.value()).isEmpty())
        .isPresent();
  }

  /** Where a server states its internal transport certificate, which may be none. */
  public static Optional<Located> stated(Located.Obj server) {
    return server
        .member(SERVICE)
        .filter(m -> m.value() instanceof Located.Obj)
        .flatMap(m -> ((Located.Obj) m.value()).memberIgnoringCase(THUMBPRINT))
        .map(Located.Member::value);
  }

  /** The server with another internal transport certificate. */
  public static Located.Obj withInternal(Located.Obj server, String certificate, Spot spot) {
    Optional<Located> service = server.member(SERVICE).map(Located.Member::value);
    if (service.isPresent() && !(service.get() instanceof Located.Obj)) {
      return server; // decoding it reports that
    }
    Located.Obj before =
        service
            .map(Located.Obj.class::cast)
            .orElseGet(() -> new Located.Obj(spot, ImmutableList.of()));
    String key = before.memberIgnoringCase(THUMBPRINT).map(Located.Member::name).orElse(THUMBPRINT);
    return server.with(SERVICE, before.with(key, new Located.Text(spot, certificate)));
  }

  private static ImmutableList<Located.Obj> servers(Located.Obj organization) {
    return organization.member("servers").map(Located.Member::value).orElse(organization)
            instanceof Located.Arr array
        ? array.items().stream()
            .filter(Located.Obj.class::isInstance)
            .map(Located.Obj.class::cast)
            .collect(ImmutableList.toImmutableList())
        : ImmutableList.of();
  }

  private static Optional<String> text(Located.Obj object, String key) {
    return object.member(key).flatMap(m -> text(m.value()));
  }

  private static Optional<String> text(Located value) {
    return value instanceof Located.Text text
        ? Optional.of(text.text().strip()).filter(t -> !t.isEmpty())
        : Optional.empty();
  }
}
