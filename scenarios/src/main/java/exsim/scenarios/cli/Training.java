package exsim.scenarios.cli;

import com.google.common.collect.ImmutableMap;
import java.io.OutputStream;

/**
 * Runs what users run and throws the output away, so that the launcher can archive the classes that
 * this takes.
 */
public final class Training {
  private Training() {}

  /** Exercises the commands on the scenarios below a folder. */
  public static void main(String[] arguments) {
    String scenarios = arguments[0];
    Terminal terminal = Terminal.ofProcess(System.getenv());
    run(terminal, "run", scenarios);
    run(terminal, "run", "--internal", scenarios);
    run(terminal, "run", "--format", "json", scenarios);
    run(terminal, "run", "--format", "junit", scenarios);
    run(terminal, "check", scenarios);
    run(terminal, "rules");
    run(terminal, "--version");
  }

  private static void run(Terminal terminal, String... arguments) {
    Io io =
        new Io(
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            terminal,
            ImmutableMap.of());
    // Whatever comes of it: scenarios that do not hold load classes too.
    int unused = Dispatch.run(arguments, io);
  }
}
