package exsim.scenarios.cli;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.model.tls.TlsVersion;
import exsim.scenarios.format.Reading;
import exsim.scenarios.format.Scenario;
import exsim.scenarios.format.ScenarioReader;
import exsim.scenarios.lab.Lab;
import exsim.scenarios.lab.LabException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code exsim lab}: the hosts of a scenario on real sockets. */
final class LabCommand implements Command {
  private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,5})([smh])");

  @Override
  public String name() {
    return "lab";
  }

  @Override
  public String summary() {
    return "let the hosts of a scenario listen on loopback, with real TLS";
  }

  @Override
  public String usage() {
    return "lab FILE [OPTIONS]";
  }

  @Override
  public ImmutableList<String> description() {
    return ImmutableList.of(
        "Every host of the scenario listens on loopback as it is at the scenario's clock, answers"
            + " as in the simulation, and shows certificates made to match. Mail that is accepted"
            + " goes on hop by hop over real sockets, and never out of the lab.",
        "Prints the file of the CA to trust and a line for each listener, then runs until Ctrl-C,"
            + " SIGTERM or --for. What happens is told on standard error.");
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(
            Option.builder()
                .longOpt("address-per-host")
                .desc("an address 127.x.y.z for every host, with its real ports")
                .get())
        .addOption(valued("from", "NAME", "whom a client from outside counts as"))
        .addOption(valued("for", "DURATION", "close after a while, such as 30s, 5m or 1h"))
        .addOption(valued("deliver-to", "DIR", "keep what arrives in mailboxes as .eml files"));
  }

  private static Option valued(String name, String value, String description) {
    return Option.builder().longOpt(name).hasArg().argName(value).desc(description).get();
  }

  @Override
  public ImmutableList<String> exitCodes() {
    return ImmutableList.of(
        "0   the lab was open, and closed",
        "2   the arguments or the file cannot be used, or a port cannot be opened",
        "70  a fault of exsim itself");
  }

  @Override
  public ImmutableList<String> examples() {
    return ImmutableList.of(
        "exsim lab scenario.json --for 10m --deliver-to mail",
        "exsim lab scenario.json --address-per-host --from printer");
  }

  @Override
  public int run(CommandLine arguments, Io io) {
    List<String> words = arguments.getArgList();
    if (words.size() != 1) {
      throw new UsageException(
          words.isEmpty() ? "which file? there is no FILE" : "a lab is opened on one scenario");
    }
    Optional<Duration> time =
        Optional.ofNullable(arguments.getOptionValue("for")).map(LabCommand::duration);
    ScenarioFiles files = ScenarioFiles.of(words);
    if (files.files().size() > 1) {
      throw new UsageException(
          "a lab is opened on one scenario, and " + words.get(0) + " has more");
    }
    files.faults().forEach(io::say);
    if (files.files().isEmpty()) {
      return ExitCode.UNUSABLE;
    }
    Reading reading = ScenarioReader.read(files.files().get(0));
    reading.warnings().forEach(warning -> io.say("warning: " + warning));
    reading.problems().forEach(problem -> io.say(problem.toString()));
    Lab.Setup setup =
        new Lab.Setup(
            arguments.hasOption("address-per-host"),
            Optional.ofNullable(arguments.getOptionValue("from")),
            Optional.ofNullable(arguments.getOptionValue("deliver-to")).map(Path::of));
    return reading.scenario().isEmpty()
        ? ExitCode.UNUSABLE
        : open(reading.scenario().get(), setup, time, io);
  }

  private static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new UsageException("--for takes a time such as 30s, 5m or 1h, not `" + text + "`");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }

  private static int open(Scenario scenario, Lab.Setup setup, Optional<Duration> time, Io io) {
    try (Lab lab = Lab.open(scenario, setup, io::say)) {
      Thread onSignal =
          new Thread(
              () -> {
                lab.close();
                io.finish();
                Runtime.getRuntime().halt(ExitCode.HELD); // a signal is how a lab ends
              });
      Runtime.getRuntime().addShutdownHook(onSignal);
      print(lab, io);
      lab.await(time);
      forget(onSignal);
      return ExitCode.HELD;
    } catch (LabException | InvalidValueException e) {
      io.say("exsim lab: " + e.getMessage());
      return ExitCode.UNUSABLE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.HELD;
    }
  }

  /** Takes the hook away, unless it runs already and ends the process. */
  private static void forget(Thread onSignal) {
    try {
      Runtime.getRuntime().removeShutdownHook(onSignal);
    } catch (IllegalStateException e) {
      return;
    }
  }

  private static void print(Lab lab, Io io) {
    ImmutableList<TlsVersion> lacking = Lab.lackingVersions();
    if (!lacking.isEmpty()) {
      io.say(
          "this Java cannot do "
              + lacking.stream().map(TlsVersion::text).collect(Collectors.joining(", "))
              + "; hosts with nothing else fail every handshake");
    }
    lab.senders().forEach(s -> io.say("who connects from " + s.place() + " is " + s.name()));
    int width = lab.listeners().stream().mapToInt(l -> l.name().length()).max().orElse(0);
    io.out().print(Strings.padEnd("CA file", width, ' ') + "  " + lab.authorityFile() + "\n");
    lab.listeners()
        .forEach(
            l -> io.out().print(Strings.padEnd(l.name(), width, ' ') + "  " + l.place() + "\n"));
    io.out().flush();
  }
}
