package exsim.scenarios.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class JsonPrinterProperties {
  private static final Spot NOWHERE = Spot.ofFile("f");

  @Property(tries = 300)
  void what_is_printed_reads_as_the_same_document(@ForAll("documents") Located document) {
    Problems problems = new Problems();

    Located read = JsonReader.read("f", JsonPrinter.print(document), problems).orElseThrow();

    assertTrue(problems.isEmpty(), () -> problems.all().toString());
    assertTrue(read.sameAs(document));
  }

  @Property(tries = 100)
  void printing_twice_gives_the_same_text(@ForAll("documents") Located document) {
    String once = JsonPrinter.print(document);

    Located read = JsonReader.read("f", once, new Problems()).orElseThrow();

    assertEquals(once, JsonPrinter.print(read));
  }

  @Property(tries = 100)
  void every_value_is_found_at_the_pointer_that_it_states(@ForAll("documents") Located document) {
    Located read = JsonReader.read("f", JsonPrinter.print(document), new Problems()).orElseThrow();

    for (Located value : all(read, new ArrayList<>())) {
      Pointer pointer = Pointer.parse(value.spot().pointer()).orElseThrow();
      assertEquals(value, pointer.in(read).orElseThrow());
      assertEquals(value.spot().pointer(), pointer.toString());
    }
  }

  private static List<Located> all(Located value, List<Located> found) {
    found.add(value);
    if (value instanceof Located.Obj object) {
      object.members().forEach(m -> all(m.value(), found));
    } else if (value instanceof Located.Arr array) {
      array.items().forEach(item -> all(item, found));
    }
    return found;
  }

  @Provide
  Arbitrary<Located> documents() {
    return values(3);
  }

  private static Arbitrary<Located> values(int depth) {
    Arbitrary<Located> plain =
        Arbitraries.oneOf(
            Arbitraries.strings()
                .all()
                .ofMaxLength(8)
                .filter(JsonPrinterProperties::isText)
                .map(t -> new Located.Text(NOWHERE, t)),
            Arbitraries.bigDecimals().map(n -> new Located.Num(NOWHERE, n)),
            Arbitraries.of(true, false).map(b -> new Located.Bool(NOWHERE, b)),
            Arbitraries.just(new Located.Null(NOWHERE)));
    if (depth == 0) {
      return plain;
    }
    Arbitrary<Located> arrays =
        values(depth - 1)
            .list()
            .ofMaxSize(4)
            .map(items -> new Located.Arr(NOWHERE, ImmutableList.copyOf(items)));
    Arbitrary<String> names = Arbitraries.strings().withChars("ab/~\" é").ofMaxLength(3);
    Arbitrary<Located> objects =
        Combinators.combine(names, values(depth - 1))
            .as(Tuple::of)
            .list()
            .uniqueElements(Tuple.Tuple2::get1)
            .ofMaxSize(4)
            .map(
                pairs ->
                    new Located.Obj(
                        NOWHERE,
                        pairs.stream()
                            .map(p -> new Located.Member(p.get1(), NOWHERE, p.get2()))
                            .collect(ImmutableList.toImmutableList())));
    return Arbitraries.oneOf(plain, arrays, objects);
  }

  /** A lone surrogate is no character, so no file can hold one. */
  private static boolean isText(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }
}
