package exsim.simulator.rule;

/** How far a rule can be trusted. */
public enum Basis {
  /** The vendor's documentation says so. */
  DOCUMENTED("documented"),
  /** An RFC says so. */
  STANDARD("standard"),
  /** It was seen in real sessions, logs or exports. */
  OBSERVED("observed"),
  /** No source settles it; this is the named default. */
  ASSUMED("assumed");

  private final String text;

  Basis(String text) {
    this.text = text;
  }

  /** The word that reports use. */
  public String text() {
    return text;
  }
}
