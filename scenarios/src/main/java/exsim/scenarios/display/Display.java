package exsim.scenarios.display;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import exsim.model.InvalidValueException;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.Shown;
import exsim.scenarios.json.Spot;
import exsim.scenarios.powershell.CommandLine;
import exsim.scenarios.powershell.CommandLineReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows an administrator what {@code Get-} cmdlets find.
 *
 * @param moment the scenario at an instant
 * @param on the organization or tenant; empty where only one has the cmdlet
 * @param width of the window, in characters
 */
public record Display(Moment moment, String on, int width) {
  private static final String DETAIL = "Get-MessageTraceDetailV2";
  private static final String DETAIL_V1 = "Get-MessageTraceDetail";

  /**
   * Runs a command line.
   *
   * @param commandLine what an administrator types
   * @param name what faults call it
   * @param findings takes what is wrong, each fault with its column
   * @return what the shell prints, without the blank lines around it; empty when something is wrong
   */
  public Optional<ImmutableList<String>> run(String commandLine, String name, Findings findings) {
    ImmutableList<CommandLine> statements;
    try {
      statements = CommandLineReader.read(commandLine);
    } catch (InvalidValueException e) {
      findings
          .problems()
          .add(Spot.ofFile(name), "the command line is not understood: " + e.getMessage());
      return Optional.empty();
    }
    Typed typed = new Typed(commandLine, name);
    List<String> lines = new ArrayList<>();
    for (CommandLine statement : statements) {
      Optional<ImmutableList<String>> shown = run(statement, typed, findings);
      if (shown.isEmpty()) {
        return shown;
      }
      if (!lines.isEmpty() && !shown.get().isEmpty()) {
        lines.add("");
      }
      lines.addAll(shown.get());
    }
    return Optional.of(ImmutableList.copyOf(lines));
  }

  /**
   * Prints objects that are no Exchange objects, as what stands behind the first pipe asks for.
   *
   * @param noun what they are
   * @param properties the names of their properties, in order
   * @param columns those that a table has where nothing is asked for; none for a list
   * @param rows the objects: the value of every property
   * @param commandLine what was typed
   * @param findings takes what is wrong with it
   */
  public Optional<ImmutableList<String>> print(
      String noun,
      ImmutableList<String> properties,
      ImmutableList<String> columns,
      ImmutableList<ImmutableMap<String, String>> rows,
      String commandLine,
      Findings findings) {
    Formatting formatting = new Formatting(width, new Typed(commandLine, "typed"), findings);
    ImmutableList.Builder<ShownObject> shown = ImmutableList.builder();
    for (ImmutableMap<String, String> row : rows) {
      shown.add(
          new ShownObject(
              ImmutableMap.copyOf(Maps.transformValues(row, value -> new Shown.Text(value)))));
    }
    Shelf shelf = new Shelf(noun, properties, properties, ImmutableList.of(), shown.build());
    ImmutableList<CommandLine.Call> calls = CommandLineReader.read(commandLine).get(0).calls();
    if (calls.size() == 1 && !columns.isEmpty()) {
      return Optional.of(
          new TableFormat(width, true, false, true)
              .lines(Formatting.columns(shelf, columns), shelf.objects()));
    }
    Optional<Flow> flow = Optional.of(new Flow.Objects(shelf));
    for (CommandLine.Call call : calls.subList(1, calls.size())) {
      flow = flow.flatMap(before -> formatting.apply(before, call));
    }
    return flow.map(formatting::lines);
  }

  private Optional<ImmutableList<String>> run(
      CommandLine statement, Typed typed, Findings findings) {
    ImmutableList<CommandLine.Call> calls = statement.calls();
    Formatting formatting = new Formatting(width, typed, findings);
    Optional<Flow> flow =
        moment
            .find(calls.get(0), on, typed.next(calls.get(0).cmdlet()), findings)
            .map(Flow.Objects::new);
    for (CommandLine.Call call : calls.subList(1, calls.size())) {
      flow =
          flow.flatMap(
              before ->
                  before instanceof Flow.Objects traces && isDetail(call)
                      ? details(traces.shelf(), call, typed, findings)
                      : formatting.apply(before, call));
    }
    return flow.map(formatting::lines);
  }

  private static boolean isDetail(CommandLine.Call call) {
    boolean named =
        Ascii.equalsIgnoreCase(call.cmdlet(), DETAIL)
            || Ascii.equalsIgnoreCase(call.cmdlet(), DETAIL_V1);
    return named && call.arguments().isEmpty();
  }

  /** What happened to each of the messages that a trace found. */
  private Optional<Flow> details(
      Shelf traces, CommandLine.Call call, Typed typed, Findings findings) {
    Spot spot = typed.next(call.cmdlet());
    Shelf all = null;
    for (ShownObject trace : traces.objects()) {
      CommandLine one =
          CommandLineReader.read(
                  String.format(
                      "%s -MessageTraceId '%s' -RecipientAddress '%s'",
                      DETAIL, text(trace, "MessageTraceId"), text(trace, "RecipientAddress")))
              .get(0);
      Optional<Shelf> found = moment.find(one.calls().get(0), on, spot, findings);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      Shelf next = found.get();
      all =
          all == null
              ? next
              : all.with(
                  ImmutableList.<ShownObject>builder()
                      .addAll(all.objects())
                      .addAll(next.objects())
                      .build());
    }
    return all == null
        ? Optional.of(new Flow.Lines(ImmutableList.of()))
        : Optional.of(new Flow.Objects(all));
  }

  private static String text(ShownObject object, String property) {
    return object.value(property).orElse(Shown.NOTHING).text();
  }
}
