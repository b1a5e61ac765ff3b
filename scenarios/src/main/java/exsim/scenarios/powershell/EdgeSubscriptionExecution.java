package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.scenarios.exchange.CmdletRefusal;
import exsim.scenarios.exchange.DefaultConnectors;
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

/** Subscribes Edge servers, by a file that is made there and imported in the organization. */
final class EdgeSubscriptionExecution {
  private static final String SERVERS = "servers";
  private static final String CONNECTORS = "sendConnectors";
  private static final String SOURCES = "SourceTransportServers";
  private static final String FILE_NAME = "FileName";
  private static final String FILE_DATA = "FileData";

  private final Owner owner;
  private final Spot at;
  private final Findings findings;

  EdgeSubscriptionExecution(Owner owner, Spot at, Findings findings) {
    this.owner = owner;
    this.at = at;
    this.findings = findings;
  }

  /** The owner afterwards; empty when something is wrong, which is reported. */
  Optional<Located.Obj> run(BoundCall call) {
    if (call.cmdlet().verb() != Verb.NEW) {
      return call.cmdlet().verb() == Verb.GET ? Optional.of(owner.object()) : remove(call);
    }
    Optional<String> local = owner.local().filter(ServerFacts::isEdge).map(ServerFacts::name);
    return local.isPresent() ? export(call, local.get()) : subscribe(call);
  }

  /** Makes the file, which carries the certificate that the Edge server has at the time. */
  private Optional<Located.Obj> export(BoundCall call, String edge) {
    Optional<String> file = call.text(FILE_NAME);
    if (file.isEmpty() || call.values().containsKey(FILE_DATA)) {
      return refuse(CmdletRefusal.SUBSCRIPTION_FILE_ON_EDGE);
    }
    int index = server(edge).orElseThrow();
    Located.Obj server = serverAt(index);
    Optional<String> certificate = EdgeSubscription.internal(server);
    Located.Obj named = new Located.Obj(at, ImmutableList.of()).with(FILE_NAME, text(file.get()));
    Located.Obj made = certificate.map(c -> named.with("certificate", text(c))).orElse(named);
    return Optional.of(with(index, server.with(EdgeSubscription.FILE, made)));
  }

  private Optional<Located.Obj> subscribe(BoundCall call) {
    Optional<String> site = call.text("Site");
    boolean named = call.values().containsKey(FILE_NAME);
    if (site.isEmpty() || named || !call.values().containsKey(FILE_DATA)) {
      return refuse(CmdletRefusal.SUBSCRIPTION_FILE_IN_ORGANIZATION);
    }
    Optional<String> known =
        sites().stream().filter(s -> Ascii.equalsIgnoreCase(s, site.get())).findFirst();
    if (known.isEmpty()) {
      return refuse(
          "no server is in the site `" + site.get() + "`",
          NearName.questionOrAll(site.get(), sites()));
    }
    ImmutableSet<String> files = fileNames(call.values().get(FILE_DATA));
    for (int i = 0; i < servers().size(); i++) {
      if (servers().get(i) instanceof Located.Obj edge && isFrom(edge, files)) {
        return Optional.of(subscribed(call, i, edge, known.get()));
      }
    }
    return refuse(
        "no Edge server has made the file that -FileData names",
        "run New-EdgeSubscription -FileName on the Edge server first");
  }

  private Located.Obj subscribed(BoundCall call, int index, Located.Obj edge, String site) {
    String name = Documents.text(edge, "name").orElse("");
    Located.Obj file = Documents.object(edge, EdgeSubscription.FILE).orElseThrow();
    Located.Obj current = EdgeSubscription.of(owner.object(), name, site, at);
    Located.Obj held =
        Documents.text(file, "certificate").map(c -> current.with(name, text(c))).orElse(current);
    Located.Obj changed =
        edge.without(EdgeSubscription.FILE)
            .with("site", text(site))
            .with(EdgeSubscription.KEY, held);
    ImmutableList<Located.Obj> made = DefaultConnectors.edgeSync(site, ImmutableList.of(name), at);
    Located.Obj org = with(index, changed);
    if (!isOff(call, "CreateInternetSendConnector")) {
      org = withConnector(org, made.get(0), name);
    }
    return isOff(call, "CreateInboundSendConnector") ? org : withConnector(org, made.get(1), name);
  }

  private static boolean isOff(BoundCall call, String parameter) {
    return call.values().get(parameter) instanceof CommandLine.Value.Bool bool && !bool.value();
  }

