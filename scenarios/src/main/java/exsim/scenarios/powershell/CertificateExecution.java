package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.model.onprem.TlsCertificateName;
import exsim.scenarios.exchange.CmdletRefusal;
import exsim.scenarios.exchange.EdgeSubscription;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.NearName;
import exsim.scenarios.exchange.ServerFacts;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import exsim.scenarios.powershell.Cmdlet.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Enables and removes certificates, whose names in the scenario stand for their thumbprints. */
final class CertificateExecution {
  private static final String NONE = "None";
  private static final ImmutableList<String> SERVICES =
      ImmutableList.of("IMAP", "POP", "UM", "IIS", "SMTP", "Federation", "UMCallRouter", NONE);

  private final Owner owner;
  private final Located.Obj document;
  private final Spot at;
  private final Findings findings;

  CertificateExecution(Owner owner, Located.Obj document, Spot at, Findings findings) {
    this.owner = owner;
    this.document = document;
    this.at = at;
    this.findings = findings;
  }

  Optional<Located.Obj> run(BoundCall call) {
    if (call.cmdlet().verb() == Verb.GET) {
      return Optional.of(owner.object());
    }
    Optional<String> identity = call.text("Thumbprint").or(() -> call.text("Identity"));
    if (identity.isEmpty()) {
      return refuse(call.cmdlet() + " needs -Thumbprint", "name the certificate");
    }
    int backslash = identity.get().indexOf('\\');
    String name = identity.get().substring(backslash + 1);
    Optional<String> serverName =
        backslash > 0
            ? Optional.of(identity.get().substring(0, backslash))
            : call.text("Server").or(() -> owner.local().map(ServerFacts::name));
    Optional<Located.Obj> certificate =
        Documents.object(document, "certificates").flatMap(all -> Documents.object(all, name));
    if (certificate.isEmpty()) {
      return refuse(
          "there is no certificate `" + name + "`", NearName.questionOrAll(name, names()));
    }
    Optional<Integer> server = server(serverName, name, call);
    if (server.isEmpty()) {
      return Optional.empty();
    }
    return call.cmdlet().verb() == Verb.ENABLE
        ? enable(call, name, server.get())
        : remove(name, certificate.get(), server.get());
  }

  private ImmutableList<String> names() {
    return Documents.object(document, "certificates")
        .map(
            all ->
                all.members().stream()
                    .map(Located.Member::name)
                    .collect(ImmutableList.toImmutableList()))
        .orElse(ImmutableList.of());
  }

