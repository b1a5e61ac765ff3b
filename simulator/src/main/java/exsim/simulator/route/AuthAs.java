package exsim.simulator.route;

/** How an Exchange system treats a message: {@code X-MS-Exchange-Organization-AuthAs}. */
public enum AuthAs {
  /** As the organization's own. */
  INTERNAL("Internal"),
  /** As a Domain Security partner's. */
  PARTNER("Partner"),
  /** As mail from outside. */
  ANONYMOUS("Anonymous");

  private final String text;

  AuthAs(String text) {
    this.text = text;
  }

  /** The header's value. */
  public String text() {
    return text;
  }
}
