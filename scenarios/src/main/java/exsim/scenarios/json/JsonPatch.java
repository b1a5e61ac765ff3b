package exsim.scenarios.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/** JSON Patch (RFC 6902); what it puts in carries the place of the operation. */
public final class JsonPatch {
  private static final ImmutableSet<String> OPERATIONS =
      ImmutableSet.of("add", "remove", "replace", "move", "copy", "test");
  private static final ImmutableSet<String> KEYS = ImmutableSet.of("op", "path", "from", "value");

  /** Far more than any scenario has; a copy of a value into itself doubles it every time. */
  private static final int SIZE_MAX = 2_000_000;

  private final Problems problems;
  private int size;

  private JsonPatch(Located target, Problems problems) {
    this.problems = problems;
    this.size = count(target);
  }

  /**
   * Applies the operations in order, all or none.
   *
   * @param target the document, which does not change
   * @param patch an array of operations
   * @param problems takes the fault of the first operation that cannot be applied
   */
  public static Optional<Located> apply(Located target, Located patch, Problems problems) {
    if (!(patch instanceof Located.Arr operations)) {
      problems.add(patch.spot(), "a JSON Patch must be an array, not " + patch.kind());
      return Optional.empty();
    }
    JsonPatch applying = new JsonPatch(target, problems);
    Optional<Located> result = Optional.of(target);
    for (Located operation : operations.items()) {
      result = result.flatMap(document -> applying.operate(document, operation));
    }
    return result;
  }

  private Optional<Located> operate(Located document, Located operation) {
    if (!(operation instanceof Located.Obj object)) {
      problems.add(operation.spot(), "an operation must be an object, not " + operation.kind());
      return Optional.empty();
    }
    for (Located.Member member : object.members()) {
      if (!KEYS.contains(member.name())) {
        problems.add(
            member.nameSpot(),
            "an operation has no `" + member.name() + "`",
            Suggestion.help(member.name(), KEYS));
        return Optional.empty();
      }
    }
    Optional<String> name = text(object, "op").map(Located.Text::text);
    Optional<Pointer> path = pointer(object, "path");
    if (name.isEmpty() || path.isEmpty()) {
      return Optional.empty();
    }
    return switch (name.get()) {
      case "add" ->
          value(object)
              .filter(v -> fits(document, object, path.get(), v))
              .flatMap(v -> done(object, path.get(), Edits.add(document, path.get(), v)));
      case "replace" ->
          value(object)
              .filter(v -> fits(document, object, path.get(), v))
              .flatMap(v -> done(object, path.get(), Edits.replace(document, path.get(), v)));
      case "remove" -> done(object, path.get(), Edits.remove(document, path.get()));
      case "test" -> value(object).flatMap(v -> test(document, object, path.get(), v));
      case "move", "copy" ->
          pointer(object, "from")
              .flatMap(from -> transfer(document, object, from, path.get(), name.get()));
      default -> {
        problems.add(
            object.spot(),
            "`" + name.get() + "` is no operation of a JSON Patch",
            "one of `" + String.join("`, `", OPERATIONS) + "`");
        yield Optional.empty();
      }
    };
  }

  private Optional<Located> transfer(
      Located document, Located.Obj operation, Pointer from, Pointer to, String name) {
    Optional<Located> found = from.in(document);
    if (found.isEmpty()) {
      return done(operation, from, Optional.empty());
    }
    if (!fits(document, operation, to, found.get())) {
      return Optional.empty();
    }
    Located value = relocate(found.get(), operation.spot());
    if (name.equals("copy")) {
      return done(operation, to, Edits.add(document, to, value));
    }
    if (from.equals(to)) {
      return Optional.of(document);
    }
    if (from.covers(to)) {
      problems.add(operation.spot(), "`" + from + "` cannot move into itself");
      return Optional.empty();
    }
    return Edits.remove(document, from)
        .flatMap(rest -> done(operation, to, Edits.add(rest, to, value)));
  }

