package exsim.scenarios.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.ObjectKind;
import exsim.scenarios.json.JsonPrinter;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problem;
import exsim.scenarios.json.Spot;
import exsim.scenarios.powershell.Importer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code exsim import}: makes a scenario out of what Exchange's shell exported. */
final class ImportCommand implements Command {
  private static final ImmutableMap<String, ObjectKind> KINDS =
      ImmutableMap.<String, ObjectKind>builder()
          .put("servers", ObjectKind.EXCHANGE_SERVER)
          .put("send-connectors", ObjectKind.SEND_CONNECTOR)
          .put("receive-connectors", ObjectKind.RECEIVE_CONNECTOR)
          .put("accepted-domains", ObjectKind.ACCEPTED_DOMAIN)
          .put("certificates", ObjectKind.EXCHANGE_CERTIFICATE)
          .put("transport-config", ObjectKind.TRANSPORT_CONFIG)
          .put("inbound-connectors", ObjectKind.INBOUND_CONNECTOR)
          .put("outbound-connectors", ObjectKind.OUTBOUND_CONNECTOR)
          .put("online-accepted-domains", ObjectKind.ONLINE_ACCEPTED_DOMAIN)
          .put("online-transport-config", ObjectKind.ONLINE_TRANSPORT_CONFIG)
          .put("online-organization-config", ObjectKind.ONLINE_ORGANIZATION_CONFIG)
          .put("transport-rules", ObjectKind.ONLINE_TRANSPORT_RULE)
          .buildOrThrow();

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String summary() {
    return "make a scenario out of what Exchange's shell exported";
  }

  @Override
  public String usage() {
    return "import --send-connectors FILE [OPTIONS]";
  }

  @Override
  public ImmutableList<String> description() {
    return ImmutableList.of(
        "Reads what Get- cmdlets wrote through Export-Clixml, ConvertTo-Json or Format-List, and"
            + " prints a scenario that holds the objects themselves. Each option takes several files,"
            + " and may be given more than once. The script collect/collect-exsim.ps1 makes all these files.",
        "What exports do not tell (addresses, DNS records, what stands at smart hosts) is invented"
            + " and said on standard error, as is what could not be used.");
  }

  @Override
  public Options options() {
    Options options = new Options();
    for (Map.Entry<String, ObjectKind> kind : KINDS.entrySet()) {
      String where = kind.getValue().online() ? " of Exchange Online" : "";
      options.addOption(
          Option.builder()
              .longOpt(kind.getKey())
              .hasArgs()
              .argName("FILE...")
              .desc("what Get-" + kind.getValue().noun() + where + " wrote")
              .get());
    }
    return options;
  }

  @Override
  public ImmutableList<String> exitCodes() {
    return ImmutableList.of(
        "0   the scenario was printed",
        "2   the arguments or a file cannot be used",
        "70  a fault of exsim itself");
  }

  @Override
  public ImmutableList<String> examples() {
    return ImmutableList.of("exsim import --send-connectors send.xml > mine.json");
  }

  @Override
  public int run(CommandLine arguments, Io io) {
    if (!arguments.getArgList().isEmpty()) {
      throw new UsageException(
          "what is in `" + arguments.getArgList().get(0) + "`? put an option in front of it");
    }
    Findings findings = Findings.of("");
    ImmutableList<Importer.Source> sources = sources(arguments, findings);
    if (sources.isEmpty() && findings.problems().isEmpty()) {
      throw new UsageException("which files? there is no option");
    }
    Optional<Located.Obj> scenario =
        findings.problems().isEmpty() ? Importer.scenario(sources, findings) : Optional.empty();
    for (Problem warning : findings.warnings().all()) {
      io.say("note: " + warning);
    }
    for (Problem problem : findings.problems().all()) {
      io.say(problem.toString());
    }
    scenario.ifPresent(document -> io.data().print(JsonPrinter.print(document)));
    return scenario.isPresent() ? ExitCode.HELD : ExitCode.UNUSABLE;
  }

  private static ImmutableList<Importer.Source> sources(CommandLine arguments, Findings findings) {
    ImmutableList.Builder<Importer.Source> sources = ImmutableList.builder();
    for (Map.Entry<String, ObjectKind> kind : KINDS.entrySet()) {
      String[] files = arguments.getOptionValues(kind.getKey());
      for (String file : files == null ? new String[0] : files) {
        read(file, findings)
            .ifPresent(bytes -> sources.add(new Importer.Source(kind.getValue(), file, bytes)));
      }
    }
    return sources.build();
  }

  private static Optional<byte[]> read(String file, Findings findings) {
    try {
      return Optional.of(Files.readAllBytes(Path.of(file)));
    } catch (NoSuchFileException e) {
      findings.problems().add(Spot.ofFile(file), "there is no such file");
    } catch (IOException | InvalidPathException e) {
      findings.problems().add(Spot.ofFile(file), "the file cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }
}
