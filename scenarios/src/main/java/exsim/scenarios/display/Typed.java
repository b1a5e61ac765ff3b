package exsim.scenarios.display;

import com.google.common.base.Ascii;
import exsim.scenarios.json.Spot;

/** The places of words in a command line, which are asked for from left to right. */
final class Typed {
  private final String line;
  private final String name;
  private int from;

  Typed(String line, String name) {
    this.line = line;
    this.name = name;
  }

  /** The place of a word that follows those asked for before. */
  Spot next(String word) {
    int found = Ascii.toLowerCase(line).indexOf(Ascii.toLowerCase(word), from);
    from = found < 0 ? from : found + word.length();
    return spot(found);
  }

  /** The same, without going on from there. */
  Spot of(String word) {
    return spot(Ascii.toLowerCase(line).indexOf(Ascii.toLowerCase(word), from));
  }

  private Spot spot(int found) {
    return found < 0 ? Spot.ofFile(name) : new Spot(name, 1, found + 1, "");
  }
}
