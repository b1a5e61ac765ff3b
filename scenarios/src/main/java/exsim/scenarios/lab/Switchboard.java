package exsim.scenarios.lab;

import com.google.common.collect.ImmutableList;
import exsim.model.net.IpAddress;
import exsim.simulator.delivery.Lines;
import exsim.simulator.route.Envelope;
import exsim.simulator.smtp.FarEnd;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Connects the systems of a lab with each other, and with nobody else. */
final class Switchboard implements Lines {
  private final Tls tls;
  private final Limits limits;
  private final Function<Envelope, ImmutableList<String>> messages;
  private final Map<String, InetSocketAddress> open = new ConcurrentHashMap<>();
  private final Map<SocketAddress, Call> underWay = new ConcurrentHashMap<>();

  /**
   * Nothing is open yet.
   *
   * @param messages the lines of a message as it lies now
   */
  Switchboard(Tls tls, Limits limits, Function<Envelope, ImmutableList<String>> messages) {
    this.tls = tls;
    this.limits = limits;
    this.messages = messages;
  }

  /** A door is open. */
  void add(Listening listening) {
    open.putIfAbsent(listening.name(), listening.at());
    open.putIfAbsent(key(listening.door().address(), listening.door().port()), listening.at());
  }

  private static String key(IpAddress address, int port) {
    return address + ":" + port;
  }

  @Override
  public boolean passesOn() {
    return true;
  }

  /** The call that comes from an address; empty for a client from outside. */
  Optional<Call> from(SocketAddress address) {
    return Optional.ofNullable(underWay.remove(address));
  }

  @Override
  public FarEnd lay(Call call) {
    Socket socket = new Socket();
    SocketAddress own = null;
    try {
      InetSocketAddress there = target(call);
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
      own = socket.getLocalSocketAddress();
      underWay.put(own, call);
      socket.connect(there, (int) limits.handshake().toMillis());
    } catch (IOException e) {
      if (own != null) {
        underWay.remove(own);
      }
      close(socket); // the client finds it closed
    }
    return new SocketEnd(
        new Wire(socket, limits.idle()),
        tls,
        limits,
        call.receiver(),
        call.peer(),
        call.path(),
        messages.apply(call.envelope()));
  }

  private InetSocketAddress target(Call call) throws IOException {
    InetSocketAddress named = open.get(call.peer().asked() + ":" + call.peer().localPort());
    InetSocketAddress there =
        named != null ? named : open.get(key(call.peer().local(), call.peer().localPort()));
    if (there == null) {
      throw new IOException("nothing is open for " + call.peer().asked());
    }
    return there;
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it never came up
    }
  }
}
