package exsim.simulator.route;

import exsim.model.mail.DomainName;
import exsim.model.net.IpAddress;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.ClientEnd;
import java.util.Optional;

/**
 * One address to try, and how.
 *
 * @param host the name that was looked up, or the address where none was
 * @param address the address; empty where the name has none
 * @param port the port
 * @param client how the sending end talks to it
 * @param barred why it is not even connected to; empty when it is
 * @param mx the look-up of MX records that named the host; empty where none did
 */
public record Target(
    String host,
    Optional<IpAddress> address,
    int port,
    ClientEnd client,
    Optional<Barred> barred,
    Optional<Mx> mx) {

  /** A target that no MX record named. */
  public Target(
      String host,
      Optional<IpAddress> address,
      int port,
      ClientEnd client,
      Optional<Barred> barred) {
    this(host, address, port, client, barred, Optional.empty());
  }

  /**
   * A look-up of MX records.
   *
   * @param domain the domain that was looked up
   * @param validated whether the answer validated under DNSSEC
   */
  public record Mx(DomainName domain, boolean validated) {}

  /** The target in words. */
  public String name() {
    return address
        .filter(a -> !a.toString().equals(host))
        .map(a -> host + " [" + a + "]")
        .orElse(host);
  }

  /** The same target with another client end. */
  public Target with(ClientEnd other) {
    return new Target(host, address, port, other, barred, mx);
  }

  /** The same target as a look-up named it. */
  Target foundBy(Optional<Mx> other) {
    return new Target(host, address, port, client, barred, other);
  }

  /** Names the target within one attempt. */
  public String key() {
    return host + " " + address.map(IpAddress::toString).orElse("") + " " + port;
  }

  /**
   * Why a target is not even connected to.
   *
   * @param cause the failure as reports name it
   * @param reply the sender's own words
   * @param because the rule
   */
  public record Barred(String cause, String reply, Reason because) {}
}
