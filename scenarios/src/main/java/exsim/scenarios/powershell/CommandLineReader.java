package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.scenarios.powershell.CommandLine.Argument;
import exsim.scenarios.powershell.CommandLine.Call;
import exsim.scenarios.powershell.CommandLine.Value;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads PowerShell command lines as administrators type them. */
public final class CommandLineReader {
  /** PowerShell takes the dashes that word processors put in for hyphens. */
  private static final String DASHES = "-\u2013\u2014\u2015";

  /** Far more than any administrator writes, and few enough for every stack. */
  private static final int NESTING_MAX = 50;

  private final QuotedText text;
  private int nesting;

  private CommandLineReader(String line) {
    text = new QuotedText(line);
  }

  /**
   * Reads what may be several statements, parted by {@code ;} or line ends.
   *
   * @throws InvalidValueException if the text is not of the form that is understood
   */
  public static ImmutableList<CommandLine> read(String line) {
    CommandLineReader reader = new CommandLineReader(line);
    ImmutableList.Builder<CommandLine> statements = ImmutableList.builder();
    reader.text.skip(";");
    while (!reader.text.atEnd()) {
      statements.add(reader.pipeline());
      reader.text.skip(";");
    }
    ImmutableList<CommandLine> all = statements.build();
    if (all.isEmpty()) {
      throw new InvalidValueException("the command line is empty");
    }
    return all;
  }

  private CommandLine pipeline() {
    ImmutableList.Builder<Call> calls = ImmutableList.builder();
    calls.add(call());
    while (text.take('|')) {
      text.skip("");
      calls.add(call());
    }
    return new CommandLine(calls.build());
  }

  private Call call() {
    String cmdlet = text.bareWord();
    if (cmdlet.isEmpty()) {
      throw new InvalidValueException("a cmdlet is expected at " + text.rest());
    }
    ImmutableList.Builder<Argument> arguments = ImmutableList.builder();
    text.blanks();
    while (!text.atEnd() && !text.sees('|') && !text.seesStatementEnd()) {
      arguments.add(argument());
      text.blanks();
    }
    return new Call(cmdlet, arguments.build());
  }

  private Argument argument() {
    if (!isParameter()) {
      return new Argument(Optional.empty(), Optional.of(value()), false);
    }
    text.next();
    String name = text.name();
    boolean colon = text.take(':');
    text.blanks();
    boolean ends = text.atEnd() || text.sees('|') || text.seesStatementEnd();
    if (colon && ends) {
      throw new InvalidValueException("-" + name + ": has no value");
    }
    return ends || (!colon && isParameter())
        ? new Argument(Optional.of(name), Optional.empty(), false)
        : new Argument(Optional.of(name), Optional.of(value()), colon);
  }

  private boolean isParameter() {
    return !text.atEnd()
        && DASHES.indexOf(text.peek()) >= 0
        && (Character.isLetter(text.peekSecond()) || text.peekSecond() == '_');
  }

  /** One value, or several with commas between them. */
  private Value value() {
    Value first = single();
    text.blanks();
    if (!text.sees(',')) {
      return first;
    }
    ImmutableList.Builder<Value> items = ImmutableList.builder();
    addTo(items, first);
    while (text.take(',')) {
      text.skip("");
      addTo(items, single());
      text.blanks();
    }
    return new Value.Several(items.build());
  }

  private Value single() {
    if (text.take("@{")) {
      return nested(this::change);
    }
    if (text.take("@(") || text.take("(")) {
      return nested(this::several);
    }
    if (text.seesQuote()) {
      return new Value.Text(text.quoted());
    }
    if (text.sees('$')) {
      return constant();
    }
    String word = text.bareWord();
    if (word.isEmpty()) {
      throw new InvalidValueException("a value is expected at " + text.rest());
    }
    return new Value.Text(word);
  }

  private Value nested(Supplier<Value> inner) {
    if (nesting == NESTING_MAX) {
      throw new InvalidValueException("nested too deeply");
    }
    nesting++;
    Value value = inner.get();
    nesting--;
    return value;
  }

  private Value several() {
    ImmutableList.Builder<Value> items = ImmutableList.builder();
    text.skip(",;");
    while (!text.take(')')) {
      if (text.atEnd()) {
        throw new InvalidValueException("a `)` is missing");
      }
      addTo(items, single());
      text.skip(",;");
    }
    return new Value.Several(items.build());
  }

  /** Lists in a list are its items, as PowerShell unrolls them. */
  private static void addTo(ImmutableList.Builder<Value> items, Value value) {
    if (value instanceof Value.Change) {
      throw new InvalidValueException("a @{ } cannot stand in a list or in another one");
    }
    if (value instanceof Value.Several several) {
      items.addAll(several.items());
    } else {
      items.add(value);
    }
  }

  private Value constant() {
    text.next();
    String name = text.name();
    return switch (Ascii.toLowerCase(name)) {
      case "true" -> new Value.Bool(true);
      case "false" -> new Value.Bool(false);
      case "null" -> new Value.Null();
      default ->
          throw new InvalidValueException(
              "the variable `$" + name + "` is not known here; write its value");
    };
  }

  private Value change() {
    ImmutableList<Value> add = ImmutableList.of();
    ImmutableList<Value> remove = ImmutableList.of();
    text.skip(";");
    if (text.sees('}')) {
      throw new InvalidValueException("@{ } says neither Add nor Remove");
    }
    while (!text.take('}')) {
      if (text.atEnd()) {
        throw new InvalidValueException("a `}` is missing");
      }
      String key = text.seesQuote() ? text.quoted() : text.name();
      text.blanks();
      if (!text.take('=')) {
        throw new InvalidValueException("`=` is expected at " + text.rest());
      }
      text.skip("");
      ImmutableList.Builder<Value> listed = ImmutableList.builder();
      addTo(listed, value());
      ImmutableList<Value> items = listed.build();
      switch (Ascii.toLowerCase(key)) {
        case "add" -> add = items;
        case "remove" -> remove = items;
        default ->
            throw new InvalidValueException("`" + key + "` is neither Add nor Remove in @{ }");
      }
      text.skip(";");
    }
    return new Value.Change(add, remove);
  }
}
