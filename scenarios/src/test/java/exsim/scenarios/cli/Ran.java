package exsim.scenarios.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
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

  /** Asks a question about a scenario, with options. */
  static Ran asked(String file, String question, String... options) {
    return of(
        ImmutableList.<String>builder()
            .add("ask", file, question)
            .add(options)
            .build()
            .toArray(new String[0]));
  }

  /** Runs a command line at a terminal. */
  static Ran of(Terminal terminal, String... arguments) {
    return typed("", terminal, arguments);
  }

  /** Runs a command line while somebody types. */
  static Ran typed(String input, Terminal terminal, String... arguments) {
    InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Dispatch.run(arguments, new Io(in, out, err, terminal, ImmutableMap.of()));
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
