package exsim.scenarios.text;

/**
 * How text for people looks.
 *
 * @param unicode whether glyphs beyond ASCII may be used
 * @param colour whether escape sequences may be used
 */
public record Style(boolean unicode, boolean colour) {
  /** The columns that text is fitted to. */
  public static final int WIDTH = 80;

  /** Glyphs, no colour: what a UTF-8 file takes. */
  public static final Style PLAIN = new Style(true, false);

  /** Nothing but ASCII. */
  public static final Style ASCII = new Style(false, false);

  /** One of two spellings of a mark. */
  public String glyph(String glyph, String ascii) {
    return unicode ? glyph : ascii;
  }
}
