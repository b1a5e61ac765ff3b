package exsim.scenarios.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.dns.DnsRecord;
import exsim.model.dns.Zone;
import exsim.model.external.Device;
import exsim.model.external.MailSystem;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.net.PathRule;
import exsim.model.online.Tenant;
import exsim.model.onprem.Organization;
import exsim.model.topology.Topology;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.InboundCaution;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Spot;
import exsim.simulator.online.ServiceNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Decodes and links all of a document that makes a topology. */
final class TopologyDecoder {
  private final Located.Obj document;
  private final Context context;

  private TopologyDecoder(Located.Obj document, Context context) {
    this.document = document;
    this.context = context;
  }

  /**
   * What a document says, as far as it could be decoded.
   *
   * @param topology the topology
   * @param names what it names
   */
  record Draft(Topology topology, Names names) {}

  static Draft decode(Located.Obj document, Moments moments, Findings findings) {
    Problems problems = findings.problems();
    Certificates certificates =
        CertificateDecoder.decodeAll(Trees.member(document, "certificates"), problems);
    Zone zone =
        DnsDecoder.decode(
            Trees.member(document, "dns"), certificates, problems, findings.warnings());
    Names names = new Names(problems);
    Context context =
        new Context(
            findings, moments, names, certificates, zone, new SpareAddresses(zone, document));
    return new Draft(new TopologyDecoder(document, context).topology(), names);
  }

  private Topology topology() {
    ImmutableList<Organization> organizations =
        section("onPremises", new OrganizationDecoder(context)::decode);
    ImmutableList<Tenant> tenants = section("exchangeOnline", new TenantDecoder(context)::decode);
    ImmutableList<MailSystem> systems =
        section("mailSystems", new MailSystemDecoder(context)::decode);
    ImmutableList<Device> devices = section("devices", new DeviceDecoder(context)::decode);
    ImmutableMap<String, String> assumptions =
        AssumptionDecoder.decode(Trees.member(document, "assumptions"), context.problems());
    checkTenants(tenants);
    Spot spot = Trees.member(document, "exchangeOnline").orElse(document).spot();
    new InboundOverlaps(context.warnings()).ofTenants(tenants, spot);
    checkMx(tenants, spot);
    checkMxHosts(tenants);
    new GroupCautions(document, context.warnings()).check(organizations, tenants);
    context.zone().records().values().forEach(this::nameHosts);
    // last, because its ends may be anything that was named before
    ImmutableList<PathRule> paths = section("network", new NetworkDecoder(context)::decode);
    return new Topology(
        organizations,
        tenants,
        systems,
        devices,
        context.certificates().sound().values().asList(),
        context.zone(),
        paths,
        assumptions);
  }

  private <T> ImmutableList<T> section(String key, Decoder<T> entry) {
    return Trees.member(document, key)
        .flatMap(value -> Decoders.list(entry).decode(value, context.problems()))
        .orElse(ImmutableList.of());
  }

  private void nameHosts(DnsRecord record) {
    context.names().host(record.owner());
    if (record instanceof DnsRecord.Mx mx) {
      context.names().host(mx.exchange());
    } else if (record instanceof DnsRecord.Cname cname) {
      context.names().host(cname.target());
    }
  }

  /** More than one MX record beside one that leads to Exchange Online. */
  private void checkMx(ImmutableList<Tenant> tenants, Spot spot) {
    for (Tenant tenant : tenants) {
      for (AcceptedDomain accepted : tenant.acceptedDomains()) {
        DomainName domain = accepted.pattern().domain();
        ImmutableList<DnsRecord.Mx> records = context.zone().records(domain, DnsRecord.Mx.class);
        DomainName host = tenant.mxHosts().getOrDefault(domain, ServiceNames.defaultHost(domain));
        if (records.size() > 1 && records.stream().anyMatch(r -> r.exchange().equals(host))) {
          InboundCaution caution = InboundCaution.SEVERAL_MX_RECORDS;
          context
              .warnings()
              .add(spot, caution.id() + " " + caution.sentence() + ": " + domain, caution.help());
        }
      }
    }
  }

  /** Dots and dashes both become dashes, so that two domains may get one host. */
  private void checkMxHosts(ImmutableList<Tenant> tenants) {
    Map<DomainName, DomainName> domainOf = new HashMap<>();
    for (Tenant tenant : tenants) {
      for (AcceptedDomain accepted : tenant.acceptedDomains()) {
        DomainName domain = accepted.pattern().domain();
        if (accepted.pattern().kind() != DomainPattern.Kind.EXACT
            || tenant.mxHosts().containsKey(domain)) {
          continue;
        }
        DomainName host = ServiceNames.defaultHost(domain);
        Optional<DomainName> other = Optional.ofNullable(domainOf.putIfAbsent(host, domain));
        if (other.filter(d -> !d.equals(domain)).isPresent()) {
          InboundCaution caution = InboundCaution.ONE_MX_HOST_FOR_TWO;
          context
              .warnings()
              .add(
                  spotOf(tenant, domain),
                  caution.id()
                      + " "
                      + caution.sentence()
                      + ": `"
                      + other.get()
                      + "` and `"
                      + domain
                      + "` both get `"
                      + host
                      + "`",
                  caution.help());
        }
      }
    }
  }

  private Spot spotOf(Tenant tenant, DomainName domain) {
    for (Located item : Trees.items(document, "exchangeOnline")) {
      if (Trees.text(item, "name").filter(tenant.name().ascii()::equalsIgnoreCase).isPresent()) {
        return Trees.items(item, "acceptedDomains").stream()
            .filter(d -> isOf(d, domain))
            .map(Located::spot)
            .findFirst()
            .orElse(item.spot());
      }
    }
    return document.spot();
  }

  private static boolean isOf(Located accepted, DomainName domain) {
    return Trees.text(accepted)
        .or(
            () ->
                accepted instanceof Located.Obj object
                    ? object.memberIgnoringCase("DomainName").flatMap(m -> Trees.text(m.value()))
                    : Optional.empty())
        .filter(domain.ascii()::equalsIgnoreCase)
        .isPresent();
  }

  /** Exchange Online lets one tenant only prove that a domain is its own. */
  private void checkTenants(ImmutableList<Tenant> tenants) {
    Map<DomainName, Tenant> owners = new HashMap<>();
    for (Tenant tenant : tenants) {
      for (AcceptedDomain domain : tenant.acceptedDomains()) {
        Optional<Tenant> other =
            Optional.ofNullable(owners.putIfAbsent(domain.pattern().domain(), tenant));
        if (other.isPresent() && other.get() != tenant) {
          context
              .problems()
              .add(
                  Trees.member(document, "exchangeOnline").orElse(document).spot(),
                  "`"
                      + domain.pattern().domain()
                      + "` is an accepted domain of two tenants, `"
                      + other.get().name()
                      + "` and `"
                      + tenant.name()
                      + "`",
                  "a domain belongs to one tenant");
        }
      }
    }
  }
}
