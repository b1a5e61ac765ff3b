package exsim.simulator.online;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.net.IpAddress;
import exsim.model.online.OutboundConnector;
import exsim.model.online.Tenant;
import exsim.model.tls.SendTlsPolicy;
import exsim.model.tls.SendTlsPolicy.PeerVerification;
import exsim.model.tls.TlsVersion;
import exsim.model.tls.TrustStore;
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
  private final OnlineService service;
  private final Tenant tenant;
  private final PublishedPolicies published;

  OnlineClient(OnlineService service, Tenant tenant) {
    this.service = service;
    this.tenant = tenant;
    this.published = new PublishedPolicies(service.resolver());
  }

  /**
   * Where a message goes, and what the tenant itself says about the way.
   *
   * @param connector the outbound connector; empty for default routing
   * @param ruleDemand why a transport rule demands TLS; empty when none does
   * @param domain the recipient's domain
   * @param pool the servers that it leaves by
   */
  record Way(
      Optional<OutboundConnector> connector,
      Optional<Reason> ruleDemand,
      DomainName domain,
      EgressPool pool) {
    boolean toSmartHost() {
      return connector.map(c -> !c.smartHosts().isEmpty()).orElse(false);
    }

    /** With a smart host it is the smart host's own policy that counts (EXO-TLS-21). */
    DomainName policyDomain(Address at) {
      return toSmartHost() && !IpAddress.isLiteral(at.asked())
          ? DomainName.parse(at.asked())
          : domain;
    }
  }

  /** A target with the client end for it. */
  Target target(Way way, Address at, Instant now) {
    DomainName policyDomain = way.policyDomain(at);
    PublishedPolicies.Found found =
        published.of(
            way.connector(),
            policyDomain,
            policyDomain.equals(way.domain()) ? Optional.empty() : Optional.of(way.domain()),
            at);
    ImmutableList<Wanted> all = wanted(way, found.wanted(), at);
    ClientEnd client =
        new ClientEnd(
            tenant.name().ascii(),
            way.pool().host(),
            ImmutableSet.of(tenant.name().ascii(), "exchange online", way.pool().host()),
            way.pool().address(),
            Optional.empty(),
            Optional.empty(),
            way.connector().map(OutboundConnector::name),
            tls(all, now),
            new ClientEnd.Manner(
                true,
                false,
                ClientEnd.ExchangeAuth.NONE,
                Optional.empty(),
                way.toSmartHost(),
                way.connector().map(c -> c.options().cloudServicesMail()).orElse(false)
                    ? ClientEnd.OrganizationHeaders.CROSS_PREMISES
                    : ClientEnd.OrganizationHeaders.REMOVED),
            OnlineVoice.at(now, service.settings()),
            why(all, found.notes(), at),
            ImmutableList.of());
    return new Target(
        at.host(),
        Optional.of(at.address()),
        at.port(),
        client,
        all.stream().flatMap(w -> w.barred().stream()).findFirst());
  }

  private TlsClient tls(ImmutableList<Wanted> all, Instant now) {
    ImmutableList.Builder<String> versions = ImmutableList.builder();
    service.settings().versions().stream().map(TlsVersion::text).forEach(versions::add);
    return new TlsClient(
        all.get(0).demand(),
        all.get(0).verification(),
        all.stream()
            .skip(1)
            .map(w -> new TlsClient.Requirement(w.demand(), w.verification()))
            .collect(ImmutableList.toImmutableList()),
        service.settings().habit(),
        service.settings().versions(),
        Optional.of(
            Reason.of(
                OutboundRule.VERSIONS, "versions", Joiner.on(" and ").join(versions.build()))),
        Optional.of(service.certificate(now)),
        Optional.empty(),
        now.isBefore(ServiceDates.SHA1_REFUSED)
            ? TrustStore.PUBLIC
            : TrustStore.PUBLIC.refusingSha1());
  }

  private static ImmutableList<Reason> why(
      ImmutableList<Wanted> all, ImmutableList<Reason> notes, Address at) {
    ImmutableList.Builder<Reason> why = ImmutableList.builder();
    why.addAll(notes);
    all.forEach(w -> why.add(w.because()));
    if (all.size() > 1) {
      why.add(Reason.of(OutboundRule.CUMULATIVE, "host", at.host()));
    }
    return why.build();
  }

  /** All that is wanted of a host: what it publishes first, then the connector's own demand. */
  private static ImmutableList<Wanted> wanted(
      Way way, ImmutableList<Wanted> published, Address at) {
    List<Wanted> all = new ArrayList<>(published);
    Wanted own = own(way);
    if (all.isEmpty() && !own.demand().forces() && ServiceNames.isMxAddress(at.address())) {
      own =
          Wanted.of(
              Demand.ENCRYPTION,
              Verification.NONE,
              Reason.of(OutboundRule.TENANT_TO_TENANT, "host", at.host()));
    }
    if (all.isEmpty() || own.demand().forces()) {
      all.add(own);
    }
    return ImmutableList.copyOf(all);
  }

  private static Wanted own(Way way) {
    Optional<OutboundConnector> connector = way.connector();
    if (connector.isPresent() && connector.get().tls() instanceof SendTlsPolicy.Required need) {
      return required(connector.get(), need.verification(), way.domain());
    }
    if (way.ruleDemand().isPresent()) {
      return Wanted.of(Demand.ENCRYPTION, Verification.NONE, way.ruleDemand().get());
    }
    return Wanted.of(
        Demand.OPPORTUNISTIC,
        Verification.NONE,
        connector
            .map(c -> setting(c, "(none)"))
            .orElseGet(() -> Reason.of(OutboundRule.DEFAULT_TLS)));
  }

  private static Wanted required(
      OutboundConnector connector, PeerVerification verification, DomainName domain) {
    if (verification instanceof PeerVerification.DomainValidation named) {
      DomainPattern name =
          named.tlsDomain().orElse(new DomainPattern(DomainPattern.Kind.EXACT, domain));
      return Wanted.of(
          Demand.DOMAIN,
          Verification.ofNames(ImmutableList.of(name)),
          named.tlsDomain().isPresent()
              ? setting(connector, "DomainValidation, TlsDomain " + name)
              : Reason.of(
                  OutboundRule.NO_TLS_DOMAIN, "connector", connector.name(), "domain", domain));
    }
    boolean chain = verification instanceof PeerVerification.CertificateValidation;
    return Wanted.of(
        chain ? Demand.CERTIFICATE : Demand.ENCRYPTION,
        chain ? Verification.CHAIN : Verification.NONE,
        setting(connector, chain ? "CertificateValidation" : "EncryptionOnly"));
  }

  private static Reason setting(OutboundConnector connector, String setting) {
    return Reason.of(OutboundRule.CONNECTOR_TLS, "connector", connector.name(), "setting", setting);
  }
}
