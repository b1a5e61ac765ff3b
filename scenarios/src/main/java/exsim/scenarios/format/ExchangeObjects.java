package exsim.scenarios.format;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.mail.AcceptedDomain;
import exsim.model.online.AuthenticationPolicies;
import exsim.model.online.InboundConnector;
import exsim.model.online.OutboundConnector;
import exsim.model.online.Tenant;
import exsim.model.online.TransportRule;
import exsim.model.onprem.Organization;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.onprem.SendConnector;
import exsim.scenarios.exchange.AcceptedDomains;
import exsim.scenarios.exchange.AuthenticationPolicyDecoder;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.InboundConnectors;
import exsim.scenarios.exchange.ObjectKind;
import exsim.scenarios.exchange.OrganizationFacts;
import exsim.scenarios.exchange.OutboundConnectors;
import exsim.scenarios.exchange.ReceiveConnectors;
import exsim.scenarios.exchange.SendConnectors;
import exsim.scenarios.exchange.ServerFacts;
import exsim.scenarios.exchange.TransportConfigs;
import exsim.scenarios.exchange.TransportRules;
import exsim.scenarios.exchange.TransportServices;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Decodes the places of a document that hold objects as Exchange prints them. */
final class ExchangeObjects {
  private static final Tenant.Settings SETTINGS_DEFAULT =
      new Tenant.Settings(Optional.empty(), ImmutableMap.of(), false, false, Optional.empty());

  private final Findings findings;

  ExchangeObjects(Context context) {
    this.findings = context.findings();
  }

  ImmutableList<AcceptedDomain> acceptedDomains(Located value, OrganizationFacts facts) {
    return all(value, domain -> AcceptedDomains.decode(domain, facts, findings));
  }

  ImmutableList<AcceptedDomain> onlineAcceptedDomains(Located value) {
    return all(value, domain -> AcceptedDomains.decodeOnline(domain, findings));
  }

  ImmutableList<SendConnector> sendConnectors(Located value, OrganizationFacts facts) {
    return named(
        value, SendConnector::name, object -> SendConnectors.decode(object, facts, findings));
  }

  ImmutableList<ReceiveConnector> receiveConnectors(Located value, ServerFacts server) {
    List<Located.Obj> objects = new ArrayList<>();
    List<ReceiveConnector> connectors = new ArrayList<>();
    named(
        value,
        ReceiveConnector::name,
        object -> {
          Optional<ReceiveConnector> decoded = ReceiveConnectors.decode(object, server, findings);
          decoded.ifPresent(
              connector -> {
                objects.add(object);
                connectors.add(connector);
              });
          return decoded;
        });
    ImmutableList<ReceiveConnector> all = ImmutableList.copyOf(connectors);
    ReceiveConnectors.checkTogether(ImmutableList.copyOf(objects), all, findings);
    return all;
  }

  ImmutableList<InboundConnector> inboundConnectors(Located value) {
    return named(
        value, InboundConnector::name, object -> InboundConnectors.decode(object, findings));
  }

  ImmutableList<OutboundConnector> outboundConnectors(Located value) {
    return named(
        value, OutboundConnector::name, object -> OutboundConnectors.decode(object, findings));
  }

  ImmutableList<TransportRule> transportRules(Located value) {
    return named(value, TransportRule::name, object -> TransportRules.decode(object, findings));
  }

  Optional<Organization.TransportConfig> transportConfig(Located value, OrganizationFacts facts) {
    return object(value).flatMap(object -> TransportConfigs.decode(object, facts, findings));
  }

  TransportServices transportService(Optional<Located> value, Spot server, ServerFacts facts) {
    Located.Obj none = new Located.Obj(server, ImmutableList.of());
    return TransportServices.decode(value.flatMap(this::object).orElse(none), facts, findings);
  }

  Tenant.Settings settings(
      Optional<Located> transport, Optional<Located> organization, Optional<Located> mailboxes) {
    return TransportConfigs.decodeOnline(
            transport.flatMap(this::object),
            organization.flatMap(this::object),
            mailboxes.map(this::objects).orElse(ImmutableList.of()),
            findings)
        .orElse(SETTINGS_DEFAULT);
  }

  AuthenticationPolicies authenticationPolicies(
      Optional<Located> policies, Optional<Located> organization, Optional<Located> users) {
    return new AuthenticationPolicyDecoder(findings)
        .decode(
            policies.map(this::objects).orElse(ImmutableList.of()),
            organization.flatMap(this::object),
            users.map(this::objects).orElse(ImmutableList.of()));
  }

  /** Checks objects that have no bearing on mail flow. */
  void check(Optional<Located> value, ObjectKind kind, OrganizationFacts facts) {
    value
        .map(v -> v instanceof Located.Arr ? objects(v) : object(v).stream().toList())
        .ifPresent(
            all -> all.forEach(object -> TransportConfigs.check(kind, object, facts, findings)));
  }

  private <T> ImmutableList<T> named(
      Located value, Function<T, String> name, Function<Located.Obj, Optional<T>> decode) {
    List<Located.Obj> objects = new ArrayList<>();
    List<T> decoded = new ArrayList<>();
    for (Located.Obj object : objects(value)) {
      decode
          .apply(object)
          .ifPresent(
              thing -> {
                objects.add(object);
                decoded.add(thing);
              });
    }
    List<Integer> indexes = new ArrayList<>();
    for (int i = 0; i < decoded.size(); i++) {
      indexes.add(i);
    }
    Duplicates.check(
        indexes,
        i -> Ascii.toLowerCase(name.apply(decoded.get(i))),
        i ->
            findings
                .problems()
                .add(
                    objects
                        .get(i)
                        .memberIgnoringCase("Name")
                        .map(m -> m.value().spot())
                        .orElse(objects.get(i).spot()),
                    "two objects have the name `" + name.apply(decoded.get(i)) + "`",
                    "give one another name"));
    return ImmutableList.copyOf(decoded);
  }

  private ImmutableList<Located.Obj> objects(Located value) {
    return all(value, this::object);
  }

  private <T> ImmutableList<T> all(Located value, Function<Located, Optional<T>> decode) {
    return Decoders.list((item, found) -> decode.apply(item))
        .decode(value, findings.problems())
        .orElse(ImmutableList.of());
  }

  private Optional<Located.Obj> object(Located value) {
    return value instanceof Located.Obj object
        ? Optional.of(object)
        : Decoders.wrongType("an object", value, findings.problems());
  }
}
