package exsim.scenarios.powershell;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.NearName;
import exsim.scenarios.exchange.Property;
import exsim.scenarios.exchange.PropertyRefusal;
import exsim.scenarios.json.Spot;
import exsim.scenarios.powershell.Cmdlet.Verb;
import exsim.scenarios.powershell.CommandLine.Argument;
import exsim.scenarios.powershell.CommandLine.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A cmdlet whose arguments are bound to its parameters.
 *
 * @param cmdlet the cmdlet
 * @param names its parameters
 * @param values the values by parameter; a switch that is given is true
 */
record BoundCall(Cmdlet cmdlet, ParameterNames names, ImmutableMap<String, Value> values) {
  /** Binds; empty when an argument fits no parameter, which is reported. */
  static Optional<BoundCall> bind(
      CommandLine.Call call, Cmdlet cmdlet, Owner owner, Spot at, Findings findings) {
    Binder binder = new Binder(cmdlet, new ParameterNames(cmdlet, owner), owner, at, findings);
    call.arguments().forEach(binder::add);
    return binder.finish();
  }

  /** The text of a parameter. */
  Optional<String> text(String parameter) {
    return Optional.ofNullable(values.get(parameter))
        .filter(Value.Text.class::isInstance)
        .map(v -> ((Value.Text) v).text());
  }

  /** Whether a parameter is given as true. */
  boolean isOn(String parameter) {
    return values.get(parameter) instanceof Value.Bool bool && bool.value();
  }

  private static final class Binder {
    private final Cmdlet cmdlet;
    private final ParameterNames names;
    private final Owner owner;
    private final Spot at;
    private final Findings findings;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private boolean faulty;

    Binder(Cmdlet cmdlet, ParameterNames names, Owner owner, Spot at, Findings findings) {
      this.cmdlet = cmdlet;
      this.names = names;
      this.owner = owner;
      this.at = at;
      this.findings = findings;
    }

    void add(Argument argument) {
      if (argument.parameter().isEmpty()) {
        positional(argument.value().orElseThrow());
        return;
      }
      Optional<String> name = resolve(argument.parameter().get());
      if (name.isEmpty()) {
        return;
      }
      if (ParameterNames.isSwitch(name.get())) {
        put(name.get(), argument.attached() ? argument.value().get() : new Value.Bool(true));
        if (!argument.attached()) {
          argument.value().ifPresent(this::positional);
        }
      } else if (argument.value().isEmpty()) {
        report("-" + name.get() + " needs a value", "");
      } else {
        put(name.get(), argument.value().get());
      }
    }

    private void positional(Value value) {
      String first = cmdlet.verb() == Verb.NEW ? "Name" : "Identity";
      if (!names.names().contains(first) || values.containsKey(first)) {
        report("a value stands without its parameter", "write -Parameter in front of it");
      } else {
        put(first, value);
      }
    }

    private void put(String name, Value value) {
      if (values.put(name, value) != null) {
        report("-" + name + " is given twice", "remove one");
      }
    }

    private Optional<String> resolve(String word) {
      ImmutableList<String> matching = names.matching(word);
      if (matching.size() == 1) {
        return Optional.of(matching.get(0));
      }
      if (matching.isEmpty()) {
        report(unknown(word), NearName.question(word, dashed()));
      } else {
        report("-" + word + " may mean " + String.join(", ", matching), "write the name in full");
      }
      return Optional.empty();
    }

    private Iterable<String> dashed() {
      return names.names().stream().map(name -> "-" + name).toList();
    }

    private String unknown(String word) {
      String what = cmdlet + " has no parameter -" + word;
      Optional<Property<?>> property = cmdlet.kind(owner.online()).properties().find(word);
      if (property.isEmpty()) {
        return what + (owner.online() ? " in Exchange Online" : "");
      }
      return owner.has(property.get())
          ? what + ": the property is printed only"
          : PropertyRefusal.VERSION.id()
              + " "
              + what
              + " in Exchange "
              + owner.facts().newest().text();
    }

    private void report(String what, String help) {
      faulty = true;
      findings.problems().add(at, what, help);
    }

    Optional<BoundCall> finish() {
      return faulty
          ? Optional.empty()
          : Optional.of(new BoundCall(cmdlet, names, ImmutableMap.copyOf(values)));
    }
  }
}
