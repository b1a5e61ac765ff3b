package exsim.scenarios.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.scenarios.json.Problem;
import exsim.scenarios.text.Printable;
import exsim.scenarios.text.Style;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The outer world of a command. Lines end in {@code \n} on every system, so that output is the same
 * everywhere: write it out and leave {@code println} alone.
 */
final class Io {
  private final InputStream in;
  private final EndingStream outStream;
  private final PrintWriter out;
  private final PrintWriter data;
  private final PrintWriter err;
  private final Terminal terminal;
  private final ImmutableMap<String, String> environment;

  /** Streams without anything to read. */
  Io(
      OutputStream out,
      OutputStream err,
      Terminal terminal,
      ImmutableMap<String, String> environment) {
    this(InputStream.nullInputStream(), out, err, terminal, environment);
  }

  Io(
      InputStream in,
      OutputStream out,
      OutputStream err,
      Terminal terminal,
      ImmutableMap<String, String> environment) {
    this.in = in;
    this.outStream = new EndingStream(out);
    this.out = writer(outStream, terminal.charset());
    this.data = writer(outStream, StandardCharsets.UTF_8);
    this.err = writer(new EndingStream(err), terminal.charset());
    this.terminal = terminal;
    this.environment = environment;
  }

  /** The streams and the environment of this process. */
  static Io ofProcess() {
    ImmutableMap<String, String> environment = ImmutableMap.copyOf(System.getenv());
    return new Io(
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        Terminal.ofProcess(environment),
        environment);
  }

  /** What somebody types, or another program writes. */
  BufferedReader in() {
    return new BufferedReader(new InputStreamReader(in, terminal.charset()));
  }

  /** Takes results for people, in the encoding of the terminal. */
  PrintWriter out() {
    return out;
  }

  /** Takes results for programs, in UTF-8 whatever the terminal is. */
  PrintWriter data() {
    return data;
  }

  /** Takes everything that is not a result. */
  PrintWriter err() {
    return err;
  }

  /** What is known of the place that the output goes to. */
  Terminal terminal() {
    return terminal;
  }

  /** The environment variables. */
  ImmutableMap<String, String> environment() {
    return environment;
  }

  /** How text for people looks here. */
  Style style() {
    return new Style(terminal.unicode(), terminal.colour());
  }

  /** Writes one line about the run to standard error, whatever characters it has. */
  void say(String line) {
    err.print(Printable.of(line, terminal.unicode()) + "\n");
    err.flush();
  }

  /** Writes what was found in a file to standard error. */
  void say(ImmutableList<Problem> warnings, ImmutableList<Problem> problems) {
    warnings.forEach(warning -> say("warning: " + warning));
    problems.forEach(problem -> say(problem.toString()));
  }

  /** Brings everything out; why standard output could not be written, when it could not. */
  Optional<String> finish() {
    out.flush();
    data.flush();
    err.flush();
    return outStream.failure();
  }

  private static PrintWriter writer(EndingStream stream, Charset charset) {
    return new PrintWriter(new OutputStreamWriter(new BufferedOutputStream(stream), charset));
  }
}
