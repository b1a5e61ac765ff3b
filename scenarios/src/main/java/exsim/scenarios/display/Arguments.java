package exsim.scenarios.display;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.NearName;
import exsim.scenarios.powershell.CommandLine;
import exsim.scenarios.powershell.CommandLine.Argument;
import exsim.scenarios.powershell.CommandLine.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of a cmdlet that formats or selects.
 *
 * @param values the words of each parameter that is given; a switch has none
 */
record Arguments(ImmutableMap<String, ImmutableList<String>> values) {
  /**
   * What a cmdlet takes.
   *
   * @param valued its parameters with a value; what stands without a name belongs to the first
   * @param switches its parameters without
   */
  record Parameters(ImmutableList<String> valued, ImmutableList<String> switches) {
    ImmutableList<String> matching(String word) {
      ImmutableList<String> all =
          ImmutableList.<String>builder().addAll(valued).addAll(switches).build();
      String lower = Ascii.toLowerCase(word);
      return all.stream()
          .filter(name -> Ascii.toLowerCase(name).startsWith(lower))
          .collect(ImmutableList.toImmutableList());
    }

    ImmutableList<String> dashed() {
      return ImmutableSet.<String>builder().addAll(valued).addAll(switches).build().stream()
          .map(name -> "-" + name)
          .collect(ImmutableList.toImmutableList());
    }
  }

  /** Binds; empty when an argument fits no parameter, which is reported. */
  static Optional<Arguments> bind(
      CommandLine.Call call, Parameters parameters, Typed typed, Findings findings) {
    Map<String, ImmutableList<String>> values = new LinkedHashMap<>();
    String first = parameters.valued().get(0);
    for (Argument argument : call.arguments()) {
      Optional<String> word = argument.parameter();
      ImmutableList<String> names =
          word.isPresent() ? parameters.matching(word.get()) : ImmutableList.of(first);
      if (names.size() != 1) {
        String what =
            names.isEmpty()
                ? call.cmdlet() + " has no parameter -" + word.orElse("")
                : "-" + word.orElse("") + " may mean " + String.join(", ", names);
        String help = NearName.questionOrAll("-" + word.orElse(""), parameters.dashed());
        findings.problems().add(typed.of("-" + word.orElse("")), what, help);
        return Optional.empty();
      }
      String name = names.get(0);
      boolean isSwitch = parameters.switches().contains(name);
      if (isSwitch) {
        values.put(name, ImmutableList.of());
      }
      if (argument.value().isPresent()) {
        values.put(isSwitch ? first : name, words(argument.value().get()));
      } else if (!isSwitch) {
        findings.problems().add(typed.of("-" + word.orElse("")), "-" + name + " needs a value", "");
        return Optional.empty();
      }
    }
    return Optional.of(new Arguments(ImmutableMap.copyOf(values)));
  }

  private static ImmutableList<String> words(Value value) {
    ImmutableList.Builder<String> words = ImmutableList.builder();
    if (value instanceof Value.Several several) {
      several.items().forEach(item -> words.addAll(words(item)));
    } else if (value instanceof Value.Text text) {
      words.add(text.text());
    }
    return words.build();
  }

  /** The words of a parameter; none where it is not given. */
  ImmutableList<String> words(String parameter) {
    return values.getOrDefault(parameter, ImmutableList.of());
  }

  /** Whether a switch is given. */
  boolean isOn(String parameter) {
    return values.containsKey(parameter);
  }
}
