package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.mail.EmailAddress;
import exsim.model.online.ConnectorType;
import exsim.model.online.InboundConnector;
import exsim.model.online.Tenant;
import exsim.model.tls.Certificate;
import exsim.model.tls.CertificateStatus;
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
    if (sender.isEmpty()) {
      return new Result(Optional.empty(), Optional.empty(), ImmutableList.of());
    }
    DomainName domain = sender.get().domain();
    List<InboundConnector> candidates = candidates(tenant, session, domain, recipient);
    if (candidates.isEmpty()) {
      return new Result(Optional.empty(), Optional.empty(), ImmutableList.of());
    }
    List<InboundConnector> restricting =
        candidates.stream().filter(c -> c.restrictions().any()).toList();
    Optional<InboundConnector> satisfied =
        restricting.stream().filter(c -> satisfies(c, session)).findFirst();
    if (!restricting.isEmpty() && satisfied.isEmpty()) {
      InboundConnector first = restricting.get(0);
      return new Result(
          Optional.of(RESTRICTED),
          Optional.of(first),
          ImmutableList.of(
              Reason.of(
                  InboundRule.PARTNER_RESTRICTS,
                  "connector",
                  first.name(),
                  "domain",
                  domain,
                  "restriction",
                  first.restrictions().toIpAddresses()
                      ? "RestrictDomainsToIPAddresses"
                      : "RestrictDomainsToCertificate")));
    }
    return tls(satisfied.orElse(candidates.get(0)), session, domain);
  }

  private Result tls(InboundConnector connector, Session session, DomainName domain) {
    ImmutableList.Builder<Reason> why = ImmutableList.builder();
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
      why.add(
          Reason.of(
              InboundRule.PARTNER_REQUIRES_TLS, "connector", connector.name(), "domain", domain));
      why.add(Reason.of(InboundRule.PARTNER_REPLY));
      return new Result(Optional.of(TLS_REQUIRED), Optional.of(connector), why.build());
    }
    why.add(Reason.of(InboundRule.PARTNER_MET, "connector", connector.name(), "domain", domain));
    return new Result(Optional.empty(), Optional.of(connector), why.build());
  }

  /** Why some Partner connector refuses this envelope in clear; empty when none does. */
  Optional<Reason> tlsDemand(
      Tenant tenant, Session session, Optional<EmailAddress> sender, DomainName recipient) {
    if (sender.isEmpty()) {
      return Optional.empty();
    }
    DomainName domain = sender.get().domain();
    return candidates(tenant, session, domain, recipient).stream()
        .filter(
            c ->
                requiresTls(c)
                    || (c.restrictions().toCertificate() && !c.restrictions().toIpAddresses()))
        .findFirst()
        .map(
            c ->
                Reason.of(
                    InboundRule.PARTNER_DEMANDS_TLS, "connector", c.name(), "domain", domain));
  }

  private boolean requiresTls(InboundConnector connector) {
    return connector.restrictions().requireTls().orElse(settings.inboundRequireTls());
  }

  /** The connectors that speak for a session, the most specific first. */
  private List<InboundConnector> candidates(
      Tenant tenant, Session session, DomainName sender, DomainName recipient) {
    List<InboundConnector> found = new ArrayList<>();
    for (InboundConnector connector : tenant.connectors().inbound()) {
      if (connector.enabled()
          && connector.type() == ConnectorType.PARTNER
          && connector.speaksFor(sender)
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

  /** One recognised by address only speaks for sessions from there (errata 7). */
  private static boolean identified(InboundConnector connector, Session session) {
    return connector.senderIps().isEmpty()
        || connector.restrictions().toIpAddresses()
        || comesFrom(connector, session);
  }

  private boolean covers(InboundConnector connector, DomainName sender, DomainName recipient) {
    ImmutableList<DomainPattern> narrowed = connector.restrictions().associatedAcceptedDomains();
    DomainName domain = settings.associatedIsSender() ? sender : recipient;
    return narrowed.isEmpty() || narrowed.stream().anyMatch(p -> p.covers(domain, true));
  }

  private static int specificity(InboundConnector connector, DomainName sender) {
    return connector.senderDomains().stream()
        .filter(s -> s.pattern().covers(sender, true))
        .mapToInt(s -> s.pattern().specificity())
        .max()
        .orElse(0);
  }

  private static boolean satisfies(InboundConnector connector, Session session) {
    boolean address = !connector.restrictions().toIpAddresses() || comesFrom(connector, session);
    return address && (!connector.restrictions().toCertificate() || presents(connector, session));
  }

  private static boolean comesFrom(InboundConnector connector, Session session) {
    return connector.senderIps().stream().anyMatch(r -> r.contains(session.peer().address()));
  }

  private static boolean presents(InboundConnector connector, Session session) {
    Optional<Certificate> shown = session.secured().flatMap(Secured::clientCertificate);
    if (shown.isEmpty() || connector.certificateName().isEmpty()) {
      return false;
    }
    DomainPattern expected = connector.certificateName().get();
    boolean named =
        switch (expected.kind()) {
          case EXACT -> shown.get().proves(expected.domain());
          case SUBDOMAINS ->
              shown.get().provenNames().stream()
                  .anyMatch(n -> n.domain().isWithin(expected.domain()));
          case ALL -> true;
        };
    return named
        && CertificateStatus.of(shown.get(), ImmutableSet.of(), session.peer().at())
            == CertificateStatus.VALID;
  }
}
