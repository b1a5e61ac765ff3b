package exsim.scenarios.lab;

import exsim.simulator.delivery.Door;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * A door of the scenario that is open on loopback.
 *
 * @param door the door
 * @param socket where it is open
 */
record Listening(Door door, ServerSocket socket) {
  private static final int BACKLOG = 50;
  private static final int FIRST_PORT = 40_000;
  private static final int LAST_PORT = 65_000;
  private static final int STEP = 1_000;

  /**
   * Opens a door at a port that recalls its own: 40025, 41025 and so on for 25.
   *
   * @throws LabException if none is free
   */
  static Listening openNear(Door door, InetAddress address) throws LabException {
    for (int port = FIRST_PORT + door.port() % STEP; port < LAST_PORT; port += STEP) {
      try {
        return open(door, address, port);
      } catch (LabException e) {
        continue; // somebody else's
      }
    }
    return open(door, address, 0);
  }

  /**
   * Opens a door.
   *
   * @param port the port; 0 for any
   * @throws LabException if that is not possible
   */
  static Listening open(Door door, InetAddress address, int port) throws LabException {
    if (!address.isLoopbackAddress()) {
      throw new IllegalArgumentException(address + " is not loopback");
    }
    ServerSocket socket = null;
    try {
      socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port), BACKLOG);
      return new Listening(door, socket);
    } catch (IOException e) {
      if (socket != null) {
        close(socket);
      }
      String why =
          e instanceof BindException && port > 0 && port < 1024
              ? "; ports below 1024 may need rights, without --address-per-host none do"
              : "";
      throw new LabException(
          "cannot listen on "
              + address.getHostAddress()
              + ":"
              + port
              + ": "
              + e.getMessage()
              + why);
    }
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it is open. */
  InetSocketAddress at() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  /** The scenario's name of it. */
  String name() {
    return door.host() + ":" + door.port();
  }

  /** Where it is open, in words. */
  String place() {
    return at().getAddress().getHostAddress() + ":" + at().getPort();
  }
}
