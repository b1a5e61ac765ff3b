package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.dns.DnsRecord.Tlsa;
import exsim.model.dns.MtaStsPolicy;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.net.IpAddress;
import exsim.model.online.OutboundConnector;
import exsim.model.online.Tenant;
import exsim.model.tls.SendTlsPolicy;
import exsim.model.tls.SendTlsPolicy.PeerVerification;
import exsim.model.tls.TrustStore;
import exsim.simulator.dns.Answer;
import exsim.simulator.route.Target;
import exsim.simulator.route.Targets.Address;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.ClientEnd;
import exsim.simulator.smtp.TlsClient;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.Verification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How Exchange Online talks to the next hop for one tenant. */
final class OnlineClient {
  private static final String EGRESS_HOST = "NAM-obe.outbound.protection.outlook.com";

  private final OnlineService service;
  private final Tenant tenant;

  OnlineClient(OnlineService service, Tenant tenant) {
    this.service = service;
    this.tenant = tenant;
  }

  /** What is wanted of one host. */
  private record Wanted(
      Demand demand, Verification verification, Reason because, Optional<Target.Barred> barred) {}

  /**
   * A target with the client end for it.
   *
   * @param connector the outbound connector; empty for default routing
   * @param ruleDemand why a transport rule demands TLS; empty when none does
   * @param policyDomain the domain whose MTA-STS policy counts: the recipient's, or a smart host's
   * @param domain the recipient's domain
   */
  Target target(
      Optional<OutboundConnector> connector,
      Optional<Reason> ruleDemand,
      DomainName policyDomain,
      DomainName domain,
      Address at,
      Instant now) {
    ImmutableList<Wanted> all = wanted(connector, ruleDemand, policyDomain, domain, at);
    TlsClient tls =
        new TlsClient(
            all.get(0).demand(),
            all.get(0).verification(),
            all.stream()
                .skip(1)
                .map(w -> new TlsClient.Requirement(w.demand(), w.verification()))
                .collect(ImmutableList.toImmutableList()),
            service.settings().habit(),
            service.settings().versions(),
            Optional.empty(),
            Optional.of(service.certificate(now)),
            Optional.empty(),
            TrustStore.PUBLIC);
    ClientEnd client =
        new ClientEnd(
            tenant.name().ascii(),
            EGRESS_HOST,
            ImmutableSet.of(tenant.name().ascii(), "exchange online", EGRESS_HOST),
            ServiceNames.EGRESS_ADDRESS,
            Optional.empty(),
            Optional.empty(),
            connector.map(OutboundConnector::name),
            tls,
            new ClientEnd.Manner(
                true,
                false,
                ClientEnd.ExchangeAuth.NONE,
                Optional.empty(),
                connector.map(c -> !c.smartHosts().isEmpty()).orElse(false),
                connector.map(c -> c.options().cloudServicesMail()).orElse(false)
                    ? ClientEnd.OrganizationHeaders.CROSS_PREMISES
                    : ClientEnd.OrganizationHeaders.REMOVED),
            now.isBefore(ServiceDates.CERTIFICATE_FAILURE_CODE)
                ? OnlineVoice.EARLY
                : OnlineVoice.LATE,
            why(all, at),
            ImmutableList.of());
    return new Target(
        at.host(),
        Optional.of(at.address()),
        at.port(),
        client,
        all.stream().flatMap(w -> w.barred().stream()).findFirst());
  }

  private static ImmutableList<Reason> why(ImmutableList<Wanted> all, Address at) {
    ImmutableList.Builder<Reason> why = ImmutableList.builder();
    all.forEach(w -> why.add(w.because()));
    if (all.size() > 1) {
      why.add(Reason.of(OutboundRule.CUMULATIVE, "host", at.host()));
    }
    return why.build();
  }

  /** All that is wanted of a host: what it publishes first, then the connector's own demand. */
  private ImmutableList<Wanted> wanted(
      Optional<OutboundConnector> connector,
      Optional<Reason> ruleDemand,
      DomainName policyDomain,
      DomainName domain,
      Address at) {
    OutboundConnector.Options options =
        connector.map(OutboundConnector::options).orElse(OutboundConnector.Options.DEFAULT);
    List<Wanted> all = new ArrayList<>();
    dane(options, connector, policyDomain, at).ifPresent(all::add);
    if (options.mtaSts()) {
      sts(policyDomain, at).ifPresent(all::add);
    }
    Wanted own = own(connector, ruleDemand, domain);
    if (all.isEmpty() && !own.demand().forces() && ServiceNames.isMxAddress(at.address())) {
      own =
          new Wanted(
              Demand.ENCRYPTION,
              Verification.NONE,
              Reason.of(OutboundRule.TENANT_TO_TENANT, "host", at.host()),
              Optional.empty());
    }
    if (all.isEmpty() || own.demand().forces()) {
      all.add(own);
    }
    return ImmutableList.copyOf(all);
  }

