package exsim.simulator.external;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.dns.DnsRecord.Tlsa;
import exsim.model.dns.MtaStsPolicy;
import exsim.model.external.MailSystem;
import exsim.model.external.TlsLevel;
import exsim.model.external.TlsLevelPolicy;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.net.IpAddress;
import exsim.model.tls.Certificate;
import exsim.simulator.dns.Answer;
import exsim.simulator.dns.Resolver;
import exsim.simulator.route.Target;
import exsim.simulator.route.Targets.Address;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.ClientEnd;
import exsim.simulator.smtp.TlsClient;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsFacts.Habit;
import exsim.simulator.tls.Verification;
import java.util.Locale;
import java.util.Optional;

/** How a mail system talks to one host of a recipient domain. */
final class MailSystemClient {
  private final MailSystem system;
  private final IpAddress address;
  private final Resolver resolver;
  private final ImmutableList<Certificate> certificates;
  private final boolean lenient;

  /**
   * The client of a system.
   *
   * @param lenient whether it leaves aside what recipients publish, as TLS-Required: No asks
   */
  MailSystemClient(
      MailSystem system,
      IpAddress address,
      Resolver resolver,
      ImmutableList<Certificate> certificates,
      boolean lenient) {
    this.system = system;
    this.address = address;
    this.resolver = resolver;
    this.certificates = certificates;
    this.lenient = lenient;
  }

  /** What is wanted of one host. */
  private record Wanted(
      Demand demand, Verification verification, Reason because, Optional<Target.Barred> barred) {
    static Wanted of(Demand demand, Verification verification, Reason because) {
      return new Wanted(demand, verification, because, Optional.empty());
    }
  }

  /**
   * A target with the client end for it.
   *
   * @param next the domain whose policy counts: the recipient's, or a smart host's
   * @param asSmartHost whether the host was configured rather than looked up
   */
  Target target(DomainName next, Address at, boolean asSmartHost) {
    Wanted wanted = wanted(next, at, asSmartHost);
    MailSystem.Outbound outbound = system.outbound();
    Habit habit =
        switch (outbound.fallback()) {
          case SAME_ATTEMPT -> Habit.SAME_ATTEMPT;
          case NEXT_ATTEMPT -> Habit.NEXT_ATTEMPT;
          case NEVER -> Habit.NEVER;
        };
    TlsClient tls =
        new TlsClient(
            wanted.demand(),
            wanted.verification(),
            ImmutableList.of(),
            habit,
            outbound.tls().versions(),
            Optional.empty(),
            outbound.tls().certificate(),
            Optional.empty(),
            outbound.tls().trusts());
    ClientEnd client =
        new ClientEnd(
            system.name(),
            hostName(),
            names(),
            address,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            tls,
            new ClientEnd.Manner(
                true,
                false,
                ClientEnd.ExchangeAuth.NONE,
                Optional.empty(),
                asSmartHost,
                ClientEnd.OrganizationHeaders.NONE),
            ExternalVoice.POSTFIX,
            why(wanted, next, at, asSmartHost),
            ImmutableList.of());
    return new Target(at.host(), Optional.of(at.address()), at.port(), client, wanted.barred());
  }

  private ImmutableList<Reason> why(
      Wanted wanted, DomainName next, Address at, boolean asSmartHost) {
    ImmutableList.Builder<Reason> why = ImmutableList.builder();
    TlsLevel level = system.outbound().policyFor(next).level();
    boolean dane = level == TlsLevel.DANE || level == TlsLevel.DANE_ONLY;
    if (dane && !lenient && at.secure() && tlsa(at).stream().anyMatch(Tlsa::malformed)) {
      why.add(host(ExternalRule.TLSA_MALFORMED, at));
    }
    boolean opportunistic = wanted.demand() == Demand.OPPORTUNISTIC;
    if (heedsSts(level, opportunistic, asSmartHost)) {
      resolver
          .mtaStsFault(next)
          .ifPresent(
              fault ->
                  why.add(
                      Reason.of(
                          ExternalRule.STS_FAULT,
                          "domain",
                          next,
                          "type",
                          fault.kind().resultType(),
                          "fault",
                          fault.text())));
    }
    return why.add(wanted.because()).build();
  }

  private boolean heedsSts(TlsLevel level, boolean opportunistic, boolean asSmartHost) {
    return !lenient
        && system.outbound().mtaSts()
        && !asSmartHost
        && opportunistic
        && level != TlsLevel.NONE;
  }

