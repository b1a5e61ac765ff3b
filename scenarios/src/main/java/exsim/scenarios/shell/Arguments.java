package exsim.scenarios.shell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.scenarios.powershell.CommandLine;
import exsim.scenarios.powershell.CommandLine.Argument;
import exsim.scenarios.powershell.CommandLine.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The arguments of one call, by parameter; those without a name fill the parameters in order. */
final class Arguments {
  private final String cmdlet;
  private final ImmutableList<String> parameters;
  private final ImmutableList<Argument> given;

  /**
   * The arguments of a call.
   *
   * @param parameters the parameters that the cmdlet has, those that come first by position first
   * @throws InvalidValueException if the call has another one
   */
  Arguments(CommandLine.Call call, String... parameters) {
    this.cmdlet = call.cmdlet();
    this.parameters = ImmutableList.copyOf(parameters);
    this.given = named(call.arguments());
  }

  private ImmutableList<Argument> named(List<Argument> arguments) {
    List<String> free = new ArrayList<>(parameters);
    ImmutableList.Builder<Argument> named = ImmutableList.builder();
    for (Argument argument : arguments) {
      String name =
          argument.parameter().isPresent()
              ? known(argument.parameter().get())
              : free.stream()
                  .findFirst()
                  .orElseThrow(() -> new InvalidValueException(cmdlet + " takes no more values"));
      free.remove(name);
      named.add(new Argument(Optional.of(name), argument.value(), argument.attached()));
    }
    return named.build();
  }

  /** The parameter that a name or its beginning stands for. */
  private String known(String typed) {
    List<String> fit =
        parameters.stream()
            .filter(p -> Ascii.toLowerCase(p).startsWith(Ascii.toLowerCase(typed)))
            .toList();
    for (String exact : fit) {
      if (Ascii.equalsIgnoreCase(exact, typed)) {
        return exact;
      }
    }
    if (fit.size() != 1) {
      throw new InvalidValueException(
          cmdlet
              + " has no parameter -"
              + typed
              + " here; it has -"
              + String.join(", -", parameters));
    }
    return fit.get(0);
  }

  /** Whether a switch is set. */
  boolean has(String name) {
    return given.stream()
        .filter(a -> a.parameter().get().equals(name))
        .anyMatch(a -> a.value().isEmpty() || !a.value().get().equals(new Value.Bool(false)));
  }

  /** The value of a parameter. */
  Optional<String> text(String name) {
    return texts(name).stream().findFirst();
  }

  /** The value of a parameter that must be there. */
  String required(String name) {
    return text(name).orElseThrow(() -> new InvalidValueException(cmdlet + " needs -" + name));
  }

  /** The values of a parameter. */
  ImmutableList<String> texts(String name) {
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    for (Argument argument : given) {
      if (argument.parameter().get().equals(name)) {
        argument.value().ifPresent(v -> add(v, texts));
      }
    }
    return texts.build();
  }

  private static void add(Value value, ImmutableList.Builder<String> texts) {
    if (value instanceof Value.Text text) {
      texts.add(text.text());
    } else if (value instanceof Value.Several several) {
      several.items().forEach(item -> add(item, texts));
    }
  }
}
