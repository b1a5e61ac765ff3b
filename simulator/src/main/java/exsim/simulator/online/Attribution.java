package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.mail.EmailAddress;
import exsim.model.online.InboundConnector;
import exsim.model.online.Tenant;
import exsim.model.tls.Certificate;
import exsim.model.tls.CertificateStatus;
import exsim.model.tls.TrustStore;
import exsim.simulator.online.TenantIndex.Owned;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Secured;
import exsim.simulator.smtp.Session;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the tenant that a message at the MX entity belongs to. */
final class Attribution {
  private final TenantIndex tenants;
  private final OnlineSettings settings;

  Attribution(TenantIndex tenants, OnlineSettings settings) {
    this.tenants = tenants;
    this.settings = settings;
  }

  /**
   * What a message was attributed to.
   *
   * @param tenant the tenant; empty for none
   * @param originating whether it counts as the tenant's own
   * @param fromOnPremises whether it came through an OnPremises connector, so that Partner
   *     connectors do not apply
   * @param connector the OnPremises connector that matched
   * @param why what decided, the last reason being the deciding one
   */
  record Result(
      Optional<Tenant> tenant,
      boolean originating,
      boolean fromOnPremises,
      Optional<InboundConnector> connector,
      ImmutableList<Reason> why) {
    Reason because() {
      return why.get(why.size() - 1);
    }
  }

  Result of(Session session, Optional<EmailAddress> sender, DomainName recipientDomain) {
    ImmutableList.Builder<Reason> why = ImmutableList.builder();
    Optional<Certificate> certificate = certificate(session, why);
    List<Owned> byCertificate =
        certificate.isPresent()
            ? tenants.byCertificate(certificate.get(), settings.subjectOnly())
            : ImmutableList.of();
    Optional<Result> own =
        matching(byCertificate, this::nameIsAccepted, InboundRule.BY_CERTIFICATE, why);
    if (own.isEmpty()) {
      own =
          matching(
              byCertificate,
              o -> accepts(o.tenant(), sender),
              InboundRule.BY_CERTIFICATE_AND_SENDER,
              why);
    }
    if (own.isPresent()) {
      return own.get();
    }
    List<Owned> byAddress = tenants.byAddress(session.peer().address());
    own = matching(byAddress, o -> accepts(o.tenant(), sender), InboundRule.BY_ADDRESS, why);
    if (own.isPresent()) {
      return own.get();
    }
    List<Owned> matched = byCertificate.isEmpty() ? byAddress : byCertificate;
    return matched.isEmpty()
        ? incoming(recipientDomain, why)
        : withoutDomain(matched, recipientDomain, why);
  }

  private Optional<Certificate> certificate(Session session, ImmutableList.Builder<Reason> why) {
    Optional<Certificate> shown = session.secured().flatMap(Secured::clientCertificate);
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    CertificateStatus status =
        CertificateStatus.of(shown.get(), TrustStore.PUBLIC, session.peer().at());
    if (status != CertificateStatus.VALID) {
      why.add(Reason.of(InboundRule.CERTIFICATE_IGNORED, "status", status.text()));
      return Optional.empty();
    }
    if (ServiceCertificates.isWeak(shown.get())) {
      why.add(Reason.of(InboundRule.CERTIFICATE_WEAK, "signature", shown.get().signature()));
      return Optional.empty();
    }
    return shown;
  }

  private static Optional<Result> matching(
      List<Owned> candidates,
      Predicate<Owned> accepted,
      InboundRule rule,
      ImmutableList.Builder<Reason> why) {
    List<Owned> left = candidates.stream().filter(accepted).toList();
    if (left.isEmpty()) {
      return Optional.empty();
    }
    Owned first = left.get(0);
    long owners = left.stream().map(o -> o.tenant().name()).distinct().count();
    if (owners > 1) {
      why.add(Reason.of(InboundRule.AMBIGUOUS, "count", owners));
    }
    why.add(
        Reason.of(
            rule,
            "connector",
            first.connector().name(),
            "tenant",
            first.tenant().name(),
            "name",
            first.connector().certificateName().map(DomainPattern::toString).orElse("")));
    return Optional.of(
        new Result(
            Optional.of(first.tenant()), true, true, Optional.of(first.connector()), why.build()));
  }

  /** The connector's certificate name must itself lie in an accepted domain. */
  private boolean nameIsAccepted(Owned owned) {
    DomainName name = owned.connector().certificateName().orElseThrow().domain();
    boolean own = owned.tenant().acceptedDomain(name).isPresent();
    return own
        || (settings.parentDomainAttributes()
            && owned.tenant().acceptedDomain(name.parent()).isPresent());
  }

  private static boolean accepts(Tenant tenant, Optional<EmailAddress> sender) {
    return sender.map(s -> tenant.acceptedDomain(s.domain()).isPresent()).orElse(false);
  }

  /**
   * A connector matched, but nothing shows an accepted domain: only its own tenant's recipients.
   */
  private static Result withoutDomain(
      List<Owned> matched, DomainName domain, ImmutableList.Builder<Reason> why) {
    for (Owned owned : matched) {
      Optional<AcceptedDomain> accepted = owned.tenant().acceptedDomain(domain);
      if (accepted.isPresent()) {
        why.add(
            Reason.of(
                InboundRule.CONNECTOR_WITHOUT_DOMAIN,
                "connector",
                owned.connector().name(),
                "tenant",
                owned.tenant().name()));
        boolean byAddress = !owned.connector().senderIps().isEmpty();
        return new Result(
            Optional.of(owned.tenant()),
            false,
            byAddress,
            byAddress ? Optional.of(owned.connector()) : Optional.empty(),
            why.build());
      }
    }
    why.add(
        Reason.of(
            InboundRule.RELAY_DENIED,
            "connector",
            matched.get(0).connector().name(),
            "domain",
            domain));
    return new Result(Optional.empty(), false, false, Optional.empty(), why.build());
  }

  private Result incoming(DomainName domain, ImmutableList.Builder<Reason> why) {
    Optional<Tenant> tenant = tenants.ofDomain(domain);
    why.add(
        tenant.isPresent()
            ? Reason.of(InboundRule.BY_RECIPIENT, "tenant", tenant.get().name())
            : Reason.of(InboundRule.NO_TENANT, "domain", domain));
    return new Result(tenant, false, false, Optional.empty(), why.build());
  }
}
