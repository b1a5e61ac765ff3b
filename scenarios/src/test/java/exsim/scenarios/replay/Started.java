package exsim.scenarios.replay;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a process of its own came to, started in a folder as a user would.
 *
 * @param code the exit code
 * @param out what went to standard output
 * @param err what went to standard error
 */
record Started(int code, String out, String err) {
  /** Runs the program with some arguments. */
  static Started of(Path folder, List<String> arguments) throws IOException {
    return of(folder, arguments, "");
  }

  /** Runs the program with some arguments and something to read. */
  static Started of(Path folder, List<String> arguments, String input) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dexsim.terminal="));
    command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path"))));
    command.add("exsim.scenarios.cli.Main");
    command.addAll(arguments);
    Path err = Files.createTempFile("exsim", ".err");
    Path in = Files.writeString(Files.createTempFile("exsim", ".in"), input);
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(in.toFile())
              .redirectError(err.toFile())
              .start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Started(process.waitFor(), out, Files.readString(err));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    } finally {
      Files.delete(err);
      Files.delete(in);
    }
  }

  private static String absolute(String path) {
    List<String> entries = new ArrayList<>();
    for (String entry : path.split(File.pathSeparator)) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, entries);
  }
}
