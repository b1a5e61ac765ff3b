package exsim.simulator.smtp;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * The application log of an Exchange server, as one of its services writes it.
 *
 * @param server the server's name
 * @param source the service as the log names it, such as {@code MSExchangeTransport}
 */
public record EventLog(String server, String source) {
  private static final ImmutableMap<String, String> SOURCES =
      ImmutableMap.of(
          "Front End Transport", "MSExchangeFrontEndTransport", "Transport", "MSExchangeTransport");

  /** The log of a service; empty for the mailbox services, whose events no source tells of. */
  public static Optional<EventLog> of(String server, String service) {
    return Optional.ofNullable(SOURCES.get(service)).map(source -> new EventLog(server, source));
  }
}
