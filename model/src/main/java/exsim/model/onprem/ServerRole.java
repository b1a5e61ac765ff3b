package exsim.model.onprem;

/** A role of an Exchange server that takes part in transport. */
public enum ServerRole {
  /** Mailbox: from 2013 on it carries the Transport service. */
  MAILBOX("Mailbox"),
  /** Hub Transport (2010). */
  HUB_TRANSPORT("HubTransport"),
  /** Client Access: in 2013 it carries the Front End Transport service. */
  CLIENT_ACCESS("ClientAccess"),
  /** Edge Transport. */
  EDGE_TRANSPORT("EdgeTransport");

  private final String text;

  ServerRole(String text) {
    this.text = text;
  }

  /** The role as Exchange spells it. */
  public String text() {
    return text;
  }
}
