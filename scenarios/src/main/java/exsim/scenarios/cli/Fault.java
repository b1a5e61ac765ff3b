package exsim.scenarios.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What the user hears when the program itself is at fault. */
final class Fault {
  private Fault() {}

  /** Reports a fault in one line, and with its trace when {@code EXSIM_TRACE} is set. */
  static int report(Throwable fault, Io io) {
    if (!io.environment().getOrDefault("EXSIM_TRACE", "").isEmpty()) {
      StringWriter trace = new StringWriter();
      fault.printStackTrace(new PrintWriter(trace));
      io.err().print(trace);
    }
    io.say("exsim: a fault of exsim itself: " + words(fault) + "; EXSIM_TRACE=1 shows where");
    return ExitCode.FAULT;
  }

  private static String words(Throwable fault) {
    if (fault instanceof OutOfMemoryError) {
      return "out of memory (EXSIM_JAVA_OPTIONS=-Xmx8g gives it more)";
    }
    if (fault instanceof StackOverflowError) {
      return "the call stack is full";
    }
    String message = fault.getMessage();
    String kind = fault.getClass().getSimpleName();
    return message == null ? kind : kind + ": " + firstLine(message);
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
