package exsim.scenarios.cli;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.shell.Prompt;
import exsim.scenarios.shell.Session;
import exsim.scenarios.text.Printable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code exsim shell}: a prompt over a scenario. */
final class ShellCommand implements Command {
  private static final int WIDTH = 80;

  @Override
  public String name() {
    return "shell";
  }

  @Override
  public String summary() {
    return "type cmdlets, look-ups and telnet sessions on a scenario";
  }

  @Override
  public String usage() {
    return "shell FILE";
  }

  @Override
  public ImmutableList<String> description() {
    return ImmutableList.of(
        "A prompt over the scenario as it is at its clock: the cmdlets of both sides of Exchange,"
            + " Resolve-DnsName, telnet, Send-MailMessage, and a few words of exsim's own; help"
            + " lists them. Start-Sleep lets time pass.",
        "Every change becomes an entry of the timeline and every message one of the scenario's,"
            + " so that save writes a scenario that runs again as it was typed. Lines may come from"
            + " standard input.");
  }

  @Override
  public Options options() {
    return new Options();
  }

  @Override
  public ImmutableList<String> exitCodes() {
    return ImmutableList.of(
        "0   every line was understood",
        "1   a line was refused or not understood",
        "2   the arguments or the file cannot be used",
        "70  a fault of exsim itself");
  }

  @Override
  public ImmutableList<String> examples() {
    return ImmutableList.of("exsim shell scenario.json", "exsim shell scenario.json < lines.txt");
  }

  @Override
  public int run(CommandLine arguments, Io io) {
    return ScenarioFiles.one(arguments.getArgList(), io)
        .map(file -> open(file, io))
        .orElse(ExitCode.UNUSABLE);
  }

  private static int open(Path file, Io io) {
    if (!io.terminal().out() || !Terminal.somebodyTypes()) {
      return code(Session.run(file, new Lines(io), WIDTH));
    }
    try (LineEditor editor = new LineEditor(io.terminal().unicode())) {
      return code(Session.run(file, editor, WIDTH));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int code(Session.End end) {
    return switch (end) {
      case UNDERSTOOD -> ExitCode.HELD;
      case COMPLAINED -> ExitCode.FAILED;
      case UNUSABLE -> ExitCode.UNUSABLE;
    };
  }

  /** Standard input and output, line by line. */
  private static final class Lines implements Prompt {
    private final Io io;
    private final BufferedReader in;

    private Lines(Io io) {
      this.io = io;
      this.in = io.in();
    }

    @Override
    public Optional<String> line(String prompt) {
      if (io.terminal().out()) {
        io.out().print(prompt);
        io.out().flush();
      }
      try {
        return Optional.ofNullable(in.readLine());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void show(String line) {
      io.out().print(Printable.of(line, io.terminal().unicode()) + "\n");
      io.out().flush();
    }

    @Override
    public void complain(String line) {
      io.out().flush();
      io.say(line);
    }
  }
}
