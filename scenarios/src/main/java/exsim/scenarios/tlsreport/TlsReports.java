package exsim.scenarios.tlsreport;

import com.google.common.collect.ImmutableList;
import exsim.model.dns.DnsRecord.Txt;
import exsim.model.mail.DomainName;
import exsim.model.net.IpAddress;
import exsim.model.topology.Topology;
import exsim.model.topology.World;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.dns.Resolver;
import exsim.simulator.online.ServiceNames;
import exsim.simulator.route.RouteRule;
import exsim.simulator.rule.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the reports that receiving domains would get, one by one for each of them that asks. */
public final class TlsReports {
  private static final String ASKS = "v=TLSRPTv1";
  private static final String LABEL = "_smtp._tls.";

  private final World world;
  private final Map<Integer, Resolver> resolvers = new LinkedHashMap<>();
  private final Map<Key, TlsReport> reports = new LinkedHashMap<>();
  private final Set<Session> seen = new HashSet<>();

  private TlsReports(World world) {
    this.world = world;
  }

  private record Key(Reporter reporter, DomainName domain, LocalDate day) {}

  /** Recipients that share a transaction share its session. */
  private record Session(
      String message, int attempt, Instant at, Hop.From from, String host, String address) {}

  /**
   * The reports of a run, by the names of their files.
   *
   * <p>Of several branches the first is counted.
   */
  public static ImmutableList<TlsReport> of(World world, ImmutableList<Delivery> deliveries) {
    TlsReports all = new TlsReports(world);
    for (Delivery delivery : deliveries) {
      if (delivery.branch() == 1) {
        delivery.hops().forEach(hop -> all.add(delivery.message().id(), hop));
      }
    }
    return ImmutableList.sortedCopyOf(
        Comparator.comparing(TlsReport::fileName), all.reports.values());
  }

  private void add(String message, Hop hop) {
    Session session =
        new Session(
            message,
            hop.attempt(),
            hop.at(),
            hop.from(),
            hop.to().host(),
            hop.to().address().map(IpAddress::toString).orElse(""));
    int epoch = world.epochAt(hop.at());
    Topology topology = world.epochs().get(epoch).topology();
    Optional<Reporter> reporter =
        hop.internal() ? Optional.empty() : Reporter.of(topology, hop.from().system());
    Optional<DomainName> domain = policyDomain(hop);
    boolean counts =
        reporter.isPresent()
            && domain.isPresent()
            && asks(topology, domain.get())
            && seen.add(session);
    if (!counts) {
      return;
    }
    Resolver resolver =
        resolvers.computeIfAbsent(
            epoch, e -> new Resolver(topology.zone(), new ServiceNames(topology.tenants())));
    ImmutableList<Judged> judged =
        new SessionJudge(reporter.get(), resolver, domain.get(), hop).judge();
    if (!judged.isEmpty()) {
      LocalDate day = LocalDate.ofInstant(hop.at(), ZoneOffset.UTC);
      reports
          .computeIfAbsent(
              new Key(reporter.get(), domain.get(), day),
              k -> new TlsReport(k.reporter(), k.domain(), k.day()))
          .add(judged);
    }
  }

  /** The domain whose MX records led here, or else the smart host. */
  private static Optional<DomainName> policyDomain(Hop hop) {
    for (Reason reason : hop.why()) {
      if (reason.rule() == RouteRule.MX
          || reason.rule() == RouteRule.SERVICE_MX
          || reason.rule() == RouteRule.IMPLICIT_MX) {
        return Optional.of(DomainName.parse(reason.facts().get("domain").toString()));
      }
    }
    return IpAddress.isLiteral(hop.to().host())
        ? Optional.empty()
        : Optional.of(DomainName.parse(hop.to().host()));
  }

  /** Whether a domain says where its reports go (RFC 8460 3); of several records none counts. */
  private static boolean asks(Topology topology, DomainName domain) {
    String owner = LABEL + domain.ascii();
    if (owner.length() > DomainName.LENGTH_MAX) {
      return false;
    }
    ImmutableList<String> asking =
        topology.zone().records(new DomainName(owner), Txt.class).stream()
            .map(Txt::text)
            .filter(text -> text.equals(ASKS) || text.startsWith(ASKS + ";"))
            .collect(ImmutableList.toImmutableList());
    return asking.size() == 1 && asking.get(0).replace(" ", "").contains(";rua=");
  }
}
