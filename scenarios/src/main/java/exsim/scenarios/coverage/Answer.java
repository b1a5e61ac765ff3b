package exsim.scenarios.coverage;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import java.util.List;

/**
 * What answers a statement of a catalogue beside rules.
 *
 * @param kind how
 * @param detail the property, the test class, the scenario, or words
 */
public record Answer(Kind kind, String detail) {
  /** The ways to answer a statement. */
  public enum Kind {
    /** A property of an Exchange object is read, has its default and is printed. */
    PROPERTY,
    /** Such a property changes no outcome, and why. */
    KEPT,
    /** A feature that is no rule, proved by a test class. */
    TEST,
    /** A scenario of the library shows it. */
    LIBRARY,
    /** It does not apply, and why. */
    NONE,
    /** Nothing answers it yet, and what is missing. */
    OPEN;

    /** The word for it in the resource and in reports. */
    public String text() {
      return Ascii.toLowerCase(name());
    }
  }

  private static final Splitter COLON = Splitter.on(':').trimResults().limit(2);

  /**
   * Reads {@code kind: detail}.
   *
   * @throws IllegalArgumentException if there is no such kind
   */
  static Answer parse(String text) {
    List<String> parts = COLON.splitToList(text);
    return new Answer(Kind.valueOf(Ascii.toUpperCase(parts.get(0))), parts.get(1));
  }
}
