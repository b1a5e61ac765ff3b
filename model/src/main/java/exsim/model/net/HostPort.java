package exsim.model.net;

import com.google.common.base.Ascii;
import exsim.model.InvalidValueException;
import exsim.model.mail.DomainName;
import java.util.Optional;

/**
 * A host, by name or by address, and a port.
 *
 * @param host a domain name in lower case, or an address without brackets
 * @param port 1 to 65535
 */
public record HostPort(String host, int port) {
  /** Checks the port. */
  public HostPort {
    if (port < 1 || port > 65535) {
      throw new InvalidValueException("a port is 1 to 65535, not " + port);
    }
  }

  /**
   * Parses {@code host}, {@code host:port}, {@code [address]} or {@code [address]:port}.
   *
   * @throws InvalidValueException if the text names no host
   */
  public static HostPort parse(String text, int defaultPort) {
    if (IpAddress.isLiteral(text)) {
      return new HostPort(IpAddress.parse(text).toString(), defaultPort);
    }
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      return new HostPort(hostOf(text), defaultPort);
    }
    try {
      return new HostPort(
          hostOf(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
    } catch (NumberFormatException e) {
      throw new InvalidValueException("`" + text + "`: the port is no number");
    }
  }

  private static String hostOf(String text) {
    return IpAddress.isLiteral(text)
        ? IpAddress.parse(text).toString()
        : DomainName.parse(Ascii.toLowerCase(text)).ascii();
  }

  /** The address, when the host is one. */
  public Optional<IpAddress> address() {
    return IpAddress.isLiteral(host) ? Optional.of(IpAddress.parse(host)) : Optional.empty();
  }

  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
