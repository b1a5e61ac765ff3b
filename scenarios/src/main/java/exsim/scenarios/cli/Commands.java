package exsim.scenarios.cli;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** The table of sub-commands. */
final class Commands {
  private static final ImmutableList<String> NAMES =
      ImmutableList.of(
          "new", "run", "check", "show", "walk", "shell", "lab", "diff", "ask", "rules", "import");

  private Commands() {}

  /** The sub-command of a name. Only the one that is wanted gets loaded. */
  static Optional<Command> named(String name) {
    return switch (name) {
      case "new" -> Optional.of(new NewCommand());
      case "run" -> Optional.of(new RunCommand());
      case "check" -> Optional.of(new CheckCommand());
      case "show" -> Optional.of(new ShowCommand());
      case "walk" -> Optional.of(new WalkCommand());
      case "shell" -> Optional.of(new ShellCommand());
      case "lab" -> Optional.of(new LabCommand());
      case "diff" -> Optional.of(new DiffCommand());
      case "ask" -> Optional.of(new AskCommand());
      case "rules" -> Optional.of(new RulesCommand());
      case "import" -> Optional.of(new ImportCommand());
      default -> Optional.empty();
    };
  }

  /** The names, in the order in which help lists them. */
  static ImmutableList<String> names() {
    return NAMES;
  }

  /** All sub-commands, in the same order. */
  static ImmutableList<Command> all() {
    ImmutableList.Builder<Command> all = ImmutableList.builder();
    for (String name : NAMES) {
      all.add(named(name).orElseThrow());
    }
    return all.build();
  }
}
