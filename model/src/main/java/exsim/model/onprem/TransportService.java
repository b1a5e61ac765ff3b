package exsim.model.onprem;

/** The transport service that a Receive connector belongs to. */
public enum TransportService {
  /** Front End Transport (2013 and later). */
  FRONT_END("FrontendTransport", 16384),
  /** Transport: Hub Transport in 2010, the Transport service later, and Edge. */
  HUB("HubTransport", 32);

  private final String text;
  private final int value;

  TransportService(String text, int value) {
    this.text = text;
    this.value = value;
  }

  /** The value of TransportRole as Exchange prints it. */
  public String text() {
    return text;
  }

  /** The value of TransportRole in exports. */
  public int value() {
    return value;
  }
}
