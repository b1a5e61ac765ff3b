package exsim.scenarios.powershell;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import exsim.scenarios.exchange.AcceptedDomains;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.InboundConnectors;
import exsim.scenarios.exchange.ObjectKind;
import exsim.scenarios.exchange.OrganizationFacts;
import exsim.scenarios.exchange.OutboundConnectors;
import exsim.scenarios.exchange.SendConnectors;
import exsim.scenarios.exchange.TransportConfigs;
import exsim.scenarios.exchange.TransportRules;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import java.util.Optional;

/** Makes a scenario that stands by itself out of exports. */
public final class Importer {
  private final ImportNotes notes;
  private final ImmutableListMultimap<ObjectKind, Located.Obj> objects;

  private Importer(ImportNotes notes, ImmutableListMultimap<ObjectKind, Located.Obj> objects) {
    this.notes = notes;
    this.objects = objects;
  }

  /**
   * One export.
   *
   * @param kind what is in it
   * @param file what problems call it
   * @param bytes its content
   */
  public record Source(ObjectKind kind, String file, byte[] bytes) {}

  /**
   * Makes a scenario.
   *
   * @param sources the exports
   * @param findings takes what cannot be read as problems; what had to be invented or left out as
   *     warnings
   * @return empty when an export cannot be read
   */
  public static Optional<Located.Obj> scenario(ImmutableList<Source> sources, Findings findings) {
    ListMultimap<ObjectKind, Located.Obj> read =
        MultimapBuilder.enumKeys(ObjectKind.class).arrayListValues().build();
    for (Source source : sources) {
      read.putAll(
          source.kind(), ExportReader.read(source.file(), source.bytes(), source.kind(), findings));
    }
    if (!findings.problems().isEmpty()) {
      return Optional.empty();
    }
    ImportNotes notes = new ImportNotes(findings);
    return Optional.of(new Importer(notes, ImmutableListMultimap.copyOf(read)).scenario());
  }

  private Located.Obj scenario() {
    JsonObject scenario = new JsonObject().text("title", "Imported from Exchange");
    ImportedCertificates certificates =
        new ImportedCertificates(objects.get(ObjectKind.EXCHANGE_CERTIFICATE), notes);
    ImportedServers servers = new ImportedServers(objects, certificates, notes);
    ImportedNames names = new ImportedNames(objects, servers, notes);
    boolean onPremises = objects.keySet().stream().anyMatch(kind -> !kind.online());
    boolean online = objects.keySet().stream().anyMatch(ObjectKind::online);
    if (onPremises) {
      scenario.list("onPremises", ImmutableList.of(organization(servers)));
    }
    if (online) {
      scenario.list("exchangeOnline", ImmutableList.of(tenant(names)));
    }
    names.mailSystems().forEach(system -> scenario.append("mailSystems", system));
    certificates.addTo(scenario);
    if (!names.records().isEmpty()) {
      scenario.with("dns", new JsonObject().list("records", names.records()).build());
    }
    return scenario.build();
  }

  private Located.Obj organization(ImportedServers servers) {
    OrganizationFacts facts = servers.facts();
    JsonObject organization = new JsonObject().text("name", "on-premises");
    organization.list("acceptedDomains", acceptedDomains(false, facts));
    for (Located.Obj config : objects.get(ObjectKind.TRANSPORT_CONFIG)) {
      keep(config, ObjectKind.TRANSPORT_CONFIG, facts)
          .filter(
              kept -> notes.accepts(kept, f -> TransportConfigs.decode(kept, facts, f).isPresent()))
          .ifPresent(kept -> organization.with("transportConfig", kept));
    }
    for (Located.Obj connector : objects.get(ObjectKind.SEND_CONNECTOR)) {
      keep(connector, ObjectKind.SEND_CONNECTOR, facts)
          .map(this::withCredential)
          .filter(
              kept -> notes.accepts(kept, f -> SendConnectors.decode(kept, facts, f).isPresent()))
          .ifPresent(kept -> organization.append("sendConnectors", kept));
    }
    return organization.list("servers", servers.documents()).build();
  }

