package exsim.scenarios.display;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.scenarios.exchange.Findings;
import exsim.scenarios.exchange.NearName;
import exsim.scenarios.powershell.Wildcard;
import java.util.Optional;

/** Finds the properties that somebody names, also by wildcards. */
final class PropertyNames {
  private PropertyNames() {}

  /**
   * The names as the objects spell them, in the order asked for, each once.
   *
   * @param words names and wildcards
   * @param shelf the objects
   * @param typed where faults are reported
   * @param findings takes them
   * @return empty when a word names no property
   */
  static Optional<ImmutableList<String>> find(
      ImmutableList<String> words, Shelf shelf, Typed typed, Findings findings) {
    ImmutableList<String> known = known(shelf);
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    boolean faulty = false;
    for (String word : words) {
      Wildcard wildcard = new Wildcard(word);
      ImmutableList<String> found =
          known.stream()
              .filter(
                  name ->
                      wildcard.isPattern()
                          ? wildcard.matches(name)
                          : Ascii.equalsIgnoreCase(name, word))
              .collect(ImmutableList.toImmutableList());
      if (found.isEmpty()) {
        faulty = true;
        findings
            .problems()
            .add(
                typed.of(word),
                shelf.noun() + " has no property `" + word + "`",
                NearName.question(word, known));
      }
      names.addAll(found);
    }
    return faulty ? Optional.empty() : Optional.of(names.build().asList());
  }

  /** What such objects have, and what these have besides. */
  private static ImmutableList<String> known(Shelf shelf) {
    ImmutableSet.Builder<String> known = ImmutableSet.builder();
    known.addAll(shelf.known());
    shelf.objects().forEach(object -> known.addAll(object.names()));
    return known.build().asList();
  }
}
