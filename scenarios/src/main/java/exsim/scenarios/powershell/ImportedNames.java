package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import exsim.model.InvalidValueException;
import exsim.model.mail.DomainName;
import exsim.model.net.IpAddress;
import exsim.scenarios.exchange.ObjectKind;
import exsim.scenarios.exchange.Printed;
import exsim.scenarios.json.Located;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names and addresses that exports only hint at: the tenant's, smart hosts', DNS records. */
final class ImportedNames {
  private static final String INITIAL = ".onmicrosoft.com";
  private static final int ADDRESS_FIRST = 10;

  private final ImmutableListMultimap<ObjectKind, Located.Obj> objects;
  private final ImportedServers servers;
  private final ImportNotes notes;
  private final List<Located> records = new ArrayList<>();
  private final List<Located> systems = new ArrayList<>();

  ImportedNames(
      ImmutableListMultimap<ObjectKind, Located.Obj> objects,
      ImportedServers servers,
      ImportNotes notes) {
    this.objects = objects;
    this.servers = servers;
    this.notes = notes;
    mailExchangers();
    hosts(ObjectKind.SEND_CONNECTOR, false);
    hosts(ObjectKind.OUTBOUND_CONNECTOR, true);
  }

  ImmutableList<Located> records() {
    return ImmutableList.copyOf(records);
  }

  ImmutableList<Located> mailSystems() {
    return ImmutableList.copyOf(systems);
  }

  /** The tenant's initial domain, which its accepted domains list. */
  String tenant() {
    List<String> domains = domains(ObjectKind.ONLINE_ACCEPTED_DOMAIN);
    for (String domain : domains) {
      if (domain.endsWith(INITIAL) && !domain.endsWith(".mail" + INITIAL)) {
        return domain;
      }
    }
    String first = domains.isEmpty() ? "contoso" : domains.get(0);
    int dot = first.indexOf('.');
    String name = (dot < 0 ? first : first.substring(0, dot)) + INITIAL;
    notes.invented(ImportNotes.EXPORTS, "the tenant's initial domain", name);
    return name;
  }

  private List<String> domains(ObjectKind kind) {
    return objects.get(kind).stream()
        .flatMap(o -> Documents.text(o, "DomainName").stream())
        .map(Ascii::toLowerCase)
        .toList();
  }

  /** Domains that the tenant does not have are taken to lead to the first server. */
  private void mailExchangers() {
    List<String> online = domains(ObjectKind.ONLINE_ACCEPTED_DOMAIN);
    String host = servers.firstFqdn();
    boolean any = false;
    for (String domain : new LinkedHashSet<>(domains(ObjectKind.ACCEPTED_DOMAIN))) {
      if (isName(domain) && !online.contains(domain) && !domain.endsWith(INITIAL)) {
        record(domain + ". IN MX 10 " + host + ".");
        any = true;
      }
    }
    if (any) {
      notes.invented(ImportNotes.EXPORTS, "the MX records", "MX records that name " + host);
      record(host + ". IN A " + servers.firstAddress());
    }
  }

  private void hosts(ObjectKind kind, boolean ours) {
    Set<String> seen = new LinkedHashSet<>();
    for (Located.Obj connector : objects.get(kind)) {
      connector
          .memberIgnoringCase("SmartHosts")
          .ifPresent(m -> smartHosts(m.value()).forEach(seen::add));
    }
    for (String host : seen) {
      boolean address = IpAddress.isLiteral(host);
      if (!host.equals("--") && !servers.isServer(host) && (address || isName(host))) {
        if (ours && !address && !objects.get(ObjectKind.RECEIVE_CONNECTOR).isEmpty()) {
          notes.invented(ImportNotes.EXPORTS, "who " + host + " is", "the first server");
          record(host + ". IN A " + servers.firstAddress());
        } else {
          smartHost(host, address);
        }
      }
    }
  }

  private static ImmutableList<String> smartHosts(Located value) {
    ImmutableList.Builder<String> hosts = ImmutableList.builder();
    try {
      for (Located item : Printed.items(value)) {
        Optional<String> text = Printed.text(item);
        text.map(Ascii::toLowerCase).ifPresent(hosts::add);
      }
    } catch (InvalidValueException e) {
      return ImmutableList.of(); // the connector itself is left out, with a note
    }
    return hosts.build();
  }

  private void smartHost(String host, boolean literal) {
    String address =
        literal
            ? IpAddress.parse(host).toString()
            : "203.0.113." + (ADDRESS_FIRST + systems.size());
    String fqdn = literal ? "smart-host-" + (systems.size() + 1) + ".example" : host;
    notes.invented(ImportNotes.EXPORTS, "what stands at smart host " + host, "a mail system");
    systems.add(
        new JsonObject()
            .text("name", host)
            .list(
                "hosts",
                ImmutableList.of(
                    new JsonObject()
                        .text("fqdn", fqdn)
                        .list("addresses", ImmutableList.of(JsonObject.text(address)))
                        .build()))
            .build());
    if (!literal) {
      record(host + ". IN A " + address);
    }
  }

  private void record(String line) {
    Located text = JsonObject.text(line);
    if (records.stream().noneMatch(text::sameAs)) {
      records.add(text);
    }
  }

  private static boolean isName(String text) {
    try {
      return !DomainName.parse(text).ascii().isEmpty();
    } catch (InvalidValueException e) {
      return false;
    }
  }
}
