package exsim.scenarios.format;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.ObjectKind;
import exsim.scenarios.exchange.Printed;
import exsim.scenarios.json.Located;
import exsim.scenarios.powershell.ExportReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Replaces {@code { "import": path }} by the objects of an export. */
final class Imports {
  private final Path folder;
  private final Findings findings;
  private final Set<Path> files = new LinkedHashSet<>();

  /**
   * Creates one.
   *
   * @param folder the scenario's folder as the user names it, where relative paths start
   * @param findings takes what is wrong with exports
   */
  Imports(Path folder, Findings findings) {
    this.folder = folder;
    this.findings = findings;
  }

  /** The files met so far, absolute. */
  ImmutableSet<Path> files() {
    return ImmutableSet.copyOf(files);
  }

  Located.Obj resolve(Located.Obj document) {
    Located.Obj resolved = Trees.mapObjects(document, "onPremises", this::organization);
    return Trees.mapObjects(resolved, "exchangeOnline", this::tenant);
  }

  private Located.Obj organization(Located.Obj org) {
    Located.Obj resolved = at(org, "acceptedDomains", ObjectKind.ACCEPTED_DOMAIN);
    resolved = at(resolved, "sendConnectors", ObjectKind.SEND_CONNECTOR);
    return Trees.mapObjects(resolved, "servers", this::server);
  }

  private Located.Obj tenant(Located.Obj tenant) {
    Located.Obj resolved = at(tenant, "acceptedDomains", ObjectKind.ONLINE_ACCEPTED_DOMAIN);
    resolved = at(resolved, "inboundConnectors", ObjectKind.INBOUND_CONNECTOR);
    return at(resolved, "outboundConnectors", ObjectKind.OUTBOUND_CONNECTOR);
  }

  private Located.Obj server(Located.Obj server) {
    Optional<String> name = Trees.text(server, "name");
    return at(
        server,
        "receiveConnectors",
        ObjectKind.RECEIVE_CONNECTOR,
        objects -> name.map(n -> ofServer(objects, n)).orElse(objects));
  }

  /** An export of a whole organization has every server's connectors; the server's own count. */
  private static ImmutableList<Located.Obj> ofServer(
      ImmutableList<Located.Obj> objects, String server) {
    ImmutableList<Located.Obj> own =
        objects.stream()
            .filter(
                object ->
                    serverOf(object).filter(s -> Ascii.equalsIgnoreCase(s, server)).isPresent())
            .collect(ImmutableList.toImmutableList());
    return own.isEmpty() ? objects : own;
  }

  private static Optional<String> serverOf(Located.Obj connector) {
    return connector
        .memberIgnoringCase("Server")
        .map(Located.Member::value)
        .flatMap(
            value ->
                value instanceof Located.Obj object
                    ? object.memberIgnoringCase("Name").map(Located.Member::value)
                    : Optional.of(value))
        .filter(Located.Text.class::isInstance)
        .flatMap(Printed::text);
  }

  private Located.Obj at(Located.Obj holder, String key, ObjectKind kind) {
    return at(holder, key, kind, UnaryOperator.identity());
  }

  private Located.Obj at(
      Located.Obj holder,
      String key,
      ObjectKind kind,
      UnaryOperator<ImmutableList<Located.Obj>> select) {
    Optional<Located> value = Trees.member(holder, key);
    if (value.isEmpty() || !(value.get() instanceof Located.Obj object)) {
      return holder;
    }
    Optional<Fields> fields = Fields.of(object, findings.problems());
    Optional<Located> path = fields.get().raw("import");
    Optional<String> text = fields.get().required("import", Decoders.NAME);
    fields.get().noOthers();
    ImmutableList<Located.Obj> objects =
        text.map(t -> read(t, path.get(), kind)).map(select).orElse(ImmutableList.of());
    return holder.with(key, new Located.Arr(object.spot(), ImmutableList.copyOf(objects)));
  }

  private ImmutableList<Located.Obj> read(String text, Located value, ObjectKind kind) {
    try {
      Path named = folder.resolve(text.replace('\\', '/')).normalize();
      Path path = named.toAbsolutePath().normalize();
      files.add(path);
      if (Files.isDirectory(path)) {
        findings.problems().add(value.spot(), "`" + text + "` is a directory, not a file");
        return ImmutableList.of();
      }
      return ExportReader.read(named.toString(), Files.readAllBytes(path), kind, findings);
    } catch (InvalidPathException e) {
      findings.problems().add(value.spot(), "`" + text + "` is no path");
    } catch (NoSuchFileException e) {
      findings
          .problems()
          .add(
              value.spot(),
              "there is no file `" + text + "`",
              "the path starts from the scenario's folder");
    } catch (IOException e) {
      findings.problems().add(value.spot(), "`" + text + "` cannot be read: " + e.getMessage());
    }
    return ImmutableList.of();
  }
}
