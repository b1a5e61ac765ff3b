package exsim.model.net;

import exsim.model.InvalidValueException;

/**
 * A local address and port that a connector listens on.
 *
 * @param address the address; unspecified means all of its family
 * @param port 0 to 65535
 */
public record Binding(IpAddress address, int port) {
  /** Checks the port. */
  public Binding {
    if (port < 0 || port > 65535) {
      throw new InvalidValueException("a port is 0 to 65535, not " + port);
    }
  }

  /**
   * Parses {@code 0.0.0.0:25}, {@code [::]:25} and the older {@code :::25}.
   *
   * @throws InvalidValueException if the text is no binding
   */
  public static Binding parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon <= 0) {
      throw new InvalidValueException("`" + text + "` is not a binding such as `0.0.0.0:25`");
    }
    int port;
    try {
      port = Integer.parseInt(text.substring(colon + 1));
    } catch (NumberFormatException e) {
      throw new InvalidValueException("`" + text + "` is not a binding: the port is no number");
    }
    return new Binding(IpAddress.parse(text.substring(0, colon)), port);
  }

  /** Whether a connection to this local endpoint reaches the binding. */
  public boolean covers(IpAddress local, int localPort) {
    return port == localPort
        && address.v6() == local.v6()
        && (address.isUnspecified() || address.equals(local));
  }

  @Override
  public String toString() {
    return (address.v6() ? "[" + address + "]" : address.toString()) + ":" + port;
  }
}
