package exsim.simulator.onprem;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainPattern;
import exsim.model.mail.EmailAddress;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.Organization;
import exsim.model.onprem.SendConnector;
import exsim.model.onprem.ServerRole;
import exsim.model.onprem.SiteLink;
import exsim.model.topology.Topology;
import exsim.simulator.route.Envelope;
import exsim.simulator.route.NextHopSolutionKey;
import exsim.simulator.route.Plan;
import exsim.simulator.route.Step;
import exsim.simulator.rule.Reason;
import exsim.simulator.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Servers by role and generation, and the ways between them as text. */
public final class Roles {
  private Roles() {}

  static ExchangeServer server(
      String name, String site, ExchangeVersion version, ServerRole... roles) {
    ExchangeServer made = Made.server(name, site, version, ImmutableList.of());
    return new ExchangeServer(
        name,
        made.fqdn(),
        version,
        ImmutableSet.copyOf(roles),
        Optional.of(site).filter(s -> !s.isEmpty()),
        made.addresses(),
        made.tls(),
        made.receiveConnectors(),
        made.transport());
  }

  public static ExchangeServer mailbox(String name, String site) {
    return server(name, site, ExchangeVersion.E2016, ServerRole.MAILBOX);
  }

  public static ExchangeServer edge(String name, String site) {
    return server(name, site, ExchangeVersion.E2016, ServerRole.EDGE_TRANSPORT);
  }

  public static ExchangeServer hub2010(String name, String site) {
    return server(name, site, ExchangeVersion.E2010, ServerRole.HUB_TRANSPORT, ServerRole.MAILBOX);
  }

  static ExchangeServer clientAccess2013(String name, String site) {
    return server(name, site, ExchangeVersion.E2013, ServerRole.CLIENT_ACCESS);
  }

  static ExchangeServer mailbox2013(String name, String site) {
    return server(name, site, ExchangeVersion.E2013, ServerRole.MAILBOX);
  }

  static SiteLink link(String one, String other) {
    return new SiteLink(ImmutableList.of(one, other), 10, OptionalInt.empty());
  }

  static Organization organization(ExchangeServer... servers) {
    return Made.organization(
        ImmutableList.<SendConnector>of(),
        ImmutableList.<SiteLink>of(),
        ImmutableList.copyOf(servers));
  }

  /** An organization whose sites A, H and B stand in a row, H a hub site. */
  static Organization inRow(ExchangeServer... servers) {
    Organization plain =
        Made.organization(
            ImmutableList.of(),
            ImmutableList.of(link("A", "H"), link("H", "B")),
            ImmutableList.copyOf(servers));
    return with(plain, ImmutableSet.of("H"), plain.mailboxes());
  }

  static Organization homes(Organization plain, ImmutableMap<EmailAddress, String> mailboxes) {
    return with(plain, plain.hubSites(), mailboxes);
  }

  static Organization with(
      Organization plain,
      ImmutableSet<String> hubSites,
      ImmutableMap<EmailAddress, String> mailboxes) {
    return new Organization(
        plain.name(),
        plain.acceptedDomains(),
        plain.remoteRecipients(),
        plain.transportConfig(),
        plain.sendConnectors(),
        plain.servers(),
        plain.siteLinks(),
        hubSites,
        mailboxes);
  }

  /** An organization with one accepted domain beside {@code own.example}. */
  public static Organization accepting(
      Organization plain, String domain, AcceptedDomain.Type type) {
    return new Organization(
        plain.name(),
        ImmutableList.<AcceptedDomain>builder()
            .addAll(plain.acceptedDomains())
            .add(new AcceptedDomain(domain, DomainPattern.parse(domain), type, false))
            .build(),
        plain.remoteRecipients(),
        plain.transportConfig(),
        plain.sendConnectors(),
        plain.servers(),
        plain.siteLinks(),
        plain.hubSites(),
        plain.mailboxes());
  }

  static OrganizationView view(Organization organization) {
    return new OrganizationView(organization, Topology.EMPTY, null);
  }

  static OrganizationView assuming(Organization organization, String assumption, String value) {
    Topology none = Topology.EMPTY;
    return new OrganizationView(
        organization,
        new Topology(
            none.organizations(),
            none.tenants(),
            none.mailSystems(),
            none.devices(),
            none.certificates(),
            none.zone(),
            none.paths(),
            ImmutableMap.of(assumption, value)),
        null);
  }

  static Envelope envelope(String recipient) {
    return new Envelope(
        "1",
        Optional.empty(),
        EmailAddress.parse(recipient),
        1000,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ImmutableList.of());
  }

  static Plan plan(Step step) {
    return ((Step.Sent) step).plan();
  }

  /** The targets of a step: equals with a space between, ranks with a bar. */
  static String way(Step step) {
    return plan(step).tiers().stream()
        .map(
            tier ->
                tier.stream()
                    .map(t -> t.host().substring(0, t.host().indexOf('.')) + ":" + t.port())
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining(" | "));
  }

  /** The queue of a step, as its delivery type and name. */
  static String queue(Step step) {
    return text(plan(step).queue().orElseThrow());
  }

  public static String text(NextHopSolutionKey key) {
    return key.deliveryType() + " " + key.nextHopDomain();
  }

  static List<Rule> rules(Step step) {
    return step.why().stream().map(Reason::rule).toList();
  }

  static String names(List<List<ExchangeServer>> ranks) {
    return ranks.stream()
        .map(r -> r.stream().map(ExchangeServer::name).collect(Collectors.joining(" ")))
        .collect(Collectors.joining(" | "));
  }
}
