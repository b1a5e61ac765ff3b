package exsim.scenarios.tlsreport;

import exsim.model.external.MailSystem;
import exsim.model.external.TlsLevel;
import exsim.model.mail.DomainName;
import exsim.model.online.Tenant;
import exsim.model.tls.TrustStore;
import exsim.model.topology.Topology;
import java.util.Optional;

/**
 * An organization that sends TLS reports: one that looks at what receiving domains publish.
 *
 * @param organization its name, as {@code organization-name} has it
 * @param domain the domain that its reports come from
 * @param contact whom to ask about its reports
 * @param dane whether it looks at TLSA records
 * @param mtaSts whether it looks at MTA-STS policies
 * @param trusts the roots that it trusts
 */
record Reporter(
    String organization,
    String domain,
    String contact,
    boolean dane,
    boolean mtaSts,
    TrustStore trusts) {
  /** One for all tenants, as its reports were seen (EXO-REP-23). */
  private static final Reporter EXCHANGE_ONLINE =
      new Reporter(
          "Microsoft Corporation",
          "microsoft.com",
          "tlsrpt-noreply@microsoft.com",
          true,
          true,
          TrustStore.PUBLIC.refusingSha1());

  /** The reporter that a system of a topology is, or belongs to. */
  static Optional<Reporter> of(Topology topology, String system) {
    for (Tenant tenant : topology.tenants()) {
      if (tenant.name().ascii().equals(system)) {
        return Optional.of(EXCHANGE_ONLINE);
      }
    }
    return topology.mailSystems().stream()
        .filter(s -> s.name().equals(system))
        .findFirst()
        .map(Reporter::of)
        .filter(r -> r.dane || r.mtaSts);
  }

  private static Reporter of(MailSystem system) {
    String domain =
        system.domains().stream()
            .map(DomainName::ascii)
            .findFirst()
            .or(() -> system.hosts().stream().map(h -> h.fqdn().ascii()).findFirst())
            .orElse("localhost");
    boolean dane =
        isDane(system.outbound().policy().level())
            || system.outbound().policies().values().stream().anyMatch(p -> isDane(p.level()));
    return new Reporter(
        system.name(),
        domain,
        "postmaster@" + domain,
        dane,
        system.outbound().mtaSts(),
        system.outbound().tls().trusts());
  }

  private static boolean isDane(TlsLevel level) {
    return level == TlsLevel.DANE || level == TlsLevel.DANE_ONLY;
  }
}
