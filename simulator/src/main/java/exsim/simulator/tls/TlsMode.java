package exsim.simulator.tls;

/** What client and server together demanded of TLS. */
public enum TlsMode {
  /** The client never asks for it. */
  OFF("off"),
  /** Either end goes on without it. */
  OPPORTUNISTIC("opportunistic"),
  /** One end at least refuses to go on without it. */
  FORCED("forced");

  private final String text;

  TlsMode(String text) {
    this.text = text;
  }

  /** The word that reports use. */
  public String text() {
    return text;
  }
}
