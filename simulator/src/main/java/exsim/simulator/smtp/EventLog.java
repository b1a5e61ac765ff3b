package exsim.simulator.smtp;

/**
 * The application log of an Exchange server, as one of its services writes it.
 *
 * @param server the server's name
 * @param source the service as the log names it, such as {@code MSExchangeTransport}
 */
public record EventLog(String server, String source) {
  /** The log of a Transport service. */
  public static EventLog ofTransport(String server) {
    return new EventLog(server, "MSExchangeTransport");
  }

  /** The log of a Front End Transport service. */
  public static EventLog ofFrontEnd(String server) {
    return new EventLog(server, "MSExchangeFrontEndTransport");
  }
}
