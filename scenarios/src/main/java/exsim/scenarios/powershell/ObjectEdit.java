package exsim.scenarios.powershell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.InvalidValueException;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.Printed;
import exsim.scenarios.exchange.Property;
import exsim.scenarios.exchange.PropertyRefusal;
import exsim.scenarios.exchange.ValueTypes;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import exsim.scenarios.powershell.CommandLine.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets properties of an object to what was typed. */
final class ObjectEdit {
  /** What Exchange does not let a connector be without. */
  private static final ImmutableSet<String> NEVER_EMPTY =
      ImmutableSet.of("SourceTransportServers", "Bindings", "RemoteIPRanges");

  private final Spot at;
  private final Findings findings;
  private boolean faulty;

  ObjectEdit(Spot at, Findings findings) {
    this.at = at;
    this.findings = findings;
  }

  /** The object with every parameter applied; empty when a value is illegal, which is reported. */
  Optional<Located.Obj> apply(Located.Obj object, BoundCall call) {
    Located.Obj changed = object;
    for (Map.Entry<String, Value> argument : call.values().entrySet()) {
      Optional<Property<?>> property = call.names().property(argument.getKey());
      if (property.isPresent()) {
        changed = set(changed, property.get(), argument.getKey(), argument.getValue());
      }
    }
    return faulty ? Optional.empty() : Optional.of(changed);
  }

  private Located.Obj set(Located.Obj object, Property<?> property, String parameter, Value typed) {
    Optional<Located> value =
        typed instanceof Value.Change change
            ? changed(object, property, parameter, change)
            : value(property, parameter, typed);
    return value.map(v -> Documents.withProperty(object, property.name(), v)).orElse(object);
  }

  private Optional<Located> value(Property<?> property, String parameter, Value typed) {
    if (typed instanceof Value.Null) {
      if (property.type().nullable() && !NEVER_EMPTY.contains(property.name())) {
        return Optional.of(new Located.Null(at));
      }
      return fault(parameter, "cannot be $null");
    }
    if (property.type().equals(ValueTypes.BOOLEAN) && typed instanceof Value.Text text) {
      return text.text().equals("0") || text.text().equals("1")
          ? Optional.of(new Located.Bool(at, text.text().equals("1")))
          : fault(parameter, "takes $true or $false, not `" + text.text() + "`");
    }
    if (typed instanceof Value.Several several
        && several.items().isEmpty()
        && !property.type().list()) {
      return fault(parameter, "cannot be an empty list");
    }
    return checked(property, parameter, located(property, typed));
  }

  private Optional<Located> checked(Property<?> property, String parameter, Located value) {
    if (NEVER_EMPTY.contains(property.name())
        && value instanceof Located.Arr array
        && array.items().isEmpty()) {
      return fault(parameter, "cannot be left empty");
    }
    List<String> faults = new ArrayList<>();
    Optional<?> meaning = property.type().read(value, (spot, what) -> faults.add(what));
    faults.forEach(
        what -> fault(parameter, "is not understood: " + what, PropertyRefusal.VALUE.id() + " "));
    if (!faults.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        meaning.filter(Integer.class::isInstance).isPresent()
            ? new Located.Num(at, BigDecimal.valueOf((Integer) meaning.get()))
            : value);
  }

  private Located located(Property<?> property, Value typed) {
    if (property.type().list()) {
      ImmutableList<Value> items =
          typed instanceof Value.Several several ? several.items() : ImmutableList.of(typed);
      return new Located.Arr(
          at, items.stream().map(this::plain).collect(ImmutableList.toImmutableList()));
    }
    if (typed instanceof Value.Several several) {
      // Flags, which may be typed as a list, are printed as one text.
      List<String> words = new ArrayList<>();
      several.items().forEach(item -> words.add(Printed.text(plain(item)).orElse("")));
      return new Located.Text(at, String.join(", ", words));
    }
    return plain(typed);
  }

  private Located plain(Value typed) {
    if (typed instanceof Value.Text text) {
      return new Located.Text(at, text.text());
    }
    if (typed instanceof Value.Bool bool) {
      return new Located.Bool(at, bool.value());
    }
    return new Located.Null(at);
  }

  private Optional<Located> changed(
      Located.Obj object, Property<?> property, String parameter, Value.Change change) {
    if (!property.type().list()) {
      return fault(parameter, "holds one value: @{Add=…; Remove=…} is for lists");
    }
    List<Located> items = new ArrayList<>(current(object, property));
    for (Value removed : change.remove()) {
      items.removeIf(item -> same(property, item, plain(removed)));
    }
    for (Value added : change.add()) {
      if (items.stream().noneMatch(item -> same(property, item, plain(added)))) {
        items.add(plain(added));
      }
    }
    return checked(property, parameter, new Located.Arr(at, ImmutableList.copyOf(items)));
  }

  private static ImmutableList<Located> current(Located.Obj object, Property<?> property) {
    try {
      return object
          .memberIgnoringCase(property.name())
          .map(m -> Printed.items(m.value()))
          .orElse(ImmutableList.of());
    } catch (InvalidValueException e) {
      return ImmutableList.of(); // decoding the object reports it
    }
  }

  /** The same text, or two ways to write one value: {@code contoso.com} and its full form. */
  private static boolean same(Property<?> property, Located one, Located other) {
    String text = textOf(one);
    return Ascii.equalsIgnoreCase(text, textOf(other))
        || meaning(property, one)
            .filter(m -> meaning(property, other).equals(Optional.of(m)))
            .isPresent();
  }

  private static String textOf(Located value) {
    return value instanceof Located.Text text ? text.text().strip() : "";
  }

  private static Optional<String> meaning(Property<?> property, Located item) {
    boolean[] faulty = {false};
    Optional<?> read =
        property
            .type()
            .read(
                new Located.Arr(item.spot(), ImmutableList.of(item)),
                (spot, what) -> faulty[0] = true);
    return faulty[0] ? Optional.empty() : read.map(Object::toString);
  }

  private Optional<Located> fault(String parameter, String what) {
    return fault(parameter, what, "");
  }

  private Optional<Located> fault(String parameter, String what, String rule) {
    faulty = true;
    findings.problems().add(at, rule + "-" + parameter + " " + what);
    return Optional.empty();
  }
}
