package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import exsim.model.dns.DnsRecord.Tlsa;
import exsim.model.dns.MtaStsFault;
import exsim.model.dns.MtaStsPolicy;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.net.IpAddress;
import exsim.model.online.OutboundConnector;
import exsim.model.online.OutboundConnector.DaneMode;
import exsim.simulator.dns.Answer;
import exsim.simulator.dns.Resolver;
import exsim.simulator.route.Targets.Address;
import exsim.simulator.rule.Reason;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.Verification;
import java.util.Optional;

/** What Exchange Online owes to the DANE records and MTA-STS policies that a next hop publishes. */
final class PublishedPolicies {
  private final Resolver resolver;

  PublishedPolicies(Resolver resolver) {
    this.resolver = resolver;
  }

  /**
   * What is published for one host.
   *
   * @param wanted what it demands, in the order in which it is judged
   * @param notes what was found and demands nothing
   */
  record Found(ImmutableList<Wanted> wanted, ImmutableList<Reason> notes) {}

  /**
   * Looks at a host.
   *
   * @param connector the outbound connector; empty for default routing
   * @param domain the domain whose policy counts: the recipient's, or a smart host's
   * @param instead the recipient's domain, where that of a smart host counts instead
   */
  Found of(
      Optional<OutboundConnector> connector,
      DomainName domain,
      Optional<DomainName> instead,
      Address at) {
    ImmutableList.Builder<Wanted> wanted = ImmutableList.builder();
    ImmutableList.Builder<Reason> notes = ImmutableList.builder();
    OutboundConnector.Options options =
        connector.map(OutboundConnector::options).orElse(OutboundConnector.Options.DEFAULT);
    Optional<DomainName> host = hostName(at);
    if (options.dane() != DaneMode.NONE) {
      dane(connector, domain, host, at, notes).ifPresent(wanted::add);
    }
    if (options.mtaSts() && host.isPresent()) {
      sts(domain, instead, host.get(), wanted, notes);
    }
    return new Found(wanted.build(), notes.build());
  }

  private Optional<Wanted> dane(
      Optional<OutboundConnector> connector,
      DomainName domain,
      Optional<DomainName> host,
      Address at,
      ImmutableList.Builder<Reason> notes) {
    if (host.isPresent()) {
      Optional<DomainName> bogus = bogus(domain, host.get(), at.port());
      if (bogus.isPresent()) {
        return Optional.of(
            Wanted.barred(
                Demand.DANE,
                Reason.of(OutboundRule.DNSSEC_BOGUS, "name", bogus.get(), "host", host.get()),
                "dnssec-invalid",
                "450 4.7.324 dnssec-invalid: Destination domain returned invalid DNSSEC records"));
      }
    }
    if (host.isPresent() && at.secure()) {
      Answer<Tlsa> tlsa = resolver.tlsa(host.get(), at.port());
      if (tlsa.found() && tlsa.secure()) {
        return Optional.of(byTlsa(tlsa.items(), domain, host.get(), notes));
      }
    }
    boolean mandatory = connector.map(c -> c.options().dane() == DaneMode.MANDATORY).orElse(false);
    return mandatory
        ? Optional.of(
            Wanted.barred(
                Demand.DANE,
                Reason.of(
                    OutboundRule.DANE_MANDATORY,
                    "connector",
                    connector.get().name(),
                    "host",
                    at.host()),
                "dane-required",
                "450 4.7.323 tlsa-invalid: The domain failed DANE validation."))
        : Optional.empty();
  }

  /** The first name on the way to a host's TLSA records whose answer fails validation. */
  private Optional<DomainName> bogus(DomainName domain, DomainName host, int port) {
    if (resolver.isBogus(domain)) {
      return Optional.of(domain);
    }
    return resolver.isBogus(host) || resolver.isTlsaBogus(host, port)
        ? Optional.of(host)
        : Optional.empty();
  }

  private static Wanted byTlsa(
      ImmutableList<Tlsa> records,
      DomainName domain,
      DomainName host,
      ImmutableList.Builder<Reason> notes) {
    if (records.stream().anyMatch(Tlsa::malformed)) {
      notes.add(Reason.of(OutboundRule.TLSA_MALFORMED, "host", host));
    }
    ImmutableList<Tlsa> usable =
        records.stream().filter(Tlsa::usable).collect(ImmutableList.toImmutableList());
    return usable.isEmpty()
        ? Wanted.of(
            Demand.ENCRYPTION,
            Verification.NONE,
            Reason.of(OutboundRule.DANE_UNUSABLE, "host", host))
        : Wanted.of(
            Demand.DANE,
            Verification.ofTlsa(usable, ImmutableList.of(exact(host), exact(domain)), true),
            Reason.of(OutboundRule.DANE, "host", host));
  }

  private void sts(
      DomainName domain,
      Optional<DomainName> instead,
      DomainName host,
      ImmutableList.Builder<Wanted> wanted,
      ImmutableList.Builder<Reason> notes) {
    Optional<MtaStsFault> fault = resolver.mtaStsFault(domain);
    Optional<MtaStsPolicy> policy = resolver.mtaStsPolicy(domain);
    boolean published = fault.isPresent() || policy.isPresent();
    if (instead.isPresent() && (published || resolver.mtaStsPolicy(instead.get()).isPresent())) {
      notes.add(Reason.of(OutboundRule.SMART_HOST_POLICY, "host", domain, "domain", instead.get()));
    }
    if (fault.isPresent()) {
      notes.add(
          Reason.of(
              OutboundRule.MTA_STS_FAULT,
              "domain",
              domain,
              "type",
              fault.get().kind().resultType(),
              "fault",
              fault.get().text()));
    } else if (policy.isPresent()) {
      if (policy.get().mode() == MtaStsPolicy.Mode.ENFORCE) {
        wanted.add(enforced(policy.get(), domain, host));
      } else {
        notes.add(Reason.of(OutboundRule.MTA_STS_TESTING, "domain", domain));
      }
    }
  }

  private static Wanted enforced(MtaStsPolicy policy, DomainName domain, DomainName host) {
    return policy.names(host)
        ? Wanted.of(
            Demand.MTA_STS,
            Verification.ofNames(ImmutableList.of(exact(host))),
            Reason.of(OutboundRule.MTA_STS, "domain", domain, "host", host))
        : Wanted.barred(
            Demand.MTA_STS,
            Reason.of(OutboundRule.MTA_STS_MX, "domain", domain, "host", host),
            "validation-failure",
            "450 4.4.8 MX hosts of " + domain + " failed MTA-STS validation");
  }

  private static Optional<DomainName> hostName(Address at) {
    return IpAddress.isLiteral(at.host())
        ? Optional.empty()
        : Optional.of(DomainName.parse(at.host()));
  }

  private static DomainPattern exact(DomainName domain) {
    return new DomainPattern(DomainPattern.Kind.EXACT, domain);
  }
}
