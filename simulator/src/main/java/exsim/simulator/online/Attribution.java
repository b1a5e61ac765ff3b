package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.mail.EmailAddress;
import exsim.model.net.IpAddress;
import exsim.model.online.InboundConnector;
import exsim.model.online.Tenant;
import exsim.model.tls.Certificate;
import exsim.model.tls.CertificateStatus;
import exsim.model.tls.TrustStore;
import exsim.simulator.online.TenantIndex.Owned;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Secured;
import exsim.simulator.smtp.Session;
import java.util.Comparator;
import java.util.Optional;

/** Finds the tenant that a message at the MX entity belongs to. */
final class Attribution {
  /** Nothing tells which of several matching connectors counts, so it is not their order. */
  private static final Comparator<Owned> BY_NAME =
      Comparator.<Owned, String>comparing(o -> o.tenant().name().ascii())
          .thenComparing(o -> o.connector().name(), String.CASE_INSENSITIVE_ORDER);

  private final TenantIndex tenants;
  private final CertificateMatch match;

  Attribution(TenantIndex tenants, OnlineSettings settings) {
    this.tenants = tenants;
    this.match = settings.certificateMatch();
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
    Optional<Tenant> senders = sender.flatMap(s -> tenants.ofDomain(s.domain()));
    Optional<Tenant> recipients = tenants.ofDomain(recipientDomain);
    if (certificate.isPresent()) {
      Optional<Owned> authenticated =
          chosen(tenants.authenticatedBy(certificate.get(), match), senders, recipients, why);
      if (authenticated.isPresent()) {
        return own(authenticated.get(), InboundRule.BY_CERTIFICATE, why);
      }
      Optional<Owned> named = senders.flatMap(t -> shown(t, certificate.get()));
      if (named.isPresent()) {
        return own(named.get(), InboundRule.BY_CERTIFICATE_AND_SENDER, why);
      }
    }
    IpAddress address = session.peer().address();
    Optional<Owned> addressed = senders.flatMap(t -> at(t, address));
    if (addressed.isPresent()) {
      return own(addressed.get(), InboundRule.BY_ADDRESS, why);
    }
    Optional<Owned> any = certificate.flatMap(c -> tenants.anyBy(c, match));
    if (any.isPresent()) {
      Optional<Owned> theirs = recipients.flatMap(t -> shown(t, certificate.get()));
      return withoutDomain(any.get(), theirs, recipientDomain, why);
    }
    any = tenants.anyAt(address);
    return any.isPresent()
        ? withoutDomain(any.get(), recipients.flatMap(t -> at(t, address)), recipientDomain, why)
        : incoming(recipients, recipientDomain, why);
  }

  /** A connector of a tenant that a certificate matches. */
  private Optional<Owned> shown(Tenant tenant, Certificate certificate) {
    return tenants.onPremises(tenant).stream()
        .filter(o -> match.matches(o.connector().certificateName(), certificate))
        .min(BY_NAME);
  }

  /** A connector of a tenant that an address matches. */
  private Optional<Owned> at(Tenant tenant, IpAddress address) {
    return tenants.onPremises(tenant).stream()
        .filter(o -> o.connector().senderIps().stream().anyMatch(r -> r.contains(address)))
        .min(BY_NAME);
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

  /**
   * One of the connectors that a certificate authenticates. Where several tenants have one, the
   * next things that attribution looks at decide: the sender, then the recipient.
   */
  private static Optional<Owned> chosen(
      ImmutableList<Owned> candidates,
      Optional<Tenant> senders,
      Optional<Tenant> recipients,
      ImmutableList.Builder<Reason> why) {
    long owners = candidates.stream().map(o -> o.tenant().name()).distinct().count();
    if (owners <= 1) {
      return candidates.stream().min(BY_NAME);
    }
    Optional<Owned> bySender = ofTenant(candidates, senders);
    Optional<Owned> byRecipient = ofTenant(candidates, recipients);
    Owned chosen =
        bySender.or(() -> byRecipient).orElseGet(() -> candidates.stream().min(BY_NAME).get());
    why.add(
        Reason.of(
            InboundRule.AMBIGUOUS,
            "count",
            owners,
            "tenant",
            chosen.tenant().name(),
            "how",
            bySender.isPresent()
                ? "by the sender's domain"
                : byRecipient.isPresent() ? "by the recipient's domain" : "by name"));
    return Optional.of(chosen);
  }

  private static Optional<Owned> ofTenant(
      ImmutableList<Owned> candidates, Optional<Tenant> tenant) {
    return candidates.stream()
        .filter(o -> tenant.filter(t -> t.name().equals(o.tenant().name())).isPresent())
        .min(BY_NAME);
  }

  private static Result own(Owned owned, InboundRule rule, ImmutableList.Builder<Reason> why) {
    why.add(
        Reason.of(
            rule,
            "connector",
            owned.connector().name(),
            "tenant",
            owned.tenant().name(),
            "name",
            owned.connector().certificateName().map(DomainPattern::toString).orElse("")));
    return new Result(
        Optional.of(owned.tenant()), true, true, Optional.of(owned.connector()), why.build());
  }

  /**
   * A connector matched, but nothing shows an accepted domain: only its own tenant's recipients.
   *
   * @param any a connector that matched
   * @param theirs one that belongs to the recipient's tenant
   */
  private static Result withoutDomain(
      Owned any, Optional<Owned> theirs, DomainName domain, ImmutableList.Builder<Reason> why) {
    if (theirs.isEmpty()) {
      why.add(
          Reason.of(
              InboundRule.RELAY_DENIED, "connector", any.connector().name(), "domain", domain));
      return new Result(Optional.empty(), false, false, Optional.empty(), why.build());
    }
    InboundConnector connector = theirs.get().connector();
    why.add(
        Reason.of(
            InboundRule.CONNECTOR_WITHOUT_DOMAIN,
            "connector",
            connector.name(),
            "tenant",
            theirs.get().tenant().name()));
    boolean byAddress = !connector.senderIps().isEmpty();
    return new Result(
        Optional.of(theirs.get().tenant()),
        false,
        byAddress,
        byAddress ? Optional.of(connector) : Optional.empty(),
        why.build());
  }

  private static Result incoming(
      Optional<Tenant> tenant, DomainName domain, ImmutableList.Builder<Reason> why) {
    why.add(
        tenant.isPresent()
            ? Reason.of(InboundRule.BY_RECIPIENT, "tenant", tenant.get().name())
            : Reason.of(InboundRule.NO_TENANT, "domain", domain));
    return new Result(tenant, false, false, Optional.empty(), why.build());
  }
}
