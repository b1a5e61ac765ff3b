package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.scenarios.json.Located;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** How the shell prints the values of a type. */
interface Printing {
  /** Of any form: an array as a list, everything else as one text. */
  Printing ANY =
      value -> value instanceof Located.Arr ? several(value, UnaryOperator.identity()) : one(value);

  /**
   * Prints a value.
   *
   * @throws InvalidValueException if it is not of the type
   */
  Shown show(Located value);

  /** One text, made of the one that is written. */
  static Printing text(UnaryOperator<String> printed) {
    return value -> new Shown.Text(Printed.text(value).map(printed).orElse(""));
  }

  /** A flag, where there is one. */
  static Printing flag(Predicate<String> on) {
    return value ->
        Printed.text(value).<Shown>map(t -> new Shown.Flag(on.test(t))).orElse(Shown.NOTHING);
  }

  /** A number. */
  static Printing number() {
    return value -> new Shown.Number(Printed.text(value).orElse(""));
  }

  /** A list, each item made of the one that is written. */
  static Printing list(UnaryOperator<String> printed) {
    return value -> several(value, printed);
  }

  private static Shown several(Located value, UnaryOperator<String> printed) {
    ImmutableList.Builder<String> items = ImmutableList.builder();
    for (Located item : Printed.items(value)) {
      Printed.text(item).map(printed).ifPresent(items::add);
    }
    return new Shown.Several(items.build());
  }

  private static Shown one(Located value) {
    return new Shown.Text(Printed.text(value).orElse(""));
  }
}