  private String hostName() {
    return system.hosts().isEmpty()
        ? system.domains().isEmpty() ? system.name() : system.domains().get(0).ascii()
        : system.hosts().get(0).fqdn().ascii();
  }

  private ImmutableSet<String> names() {
    return ImmutableSet.of(system.name().toLowerCase(Locale.ROOT), hostName());
  }

  private Wanted wanted(DomainName next, Address at, boolean asSmartHost) {
    TlsLevelPolicy policy = system.outbound().policyFor(next);
    if (policy.unknownAttribute().isPresent()) {
      return misconfigured(policy.unknownAttribute().get(), next);
    }
    if (lenient && heedsPublished(policy.level())) {
      return Wanted.of(
          Demand.OPPORTUNISTIC, Verification.NONE, level(ExternalRule.TLS_REQUIRED_NO, next));
    }
    Wanted byLevel = byLevel(policy, next, at);
    boolean opportunistic = byLevel.demand() == Demand.OPPORTUNISTIC;
    Optional<MtaStsPolicy> sts =
        heedsSts(policy.level(), opportunistic, asSmartHost)
            ? resolver.mtaStsPolicy(next)
            : Optional.empty();
    return sts.map(p -> bySts(p, byLevel, next, at)).orElse(byLevel);
  }

  /** Without a policy that it understands it does not connect. */
  private Wanted misconfigured(String attribute, DomainName next) {
    Reason because =
        Reason.of(
            ExternalRule.UNKNOWN_ATTRIBUTE,
            "system",
            system.name(),
            "domain",
            next,
            "attribute",
            attribute);
    return new Wanted(
        Demand.ENCRYPTION,
        Verification.NONE,
        because,
        Optional.of(
            new Target.Barred(
                "client-configuration", "4.7.5 client TLS configuration problem", because)));
  }

  /** Whether only what a recipient publishes makes the system demand more than level may. */
  private boolean heedsPublished(TlsLevel level) {
    return level == TlsLevel.DANE || (level == TlsLevel.MAY && system.outbound().mtaSts());
  }

  private Wanted bySts(MtaStsPolicy policy, Wanted otherwise, DomainName next, Address at) {
    if (policy.mode() != MtaStsPolicy.Mode.ENFORCE) {
      return Wanted.of(
          otherwise.demand(),
          otherwise.verification(),
          Reason.of(ExternalRule.STS_TESTING, "domain", next));
    }
    DomainName host = DomainName.parse(at.host());
    Reason because =
        Reason.of(
            policy.names(host) ? ExternalRule.STS_ENFORCED : ExternalRule.STS_MX_MISMATCH,
            "domain",
            next,
            "host",
            host,
            "system",
            system.name());
    Wanted demanded =
        Wanted.of(Demand.MTA_STS, Verification.ofNames(ImmutableList.of(exact(host))), because);
    return policy.names(host)
        ? demanded
        : new Wanted(
            demanded.demand(),
            demanded.verification(),
            because,
            Optional.of(
                new Target.Barred(
                    "validation-failure",
                    "4.7.5 MX host " + host + " is not in the MTA-STS policy of " + next,
                    because)));
  }

  private Wanted byLevel(TlsLevelPolicy policy, DomainName next, Address at) {
    return switch (policy.level()) {
      case NONE -> Wanted.of(Demand.NEVER, Verification.NONE, level(ExternalRule.LEVEL_NONE, next));
      case MAY ->
          Wanted.of(Demand.OPPORTUNISTIC, Verification.NONE, level(ExternalRule.LEVEL_MAY, next));
      case ENCRYPT ->
          Wanted.of(Demand.ENCRYPTION, Verification.NONE, level(ExternalRule.LEVEL_ENCRYPT, next));
      case FINGERPRINT ->
          Wanted.of(
              Demand.FINGERPRINT,
              Verification.ofFingerprints(named(policy.match())),
              level(ExternalRule.LEVEL_FINGERPRINT, next));
      case VERIFY ->
          Wanted.of(
              Demand.DOMAIN,
              Verification.ofNames(names(policy.match(), ImmutableList.of("hostname"), next, at)),
              level(ExternalRule.LEVEL_VERIFY, next));
      case SECURE ->
          Wanted.of(
              Demand.DOMAIN,
              Verification.ofNames(
                  names(policy.match(), ImmutableList.of("nexthop", "dot-nexthop"), next, at)),
              level(ExternalRule.LEVEL_SECURE, next));
      case DANE, DANE_ONLY -> byDane(policy.level(), next, at);
    };
  }

