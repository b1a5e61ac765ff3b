package exsim.scenarios.lab;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Other people's programs, where they are installed. */
final class Programs {
  private static final long PATIENCE_S = 60;

  private Programs() {}

  static boolean there(String program) {
    return Arrays.stream((System.getenv("PATH") + ":/usr/sbin").split(File.pathSeparator))
        .anyMatch(p -> Files.isExecutable(Path.of(p, program)));
  }

  /** What a program prints; its exit code is the last line. */
  static String run(Path folder, String command) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(Files.writeString(folder.resolve("in"), "QUIT\n").toFile())
            .redirectOutput(out.toFile());
    builder.environment().put("MAIL_CONFIG", folder.toString());
    builder.environment().merge("PATH", ":/usr/sbin", String::concat);
    Process process = builder.start();
    if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(command + " does not end");
    }
    return Files.readString(out, StandardCharsets.ISO_8859_1) + "exit " + process.exitValue();
  }
}
