package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.scenarios.exchange.Caution;
import exsim.scenarios.exchange.CmdletRefusal;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.NearName;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import exsim.scenarios.powershell.Cmdlet.Noun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The usage that a connector is made for: it sets the defaults, and is not kept. */
final class Usage {
  /** The usages, with what a Receive connector gets from each (RC-055). */
  private enum Kind {
    CUSTOM("Custom", "None", "Tls"),
    INTERNET("Internet", "AnonymousUsers", "Tls"),
    INTERNAL("Internal", "ExchangeServers, ExchangeLegacyServers", "Tls, ExchangeServer"),
    PARTNER("Partner", "Partners", "Tls"),
    CLIENT("Client", "ExchangeUsers", "Tls, Integrated, BasicAuth, BasicAuthRequireTLS");

    private final String text;
    private final String groups;
    private final String mechanism;

    Kind(String text, String groups, String mechanism) {
      this.text = text;
      this.groups = groups;
      this.mechanism = mechanism;
    }
  }

  private final BoundCall call;
  private final Spot at;
  private final Findings findings;

  Usage(BoundCall call, Spot at, Findings findings) {
    this.call = call;
    this.at = at;
    this.findings = findings;
  }

  /** The connector with what its usage gives it; empty when the usage does not allow it. */
  Optional<Located.Obj> complete(Located.Obj typed, boolean edge) {
    Optional<Kind> kind = kind();
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    if (call.cmdlet().noun() == Noun.SEND_CONNECTOR) {
      return Optional.of(
          kind.get() == Kind.INTERNAL ? orText(typed, "MaxMessageSize", "Unlimited") : typed);
    }
    return receive(typed, kind.get(), edge);
  }

  private Optional<Kind> kind() {
    List<Kind> given = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (call.isOn(kind.text)) {
        given.add(kind);
      }
    }
    Optional<String> usage = call.text("Usage");
    if (usage.isPresent()) {
      boolean send = call.cmdlet().noun() == Noun.SEND_CONNECTOR;
      List<String> words = new ArrayList<>();
      boolean known = false;
      for (Kind kind : Kind.values()) {
        if (kind == Kind.CLIENT && send) {
          continue;
        }
        words.add(kind.text);
        if (Ascii.equalsIgnoreCase(kind.text, usage.get())) {
          given.add(kind);
          known = true;
        }
      }
      if (!known) {
        findings
            .problems()
            .add(
                at,
                "-Usage `" + usage.get() + "` does not exist",
                NearName.questionOrAll(usage.get(), words));
        return Optional.empty();
      }
    }
    if (given.size() > 1) {
      return refuse(CmdletRefusal.TWO_USAGES);
    }
    return Optional.of(given.isEmpty() ? Kind.CUSTOM : given.get(0));
  }

  private Optional<Located.Obj> receive(Located.Obj typed, Kind kind, boolean edge) {
    boolean bindings = typed.memberIgnoringCase("Bindings").isPresent();
    boolean ranges = typed.memberIgnoringCase("RemoteIPRanges").isPresent();
    if (kind == Kind.CLIENT && edge) {
      return refuse(CmdletRefusal.CLIENT_ON_EDGE);
    }
    if (kind == Kind.INTERNET && ranges) {
      return refuse(CmdletRefusal.INTERNET_WITH_RANGES);
    }
    if (kind != Kind.INTERNET && !ranges) {
      return refuse(CmdletRefusal.USAGE_NEEDS_RANGES);
    }
    if (!bindings && kind != Kind.CLIENT && kind != Kind.INTERNAL) {
      return refuse(CmdletRefusal.USAGE_NEEDS_BINDINGS);
    }
    Located.Obj made = typed;
    if (bindings && (kind == Kind.CLIENT || kind == Kind.INTERNAL)) {
      Caution caution = Caution.USAGE_WITH_BINDINGS;
      findings.warnings().add(at, caution.id() + " " + caution.sentence(), caution.help());
    }
    if (!bindings) {
      made = orList(made, "Bindings", kind == Kind.CLIENT ? "0.0.0.0:587" : "0.0.0.0:25");
    }
    if (kind == Kind.INTERNET) {
      made = orList(made, "RemoteIPRanges", "0.0.0.0-255.255.255.255");
    }
    made = orText(made, "PermissionGroups", groups(kind, edge));
    return Optional.of(orText(made, "AuthMechanism", kind.mechanism));
  }

  /** Edge servers have no group for Exchange 2003. */
  private static String groups(Kind kind, boolean edge) {
    return kind == Kind.INTERNAL && edge ? "ExchangeServers" : kind.groups;
  }

  private Located.Obj orText(Located.Obj object, String name, String value) {
    return object.memberIgnoringCase(name).isPresent()
        ? object
        : object.with(name, new Located.Text(at, value));
  }

  private Located.Obj orList(Located.Obj object, String name, String value) {
    return object.with(name, new Located.Arr(at, ImmutableList.of(new Located.Text(at, value))));
  }

  private <T> Optional<T> refuse(CmdletRefusal refusal) {
    findings.problems().add(at, refusal.id() + " " + refusal.sentence(), refusal.help());
    return Optional.empty();
  }
}
