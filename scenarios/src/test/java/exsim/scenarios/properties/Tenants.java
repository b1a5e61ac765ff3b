package exsim.scenarios.properties;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.net.HostPort;
import exsim.model.online.ConnectorType;
import exsim.model.online.InboundConnector;
import exsim.model.online.OutboundConnector;
import exsim.model.online.Tenant;
import exsim.model.tls.SendTlsPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Exchange Online tenants; no two accept the same domain. */
final class Tenants {
  static final ImmutableList<String> NAMES =
      ImmutableList.of("one.onmicrosoft.com", "two.onmicrosoft.com");

  private Tenants() {}

  static Arbitrary<ImmutableList<Tenant>> all() {
    return Combinators.combine(tenant(0, "b.example"), tenant(1, "c.example"))
        .as((one, two) -> ImmutableList.of(one, two))
        .flatMap(both -> Arbitraries.of(0, 1, 2).map(count -> both.subList(0, count)));
  }

  private static Arbitrary<Tenant> tenant(int index, String own) {
    return Combinators.combine(
            Arbitraries.of(AcceptedDomain.Type.AUTHORITATIVE, AcceptedDomain.Type.INTERNAL_RELAY),
            inbound().list().ofMaxSize(2),
            outbound().list().ofMaxSize(2),
            Arbitraries.of(false, true),
            Arbitraries.of(Optional.of(false), Optional.<Boolean>empty()))
        .as(
            (type, inbound, outbound, rejectDirectSend, authDisabled) ->
                new Tenant(
                    DomainName.parse(NAMES.get(index)),
                    ImmutableList.of(
                        accepted(NAMES.get(index), AcceptedDomain.Type.AUTHORITATIVE),
                        accepted(own, type)),
                    new Tenant.Connectors(numberedIn(inbound), numberedOut(outbound)),
                    new Tenant.Settings(
                        authDisabled, ImmutableMap.of(), false, rejectDirectSend, Optional.empty()),
                    ImmutableList.of(),
                    new Tenant.Recipients(
                        Optional.empty(),
                        ImmutableMap.of(),
                        ImmutableMap.of(),
                        ImmutableMap.of(),
                        ImmutableMap.of()),
                    ImmutableMap.of(),
                    ImmutableSet.of(),
                    ImmutableSet.of()));
  }

  private static AcceptedDomain accepted(String domain, AcceptedDomain.Type type) {
    return new AcceptedDomain(domain, DomainPattern.parse(domain), type, false);
  }

  private static Arbitrary<InboundConnector> inbound() {
    return Combinators.combine(
            Arbitraries.of(true, true, false),
            Arbitraries.of(ConnectorType.class),
            Names.patterns(),
            Names.ranges().optional(0.5),
            Arbitraries.of("ex1.example", "*.example", "b.example", "mx1.example")
                .map(DomainPattern::parse)
                .optional(0.5),
            Arbitraries.of(Optional.of(true), Optional.of(false), Optional.<Boolean>empty()),
            Arbitraries.of(false, true))
        .as(
            (enabled, type, senders, ranges, certificate, requireTls, restricts) ->
                new InboundConnector(
                    "in",
                    enabled,
                    type,
                    ImmutableList.of(new InboundConnector.SenderDomain(senders, 1)),
                    ranges.orElse(ImmutableList.of()),
                    certificate,
                    new InboundConnector.Restrictions(
                        requireTls,
                        restricts && ranges.isPresent(),
                        restricts && certificate.isPresent(),
                        ImmutableList.of()),
                    InboundConnector.EnhancedFiltering.NONE,
                    new InboundConnector.Options(false, false)));
  }

  private static Arbitrary<OutboundConnector> outbound() {
    return Combinators.combine(
            Arbitraries.of(true, true, false),
            Names.patterns().list().uniqueElements().ofMinSize(1).ofMaxSize(2),
            Arbitraries.of("mx1.example", "ex1.example").optional(0.5),
            Organizations.policies().filter(p -> !(p instanceof SendTlsPolicy.Ignore)),
            Arbitraries.of(false, false, true),
            Arbitraries.of(false, false, true))
        .as(
            (enabled, domains, host, tls, accepted, centralized) ->
                new OutboundConnector(
                    "out",
                    enabled,
                    ConnectorType.ON_PREMISES,
                    ImmutableList.copyOf(domains),
                    host.map(h -> ImmutableList.of(HostPort.parse(h, 25)))
                        .orElse(ImmutableList.of()),
                    tls,
                    new OutboundConnector.Scope(accepted, centralized && !accepted, false),
                    OutboundConnector.Options.DEFAULT));
  }

  /** Names tell connectors apart. */
  private static ImmutableList<InboundConnector> numberedIn(List<InboundConnector> all) {
    List<InboundConnector> named = new ArrayList<>();
    for (InboundConnector c : all) {
      named.add(Changes.renamed(c, c.name() + named.size()));
    }
    return ImmutableList.copyOf(named);
  }

  private static ImmutableList<OutboundConnector> numberedOut(List<OutboundConnector> all) {
    List<OutboundConnector> named = new ArrayList<>();
    for (OutboundConnector c : all) {
      named.add(Changes.renamed(c, c.name() + named.size()));
    }
    return ImmutableList.copyOf(named);
  }
}
