package exsim.scenarios.format;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Spot;
import exsim.scenarios.json.Suggestion;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The members of an object, asked for one by one, so that the ones nobody asks for stand out. */
final class Fields {
  private final Located.Obj object;
  private final Problems problems;
  private final Set<String> asked = new LinkedHashSet<>();

  private Fields(Located.Obj object, Problems problems) {
    this.object = object;
    this.problems = problems;
  }

  /** The members of a value; empty when it is no object, which is reported. */
  static Optional<Fields> of(Located value, Problems problems) {
    return value instanceof Located.Obj object
        ? Optional.of(new Fields(object, problems))
        : Decoders.wrongType("an object", value, problems);
  }

  /** The object whose members they are. */
  Located.Obj object() {
    return object;
  }

  Spot spot() {
    return object.spot();
  }

  /** Where a member's value stands; the object's place when it is left out. */
  Spot spotOf(String key) {
    return object.member(key).map(m -> m.value().spot()).orElse(object.spot());
  }

  /** The number of items of a member; 0 when it is no array. */
  int items(String key) {
    return Trees.items(object, key).size();
  }

  /** The member as it stands. */
  Optional<Located> raw(String key) {
    asked.add(key);
    return object.member(key).map(Located.Member::value);
  }

  /** A member that may be left out. */
  <T> Optional<T> optional(String key, Decoder<T> decoder) {
    return raw(key).flatMap(value -> decoder.decode(value, problems));
  }

  /** A member with a default, which also stands in for one that cannot be decoded. */
  <T> T optional(String key, Decoder<T> decoder, T fallback) {
    return optional(key, decoder).orElse(fallback);
  }

  /** A member that must be there. */
  <T> Optional<T> required(String key, Decoder<T> decoder) {
    Optional<Located> value = raw(key);
    if (value.isEmpty()) {
      problems.add(object.spot(), "`" + key + "` is missing");
    }
    return value.flatMap(v -> decoder.decode(v, problems));
  }

  /** An array that may be left out, which means an empty one. */
  <T> ImmutableList<T> list(String key, Decoder<T> item) {
    return optional(key, Decoders.list(item), ImmutableList.of());
  }

  /** Reports every member that was not asked for. */
  void noOthers() {
    for (Located.Member member : object.members()) {
      if (!asked.contains(member.name())) {
        String near = Suggestion.help(member.name(), asked);
        problems.add(
            member.nameSpot(),
            "unknown key `" + member.name() + "`",
            near.isEmpty() ? "known here: `" + String.join("`, `", asked) + "`" : near);
      }
    }
  }
}
