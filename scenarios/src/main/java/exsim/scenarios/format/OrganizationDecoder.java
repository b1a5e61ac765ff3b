package exsim.scenarios.format;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.mail.EmailAddress;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.Organization;
import exsim.model.onprem.SendConnector;
import exsim.model.onprem.SiteLink;
import exsim.scenarios.exchange.EdgeSubscription;
import exsim.scenarios.exchange.ObjectKind;
import exsim.scenarios.exchange.OrganizationFacts;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Suggestion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Decodes one entry of {@code onPremises}. */
final class OrganizationDecoder {
  private final Context context;
  private final ExchangeObjects objects;

  OrganizationDecoder(Context context) {
    this.context = context;
    this.objects = new ExchangeObjects(context);
  }

  Optional<Organization> decode(Located value, Problems problems) {
    return Fields.of(value, problems).flatMap(this::decode);
  }

  private Optional<Organization> decode(Fields fields) {
    Optional<String> name = fields.required("name", Decoders.NAME);
    name.ifPresent(n -> context.names().system(n, fields.spotOf("name")));
    OrganizationFacts facts = OrganizationFacts.of(fields.object());
    ImmutableList<AcceptedDomain> domains =
        fields
            .raw("acceptedDomains")
            .map(value -> objects.acceptedDomains(value, facts))
            .orElse(ImmutableList.of());
    ImmutableMap<EmailAddress, EmailAddress> remote =
        fields.optional(
            "remoteRecipients",
            Decoders.map(EmailAddress::parse, Decoders.EMAIL),
            ImmutableMap.of());
    Organization.TransportConfig config =
        fields
            .raw("transportConfig")
            .flatMap(value -> objects.transportConfig(value, facts))
            .orElse(Organization.TransportConfig.DEFAULT);
    ImmutableList<SendConnector> connectors =
        fields
            .raw("sendConnectors")
            .map(value -> objects.sendConnectors(value, facts))
            .orElse(ImmutableList.of());
    ImmutableList<ExchangeServer> servers = servers(fields, name.orElse(""), domains);
    SiteDecoder sites = new SiteDecoder(sites(servers));
    ImmutableList<SiteLink> links = fields.list("siteLinks", sites::link);
    ImmutableSet<String> hubs =
        fields.optional("hubSites", Decoders.set(sites::site), ImmutableSet.of());
    ImmutableMap<EmailAddress, String> mailboxes =
        new MailboxDecoder(servers, domains, remote.keySet()).decode(fields);
    objects.check(fields.raw("organizationConfig"), ObjectKind.ORGANIZATION_CONFIG, facts);
    objects.check(fields.raw("transportRules"), ObjectKind.TRANSPORT_RULE, facts);
    objects.check(fields.raw("casMailboxes"), ObjectKind.CAS_MAILBOX, facts);
    objects.check(fields.raw("remoteDomains"), ObjectKind.REMOTE_DOMAIN, facts);
    fields.noOthers();
    checkDomains(fields, domains);
    checkLinks(fields, servers);
    checkSubscriptions(Trees.items(fields.object(), "servers"));
    return name.map(
        n ->
            new Organization(
                n, domains, remote, config, connectors, servers, links, hubs, mailboxes));
  }

  private ImmutableList<ExchangeServer> servers(
      Fields fields, String organization, ImmutableList<AcceptedDomain> domains) {
    Optional<DomainName> domain = domains.stream().map(d -> d.pattern().domain()).findFirst();
    ServerDecoder decoder = new ServerDecoder(context, organization, domain);
    ImmutableList<ExchangeServer> servers = fields.list("servers", decoder::decode);
    ImmutableSet<String> sites = sites(servers);
    if (sites.size() > 1) {
      for (ExchangeServer server : servers) {
        if (server.site().isEmpty()) {
          context
              .problems()
              .add(
                  fields.spotOf("servers"),
                  "server `" + server.name() + "` states no `site`",
                  "the organization has several: `" + String.join("`, `", sites) + "`");
        }
      }
      return servers;
    }
    // Where the organization has one site, every server is there.
    return sites.isEmpty()
        ? servers
        : servers.stream()
            .map(server -> server.inSite(sites.asList().get(0)))
            .collect(ImmutableList.toImmutableList());
  }

  /** The sites by the spelling that comes first; case does not matter in Active Directory. */
  private static ImmutableSet<String> sites(ImmutableList<ExchangeServer> servers) {
    Map<String, String> sites = new LinkedHashMap<>();
    for (ExchangeServer server : servers) {
      server.site().ifPresent(site -> sites.putIfAbsent(Ascii.toLowerCase(site), site));
    }
    return ImmutableSet.copyOf(sites.values());
  }

  /** Mail of a Receive connector goes out through the Send connector that names it. */
  private void checkLinks(Fields fields, ImmutableList<ExchangeServer> servers) {
    ImmutableSet.Builder<String> known = ImmutableSet.builder();
    for (ExchangeServer server : servers) {
      server.receiveConnectors().forEach(c -> known.add(server.name() + "\\" + c.name()));
    }
    ImmutableSet<String> names = known.build();
    for (Located item : Trees.items(fields.object(), "sendConnectors")) {
      if (item instanceof Located.Obj connector) {
        connector
            .memberIgnoringCase("LinkedReceiveConnector")
            .map(Located.Member::value)
            .ifPresent(link -> checkLink(link, names));
      }
    }
  }

  /** The certificates of an Edge subscription are those of servers that are there. */
  private void checkSubscriptions(ImmutableList<Located> servers) {
    ImmutableList<String> names =
        servers.stream()
            .flatMap(s -> Trees.text(s, "name").stream())
            .collect(ImmutableList.toImmutableList());
    for (Located item : servers) {
      if (Trees.member(item, EdgeSubscription.KEY).orElse(item) instanceof Located.Obj held
          && held != item) {
        for (Located.Member member : held.members()) {
          if (names.stream().noneMatch(n -> Ascii.equalsIgnoreCase(n, member.name()))) {
            context
                .problems()
                .add(
                    member.nameSpot(),
                    "the organization has no server `" + member.name() + "`",
                    Suggestion.help(member.name(), names));
          }
        }
      }
    }
  }

  private void checkLink(Located link, ImmutableSet<String> names) {
    Optional<String> name = Trees.text(link);
    if (name.isPresent() && names.stream().noneMatch(n -> Ascii.equalsIgnoreCase(n, name.get()))) {
      context
          .problems()
          .add(
              link.spot(),
              "there is no Receive connector `" + name.get() + "`",
              Suggestion.help(name.get(), names));
    }
  }

  private void checkDomains(Fields fields, ImmutableList<AcceptedDomain> domains) {
    Duplicates.check(
        domains,
        d -> d.pattern().toString(),
        d ->
            context
                .problems()
                .add(
                    fields.spotOf("acceptedDomains"),
                    "`" + d.pattern() + "` is listed twice among the accepted domains",
                    "remove one"));
  }
}
