package exsim.scenarios.exchange;

import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How a property's value is written, and what it means.
 *
 * @param words what is expected, in words: {@code True or False}
 * @param nullable whether {@code $null} may be assigned
 * @param list whether it holds several values
 * @param reader makes the meaning of a value; throws {@link InvalidValueException} for a whole
 *     value, and reports faulty items of a list
 * @param printing how the shell prints it
 * @param <T> the meaning
 */
public record ValueType<T>(
    String words, boolean nullable, boolean list, Reader<T> reader, Printing printing) {
  /** Makes the meaning of a value. */
  interface Reader<T> {
    T read(Located value, BiConsumer<Spot, String> faults);
  }

  /** A type whose values are printed as they are written. */
  ValueType(String words, boolean nullable, boolean list, Reader<T> reader) {
    this(words, nullable, list, reader, list ? Printing.list(t -> t) : Printing.text(t -> t));
  }

  /** The same, printed in another way. */
  ValueType<T> printed(Printing otherwise) {
    return new ValueType<>(words, nullable, list, reader, otherwise);
  }

  /** The same, each text printed in another way. */
  ValueType<T> printedAs(UnaryOperator<String> printed) {
    return printed(list ? Printing.list(printed) : Printing.text(printed));
  }

  /** What the shell shows for a value; as nothing what is not of the type. */
  public Shown show(Located value) {
    try {
      return printing.show(value);
    } catch (InvalidValueException e) {
      return nothing();
    }
  }

  /** What the shell shows where there is no value. */
  public Shown nothing() {
    return show(new Located.Null(Spot.ofFile("")));
  }

  /** A single value, read from its text. */
  static <T> ValueType<T> scalar(String words, boolean nullable, Function<String, T> parser) {
    return new ValueType<>(
        words,
        nullable,
        false,
        (value, faults) ->
            parser.apply(
                Printed.text(value).orElseThrow(() -> new InvalidValueException("it is empty"))));
  }

  /** Several values, each read from its text. */
  static <T> ValueType<ImmutableList<T>> listOf(String words, Function<String, T> parser) {
    return new ValueType<>(words, true, true, (value, faults) -> items(value, parser, faults));
  }

  private static <T> ImmutableList<T> items(
      Located value, Function<String, T> parser, BiConsumer<Spot, String> faults) {
    ImmutableList.Builder<T> parsed = ImmutableList.builder();
    for (Located item : Printed.items(value)) {
      try {
        Printed.text(item).map(parser).ifPresent(parsed::add);
      } catch (InvalidValueException e) {
        faults.accept(item.spot(), e.getMessage());
      }
    }
    return parsed.build();
  }

  /**
   * Reads a value.
   *
   * @param value the value; null and blank text are no value, except for a list
   * @param faults takes what is wrong, and where
   * @return empty where there is no value, or a faulty one
   */
  public Optional<T> read(Located value, BiConsumer<Spot, String> faults) {
    int[] count = {0};
    try {
      // Flags may be an array; a scalar's reader refuses one itself.
      boolean several = value instanceof Located.Arr array && array.items().size() > 1;
      if (!list && !several && Printed.text(value).isEmpty()) {
        return Optional.empty();
      }
      T read =
          reader.read(
              value,
              (spot, what) -> {
                count[0]++;
                faults.accept(spot, what);
              });
      return count[0] == 0 ? Optional.of(read) : Optional.empty();
    } catch (InvalidValueException e) {
      faults.accept(value.spot(), e.getMessage());
      return Optional.empty();
    }
  }

  /** Reads a default, which is never faulty. */
  T readDefault(String text) {
    Spot nowhere = Spot.ofFile("");
    return reader.read(
        new Located.Text(nowhere, text),
        (spot, what) -> {
          throw new IllegalStateException("a default is faulty: " + what);
        });
  }
}
