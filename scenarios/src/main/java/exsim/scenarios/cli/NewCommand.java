package exsim.scenarios.cli;

import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.model.mail.DomainName;
import exsim.scenarios.create.HybridOptions;
import exsim.scenarios.create.HybridScenario;
import exsim.scenarios.files.NewFile;
import java.util.List;
import java.util.StringJoiner;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code exsim new}: writes a scenario to begin with. */
final class NewCommand implements Command {
  private static final String HYBRID = "hybrid";

  @Override
  public String name() {
    return "new";
  }

  @Override
  public String summary() {
    return "write a scenario to begin with";
  }

  @Override
  public String usage() {
    return "new hybrid --domain DOMAIN [OPTIONS]";
  }

  @Override
  public ImmutableList<String> description() {
    return ImmutableList.of(
        "Writes a scenario that runs as it is, with expectations that hold, and says which file it"
            + " is.",
        "hybrid: an organization and a tenant that share a domain, with all that the Hybrid"
            + " Configuration Wizard configures on either side (connectors, accepted domains, remote"
            + " domains, certificate), and a message for each way through it.");
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(option("domain", "DOMAIN").desc("the domain that both sides share").get())
        .addOption(
            option("tenant", "NAME")
                .desc("the tenant, contoso or contoso.onmicrosoft.com; the domain's first part")
                .get())
        .addOption(
            option("mx", "WHERE")
                .desc(
                    "what the MX record names: online (Exchange Online), onprem, or gateway (a"
                        + " third party's filter in front of Exchange Online); online")
                .get())
        .addOption(
            Option.builder().longOpt("centralized").desc("centralized mail transport is on").get())
        .addOption(
            Option.builder()
                .longOpt("edge")
                .desc("an Edge Transport server stands between the two sides")
                .get())
        .addOption(
            option("exchange", "VERSION").desc("2013, 2016, 2019 or SE on-premises; 2019").get())
        .addOption(option("host", "NAME").desc("the name on the certificate; mail.DOMAIN").get())
        .addOption(option("output", "FILE").desc("the file; DOMAIN-hybrid.json").get())
        .addOption(Option.builder().longOpt("force").desc("replace the file if it is there").get());
  }

  private static Option.Builder option(String name, String value) {
    return Option.builder().longOpt(name).hasArg().argName(value);
  }

  @Override
  public ImmutableList<String> exitCodes() {
    return ImmutableList.of(
        "0   the scenario was written",
        "2   the arguments cannot be used, or the file is there already",
        "70  a fault of exsim itself");
  }

  @Override
  public ImmutableList<String> examples() {
    return ImmutableList.of(
        "exsim new hybrid --domain contoso.com",
        "exsim new hybrid --domain contoso.com --mx gateway --centralized --edge");
  }

  @Override
  public int run(CommandLine arguments, Io io) {
    List<String> words = arguments.getArgList();
    if (words.isEmpty()) {
      throw new UsageException("new what? there is `hybrid`");
    }
    if (words.size() > 1 || !words.get(0).equals(HYBRID)) {
      throw new UsageException(
          "there is no `" + String.join(" ", words) + "` to write; there is `hybrid`");
    }
    HybridOptions options = options(arguments);
    String file = arguments.getOptionValue("output", options.domain() + "-hybrid.json");
    try {
      NewFile.write(
          file,
          HybridScenario.text(options, command(options)),
          arguments.hasOption("force"),
          "--force");
    } catch (InvalidValueException e) {
      throw new UsageException(e.getMessage());
    }
    io.out().print(file + "\n");
    return ExitCode.HELD;
  }

  private static HybridOptions options(CommandLine arguments) {
    String domain = arguments.getOptionValue("domain");
    if (domain == null) {
      throw new UsageException("which domain? there is no --domain");
    }
    try {
      DomainName shared = DomainName.parse(domain);
      String first = shared.ascii().substring(0, Math.max(0, shared.ascii().indexOf('.')));
      return new HybridOptions(
          shared,
          HybridOptions.tenant(arguments.getOptionValue("tenant", first)),
          DomainName.parse(arguments.getOptionValue("host", "mail." + shared.ascii())),
          arguments.getOptionValue("exchange", "2019"),
          mx(arguments.getOptionValue("mx", HybridOptions.Mx.ONLINE.text())),
          arguments.hasOption("centralized"),
          arguments.hasOption("edge"));
    } catch (InvalidValueException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private static HybridOptions.Mx mx(String word) {
    StringJoiner words = new StringJoiner(", ");
    for (HybridOptions.Mx mx : HybridOptions.Mx.values()) {
      if (mx.text().equals(word)) {
        return mx;
      }
      words.add(mx.text());
    }
    throw new UsageException("--mx is one of " + words + ", not `" + word + "`");
  }

  /** The command that writes the same file, without those options that have their default. */
  private static String command(HybridOptions options) {
    StringJoiner command = new StringJoiner(" ");
    command.add("exsim new hybrid --domain " + options.domain());
    command.add("--tenant " + options.tenant());
    command.add("--mx " + options.mx().text());
    command.add("--exchange " + options.version());
    command.add("--host " + options.host());
    if (options.centralized()) {
      command.add("--centralized");
    }
    if (options.edge()) {
      command.add("--edge");
    }
    return command.toString();
  }
}
