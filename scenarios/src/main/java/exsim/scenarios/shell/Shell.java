package exsim.scenarios.shell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.InvalidValueException;
import exsim.scenarios.display.Display;
import exsim.scenarios.display.Moment;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.format.Reading;
import exsim.scenarios.json.Spot;
import exsim.scenarios.json.Suggestion;
import exsim.scenarios.powershell.Cmdlets;
import exsim.scenarios.powershell.CommandLine;
import exsim.scenarios.powershell.CommandLineReader;
import java.util.Optional;

/** Reads what somebody types and answers it. */
public final class Shell {
  private static final String TYPED = "typed";

  private final Workbench bench;
  private final Prompt prompt;
  private final int width;
  private final ImmutableMap<String, Tool> tools;
  private String on = "";
  private String seat = "";
  private String typed = "";
  private boolean failed;
  private boolean over;

  /** A shell on a scenario. */
  Shell(Workbench bench, Prompt prompt, int width) {
    this.bench = bench;
    this.prompt = prompt;
    this.width = width;
    ImmutableMap.Builder<String, Tool> all = ImmutableMap.builder();
    for (Tool tool : Tools.of(this, bench, prompt)) {
      tool.names().forEach(name -> all.put(Ascii.toLowerCase(name), tool));
    }
    this.tools = all.buildOrThrow();
    prompt.offers(new Completion(bench, this, ImmutableSet.copyOf(tools.values()).asList()));
  }

  /** Something that is typed and is no cmdlet of Exchange. */
  interface Tool {
    /** The words that call it, the first of which is its name. */
    ImmutableList<String> names();

    /** What it does, in one line. */
    String summary();

    /** Its parameters, for whoever completes a line. */
    default ImmutableList<String> parameters() {
      return ImmutableList.of();
    }

    /** What may stand behind it, for whoever completes a line. */
    default ImmutableList<String> values() {
      return ImmutableList.of();
    }

    /**
     * Does it.
     *
     * @throws InvalidValueException if the arguments make no sense
     */
    void run(CommandLine.Call call);
  }

  /**
   * Answers lines until nobody types any more.
   *
   * @return whether every line was understood
   */
  boolean run() {
    while (!over) {
      Optional<String> line = prompt.line(ready());
      if (line.isEmpty()) {
        break;
      }
      answer(line.get().strip());
    }
    return !failed;
  }

  private String ready() {
    return "[" + (seat.isEmpty() ? "PS" : seat) + "] " + bench.now() + "> ";
  }

  /** The organization, tenant or server where cmdlets are typed; empty where that is open. */
  String on() {
    return on;
  }

  /** Where sessions are typed: as cmdlets, or at a device or a mail system. */
  String seat() {
    return seat;
  }

  /**
   * Sits down somewhere.
   *
   * @param cmdlets whether cmdlets are typed there too
   */
  void sit(String name, boolean cmdlets) {
    seat = name;
    on = cmdlets ? name : "";
  }

  void leave() {
    over = true;
  }

  /** Says that something went wrong. */
  void complain(String what) {
    failed = true;
    prompt.complain(what);
  }

  /** Shows what a tool found, as a list, a table or as what stands behind the pipe asks for. */
  void print(Rows rows) {
    Findings findings = Findings.of(TYPED);
    Optional<ImmutableList<String>> lines =
        new Display(new Moment(bench.scenario(), bench.now()), on, width)
            .print(
                rows.noun(),
                rows.properties(),
                rows.columns(),
                rows.found().build(),
                typed,
                findings);
    findings.problems().all().forEach(p -> complain(Workbench.shown(p)));
    lines.ifPresent(all -> all.forEach(prompt::show));
  }

  private void answer(String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    try {
      ImmutableList<CommandLine> statements = CommandLineReader.read(line);
      typed = line;
      CommandLine.Call first = statements.get(0).calls().get(0);
      Tool tool = tools.get(Ascii.toLowerCase(first.cmdlet()));
      if (tool != null) {
        tool.run(first);
      } else if (isUnknown(first.cmdlet()) && Instead.of(first.cmdlet()).isPresent()) {
        complain(
            "`"
                + first.cmdlet()
                + "` is not simulated; nearest is "
                + Instead.of(first.cmdlet()).get());
      } else if (Ascii.toLowerCase(first.cmdlet()).startsWith("get-")
          && statements.stream().allMatch(Shell::isDisplay)) {
        display(line);
      } else {
        change(line, first.cmdlet());
      }
    } catch (InvalidValueException e) {
      complain(e.getMessage());
    }
  }

  /** Whether nothing behind the first pipe changes anything. */
  private static boolean isDisplay(CommandLine statement) {
    return statement.calls().stream()
        .map(c -> Ascii.toLowerCase(c.cmdlet()))
        .noneMatch(c -> c.matches("(set|remove|enable|disable|new)-.*"));
  }

  private static boolean isUnknown(String word) {
    return Cmdlets.names().stream().noneMatch(n -> Ascii.equalsIgnoreCase(n, word));
  }

  private void display(String line) {
    Findings findings = Findings.of(TYPED);
    Optional<ImmutableList<String>> lines =
        new Display(new Moment(bench.scenario(), bench.now()), on, width)
            .run(line, TYPED, findings);
    findings.problems().all().forEach(p -> complain(Workbench.shown(p)));
    findings.warnings().all().forEach(p -> prompt.complain("warning: " + Workbench.shown(p)));
    lines.ifPresent(all -> all.forEach(prompt::show));
  }

  private void change(String line, String cmdlet) {
    Findings findings = Findings.of(TYPED);
    String last =
        CommandLineReader.read(line).get(0).calls().stream()
            .reduce((a, b) -> b)
            .orElseThrow()
            .cmdlet();
    if (isUnknown(last)) {
      unknown(cmdlet.equals(last) ? cmdlet : last);
      return;
    }
    Optional<String> owner = Cmdlets.owner(bench.current(), on, last, Spot.ofFile(TYPED), findings);
    findings.problems().all().forEach(p -> complain(Workbench.shown(p)));
    if (owner.isEmpty()) {
      return;
    }
    Reading reading = bench.run(owner.get(), line);
    reading.warnings().stream()
        .filter(w -> w.spot().pointer().contains("typed"))
        .forEach(w -> prompt.complain("warning: " + Workbench.shown(w)));
    reading.problems().forEach(p -> complain(Workbench.shown(p)));
  }

  private void unknown(String word) {
    ImmutableList<String> known =
        ImmutableList.<String>builder()
            .addAll(Cmdlets.names())
            .addAll(tools.values().stream().map(t -> t.names().get(0)).distinct().toList())
            .build();
    String help = Suggestion.help(word, known);
    complain(
        "`"
            + word
            + "` is not known here"
            + (help.isEmpty() ? "; `help` tells what is" : "; " + help));
  }
}
