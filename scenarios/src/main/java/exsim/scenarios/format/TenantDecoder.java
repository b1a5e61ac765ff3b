package exsim.scenarios.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.mail.EmailAddress;
import exsim.model.online.OutboundConnector;
import exsim.model.online.Tenant;
import exsim.model.online.TransportRule;
import exsim.scenarios.exchange.Caution;
import exsim.scenarios.exchange.InboundCaution;
import exsim.scenarios.exchange.ObjectKind;
import exsim.scenarios.exchange.OrganizationFacts;
import exsim.scenarios.exchange.TenantCautions;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Spot;
import exsim.scenarios.json.Suggestion;
import exsim.simulator.online.ServiceNames;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Decodes one entry of {@code exchangeOnline}. */
final class TenantDecoder {
  private final Context context;
  private final ExchangeObjects objects;

  TenantDecoder(Context context) {
    this.context = context;
    this.objects = new ExchangeObjects(context);
  }

  Optional<Tenant> decode(Located value, Problems problems) {
    return Fields.of(value, problems).flatMap(fields -> decode(fields, problems));
  }

  private Optional<Tenant> decode(Fields fields, Problems problems) {
    Optional<DomainName> name = fields.required("name", Decoders.DOMAIN);
    name.ifPresent(n -> context.names().system(n.ascii(), fields.spotOf("name")));
    ImmutableList<AcceptedDomain> domains =
        withInitial(
            name,
            fields
                .raw("acceptedDomains")
                .map(objects::onlineAcceptedDomains)
                .orElse(ImmutableList.of()));
    Tenant.Connectors connectors =
        new Tenant.Connectors(
            fields
                .raw("inboundConnectors")
                .map(objects::inboundConnectors)
                .orElse(ImmutableList.of()),
            fields
                .raw("outboundConnectors")
                .map(objects::outboundConnectors)
                .orElse(ImmutableList.of()));
    Tenant.Settings settings =
        objects
            .settings(
                fields.raw("transportConfig"),
                fields.raw("organizationConfig"),
                fields.raw("casMailboxes"))
            .withSecurityDefaults(fields.optional("securityDefaults", Decoders.BOOL, false))
            .with(
                objects.authenticationPolicies(
                    fields.raw("authenticationPolicies"),
                    fields.raw("organizationConfig"),
                    fields.raw("users")));
    ImmutableList<TransportRule> rules =
        fields.raw("transportRules").map(objects::transportRules).orElse(ImmutableList.of());
    Optional<ImmutableSet<EmailAddress>> mailboxes =
        fields.optional("mailboxes", Decoders.set(Decoders.EMAIL));
    ImmutableMap<EmailAddress, EmailAddress> forwarding =
        fields.optional(
            "forwarding", Decoders.map(EmailAddress::parse, Decoders.EMAIL), ImmutableMap.of());
    ImmutableMap<EmailAddress, String> highVolume =
        fields.optional(
            "hveAccounts", Decoders.map(EmailAddress::parse, Decoders.NAME), ImmutableMap.of());
    ImmutableMap<EmailAddress, Boolean> groups =
        fields.optional(
            "groups", Decoders.map(EmailAddress::parse, Decoders.BOOL), ImmutableMap.of());
    ImmutableMap<EmailAddress, EmailAddress> remote =
        fields.optional(
            "remoteRecipients",
            Decoders.map(EmailAddress::parse, Decoders.EMAIL),
            ImmutableMap.of());
    objects.check(
        fields.raw("remoteDomains"), ObjectKind.ONLINE_REMOTE_DOMAIN, OrganizationFacts.ONLINE);
    Set<DomainName> own = new HashSet<>();
    domains.forEach(d -> own.add(d.pattern().domain()));
    ImmutableMap<DomainName, DomainName> mxHosts =
        fields.optional(
            "mxHosts", Decoders.map(DomainName::parse, Decoders.DOMAIN), ImmutableMap.of());
    ImmutableSet<DomainName> dane =
        fields.optional(
            "smtpDaneInbound",
            Decoders.set((domain, found) -> accepted(domain, own, found)),
            ImmutableSet.of());
    ImmutableSet<DomainName> ipv6 =
        fields.optional(
            "ipv6Inbound",
            Decoders.set((domain, found) -> accepted(domain, own, found)),
            ImmutableSet.of());
    fields.noOthers();
    mxHosts.keySet().forEach(d -> checkAccepted(d, own, fields.spotOf("mxHosts"), problems));
    mxHosts.values().forEach(context.names()::host);
    checkDomains(fields, domains);
    new InboundOverlaps(context.warnings())
        .ofPartners(connectors.inbound(), fields.spotOf("inboundConnectors"));
    checkDane(fields, dane, mxHosts);
    checkRules(fields, rules, connectors.outbound());
    warn(fields, "transportRules", TenantCautions.ofRules(rules, connectors.outbound()));
    warn(fields, "acceptedDomains", TenantCautions.ofDomains(domains, connectors.outbound()));
    mailboxes.ifPresent(all -> checkRecipients(fields, "mailboxes", "mailbox", all, own));
    checkRecipients(fields, "groups", "group", groups.keySet(), own);
    warn(fields, "groups", TenantCautions.ofGroups(groups.keySet(), connectors.outbound()));
    return name.map(
        n ->
            new Tenant(
                n,
                domains,
                connectors,
                settings,
                rules,
                new Tenant.Recipients(mailboxes, forwarding, remote, highVolume, groups),
                mxHosts,
                dane,
                ipv6));
  }

