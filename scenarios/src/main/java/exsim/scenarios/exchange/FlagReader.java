package exsim.scenarios.exchange;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.InvalidValueException;
import exsim.scenarios.json.Located;
import java.util.Optional;
import java.util.function.Function;

/** Reads flags, which exports have as words, as a list of words or as the sum of their bits. */
record FlagReader<E>(
    String none, ImmutableList<E> values, Function<E, String> word, Function<E, Integer> bit) {

  String words() {
    return none + ", or some of " + String.join(", ", allWords());
  }

  /** The word for no flag stays: beside others it is a combination that Exchange refuses. */
  ImmutableSet<E> read(Located value) {
    ImmutableSet.Builder<E> flags = ImmutableSet.builder();
    boolean nothing = false;
    int read = 0;
    for (Located item : Printed.items(value)) {
      String text = Printed.text(item).orElse(none);
      for (String word : Splitter.on(',').trimResults().omitEmptyStrings().split(text)) {
        read++;
        if (Ascii.equalsIgnoreCase(word, none)) {
          nothing = true;
        } else if (word.chars().allMatch(Character::isDigit)) {
          flags.addAll(ofBits(word));
        } else {
          flags.add(ofWord(word));
        }
      }
    }
    if (nothing && read > 1) {
      throw new InvalidValueException("`" + none + "` stands alone, never beside other values");
    }
    ImmutableSet<E> set = flags.build();
    return values.stream().filter(set::contains).collect(ImmutableSet.toImmutableSet());
  }

  private ImmutableSet<E> ofBits(String digits) {
    int rest = Quantities.integer(digits, 0, Integer.MAX_VALUE);
    ImmutableSet.Builder<E> flags = ImmutableSet.builder();
    for (E value : values) {
      if ((rest & bit.apply(value)) != 0) {
        flags.add(value);
        rest &= ~bit.apply(value);
      }
    }
    if (rest != 0) {
      throw new InvalidValueException("the bits " + rest + " of `" + digits + "` are not known");
    }
    return flags.build();
  }

  private E ofWord(String text) {
    Optional<E> found =
        values.stream().filter(v -> Ascii.equalsIgnoreCase(word.apply(v), text)).findFirst();
    return found.orElseThrow(
        () -> new InvalidValueException(ValueTypes.notOneOf(text, allWords())));
  }

  private ImmutableList<String> allWords() {
    return values.stream().map(word).collect(ImmutableList.toImmutableList());
  }
}