  /** Credentials are never exported, and a connector with Basic authentication needs one. */
  private Located.Obj withCredential(Located.Obj connector) {
    boolean basic =
        Documents.text(connector, "SmartHostAuthMechanism")
            .filter(m -> m.startsWith("Basic"))
            .isPresent();
    if (!basic || connector.memberIgnoringCase("AuthenticationCredential").isPresent()) {
      return connector;
    }
    notes.invented(connector.spot(), "AuthenticationCredential", "a credential");
    Spot spot = connector.spot();
    return connector.with("AuthenticationCredential", new Located.Text(spot, "not exported"));
  }

  private Located.Obj tenant(ImportedNames names) {
    OrganizationFacts facts = OrganizationFacts.ONLINE;
    JsonObject tenant = new JsonObject().text("name", names.tenant());
    tenant.list("acceptedDomains", acceptedDomains(true, facts));
    for (Located.Obj connector : objects.get(ObjectKind.INBOUND_CONNECTOR)) {
      keep(connector, ObjectKind.INBOUND_CONNECTOR, facts)
          .filter(kept -> notes.accepts(kept, f -> InboundConnectors.decode(kept, f).isPresent()))
          .ifPresent(kept -> tenant.append("inboundConnectors", kept));
    }
    for (Located.Obj connector : objects.get(ObjectKind.OUTBOUND_CONNECTOR)) {
      keep(connector, ObjectKind.OUTBOUND_CONNECTOR, facts)
          .filter(kept -> notes.accepts(kept, f -> OutboundConnectors.decode(kept, f).isPresent()))
          .ifPresent(kept -> tenant.append("outboundConnectors", kept));
    }
    for (Located.Obj rule : objects.get(ObjectKind.ONLINE_TRANSPORT_RULE)) {
      keep(rule, ObjectKind.ONLINE_TRANSPORT_RULE, facts)
          .filter(kept -> notes.accepts(kept, f -> TransportRules.decode(kept, f).isPresent()))
          .ifPresent(kept -> tenant.append("transportRules", kept));
    }
    setting(tenant, "transportConfig", ObjectKind.ONLINE_TRANSPORT_CONFIG);
    setting(tenant, "organizationConfig", ObjectKind.ONLINE_ORGANIZATION_CONFIG);
    return tenant.build();
  }

  private void setting(JsonObject tenant, String key, ObjectKind kind) {
    for (Located.Obj config : objects.get(kind)) {
      keep(config, kind, OrganizationFacts.ONLINE)
          .filter(
              kept ->
                  notes.accepts(
                      kept, f -> TransportConfigs.check(kind, kept, OrganizationFacts.ONLINE, f)))
          .ifPresent(kept -> tenant.with(key, kept));
    }
  }

  private ImmutableList<Located> acceptedDomains(boolean online, OrganizationFacts facts) {
    ObjectKind kind = online ? ObjectKind.ONLINE_ACCEPTED_DOMAIN : ObjectKind.ACCEPTED_DOMAIN;
    ImmutableList.Builder<Located> domains = ImmutableList.builder();
    for (Located.Obj domain : objects.get(kind)) {
      keep(domain, kind, facts)
          .filter(
              kept ->
                  notes.accepts(
                      kept,
                      f ->
                          (online
                                  ? AcceptedDomains.decodeOnline(kept, f)
                                  : AcceptedDomains.decode(kept, facts, f))
                              .isPresent()))
          .ifPresent(domains::add);
    }
    return domains.build();
  }

  private Optional<Located.Obj> keep(Located.Obj object, ObjectKind kind, OrganizationFacts facts) {
    return new ImportedObject(kind, facts, notes).of(object);
  }
}