  private static ImmutableList<AcceptedDomain> withInitial(
      Optional<DomainName> name, ImmutableList<AcceptedDomain> listed) {
    if (name.isEmpty() || listed.stream().anyMatch(d -> d.pattern().domain().equals(name.get()))) {
      return listed;
    }
    AcceptedDomain initial =
        new AcceptedDomain(
            name.get().ascii(),
            new DomainPattern(DomainPattern.Kind.EXACT, name.get()),
            AcceptedDomain.Type.AUTHORITATIVE,
            false);
    return ImmutableList.<AcceptedDomain>builder().addAll(listed).add(initial).build();
  }

  private static Optional<DomainName> accepted(
      Located value, Set<DomainName> own, Problems problems) {
    Optional<DomainName> domain = Decoders.DOMAIN.decode(value, problems);
    domain.ifPresent(d -> checkAccepted(d, own, value.spot(), problems));
    return domain;
  }

  private static void checkAccepted(
      DomainName domain, Set<DomainName> own, Spot spot, Problems problems) {
    if (!own.contains(domain)) {
      problems.add(
          spot,
          "`" + domain + "` is not an accepted domain of the tenant",
          Suggestion.help(domain.ascii(), own.stream().map(DomainName::ascii).sorted().toList()));
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

  private void checkDane(
      Fields fields, ImmutableSet<DomainName> dane, ImmutableMap<DomainName, DomainName> mxHosts) {
    for (DomainName domain : dane) {
      if (mxHosts.getOrDefault(domain, domain).isBelow(ServiceNames.SIGNED_ZONE)) {
        continue;
      }
      InboundCaution caution = InboundCaution.DANE_WITHOUT_DNSSEC;
      context
          .warnings()
          .add(
              fields.spotOf("smtpDaneInbound"),
              caution.id() + " " + caution.sentence() + ": " + domain,
              caution.help());
    }
  }

  private void checkRules(
      Fields fields, ImmutableList<TransportRule> rules, ImmutableList<OutboundConnector> all) {
    ImmutableSet<String> names =
        all.stream().map(OutboundConnector::name).collect(ImmutableSet.toImmutableSet());
    for (TransportRule rule : rules) {
      rule.routeVia()
          .filter(via -> names.stream().noneMatch(n -> n.equalsIgnoreCase(via)))
          .ifPresent(
              via ->
                  context
                      .problems()
                      .add(
                          fields.spotOf("transportRules"),
                          "transport rule `"
                              + rule.name()
                              + "` routes through `"
                              + via
                              + "`, and there is no such outbound connector",
                          Suggestion.help(via, names)));
    }
  }

  private void warn(Fields fields, String key, ImmutableList<Caution> cautions) {
    for (Caution caution : cautions) {
      context
          .warnings()
          .add(fields.spotOf(key), caution.id() + " " + caution.sentence(), caution.help());
    }
  }

  private void checkRecipients(
      Fields fields,
      String key,
      String kind,
      ImmutableSet<EmailAddress> recipients,
      Set<DomainName> own) {
    for (EmailAddress recipient : recipients) {
      if (!isWithin(recipient.domain(), own)) {
        context
            .warnings()
            .add(
                fields.spotOf(key),
                "the " + kind + " `" + recipient + "` is in no accepted domain of the tenant",
                "list its domain under `acceptedDomains`");
      }
    }
  }

  private static boolean isWithin(DomainName domain, Set<DomainName> own) {
    for (DomainName name = domain; name.labelCount() > 0; name = name.parent()) {
      if (own.contains(name)) {
        return true;
      }
    }
    return false;
  }
}
