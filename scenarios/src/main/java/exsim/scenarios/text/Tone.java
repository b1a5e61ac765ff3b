package exsim.scenarios.text;

/** What a piece of text says by its colour; without colour it says nothing more. */
public enum Tone {
  /** Nothing. */
  NORMAL(""),
  /** A title. */
  STRONG("1"),
  /** Less important than what is around it. */
  FAINT("2"),
  /** As it should be. */
  GOOD("32"),
  /** Worth a second look. */
  CAUTION("33"),
  /** Not as it should be. */
  BAD("31"),
  /** What a client says. */
  CLIENT("36"),
  /** What a server says. */
  SERVER("35");

  private final String code;

  Tone(String code) {
    this.code = code;
  }

  public String paint(Style style, String text) {
    return style.colour() && !code.isEmpty() && !text.isEmpty()
        ? "\u001b[" + code + "m" + text + "\u001b[0m"
        : text;
  }
}
