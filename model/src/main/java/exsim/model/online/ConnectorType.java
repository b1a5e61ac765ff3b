package exsim.model.online;

/** What an Exchange Online connector stands for. */
public enum ConnectorType {
  /** A business partner: it can only restrict. */
  PARTNER("Partner"),
  /** The organization's own servers: it grants rights. */
  ON_PREMISES("OnPremises");

  private final String text;

  ConnectorType(String text) {
    this.text = text;
  }

  /** The value as Exchange Online prints it. */
  public String text() {
    return text;
  }
}
