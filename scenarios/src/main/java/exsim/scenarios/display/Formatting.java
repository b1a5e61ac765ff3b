package exsim.scenarios.display;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.scenarios.display.Arguments.Parameters;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.NearName;
import exsim.scenarios.exchange.Shown;
import exsim.scenarios.json.Spot;
import exsim.scenarios.powershell.CommandLine;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The cmdlets that stand after a pipe.
 *
 * @param width of the window, in characters
 * @param typed the command line
 * @param findings takes what is wrong with it
 */
record Formatting(int width, Typed typed, Findings findings) {
  /** More properties than these are shown as a list. */
  private static final int TABLE_MAX = 4;

  private static final String PROPERTY = "Property";
  private static final Parameters LIST =
      new Parameters(ImmutableList.of(PROPERTY), ImmutableList.of());
  private static final Parameters TABLE =
      new Parameters(
          ImmutableList.of(PROPERTY), ImmutableList.of("AutoSize", "Wrap", "HideTableHeaders"));
  private static final Parameters SELECT =
      new Parameters(
          ImmutableList.of(PROPERTY, "ExpandProperty", "First", "Last"), ImmutableList.of());
  private static final Parameters JSON =
      new Parameters(ImmutableList.of("Depth"), ImmutableList.of("AsArray"));
  private static final ImmutableList<String> CMDLETS =
      ImmutableList.of(
          "Format-List", "Format-Table", "Select-Object", "ConvertTo-Json", "fl", "ft", "select");

  /** What a cmdlet makes of what comes to it; empty when something is wrong. */
  Optional<Flow> apply(Flow flow, CommandLine.Call call) {
    Spot at = typed.next(call.cmdlet());
    if (!(flow instanceof Flow.Objects objects)) {
      return refuse(at, "what is formatted goes to no other cmdlet", "format last");
    }
    Shelf shelf = objects.shelf();
    return switch (Ascii.toLowerCase(call.cmdlet())) {
      case "fl", "format-list" -> arguments(call, LIST).flatMap(given -> list(shelf, given));
      case "ft", "format-table" -> arguments(call, TABLE).flatMap(given -> table(shelf, given));
      case "select", "select-object" ->
          arguments(call, SELECT).flatMap(given -> select(shelf, given));
      case "convertto-json" ->
          arguments(call, JSON)
              .map(
                  given ->
                      new Flow.Lines(JsonFormat.lines(shelf.objects(), given.isOn("AsArray"))));
      default ->
          refuse(
              at,
              "`" + call.cmdlet() + "` is not understood after a pipe here",
              NearName.questionOrAll(call.cmdlet(), CMDLETS));
    };
  }

  /** The lines in the end: what is not formatted yet is shown as its kind usually is. */
  ImmutableList<String> lines(Flow flow) {
    if (flow instanceof Flow.Lines lines) {
      return lines.lines();
    }
    Shelf shelf = ((Flow.Objects) flow).shelf();
    return shelf.table().isEmpty()
        ? ListFormat.lines(only(shelf, shelf.list()), width)
        : new TableFormat(width, false, false, true).lines(shelf.table(), shelf.objects());
  }

  private Optional<Arguments> arguments(CommandLine.Call call, Parameters parameters) {
    return Arguments.bind(call, parameters, typed, findings);
  }

  /** The properties that are asked for; none stands for all. */
  private Optional<ImmutableList<String>> names(Shelf shelf, Arguments given, String parameter) {
    return PropertyNames.find(given.words(parameter), shelf, typed, findings);
  }

  private Optional<Flow> list(Shelf shelf, Arguments given) {
    return names(shelf, given, PROPERTY)
        .map(
            names ->
                new Flow.Lines(
                    ListFormat.lines(only(shelf, names.isEmpty() ? shelf.list() : names), width)));
  }

  private Optional<Flow> table(Shelf shelf, Arguments given) {
    TableFormat format =
        new TableFormat(
            width, given.isOn("AutoSize"), given.isOn("Wrap"), !given.isOn("HideTableHeaders"));
    return names(shelf, given, PROPERTY)
        .map(
            names ->
                new Flow.Lines(
                    format.lines(
                        !names.isEmpty()
                            ? columns(shelf, names)
                            : shelf.table().isEmpty()
                                ? columns(shelf, shelf.known())
                                : shelf.table(),
                        shelf.objects())));
  }

  private Optional<Flow> select(Shelf all, Arguments given) {
    Optional<Shelf> some = counted(all, given);
    if (some.isEmpty()) {
      return Optional.empty();
    }
    Shelf shelf = some.get();
    if (given.isOn("ExpandProperty")) {
      return names(shelf, given, "ExpandProperty")
          .map(names -> new Flow.Lines(expanded(shelf, names)));
    }
    return names(shelf, given, PROPERTY)
        .map(
            names ->
                new Flow.Objects(
                    names.isEmpty()
                        ? shelf
                        : new Shelf(
                            shelf.noun(),
                            names,
                            ImmutableList.of(),
                            names.size() > TABLE_MAX ? ImmutableList.of() : columns(shelf, names),
                            only(shelf, names))));
  }

  private Optional<Shelf> counted(Shelf shelf, Arguments given) {
    ImmutableList<ShownObject> objects = shelf.objects();
    for (String end : new String[] {"First", "Last"}) {
      for (String word : given.words(end)) {
        if (word.isEmpty()
            || word.length() > 9
            || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
          return refuse(typed.of(word), "-" + end + ": `" + word + "` is no number of objects", "");
        }
        int count = Math.min(Integer.parseInt(word), objects.size());
        objects =
            end.equals("First")
                ? objects.subList(0, count)
                : objects.subList(objects.size() - count, objects.size());
      }
    }
    return Optional.of(shelf.with(objects));
  }

  private static ImmutableList<String> expanded(Shelf shelf, ImmutableList<String> names) {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    for (ShownObject object : shelf.objects()) {
      for (String name : names) {
        Shown value = object.value(name).orElse(Shown.NOTHING);
        if (value instanceof Shown.Several several) {
          lines.addAll(several.items());
        } else if (!value.text().isEmpty()) {
          lines.add(value.text());
        }
      }
    }
    return lines.build();
  }

  private static ImmutableList<ShownObject> only(Shelf shelf, ImmutableList<String> names) {
    return names.isEmpty()
        ? shelf.objects()
        : shelf.objects().stream()
            .map(object -> object.only(names))
            .collect(ImmutableList.toImmutableList());
  }

  /** Columns of equal standing. */
  static ImmutableList<TableFormat.Column> columns(Shelf shelf, ImmutableList<String> names) {
    return names.stream()
        .map(name -> new TableFormat.Column(name, name, OptionalInt.empty(), isNumber(shelf, name)))
        .collect(ImmutableList.toImmutableList());
  }

  private static boolean isNumber(Shelf shelf, String name) {
    return shelf.objects().stream()
        .anyMatch(o -> o.value(name).orElse(Shown.NOTHING) instanceof Shown.Number);
  }

  private <T> Optional<T> refuse(Spot at, String what, String help) {
    findings.problems().add(at, what, help);
    return Optional.empty();
  }
}
