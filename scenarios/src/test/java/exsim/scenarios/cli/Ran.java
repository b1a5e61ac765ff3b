package exsim.scenarios.cli;

import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a command line came to.
 *
 * @param code the exit code
 * @param out what went to standard output
 * @param err what went to standard error
 */
record Ran(int code, String out, String err) {
  /** Runs a command line into a pipe. */
  static Ran of(String... arguments) {
    return of(Terminal.NONE, arguments);
  }

  /** Runs a command line at a terminal. */
  static Ran of(Terminal terminal, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Dispatch.run(arguments, new Io(out, err, terminal, ImmutableMap.of()));
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