  /** Whether a document bears one value more; otherwise that is reported. */
  private boolean fits(Located document, Located.Obj operation, Pointer to, Located value) {
    if (to.tokens().size() + depth(value) > JsonReader.NESTING_MAX) {
      problems.add(
          operation.spot(),
          "after this operation arrays and objects are nested more than "
              + JsonReader.NESTING_MAX
              + " deep",
          "no scenario needs that");
      return false;
    }
    // What operations take away is counted only once the sum looks too large.
    size += count(value);
    if (size > SIZE_MAX) {
      size = count(document) + count(value);
    }
    if (size > SIZE_MAX) {
      problems.add(
          operation.spot(),
          "after this operation the scenario has more than " + SIZE_MAX + " values",
          "no scenario needs that");
      return false;
    }
    return true;
  }

  private static int count(Located value) {
    int count = 1;
    if (value instanceof Located.Obj object) {
      for (Located.Member member : object.members()) {
        count += count(member.value());
      }
    } else if (value instanceof Located.Arr array) {
      for (Located item : array.items()) {
        count += count(item);
      }
    }
    return count;
  }

  /** How many arrays and objects stand in one another. */
  private static int depth(Located value) {
    if (value instanceof Located.Obj object) {
      return 1 + object.members().stream().mapToInt(m -> depth(m.value())).max().orElse(0);
    }
    if (value instanceof Located.Arr array) {
      return 1 + array.items().stream().mapToInt(JsonPatch::depth).max().orElse(0);
    }
    return 0;
  }

  private Optional<Located> test(
      Located document, Located.Obj operation, Pointer path, Located value) {
    Optional<Located> found = path.in(document);
    if (found.isEmpty()) {
      return done(operation, path, found);
    }
    if (!found.get().sameAs(value)) {
      problems.add(operation.spot(), "the test of `" + path + "` fails: the value is another");
      return Optional.empty();
    }
    return Optional.of(document);
  }

  private Optional<Located> done(Located.Obj operation, Pointer path, Optional<Located> result) {
    if (result.isEmpty()) {
      problems.add(
          operation.member("path").map(m -> m.value().spot()).orElse(operation.spot()),
          "`" + path + "` leads nowhere in the scenario");
    }
    return result;
  }

  private Optional<Located> value(Located.Obj operation) {
    Optional<Located> value = operation.member("value").map(Located.Member::value);
    if (value.isEmpty()) {
      problems.add(operation.spot(), "the operation states no `value`");
    }
    return value;
  }

  private Optional<Pointer> pointer(Located.Obj operation, String key) {
    return text(operation, key)
        .flatMap(
            text -> {
              Optional<Pointer> pointer = Pointer.parse(text.text());
              if (pointer.isEmpty()) {
                problems.add(text.spot(), "`" + text.text() + "` is no JSON pointer");
              }
              return pointer;
            });
  }

  private Optional<Located.Text> text(Located.Obj operation, String key) {
    Optional<Located> value = operation.member(key).map(Located.Member::value);
    if (value.isEmpty()) {
      problems.add(operation.spot(), "the operation states no `" + key + "`");
      return Optional.empty();
    }
    if (value.get() instanceof Located.Text text) {
      return Optional.of(text);
    }
    problems.add(value.get().spot(), "`" + key + "` must be a string, not " + value.get().kind());
    return Optional.empty();
  }

  private static Located relocate(Located value, Spot spot) {
    if (value instanceof Located.Obj object) {
      ImmutableList.Builder<Located.Member> members = ImmutableList.builder();
      for (Located.Member member : object.members()) {
        members.add(new Located.Member(member.name(), spot, relocate(member.value(), spot)));
      }
      return new Located.Obj(spot, members.build());
    }
    if (value instanceof Located.Arr array) {
      ImmutableList.Builder<Located> items = ImmutableList.builder();
      array.items().forEach(item -> items.add(relocate(item, spot)));
      return new Located.Arr(spot, items.build());
    }
    return value.movedTo(spot);
  }
}
