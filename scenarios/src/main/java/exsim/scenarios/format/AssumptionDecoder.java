package exsim.scenarios.format;

import com.google.common.collect.ImmutableMap;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Suggestion;
import exsim.simulator.rule.Assumption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Decodes {@code assumptions}: names and answers of {@link Assumption}. */
final class AssumptionDecoder {
  private static final ImmutableMap<String, Assumption> KNOWN = known();

  private AssumptionDecoder() {}

  private static ImmutableMap<String, Assumption> known() {
    Map<String, Assumption> known = new LinkedHashMap<>();
    for (Assumption assumption : Assumption.values()) {
      known.put(assumption.text(), assumption);
    }
    return ImmutableMap.copyOf(known);
  }

  static ImmutableMap<String, String> decode(Optional<Located> value, Problems problems) {
    if (value.isEmpty()) {
      return ImmutableMap.of();
    }
    if (!(value.get() instanceof Located.Obj object)) {
      Decoders.wrongType("an object", value.get(), problems);
      return ImmutableMap.of();
    }
    ImmutableMap.Builder<String, String> chosen = ImmutableMap.builder();
    for (Located.Member member : object.members()) {
      Optional<Assumption> assumption = Optional.ofNullable(KNOWN.get(member.name()));
      if (assumption.isEmpty()) {
        problems.add(
            member.nameSpot(),
            "there is no assumption `" + member.name() + "`",
            Suggestion.help(member.name(), KNOWN.keySet()));
      } else {
        answer(member.value(), assumption.get(), problems)
            .ifPresent(answer -> chosen.put(member.name(), answer));
      }
    }
    return chosen.buildOrThrow();
  }

  private static Optional<String> answer(Located value, Assumption assumption, Problems problems) {
    Optional<String> text =
        value instanceof Located.Bool bool
            ? Optional.of(String.valueOf(bool.value()))
            : Decoders.TEXT.decode(value, problems);
    if (text.isPresent() && !assumption.answers().contains(text.get())) {
      problems.add(
          value.spot(),
          "`" + text.get() + "` is no answer to `" + assumption.text() + "`",
          "one of `" + String.join("`, `", assumption.answers()) + "`");
      return Optional.empty();
    }
    return text;
  }
}
