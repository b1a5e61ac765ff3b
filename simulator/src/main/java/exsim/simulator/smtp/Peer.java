package exsim.simulator.smtp;

import exsim.model.net.IpAddress;
import java.time.Instant;

/**
 * Who connected, as the server sees it.
 *
 * @param system the system that connected, for the report
 * @param address where it comes from
 * @param asked the name that it looked up, or the address where it looked up none
 * @param local the address that it connected to
 * @param localPort the port that it connected to
 * @param asSmartHost whether it was configured to hand its mail to this server
 * @param at when
 */
public record Peer(
    String system,
    IpAddress address,
    String asked,
    IpAddress local,
    int localPort,
    boolean asSmartHost,
    Instant at) {
  /** A peer that looked up some name. */
  public Peer(
      String system,
      IpAddress address,
      IpAddress local,
      int localPort,
      boolean asSmartHost,
      Instant at) {
    this(system, address, "", local, localPort, asSmartHost, at);
  }

  /** Whether it connected to a bare address. */
  public boolean askedByAddress() {
    return IpAddress.isLiteral(asked);
  }
}
