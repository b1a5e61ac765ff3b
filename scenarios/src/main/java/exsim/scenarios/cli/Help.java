package exsim.scenarios.cli;

import com.google.common.base.Strings;
import exsim.scenarios.text.Columns;
import java.io.PrintWriter;
import org.apache.commons.cli.Option;

/** Writes help: for the program, and for each sub-command in one and the same form. */
final class Help {
  private static final int WIDTH = 80;

  private Help() {}

  /** Writes what the program is and which sub-commands it has. */
  static void overview(PrintWriter out) {
    out.print("exsim says for every SMTP hop of an Exchange mail topology whether TLS is\n");
    out.print("negotiated, and why.\n");
    out.print("\nUsage: exsim COMMAND [ARGUMENTS]\n\nCommands:\n");
    for (Command command : Commands.all()) {
      row(out, command.name(), 10, command.summary());
    }
    row(out, "help", 10, "tell about a command: exsim help run");
    out.print("\nOptions:\n");
    row(out, "--version", 10, "print the version");
    row(out, "--help", 10, "print this; after a command, its own help");
    out.print("\nExit codes:\n");
    out.print("  0   all is well\n");
    out.print("  1   an expectation failed\n");
    out.print("  2   the arguments or the files cannot be used\n");
    out.print("  70  a fault of exsim itself; set EXSIM_TRACE=1 to see where\n");
    out.print("  74  the result could not be written, as on a full disk\n");
    out.print("\nExample:\n  exsim run scenario.json\n");
  }

  /** Writes everything about one sub-command. */
  static void of(Command command, PrintWriter out) {
    out.print("Usage: exsim " + command.usage() + "\n");
    for (String paragraph : command.description()) {
      out.print("\n");
      paragraph(out, paragraph);
    }
    out.print("\nOptions:\n");
    int width = 0;
    for (Option option : command.options().getOptions()) {
      width = Math.max(width, spelled(option).length());
    }
    for (Option option : command.options().getOptions()) {
      row(out, spelled(option), width, option.getDescription());
    }
    row(out, "--help", width, "print this");
    out.print("\nExit codes:\n");
    for (String line : command.exitCodes()) {
      out.print("  " + line + "\n");
    }
    out.print(command.examples().size() == 1 ? "\nExample:\n" : "\nExamples:\n");
    for (String line : command.examples()) {
      out.print("  " + line + "\n");
    }
  }

  private static String spelled(Option option) {
    String name = "--" + option.getLongOpt();
    return option.hasArg() ? name + " " + option.getArgName() : name;
  }

  private static void paragraph(PrintWriter out, String text) {
    for (String line : Columns.wrap(text, WIDTH)) {
      out.print(line + "\n");
    }
  }

  private static void row(PrintWriter out, String name, int width, String text) {
    String indent = Strings.repeat(" ", width + 5);
    String first = "  " + Strings.padEnd(name, width, ' ') + "   ";
    for (String line : Columns.wrap(text, WIDTH - indent.length())) {
      out.print(first + line + "\n");
      first = indent;
    }
  }
}
