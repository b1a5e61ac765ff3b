package exsim.scenarios.properties;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.dns.DnsRecord;
import exsim.model.dns.MtaStsPolicy;
import exsim.model.dns.Zone;
import exsim.model.external.Device;
import exsim.model.external.MailSystem;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.mail.EmailAddress;
import exsim.model.mail.Message;
import exsim.model.net.IpAddress;
import exsim.model.net.PathEffect;
import exsim.model.net.PathRule;
import exsim.model.online.Tenant;
import exsim.model.onprem.Organization;
import exsim.model.tls.Certificate;
import exsim.model.topology.Topology;
import exsim.model.topology.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.ListArbitrary;
import net.jqwik.api.domains.DomainContextBase;

/** Whole worlds: a topology and messages from its systems to its domains. */
final class Worlds extends DomainContextBase {
  @Provide
  Arbitrary<World> worlds() {
    return Combinators.combine(
            Organizations.all(),
            Tenants.all(),
            MailSystems.all(),
            MailSystems.devices(),
            exchangers(),
            Arbitraries.of(true, false),
            paths(),
            drafts())
        .as(Worlds::world);
  }

  /** A message whose origin is yet to be found: any number stands for some system. */
  private record Draft(
      int origin, Optional<EmailAddress> sender, EmailAddress recipient, long size) {}

  private static ListArbitrary<Draft> drafts() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 99),
            Names.addresses().optional(0.9),
            Names.addresses(),
            Arbitraries.of(50L, 1000L))
        .as(Draft::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  /** Which hosts take each domain's mail; none leaves it to a service or to the domain itself. */
  private static Arbitrary<List<List<DnsRecord.Mx>>> exchangers() {
    List<Arbitrary<List<DnsRecord.Mx>>> each = new ArrayList<>();
    for (DomainName domain : Names.DOMAINS) {
      each.add(
          Combinators.combine(
                  Arbitraries.of(10, 20),
                  Arbitraries.of("mx1.example", "mx2.example", "ex1.example", "gone.example"))
              .as((rank, host) -> new DnsRecord.Mx(domain, rank, DomainName.parse(host)))
              .list()
              .uniqueElements()
              .ofMaxSize(3));
    }
    return Combinators.combine(each).as(all -> all);
  }

  private static Arbitrary<ImmutableList<PathRule>> paths() {
    return Arbitraries.of(PathEffect.class)
        .list()
        .ofMaxSize(1)
        .map(
            effects ->
                effects.stream()
                    .map(
                        e ->
                            new PathRule(
                                new PathRule.End.Any(),
                                new PathRule.End.Named("mx1.example"),
                                OptionalInt.empty(),
                                e,
                                Optional.empty()))
                    .collect(ImmutableList.toImmutableList()));
  }

  private static World world(
      ImmutableList<Organization> organizations,
      ImmutableList<Tenant> tenants,
      ImmutableList<MailSystem> systems,
      ImmutableList<Device> devices,
      List<List<DnsRecord.Mx>> exchangers,
      boolean enforcesSts,
      ImmutableList<PathRule> paths,
      List<Draft> drafts) {
    Topology topology =
        new Topology(
            organizations,
            tenants,
            systems,
            devices,
            certificates(organizations, systems),
            zone(organizations, systems, exchangers, enforcesSts),
            paths,
            ImmutableMap.of());
    List<String> origins = origins(topology);
    List<Message> messages = new ArrayList<>();
    for (Draft draft : drafts) {
      messages.add(
          new Message(
              "m" + messages.size(),
              draft.sender(),
              ImmutableList.of(draft.recipient()),
              origins.get(draft.origin() % origins.size()),
              Names.START,
              draft.size(),
              false));
    }
    return new World(
        ImmutableList.of(new World.Epoch(Names.START, topology)),
        ImmutableList.copyOf(messages),
        Names.START.plusSeconds(12 * 3600));
  }

  private static List<String> origins(Topology topology) {
    List<String> names = new ArrayList<>();
    topology.organizations().forEach(o -> o.servers().forEach(s -> names.add(s.name())));
    topology.tenants().forEach(t -> names.add(t.name().ascii()));
    topology.mailSystems().forEach(s -> names.add(s.name()));
    topology.devices().forEach(d -> names.add(d.name()));
    return names;
  }

  private static ImmutableList<Certificate> certificates(
      ImmutableList<Organization> organizations, ImmutableList<MailSystem> systems) {
    ImmutableSet.Builder<Certificate> all = ImmutableSet.builder();
    organizations.forEach(
        o ->
            o.servers()
                .forEach(s -> s.tls().certificates().forEach(i -> all.add(i.certificate()))));
    systems.forEach(
        s -> {
          s.hosts().forEach(h -> all.add(h.certificate()));
          s.outbound().tls().certificate().ifPresent(all::add);
        });
    return all.build().asList();
  }

  private static Zone zone(
      ImmutableList<Organization> organizations,
      ImmutableList<MailSystem> systems,
      List<List<DnsRecord.Mx>> exchangers,
      boolean enforcesSts) {
    ImmutableListMultimap.Builder<DomainName, DnsRecord> records = ImmutableListMultimap.builder();
    exchangers.forEach(list -> list.forEach(mx -> records.put(mx.owner(), mx)));
    systems.forEach(s -> s.hosts().forEach(h -> put(records, h.fqdn(), h.addresses())));
    organizations.forEach(o -> o.servers().forEach(s -> put(records, s.fqdn(), s.addresses())));
    MtaStsPolicy policy =
        new MtaStsPolicy(
            enforcesSts ? MtaStsPolicy.Mode.ENFORCE : MtaStsPolicy.Mode.TESTING,
            ImmutableList.of(DomainPattern.parse("mx1.example")),
            86_400);
    return new Zone(
        records.build(), ImmutableSet.of(), ImmutableMap.of(Names.DOMAINS.get(1), policy));
  }

  private static void put(
      ImmutableListMultimap.Builder<DomainName, DnsRecord> records,
      DomainName name,
      ImmutableList<IpAddress> addresses) {
    addresses.forEach(a -> records.put(name, new DnsRecord.Address(name, a)));
  }
}
