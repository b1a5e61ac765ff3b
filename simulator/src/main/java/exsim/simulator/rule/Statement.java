package exsim.simulator.rule;

import com.google.errorprone.annotations.Immutable;

/**
 * What a rule says of itself.
 *
 * @param id permanent, such as {@code HOP-012}
 * @param sentence one sentence, with the facts' names in braces
 * @param basis how far it can be trusted
 * @param source where it comes from: the source, then the catalogue's ids in brackets
 */
@Immutable
public record Statement(String id, String sentence, Basis basis, String source) {
  /** A statement from a vendor's documentation. */
  public static Statement documented(String id, String sentence, String source) {
    return new Statement(id, sentence, Basis.DOCUMENTED, source);
  }

  /** A statement from an RFC. */
  public static Statement standard(String id, String sentence, String source) {
    return new Statement(id, sentence, Basis.STANDARD, source);
  }

  /** A statement from real sessions, logs or exports. */
  public static Statement observed(String id, String sentence, String source) {
    return new Statement(id, sentence, Basis.OBSERVED, source);
  }

  /** A statement that no source settles. */
  public static Statement assumed(String id, String sentence, String source) {
    return new Statement(id, sentence, Basis.ASSUMED, source);
  }
}
