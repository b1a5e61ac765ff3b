package exsim.scenarios.cli;

import com.google.common.base.Ascii;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What is known of the place that the output goes to.
 *
 * @param out whether standard output is a terminal
 * @param err whether standard error is a terminal
 * @param charset the encoding that people's text is written in
 * @param colour whether standard output may be coloured
 */
record Terminal(boolean out, boolean err, Charset charset, boolean colour) {
  /** No terminal, UTF-8: what a pipe is. */
  static final Terminal NONE = new Terminal(false, false, StandardCharsets.UTF_8, false);

  /** Whether glyphs beyond ASCII can be written. */
  boolean unicode() {
    return charset.equals(StandardCharsets.UTF_8);
  }

  /** Finds out about the streams of this process. */
  static Terminal ofProcess(Map<String, String> environment) {
    // The launchers know by a test of the shell; asking Java costs time and cannot tell the streams
    // apart.
    String known = System.getProperty("exsim.terminal");
    boolean out = known == null ? console() : known.contains("out");
    boolean err = known == null ? console() : known.contains("err");
    return new Terminal(out, err, encoding(), out && colour(environment));
  }

  /** Whether lines come from a keyboard. */
  static boolean somebodyTypes() {
    return console();
  }

  private static boolean console() {
    if (System.console() == null) {
      return false;
    }
    try {
      // From Java 22 on there may be a console without a terminal.
      Object isTerminal = java.io.Console.class.getMethod("isTerminal").invoke(System.console());
      return Boolean.TRUE.equals(isTerminal);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  private static Charset encoding() {
    for (String property : new String[] {"stdout.encoding", "sun.stdout.encoding"}) {
      String name = System.getProperty(property);
      if (name != null && Charset.isSupported(name)) {
        return Charset.forName(name);
      }
    }
    String name = System.getProperty("native.encoding");
    return name != null && Charset.isSupported(name)
        ? Charset.forName(name)
        : Charset.defaultCharset();
  }

  private static boolean colour(Map<String, String> environment) {
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
      return false;
    }
    String term = environment.getOrDefault("TERM", "");
    if (term.isEmpty()) {
      // A Windows console has no TERM; these say that it knows escape sequences.
      return environment.containsKey("WT_SESSION") || environment.containsKey("ConEmuANSI");
    }
    return !Ascii.equalsIgnoreCase(term, "dumb");
  }
}
