package exsim.scenarios.startup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Lambdas, method references and records of every kind that a compiler makes call sites for. */
public final class Sample {
  private final String prefix;

  private Sample(String prefix) {
    this.prefix = prefix;
  }

  /** A record with fields of every kind. */
  record Shape(
      boolean flag,
      char letter,
      byte tiny,
      short small,
      int number,
      long big,
      double real,
      float single,
      String text,
      int[] none) {}

  /** A record behind an interface with a default method. */
  record Named(String name, List<String> more) implements Comparable<Named> {
    @Override
    public int compareTo(Named other) {
      return name.compareTo(other.name);
    }
  }

  /** A record with nothing in it. */
  record Empty() {}

  private String add(Object rest) {
    return prefix + rest;
  }

  private static long twice(long number) {
    return 2 * number;
  }

  /** Uses all of them and says what came of it. */
  public static String say() {
    List<String> said = new ArrayList<>();
    Sample sample = new Sample("p");
    int captured = 3;
    long wide = 4;
    Supplier<Integer> boxed = () -> captured + (int) wide;
    Function<Integer, Integer> both = x -> x + captured;
    IntBinaryOperator sum = Integer::sum;
    LongUnaryOperator twice = Sample::twice;
    ToLongFunction<Integer> widened = Integer::intValue;
    DoubleSupplier real = () -> captured / 2.0;
    Function<Object, String> bound = sample::add;
    BiFunction<Sample, Object, String> free = Sample::add;
    Function<String, StringBuilder> made = StringBuilder::new;
    IntFunction<int[]> array = int[]::new;
    Consumer<String> dropped = said::add;
    Comparator<Named> order = Comparator.<Named>naturalOrder().thenComparing(Named::name);
    Runnable nothing = () -> said.add("ran");

    nothing.run();
    dropped.accept("dropped");
    said.add(boxed.get() + " " + both.apply(1) + " " + sum.applyAsInt(1, 2));
    said.add(twice.applyAsLong(5) + " " + widened.applyAsLong(6) + " " + real.getAsDouble());
    said.add(bound.apply(1) + free.apply(sample, 2L) + made.apply("x") + array.apply(2).length);
    Named named = new Named("n", List.of("m"));
    said.add(
        named
            + " "
            + named.equals(new Named("n", List.of("m")))
            + " "
            + named.equals((Object) "n"));
    said.add(order.compare(named, new Named("o", List.of())) + " " + new Empty());
    said.add(new Empty().equals(new Empty()) + " " + new Empty().hashCode());
    Shape shape = shape(1.5);
    said.add(shape + " " + shape.equals(shape(1.5)) + " " + shape.equals(shape(2)));
    said.add(shape.equals("no") + " " + (shape.hashCode() == shape(1.5).hashCode()));
    return String.join("\n", said);
  }

  @SuppressWarnings("NullAway")
  private static Shape shape(double real) {
    return new Shape(true, 'c', (byte) 1, (short) 2, 3, 4L, real, 1f, "text", null);
  }
}
