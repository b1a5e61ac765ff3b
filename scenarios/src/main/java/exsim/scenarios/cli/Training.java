package exsim.scenarios.cli;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs what users run and throws the output away, so that the launcher can archive the classes that
 * this takes.
 */
public final class Training {
  private Training() {}

  /** Exercises the commands on the scenario that comes with this class. */
  public static void main(String[] arguments) throws IOException {
    Terminal terminal = Terminal.ofProcess(System.getenv());
    Path scenario = Files.createTempFile("exsim", ".json");
    try (InputStream in = Training.class.getResourceAsStream("training.json")) {
      Files.write(scenario, in.readAllBytes());
      String file = scenario.toString();
      run(terminal, "run", file);
      run(terminal, "run", "--internal", file);
      run(terminal, "run", "--format", "json", file);
      run(terminal, "run", "--format", "junit", file);
      run(terminal, "run", file, "--from", "a@contoso.com", "--to", "b@partner.example");
      run(terminal, "check", file);
      run(terminal, "show", file, "Get-SendConnector | fl");
      run(terminal, "rules");
      run(terminal, "--help");
      run(terminal, "--version");
    } finally {
      Files.delete(scenario);
    }
  }

  private static void run(Terminal terminal, String... arguments) {
    Io io =
        new Io(
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            terminal,
            ImmutableMap.of("TERM", "dumb"));
    // Whatever comes of it: scenarios that do not hold load classes too.
    int unused = Dispatch.run(arguments, io);
  }
}
