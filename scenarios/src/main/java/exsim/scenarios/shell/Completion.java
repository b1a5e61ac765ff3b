package exsim.scenarios.shell;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import exsim.scenarios.display.Display;
import exsim.scenarios.display.Moment;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.powershell.Cmdlets;
import java.util.List;
import java.util.Optional;

/** What may stand where somebody is typing: cmdlets, their parameters, and names of objects. */
public final class Completion {
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();
  private static final int WIDTH = 1000;

  private final Workbench bench;
  private final Shell shell;
  private final ImmutableList<Shell.Tool> tools;

  Completion(Workbench bench, Shell shell, ImmutableList<Shell.Tool> tools) {
    this.bench = bench;
    this.shell = shell;
    this.tools = tools;
  }

  /**
   * What may stand in the place of the last word.
   *
   * @param line what stands before the cursor; a blank at its end begins a new word
   */
  public ImmutableList<String> of(String line) {
    String statement = line.substring(line.lastIndexOf('|') + 1);
    List<String> words = WORDS.splitToList(statement);
    boolean fresh = statement.isEmpty() || statement.endsWith(" ");
    String word = fresh || words.isEmpty() ? "" : words.get(words.size() - 1);
    if (words.isEmpty() || (words.size() == 1 && !fresh)) {
      return beginning(
          word, Cmdlets.names(), tools.stream().map(tool -> tool.names().get(0)).toList());
    }
    String cmdlet = words.get(0);
    Optional<Shell.Tool> tool = tool(cmdlet);
    if (tool.isPresent()) {
      return word.startsWith("-")
          ? beginning(word, dashed(tool.get().parameters()))
          : beginning(word, quoted(tool.get().values()));
    }
    if (word.startsWith("-")) {
      return beginning(word, dashed(Cmdlets.parameters(bench.current(), shell.on(), cmdlet)));
    }
    return beginning(word, identities(cmdlet));
  }

  @SafeVarargs
  private static ImmutableList<String> beginning(String word, List<String>... choices) {
    ImmutableList.Builder<String> fit = ImmutableList.builder();
    String lower = unquoted(word);
    for (List<String> some : choices) {
      some.stream().filter(c -> unquoted(c).startsWith(lower)).forEach(fit::add);
    }
    return fit.build();
  }

  private static String unquoted(String word) {
    return Ascii.toLowerCase(word.startsWith("'") ? word.substring(1) : word);
  }

  /** The names of the objects that a cmdlet works on. */
  private ImmutableList<String> identities(String cmdlet) {
    int hyphen = cmdlet.indexOf('-');
    if (hyphen < 0 || Ascii.toLowerCase(cmdlet).startsWith("new-")) {
      return ImmutableList.of();
    }
    String get =
        "Get-" + cmdlet.substring(hyphen + 1) + " | Select-Object -ExpandProperty Identity";
    return new Display(new Moment(bench.scenario(), bench.now()), shell.on(), WIDTH)
        .run(get, "", Findings.of("")).orElse(ImmutableList.of()).stream()
            .filter(name -> !name.isBlank())
            .map(Completion::quoted)
            .collect(ImmutableList.toImmutableList());
  }

  private Optional<Shell.Tool> tool(String word) {
    return tools.stream()
        .filter(t -> t.names().stream().anyMatch(n -> Ascii.equalsIgnoreCase(n, word)))
        .findFirst();
  }

  private static List<String> dashed(List<String> names) {
    return names.stream().map(name -> "-" + name).toList();
  }

  private static List<String> quoted(List<String> names) {
    return names.stream().map(Completion::quoted).toList();
  }

  private static String quoted(String name) {
    return name.indexOf(' ') < 0 ? name : "'" + name + "'";
  }
}