  /** One more Edge server of a site joins the connectors that are there. */
  private Located.Obj withConnector(Located.Obj org, Located.Obj made, String edge) {
    ImmutableList<Located> all = Documents.items(org, CONNECTORS);
    String name = Documents.text(made, "Name").orElseThrow();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) instanceof Located.Obj there
          && Documents.text(there, "Name")
              .filter(n -> Ascii.equalsIgnoreCase(n, name))
              .isPresent()) {
        List<String> sources = new ArrayList<>(sources(there));
        if (sources.stream().noneMatch(s -> Ascii.equalsIgnoreCase(s, edge))) {
          sources.add(edge);
        }
        return Documents.withItems(
            org, CONNECTORS, Documents.replaced(all, i, withSources(there, sources)));
      }
    }
    return org.with(CONNECTORS, new Located.Arr(at, Documents.plus(all, made)));
  }

  private Optional<Located.Obj> remove(BoundCall call) {
    Optional<String> identity = call.text("Identity");
    if (identity.isEmpty()) {
      return refuse(call.cmdlet() + " needs -Identity", "name the Edge server");
    }
    boolean typedThere = owner.local().filter(ServerFacts::isEdge).isPresent();
    Optional<Integer> index = server(identity.get());
    boolean subscribed =
        index.isPresent() && serverAt(index.get()).member(EdgeSubscription.KEY).isPresent();
    if (!subscribed && (index.isEmpty() || !typedThere)) {
      return refuse(
          "`" + identity.get() + "` is no subscribed Edge server",
          NearName.questionOrAll(identity.get(), subscribedEdges()));
    }
    Located.Obj server = serverAt(index.get());
    return Optional.of(
        withoutSource(
            with(index.get(), server.without(EdgeSubscription.KEY)),
            Documents.text(server, "name").orElse("")));
  }

  /** A Send connector that has no other source goes as well. */
  private static Located.Obj withoutSource(Located.Obj org, String edge) {
    ImmutableList.Builder<Located> left = ImmutableList.builder();
    for (Located item : Documents.items(org, CONNECTORS)) {
      if (!(item instanceof Located.Obj connector)) {
        left.add(item);
        continue;
      }
      List<String> sources = new ArrayList<>(sources(connector));
      boolean was = sources.removeIf(s -> Ascii.equalsIgnoreCase(s, edge));
      if (!was) {
        left.add(item);
      } else if (!sources.isEmpty()) {
        left.add(withSources(connector, sources));
      }
    }
    return Documents.withItems(org, CONNECTORS, left.build());
  }

  private static ImmutableList<String> sources(Located.Obj connector) {
    Optional<Located> value = connector.memberIgnoringCase(SOURCES).map(Located.Member::value);
    if (value.isPresent() && value.get() instanceof Located.Arr array) {
      return array.items().stream()
          .filter(Located.Text.class::isInstance)
          .map(item -> ((Located.Text) item).text())
          .collect(ImmutableList.toImmutableList());
    }
    return value.isPresent() && value.get() instanceof Located.Text text
        ? ImmutableList.copyOf(Splitter.on(',').trimResults().omitEmptyStrings().split(text.text()))
        : ImmutableList.of();
  }

  private static Located.Obj withSources(Located.Obj connector, List<String> sources) {
    Spot spot = connector.spot();
    return Documents.withProperty(
        connector,
        SOURCES,
        new Located.Arr(
            spot,
            sources.stream()
                .map(s -> new Located.Text(spot, s))
                .collect(ImmutableList.toImmutableList())));
  }

  /** A file is known by its name: it was copied from one machine to another. */
  private static boolean isFrom(Located.Obj edge, ImmutableSet<String> files) {
    return Documents.object(edge, EdgeSubscription.FILE)
        .flatMap(file -> Documents.text(file, FILE_NAME))
        .filter(name -> files.contains(lastPart(name)))
        .isPresent();
  }

  /** The names in {@code ([System.IO.File]::ReadAllBytes('C:\Data\Edge.xml'))} or its like. */
  private static ImmutableSet<String> fileNames(CommandLine.Value value) {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    if (value instanceof CommandLine.Value.Text text) {
      names.add(lastPart(text.text()));
    } else if (value instanceof CommandLine.Value.Several several) {
      several.items().forEach(item -> names.addAll(fileNames(item)));
    }
    return names.build();
  }

  private static String lastPart(String path) {
    return Ascii.toLowerCase(path.substring(path.lastIndexOf('\\') + 1));
  }

  private ImmutableSet<String> sites() {
    return owner.servers().stream()
        .filter(s -> !ServerFacts.of(s, owner.object()).isEdge())
        .map(s -> EdgeSubscription.siteOf(s, owner.object()))
        .collect(ImmutableSet.toImmutableSet());
  }

  private ImmutableList<String> subscribedEdges() {
    return owner.servers().stream()
        .filter(s -> s.member(EdgeSubscription.KEY).isPresent())
        .flatMap(s -> Documents.text(s, "name").stream())
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<Located> servers() {
    return Documents.items(owner.object(), SERVERS);
  }

  private Optional<Integer> server(String name) {
    Optional<ServerFacts> meant = owner.facts().server(name);
    for (int i = 0; meant.isPresent() && i < servers().size(); i++) {
      if (servers().get(i) instanceof Located.Obj server
          && Documents.text(server, "name")
              .filter(n -> Ascii.equalsIgnoreCase(n, meant.get().name()))
              .isPresent()) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private Located.Obj serverAt(int index) {
    return (Located.Obj) servers().get(index);
  }

  private Located.Obj with(int index, Located.Obj server) {
    return Documents.withItems(
        owner.object(), SERVERS, Documents.replaced(servers(), index, server));
  }

  private Located.Text text(String text) {
    return new Located.Text(at, text);
  }

  private Optional<Located.Obj> refuse(CmdletRefusal refusal) {
    return refuse(refusal.id() + " " + refusal.sentence(), refusal.help());
  }

  private Optional<Located.Obj> refuse(String what, String help) {
    findings.problems().add(at, what, help);
    return Optional.empty();
  }
}