  /** The server named; or the only one; or, for a removal, the only one that has it. */
  private Optional<Integer> server(Optional<String> wanted, String certificate, BoundCall call) {
    ImmutableList<Located> servers = Documents.items(owner.object(), "servers");
    List<Integer> candidates = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < servers.size(); i++) {
      if (servers.get(i) instanceof Located.Obj server) {
        String name = Documents.text(server, "name").orElse("");
        names.add(name);
        boolean meant =
            wanted.map(w -> Ascii.equalsIgnoreCase(w, name)).orElse(true)
                && (wanted.isPresent() || servers.size() == 1 || has(server, certificate));
        if (meant) {
          candidates.add(i);
        }
      }
    }
    if (candidates.size() == 1) {
      return Optional.of(candidates.get(0));
    }
    if (wanted.isPresent()) {
      refuse(
          "there is no server `" + wanted.get() + "`", NearName.questionOrAll(wanted.get(), names));
    } else {
      refuse(call.cmdlet() + " needs -Server", NearName.oneOf(names));
    }
    return Optional.empty();
  }

  private static boolean has(Located.Obj server, String certificate) {
    return Documents.items(server, "certificates").stream()
        .anyMatch(item -> nameOf(item).equals(certificate));
  }

  private static String nameOf(Located item) {
    if (item instanceof Located.Obj object) {
      return Documents.text(object, "name").orElse("");
    }
    return item instanceof Located.Text text ? text.text() : "";
  }

  private Optional<Located.Obj> enable(BoundCall call, String name, int index) {
    Located.Obj server = (Located.Obj) Documents.items(owner.object(), "servers").get(index);
    List<String> services = new ArrayList<>(services(call));
    if (services.isEmpty()) {
      return Optional.empty();
    }
    boolean forSmtp = services.stream().anyMatch(s -> Ascii.equalsIgnoreCase(s, "SMTP"));
    ImmutableList.Builder<Located> others = ImmutableList.builder();
    boolean installed = false;
    for (Located item : Documents.items(server, "certificates")) {
      if (!nameOf(item).equals(name)) {
        others.add(item);
        continue;
      }
      installed = true;
      services.addAll(
          0, item instanceof Located.Text ? ImmutableList.of("SMTP") : servicesOf(item));
    }
    if (!installed) {
      findings
          .warnings()
          .add(at, "certificate `" + name + "` was not installed", "it is installed now");
    }
    ImmutableList<String> enabledFor = distinct(services);
    Located text = new Located.Text(at, name);
    Located entry =
        enabledFor.equals(ImmutableList.of("SMTP"))
            ? text
            : new Located.Obj(at, ImmutableList.of())
                .with("name", text)
                .with("Services", new Located.Text(at, String.join(", ", enabledFor)));
    Located.Obj enabled = forSmtp ? internal(call, name, server) : server;
    return Optional.of(withCertificates(index, enabled, others.add(entry).build()));
  }

  /** Each service once, in the order in which Exchange prints them; they are only ever added. */
  private static ImmutableList<String> distinct(List<String> services) {
    ImmutableList<String> enabled =
        SERVICES.stream()
            .filter(known -> services.stream().anyMatch(s -> Ascii.equalsIgnoreCase(s, known)))
            .filter(known -> !known.equals(NONE))
            .collect(ImmutableList.toImmutableList());
    return enabled.isEmpty() ? ImmutableList.of(NONE) : enabled;
  }

  /**
   * A certificate for SMTP becomes the internal one where -Force keeps Exchange from asking;
   * otherwise the one that is stays it.
   */
  private Located.Obj internal(BoundCall call, String name, Located.Obj server) {
    if (call.isOn("Force")) {
      return EdgeSubscription.withInternal(server, name, at);
    }
    Optional<String> before = EdgeSubscription.internal(server);
    if (before.isPresent() && !before.get().equals(name)) {
      findings
          .warnings()
          .add(
              at,
              "Exchange asks here whether to replace the internal transport certificate, and is"
                  + " told no",
              "-Force stands for yes");
      return EdgeSubscription.withInternal(server, before.get(), at);
    }
    return server;
  }

  private static ImmutableList<String> servicesOf(Located item) {
    return item instanceof Located.Obj object
        ? Documents.text(object, "Services")
            .map(s -> ImmutableList.copyOf(Splitter.on(',').trimResults().split(s)))
            .orElse(ImmutableList.of())
        : ImmutableList.of();
  }

  private ImmutableList<String> services(BoundCall call) {
    CommandLine.Value value = call.values().get("Services");
    ImmutableList<CommandLine.Value> items =
        value instanceof CommandLine.Value.Several several
            ? several.items()
            : value == null ? ImmutableList.of() : ImmutableList.of(value);
    ImmutableList.Builder<String> services = ImmutableList.builder();
    for (CommandLine.Value item : items) {
      String text = item instanceof CommandLine.Value.Text t ? t.text() : "";
      for (String word : Splitter.on(',').trimResults().omitEmptyStrings().split(text)) {
        if (SERVICES.stream().noneMatch(s -> Ascii.equalsIgnoreCase(s, word))) {
          refuse("-Services `" + word + "` does not exist", NearName.questionOrAll(word, SERVICES));
          return ImmutableList.of();
        }
        services.add(word);
      }
    }
    ImmutableList<String> all = services.build();
    if (all.isEmpty()) {
      refuse(call.cmdlet() + " needs -Services", "name them, such as SMTP");
    }
    return all;
  }

  private Optional<Located.Obj> remove(String name, Located.Obj certificate, int index) {
    Located.Obj server = (Located.Obj) Documents.items(owner.object(), "servers").get(index);
    if (!has(server, name)) {
      return refuse(
          "certificate `"
              + name
              + "` is not installed on "
              + Documents.text(server, "name").orElse("the server"),
          "");
    }
    if (EdgeSubscription.internal(server).filter(name::equals).isPresent()) {
      CmdletRefusal refusal = CmdletRefusal.INTERNAL_CERTIFICATE;
      return refuse(refusal.id() + " " + refusal.sentence(), refusal.help());
    }
    ImmutableList<String> tagged =
        Documents.objects(owner.object(), "sendConnectors").stream()
            .filter(connector -> isNamedBy(connector, certificate))
            .map(connector -> Documents.text(connector, "Name").orElse(""))
            .collect(ImmutableList.toImmutableList());
    if (!tagged.isEmpty()) {
      CmdletRefusal refusal = CmdletRefusal.CERTIFICATE_IN_USE;
      return refuse(
          refusal.id() + " " + refusal.sentence() + ": " + String.join(", ", tagged),
          refusal.help());
    }
    ImmutableList<Located> left =
        Documents.items(server, "certificates").stream()
            .filter(item -> !nameOf(item).equals(name))
            .collect(ImmutableList.toImmutableList());
    return Optional.of(withCertificates(index, server, left));
  }

  /** Exchange compares issuer and subject, so that a renewed certificate counts as the old one. */
  private static boolean isNamedBy(Located.Obj connector, Located.Obj certificate) {
    Optional<String> text = Documents.text(connector, "TlsCertificateName");
    if (text.isEmpty()) {
      return false;
    }
    try {
      TlsCertificateName name = TlsCertificateName.parse(text.get());
      String subject = subject(certificate);
      return Ascii.equalsIgnoreCase(name.subject(), subject)
          && Ascii.equalsIgnoreCase(name.issuer(), issuer(certificate, subject));
    } catch (InvalidValueException e) {
      return false; // decoding the connector reports it
    }
  }

  private static String subject(Located.Obj certificate) {
    return Documents.text(certificate, "subject")
        .orElseGet(
            () ->
                "CN="
                    + Documents.items(certificate, "names").stream()
                        .findFirst()
                        .map(CertificateExecution::nameOf)
                        .orElse(""));
  }

  private static String issuer(Located.Obj certificate, String subject) {
    String issuer = Documents.text(certificate, "issuer").orElse("public");
    return Documents.text(certificate, "issuerName")
        .orElseGet(
            () ->
                switch (issuer) {
                  case "self" -> subject;
                  case "public" -> "CN=Public CA";
                  default -> "CN=" + issuer;
                });
  }

  private Located.Obj withCertificates(
      int index, Located.Obj server, ImmutableList<Located> certificates) {
    Located.Obj changed =
        server.member("certificates").isPresent()
            ? Documents.withItems(server, "certificates", certificates)
            : server.with("certificates", new Located.Arr(at, certificates));
    ImmutableList<Located> servers = Documents.items(owner.object(), "servers");
    return Documents.withItems(
        owner.object(), "servers", Documents.replaced(servers, index, changed));
  }

  private Optional<Located.Obj> refuse(String what, String help) {
    findings.problems().add(at, what, help);
    return Optional.empty();
  }
}
