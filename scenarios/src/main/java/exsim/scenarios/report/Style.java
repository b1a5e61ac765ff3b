package exsim.scenarios.report;

/**
 * How text for people looks.
 *
 * @param unicode whether glyphs beyond ASCII may be used
 * @param colour whether escape sequences may be used
 */
public record Style(boolean unicode, boolean colour) {
  /** The columns that text is fitted to. */
  static final int WIDTH = 80;

  /** Glyphs, no colour: what a UTF-8 file takes. */
  public static final Style PLAIN = new Style(true, false);

  /** Nothing but ASCII. */
  public static final Style ASCII = new Style(false, false);

  String bold(String text) {
    return paint("1", text);
  }

  String faint(String text) {
    return paint("2", text);
  }

  String good(String text) {
    return paint("32", text);
  }

  String bad(String text) {
    return paint("31", text);
  }

  String caution(String text) {
    return paint("33", text);
  }

  String glyph(String glyph, String ascii) {
    return unicode ? glyph : ascii;
  }

  private String paint(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