  private Optional<Wanted> dane(
      OutboundConnector.Options options,
      Optional<OutboundConnector> connector,
      DomainName next,
      Address at) {
    if (options.dane() == OutboundConnector.DaneMode.NONE) {
      return Optional.empty();
    }
    Optional<DomainName> host = hostName(at);
    if (host.isPresent() && at.secure()) {
      Answer<Tlsa> tlsa = service.resolver().tlsa(host.get(), at.port());
      if (tlsa.found() && tlsa.secure()) {
        return Optional.of(byTlsa(tlsa.items(), next, host.get()));
      }
    }
    if (options.dane() == OutboundConnector.DaneMode.OPPORTUNISTIC) {
      return Optional.empty();
    }
    Reason because =
        Reason.of(
            OutboundRule.DANE_MANDATORY,
            "connector",
            connector.map(OutboundConnector::name).orElse(""),
            "host",
            at.host());
    return Optional.of(
        new Wanted(
            Demand.DANE,
            Verification.NONE,
            because,
            Optional.of(
                new Target.Barred(
                    "dane-required",
                    "450 4.7.323 tlsa-invalid: The domain failed DANE validation.",
                    because))));
  }

  private static Wanted byTlsa(ImmutableList<Tlsa> records, DomainName next, DomainName host) {
    ImmutableList<Tlsa> usable =
        records.stream().filter(Tlsa::usable).collect(ImmutableList.toImmutableList());
    return usable.isEmpty()
        ? new Wanted(
            Demand.ENCRYPTION,
            Verification.NONE,
            Reason.of(OutboundRule.DANE_UNUSABLE, "host", host),
            Optional.empty())
        : new Wanted(
            Demand.DANE,
            Verification.ofTlsa(usable, ImmutableList.of(exact(host), exact(next)), true),
            Reason.of(OutboundRule.DANE, "host", host),
            Optional.empty());
  }

  private Optional<Wanted> sts(DomainName next, Address at) {
    Optional<DomainName> host = hostName(at);
    Optional<MtaStsPolicy> policy =
        service.resolver().mtaStsPolicy(next).filter(p -> p.mode() == MtaStsPolicy.Mode.ENFORCE);
    if (policy.isEmpty() || host.isEmpty()) {
      return Optional.empty();
    }
    boolean named = policy.get().names(host.get());
    Reason because =
        Reason.of(
            named ? OutboundRule.MTA_STS : OutboundRule.MTA_STS_MX,
            "domain",
            next,
            "host",
            host.get());
    return Optional.of(
        new Wanted(
            Demand.MTA_STS,
            Verification.ofNames(ImmutableList.of(exact(host.get()))),
            because,
            named
                ? Optional.empty()
                : Optional.of(
                    new Target.Barred(
                        "validation-failure",
                        "450 4.4.8 MX hosts of " + next + " failed MTA-STS validation",
                        because))));
  }

  private static Optional<DomainName> hostName(Address at) {
    return IpAddress.isLiteral(at.host())
        ? Optional.empty()
        : Optional.of(DomainName.parse(at.host()));
  }

  private static Wanted own(
      Optional<OutboundConnector> connector, Optional<Reason> ruleDemand, DomainName domain) {
    if (connector.isPresent() && connector.get().tls() instanceof SendTlsPolicy.Required need) {
      return required(connector.get(), need.verification(), domain);
    }
    if (ruleDemand.isPresent()) {
      return new Wanted(Demand.ENCRYPTION, Verification.NONE, ruleDemand.get(), Optional.empty());
    }
    return new Wanted(
        Demand.OPPORTUNISTIC,
        Verification.NONE,
        connector
            .map(c -> setting(c, "(none)"))
            .orElseGet(() -> Reason.of(OutboundRule.DEFAULT_TLS)),
        Optional.empty());
  }

  private static Wanted required(
      OutboundConnector connector, PeerVerification verification, DomainName domain) {
    if (verification instanceof PeerVerification.DomainValidation named) {
      DomainPattern name = named.tlsDomain().orElse(exact(domain));
      return new Wanted(
          Demand.DOMAIN,
          Verification.ofNames(ImmutableList.of(name)),
          named.tlsDomain().isPresent()
              ? setting(connector, "DomainValidation, TlsDomain " + name)
              : Reason.of(
                  OutboundRule.NO_TLS_DOMAIN, "connector", connector.name(), "domain", domain),
          Optional.empty());
    }
    boolean chain = verification instanceof PeerVerification.CertificateValidation;
    return new Wanted(
        chain ? Demand.CERTIFICATE : Demand.ENCRYPTION,
        chain ? Verification.CHAIN : Verification.NONE,
        setting(connector, chain ? "CertificateValidation" : "EncryptionOnly"),
        Optional.empty());
  }

  private static Reason setting(OutboundConnector connector, String setting) {
    return Reason.of(OutboundRule.CONNECTOR_TLS, "connector", connector.name(), "setting", setting);
  }

  private static DomainPattern exact(DomainName domain) {
    return new DomainPattern(DomainPattern.Kind.EXACT, domain);
  }
}
