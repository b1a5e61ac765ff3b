package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.mail.EmailAddress;
import exsim.model.online.ConnectorType;
import exsim.model.online.InboundConnector;
import exsim.model.online.Tenant;
import exsim.model.tls.CertificateStatus;
import exsim.model.tls.TrustStore;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Reply;
import exsim.simulator.smtp.Secured;
import exsim.simulator.smtp.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Applies a tenant's Partner connectors to incoming mail: they can only restrict. */
final class PartnerCheck {
  private static final String PARTNER =
      "550 5.7.51 TenantInboundAttribution; There is a partner connector configured that matched"
          + " the message's recipient domain. The connector had ";
  private static final Reply RESTRICTED =
      Reply.of(
          PARTNER + "either the RestrictDomainsToIPAddresses or RestrictDomainsToCertificate set");
  private static final Reply TLS_REQUIRED = Reply.of(PARTNER + "RequireTls set");

  private final OnlineSettings settings;

  PartnerCheck(OnlineSettings settings) {
    this.settings = settings;
  }

  /**
   * What the Partner connectors say.
   *
   * @param refusal the reply when they refuse; empty when they do not
   * @param connector the connector that applies
   * @param why what decided
   */
  record Result(
      Optional<Reply> refusal, Optional<InboundConnector> connector, ImmutableList<Reason> why) {}

  Result of(Tenant tenant, Session session, Optional<EmailAddress> sender, DomainName recipient) {
    Optional<DomainName> domain = sender.map(EmailAddress::domain);
    List<InboundConnector> candidates = candidates(tenant, session, domain, recipient);
    if (candidates.isEmpty()) {
      return new Result(Optional.empty(), Optional.empty(), ImmutableList.of());
    }
    List<InboundConnector> restricting =
        candidates.stream().filter(c -> c.restrictions().any() || demandsName(c)).toList();
    Optional<InboundConnector> satisfied =
        restricting.stream().filter(c -> satisfies(c, session)).findFirst();
    if (!restricting.isEmpty() && satisfied.isEmpty()) {
      return restricted(overlap(restricting, domain), restricting.get(0), domain);
    }
    ImmutableList<InboundConnector> rivals =
        satisfied.isEmpty()
            ? ImmutableList.copyOf(candidates)
            : restricting.stream()
                .filter(c -> satisfies(c, session))
                .collect(ImmutableList.toImmutableList());
    return tls(overlap(rivals, domain), rivals.get(0), session, domain);
  }

  /** Several connectors could apply: no source says which does. */
  private static ImmutableList<Reason> overlap(
      List<InboundConnector> rivals, Optional<DomainName> domain) {
    return rivals.size() < 2
        ? ImmutableList.of()
        : ImmutableList.of(
            Reason.of(
                InboundRule.PARTNERS_OVERLAP,
                "count",
                rivals.size(),
                "domain",
                text(domain),
                "connector",
                rivals.get(0).name()));
  }

  private static Result restricted(
      ImmutableList<Reason> before, InboundConnector connector, Optional<DomainName> domain) {
    ImmutableList.Builder<Reason> why = ImmutableList.builder();
    why.addAll(before);
    InboundConnector.Restrictions restrictions = connector.restrictions();
    why.add(
        restrictions.any()
            ? Reason.of(
                InboundRule.PARTNER_RESTRICTS,
                "connector",
                connector.name(),
                "domain",
                text(domain),
                "restriction",
                restrictions.toIpAddresses()
                    ? "RestrictDomainsToIPAddresses"
                    : "RestrictDomainsToCertificate")
            : Reason.of(
                InboundRule.PARTNER_NAME_DEMANDED,
                "connector",
                connector.name(),
                "name",
                connector.certificateName().map(DomainPattern::toString).orElse("")));
    return new Result(Optional.of(RESTRICTED), Optional.of(connector), why.build());
  }

  private Result tls(
      ImmutableList<Reason> before,
      InboundConnector connector,
      Session session,
      Optional<DomainName> domain) {
    ImmutableList.Builder<Reason> why = ImmutableList.builder();
    why.addAll(before);
    if (connector.restrictions().requireTls().isEmpty()) {
      why.add(
          Reason.of(
              InboundRule.REQUIRE_TLS_UNSTATED,
              "connector",
              connector.name(),
              "value",
              settings.inboundRequireTls()));
    }
    if (requiresTls(connector) && !session.secure()) {
      why.add(Reason.of(InboundRule.PARTNER_REPLY));
      why.add(
          Reason.of(
              InboundRule.PARTNER_REQUIRES_TLS,
              "connector",
              connector.name(),
              "domain",
              text(domain)));

      return new Result(Optional.of(TLS_REQUIRED), Optional.of(connector), why.build());
    }
    why.add(
        Reason.of(InboundRule.PARTNER_MET, "connector", connector.name(), "domain", text(domain)));
    return new Result(Optional.empty(), Optional.of(connector), why.build());
  }

