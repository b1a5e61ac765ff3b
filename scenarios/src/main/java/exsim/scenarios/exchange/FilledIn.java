package exsim.scenarios.exchange;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.onprem.ExchangeVersion;
import exsim.scenarios.json.Located;
import java.util.Optional;

/** Objects with what Exchange writes into them itself where a command leaves it out. */
public final class FilledIn {
  private FilledIn() {}

  /** A Send connector with its routing and its source servers. */
  public static Located.Obj sendConnector(Located.Obj object, OrganizationFacts facts) {
    Fields fields = Fields.of(ObjectKind.SEND_CONNECTOR, object, facts, Findings.of(""));
    ImmutableList<String> sources = SendConnectors.sourceServers(fields);
    ImmutableList<String> hosts = fields.get(SendProperties.SMART_HOSTS);
    Filling filling =
        new Filling(object)
            .put(
                SendProperties.DNS_ROUTING_ENABLED.name(),
                SendConnectors.usesDns(fields) ? "True" : "False")
            .put(SendProperties.SOURCE_TRANSPORT_SERVERS.name(), sources)
            .put(
                "SmartHostsString",
                String.join(",", hosts.stream().map(SmartHosts::printed).toList()));
    if (!sources.isEmpty()) {
      filling.put("HomeMtaServerId", sources.get(0));
    }
    return filling.named("");
  }

  /**
   * A Receive connector with its service and the names of its server.
   *
   * @param fqdn the server's full name
   */
  public static Located.Obj receiveConnector(Located.Obj object, ServerFacts server, String fqdn) {
    Filling filling =
        new Filling(object)
            .put(ReceiveProperties.FQDN.name(), fqdn)
            .put(ReceiveProperties.SERVER.name(), server.name());
    if (server.version().atLeast(ExchangeVersion.E2013)) {
      filling.put(
          ReceiveProperties.TRANSPORT_ROLE.name(),
          ReceiveConnectors.serviceOf(object, server).text());
    }
    return filling.named(server.name() + "\\");
  }

  /** Any other object with its identity, which is its name unless it has another. */
  public static Located.Obj named(Located.Obj object) {
    return new Filling(object).named("");
  }

  /** An accepted domain with its name; the first one is the default unless another is. */
  public static Located.Obj acceptedDomain(Located.Obj object, boolean isDefault) {
    Filling filling = new Filling(object);
    filling.text("DomainName").ifPresent(domain -> filling.put("Name", domain));
    return filling.put("Default", isDefault ? "True" : "False").named("");
  }

  /**
   * An accepted domain of Exchange Online with its name.
   *
   * @param tenant the tenant's initial domain
   * @param dane the domains with inbound DANE
   */
  public static Located.Obj onlineAcceptedDomain(
      Located.Obj object, boolean isDefault, String tenant, ImmutableSet<String> dane) {
    Optional<String> domain = new Filling(object).text("DomainName").map(Ascii::toLowerCase);
    return acceptedDomain(
        new Filling(object)
            .put("InitialDomain", domain.filter(tenant::equals).isPresent() ? "True" : "False")
            .put(
                "SmtpDaneStatus",
                domain.filter(dane::contains).isPresent() ? "Enabled" : "Disabled")
            .named(""),
        isDefault);
  }

  private static final class Filling {
    private Located.Obj object;

    Filling(Located.Obj object) {
      this.object = object;
    }

    Optional<String> text(String name) {
      return object.memberIgnoringCase(name).flatMap(m -> Printed.text(m.value()));
    }

    Filling put(String name, String value) {
      return put(name, new Located.Text(object.spot(), value));
    }

    Filling put(String name, ImmutableList<String> values) {
      ImmutableList<Located> items =
          values.stream()
              .map(value -> new Located.Text(object.spot(), value))
              .collect(ImmutableList.toImmutableList());
      return put(name, new Located.Arr(object.spot(), items));
    }

    private Filling put(String name, Located value) {
      if (object.memberIgnoringCase(name).isEmpty()) {
        object = object.with(name, value);
      }
      return this;
    }

    /** The object with the identity that its name makes, after something else. */
    Located.Obj named(String before) {
      Optional<String> name = text("Name");
      if (name.isPresent()) {
        put("Identity", before + name.get());
      }
      text("Identity").ifPresent(identity -> put("Id", identity));
      return object;
    }
  }
}
