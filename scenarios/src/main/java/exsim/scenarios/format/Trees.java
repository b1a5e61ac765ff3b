package exsim.scenarios.format;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.json.Located;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Looks into documents, and changes them, without judging what does not fit. */
final class Trees {
  private Trees() {}

  static Optional<Located> member(Located value, String key) {
    return value instanceof Located.Obj object
        ? object.member(key).map(Located.Member::value)
        : Optional.empty();
  }

  /** The items of a member; none when it is no array. */
  static ImmutableList<Located> items(Located value, String key) {
    return member(value, key).orElse(value) instanceof Located.Arr array
        ? array.items()
        : ImmutableList.of();
  }

  static Optional<String> text(Located value, String key) {
    return member(value, key).flatMap(Trees::text);
  }

  static Optional<String> text(Located value) {
    return value instanceof Located.Text text ? Optional.of(text.text()) : Optional.empty();
  }

  /** The object with every item of one of its arrays replaced; the same one when none changes. */
  static Located.Obj mapItems(Located.Obj object, String key, UnaryOperator<Located> change) {
    Optional<Located> array = member(object, key);
    if (array.isEmpty() || !(array.get() instanceof Located.Arr items)) {
      return object;
    }
    ImmutableList.Builder<Located> changed = ImmutableList.builder();
    boolean different = false;
    for (Located item : items.items()) {
      Located after = change.apply(item);
      changed.add(after);
      different |= after != item;
    }
    return different ? object.with(key, new Located.Arr(items.spot(), changed.build())) : object;
  }

  /** As {@link #mapItems}, for items that are objects; the others stay. */
  static Located.Obj mapObjects(Located.Obj object, String key, UnaryOperator<Located.Obj> change) {
    return mapItems(
        object, key, item -> item instanceof Located.Obj entry ? change.apply(entry) : item);
  }
}