  /** Whether a connector demands its certificate name although it does not restrict to it. */
  private boolean demandsName(InboundConnector connector) {
    return settings.nameDemanded()
        && connector.certificateName().isPresent()
        && !connector.restrictions().toCertificate();
  }

  /** Why the Partner connectors refuse this envelope in clear and not inside TLS; else empty. */
  Optional<Reason> tlsDemand(
      Tenant tenant, Session clear, Optional<EmailAddress> sender, DomainName recipient) {
    Result result = of(tenant, clear, sender, recipient);
    if (result.refusal().isEmpty() || result.connector().isEmpty()) {
      return Optional.empty();
    }
    InboundConnector connector = result.connector().get();
    return requiresTls(connector)
            || connector.restrictions().toCertificate()
            || demandsName(connector)
        ? Optional.of(
            Reason.of(
                InboundRule.PARTNER_DEMANDS_TLS,
                "connector",
                connector.name(),
                "domain",
                text(sender.map(EmailAddress::domain))))
        : Optional.empty();
  }

  /** Whether a Partner connector recognises the session by its address or certificate. */
  boolean identifies(Tenant tenant, Session session) {
    return tenant.connectors().inbound().stream()
        .filter(c -> c.enabled() && c.type() == ConnectorType.PARTNER)
        .anyMatch(c -> comesFrom(c, session) || presents(c, session));
  }

  private static String text(Optional<DomainName> sender) {
    return sender.map(DomainName::ascii).orElse("the empty reverse path");
  }

  private boolean requiresTls(InboundConnector connector) {
    return connector.restrictions().requireTls().orElse(settings.inboundRequireTls());
  }

  /** The connectors that speak for a session, the most specific first. */
  private List<InboundConnector> candidates(
      Tenant tenant, Session session, Optional<DomainName> sender, DomainName recipient) {
    List<InboundConnector> found = new ArrayList<>();
    for (InboundConnector connector : tenant.connectors().inbound()) {
      if (connector.enabled()
          && connector.type() == ConnectorType.PARTNER
          && speaksFor(connector, sender)
          && identified(connector, session)
          && covers(connector, sender, recipient)) {
        found.add(connector);
      }
    }
    found.sort(
        Comparator.<InboundConnector>comparingInt(c -> -specificity(c, sender))
            .thenComparing(InboundConnector::name, String.CASE_INSENSITIVE_ORDER));
    return found;
  }

  /** One recognised by address or certificate only speaks for such sessions (errata 7). */
  private boolean identified(InboundConnector connector, Session session) {
    boolean address =
        connector.senderIps().isEmpty()
            || connector.restrictions().toIpAddresses()
            || comesFrom(connector, session);
    return address
        && (connector.certificateName().isEmpty()
            || connector.restrictions().toCertificate()
            || settings.nameDemanded()
            || presents(connector, session));
  }

  private boolean covers(
      InboundConnector connector, Optional<DomainName> sender, DomainName recipient) {
    ImmutableList<DomainPattern> narrowed = connector.restrictions().associatedAcceptedDomains();
    Optional<DomainName> domain = settings.associatedIsSender() ? sender : Optional.of(recipient);
    return narrowed.isEmpty()
        || domain.filter(d -> narrowed.stream().anyMatch(p -> p.covers(d, true))).isPresent();
  }

  /** An empty reverse path is spoken for by {@code *} only. */
  private static boolean covers(DomainPattern pattern, Optional<DomainName> sender) {
    return sender
        .map(s -> pattern.covers(s, true))
        .orElse(pattern.kind() == DomainPattern.Kind.ALL);
  }

  private static boolean speaksFor(InboundConnector connector, Optional<DomainName> sender) {
    return connector.senderDomains().stream().anyMatch(s -> covers(s.pattern(), sender));
  }

  private static int specificity(InboundConnector connector, Optional<DomainName> sender) {
    return connector.senderDomains().stream()
        .filter(s -> covers(s.pattern(), sender))
        .mapToInt(s -> s.pattern().specificity())
        .max()
        .orElse(0);
  }

  private boolean satisfies(InboundConnector connector, Session session) {
    boolean address = !connector.restrictions().toIpAddresses() || comesFrom(connector, session);
    boolean certificate = connector.restrictions().toCertificate() || demandsName(connector);
    return address && (!certificate || presents(connector, session));
  }

  private static boolean comesFrom(InboundConnector connector, Session session) {
    return connector.senderIps().stream().anyMatch(r -> r.contains(session.peer().address()));
  }

  private boolean presents(InboundConnector connector, Session session) {
    return session
        .secured()
        .flatMap(Secured::clientCertificate)
        .filter(shown -> settings.certificateMatch().matches(connector.certificateName(), shown))
        .filter(shown -> !ServiceCertificates.isWeak(shown))
        .filter(
            shown ->
                CertificateStatus.of(shown, TrustStore.PUBLIC, session.peer().at())
                    == CertificateStatus.VALID)
        .isPresent();
  }
}