  private Wanted byDane(TlsLevel level, DomainName next, Address at) {
    Optional<Wanted> bogus = byBogus(next, at);
    if (bogus.isPresent()) {
      return bogus.get();
    }
    ImmutableList<Tlsa> tlsa = tlsa(at);
    if (!tlsa.isEmpty()) {
      ImmutableList<Tlsa> usable =
          tlsa.stream().filter(Tlsa::usable).collect(ImmutableList.toImmutableList());
      return usable.isEmpty()
          ? Wanted.of(Demand.ENCRYPTION, Verification.NONE, host(ExternalRule.DANE_UNUSABLE, at))
          : Wanted.of(
              Demand.DANE,
              Verification.ofTlsa(
                  usable, ImmutableList.of(exact(DomainName.parse(at.host())), exact(next)), false),
              host(ExternalRule.DANE, at));
    }
    if (level == TlsLevel.DANE) {
      return Wanted.of(Demand.OPPORTUNISTIC, Verification.NONE, host(ExternalRule.DANE_ABSENT, at));
    }
    Reason because =
        Reason.of(
            ExternalRule.DANE_ONLY_ABSENT,
            "system",
            system.name(),
            "domain",
            next,
            "host",
            at.host());
    return new Wanted(
        Demand.DANE,
        Verification.NONE,
        because,
        Optional.of(
            new Target.Barred(
                "dane-required", "4.7.5 no TLSA records found for " + at.host(), because)));
  }

  /** The validated TLSA records of a host. */
  private ImmutableList<Tlsa> tlsa(Address at) {
    if (!at.secure()) {
      return ImmutableList.of();
    }
    Answer<Tlsa> answer = resolver.tlsa(DomainName.parse(at.host()), at.port());
    return answer.found() && answer.secure() ? answer.items() : ImmutableList.of();
  }

  /** An answer that does not validate is no answer: nothing is sent (RFC 7672 2.1.2). */
  private Optional<Wanted> byBogus(DomainName next, Address at) {
    if (IpAddress.isLiteral(at.host())) {
      return Optional.empty();
    }
    DomainName host = DomainName.parse(at.host());
    boolean names = resolver.isBogus(next) || resolver.isBogus(host);
    boolean tlsa = !names && resolver.isTlsaBogus(host, at.port());
    Optional<DomainName> name =
        resolver.isBogus(next)
            ? Optional.of(next)
            : resolver.isBogus(host) || tlsa ? Optional.of(host) : Optional.empty();
    return name.map(
        n -> {
          Reason because =
              Reason.of(
                  ExternalRule.DNSSEC_BOGUS, "name", n, "host", host, "system", system.name());
          String reply =
              tlsa
                  ? "4.7.5 TLSA lookup error for " + host + ":" + at.port()
                  : "4.4.3 Host or domain name not found. Name service error for name="
                      + n
                      + ": Host not found, try again";
          return new Wanted(
              Demand.DANE,
              Verification.NONE,
              because,
              Optional.of(new Target.Barred("dnssec-invalid", reply, because)));
        });
  }

  private ImmutableList<DomainPattern> names(
      ImmutableList<String> match, ImmutableList<String> otherwise, DomainName next, Address at) {
    ImmutableList.Builder<DomainPattern> names = ImmutableList.builder();
    for (String word : match.isEmpty() ? otherwise : match) {
      switch (word) {
        case "hostname" -> {
          // an address literal is no name, and no certificate proves it
          if (!IpAddress.isLiteral(at.host())) {
            names.add(exact(DomainName.parse(at.host())));
          }
        }
        case "nexthop" -> names.add(exact(next));
        case "dot-nexthop" -> names.add(new DomainPattern(DomainPattern.Kind.SUBDOMAINS, next));
        default ->
            names.add(
                word.startsWith(".") ? DomainPattern.parse("*" + word) : DomainPattern.parse(word));
      }
    }
    return names.build();
  }

  private ImmutableList<Certificate> named(ImmutableList<String> names) {
    return certificates.stream()
        .filter(c -> names.contains(c.name()))
        .collect(ImmutableList.toImmutableList());
  }

  private static DomainPattern exact(DomainName name) {
    return new DomainPattern(DomainPattern.Kind.EXACT, name);
  }

  private Reason level(ExternalRule rule, DomainName domain) {
    return Reason.of(rule, "system", system.name(), "domain", domain);
  }

  private Reason host(ExternalRule rule, Address at) {
    return Reason.of(rule, "host", at.host(), "system", system.name());
  }
}
