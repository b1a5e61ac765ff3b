package exsim.scenarios.tlsreport;

import com.google.common.collect.ImmutableList;
import exsim.model.dns.DnsRecord.Tlsa;
import exsim.model.dns.MtaStsFault;
import exsim.model.dns.MtaStsPolicy;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.net.IpAddress;
import exsim.model.tls.Certificate;
import exsim.simulator.delivery.Contact;
import exsim.simulator.delivery.Hop;
import exsim.simulator.dns.Answer;
import exsim.simulator.dns.Resolver;
import exsim.simulator.tls.ProofCheck;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsFacts.Proof;
import exsim.simulator.tls.Verification;
import java.util.Optional;

/** Judges a session by every policy that the receiving domain publishes, enforced or not. */
final class SessionJudge {
  private static final String NO_STARTTLS = "starttls-not-supported";
  private static final String OTHER = "validation-failure";

  private final Reporter reporter;
  private final Resolver resolver;
  private final DomainName domain;
  private final Hop hop;

  SessionJudge(Reporter reporter, Resolver resolver, DomainName domain, Hop hop) {
    this.reporter = reporter;
    this.resolver = resolver;
    this.domain = domain;
    this.hop = hop;
  }

  /** What each policy says; one entry for a domain without any. Empty for no session at all. */
  ImmutableList<Judged> judge() {
    Optional<DomainName> host =
        IpAddress.isLiteral(hop.to().host())
            ? Optional.empty()
            : Optional.of(DomainName.parse(hop.to().host()));
    ImmutableList.Builder<Judged> all = ImmutableList.builder();
    boolean barred = hop.tls().offered().isEmpty();
    if (reporter.dane() && host.isPresent()) {
      byTlsa(host.get(), barred).ifPresent(all::add);
    }
    if (reporter.mtaSts() && host.isPresent()) {
      bySts(host.get(), barred).ifPresent(all::add);
    }
    ImmutableList<Judged> judged = all.build();
    return judged.isEmpty() && !barred
        ? ImmutableList.of(judged(policy(Policy.Type.NONE), session()))
        : judged;
  }

  private Optional<Judged> byTlsa(DomainName host, boolean barred) {
    Policy unknown = policy(Policy.Type.TLSA);
    if (resolver.isBogus(domain)
        || resolver.isBogus(host)
        || resolver.isTlsaBogus(host, hop.to().port())) {
      return Optional.of(judged(unknown, Optional.of("dnssec-invalid")));
    }
    if (hop.cause().filter("dane-required"::equals).isPresent()) {
      return Optional.of(judged(unknown, hop.cause()));
    }
    Answer<Tlsa> records = resolver.tlsa(host, hop.to().port());
    boolean secure =
        records.found() && records.secure() && resolver.addresses(host).secure() && isMxSecure();
    if (!secure || barred) {
      return Optional.empty();
    }
    ImmutableList<Tlsa> usable =
        records.items().stream().filter(Tlsa::usable).collect(ImmutableList.toImmutableList());
    ImmutableList<String> lines =
        records.items().stream().map(SessionJudge::line).collect(ImmutableList.toImmutableList());
    Policy policy = new Policy(Policy.Type.TLSA, domain, lines, ImmutableList.of());
    Optional<String> fault = session();
    if (fault.isEmpty() && usable.isEmpty()) {
      fault = Optional.of("tlsa-invalid");
    } else if (fault.isEmpty()) {
      Verification named =
          Verification.ofTlsa(usable, ImmutableList.of(exact(host), exact(domain)), false);
      fault = proof(Demand.DANE, named).map(p -> p == Proof.NO_MATCH ? "tlsa-invalid" : p.cause());
    }
    return Optional.of(judged(policy, fault));
  }

  /** A smart host is not found by way of MX records. */
  private boolean isMxSecure() {
    Answer<?> mx = resolver.mx(domain);
    return !mx.found() || mx.secure();
  }

  private Optional<Judged> bySts(DomainName host, boolean barred) {
    Optional<MtaStsFault> fault = resolver.mtaStsFault(domain);
    if (fault.isPresent()) {
      return Optional.of(
          judged(policy(Policy.Type.STS), Optional.of(fault.get().kind().resultType())));
    }
    Optional<MtaStsPolicy> found =
        resolver.mtaStsPolicy(domain).filter(p -> p.mode() != MtaStsPolicy.Mode.NONE);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Policy policy =
        new Policy(
            Policy.Type.STS,
            domain,
            found.get().lines(),
            found.get().mxPatterns().stream()
                .map(DomainPattern::toString)
                .collect(ImmutableList.toImmutableList()));
    if (!found.get().names(host)) {
      return Optional.of(judged(policy, Optional.of(OTHER)));
    }
    if (barred) {
      return Optional.empty();
    }
    Optional<String> session = session();
    return Optional.of(
        judged(
            policy,
            session.isPresent()
                ? session
                : proof(Demand.MTA_STS, Verification.ofNames(ImmutableList.of(exact(host))))
                    .map(Proof::cause)));
  }

  /** What kept TLS from coming up; empty when it came up. */
  private Optional<String> session() {
    if (hop.tls().established().isPresent()) {
      return Optional.empty();
    }
    boolean refused = hop.cause().filter(NO_STARTTLS::equals).isPresent();
    return Optional.of(hop.tls().offered().orElse(false) && !refused ? OTHER : NO_STARTTLS);
  }

  private Optional<Proof> proof(Demand demand, Verification verification) {
    Optional<Certificate> presented = hop.contact().reached().flatMap(Contact.Reached::presented);
    return presented
        .map(c -> ProofCheck.of(demand, verification, c, reporter.trusts(), hop.at()))
        .filter(p -> p != Proof.HOLDS);
  }

  private Policy policy(Policy.Type type) {
    return new Policy(type, domain, ImmutableList.of(), ImmutableList.of());
  }

  private Judged judged(Policy policy, Optional<String> resultType) {
    return new Judged(
        policy,
        resultType.map(
            type ->
                new Judged.Failure(
                    type,
                    hop.contact().from().toString(),
                    hop.to().host(),
                    hop.to().address().map(IpAddress::toString),
                    hop.sent() ? Optional.empty() : Optional.of(hop.reply()))));
  }

  /** A certificate's name stands for what is computed from it. */
  private static String line(Tlsa record) {
    return record.usage()
        + " "
        + record.selector()
        + " "
        + record.matching()
        + record.certificate().map(c -> " @" + c.name()).orElse("");
  }

  private static DomainPattern exact(DomainName name) {
    return new DomainPattern(DomainPattern.Kind.EXACT, name);
  }
}
