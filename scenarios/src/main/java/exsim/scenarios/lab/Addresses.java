package exsim.scenarios.lab;

import exsim.simulator.delivery.Telnet;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gives every host an address on loopback: the same one, or each its own. */
final class Addresses {
  private static final int PER_BYTE = 250;

  private final boolean each;
  private final Map<String, InetAddress> known = new LinkedHashMap<>();

  Addresses(boolean each) {
    this.each = each;
  }

  /** The address of a host. */
  InetAddress of(String host) {
    return known.computeIfAbsent(each ? host : "", h -> each ? numbered(known.size()) : local());
  }

  /** The address of who sends: that of its host where it listens too. */
  InetAddress ofCaller(Telnet.Caller caller) {
    for (String name : caller.names()) {
      if (known.containsKey(name)) {
        return known.get(name);
      }
    }
    return of(caller.system());
  }

  private static InetAddress local() {
    return address(0, 1);
  }

  /** 127.0.1.1 and so on: 127.0.0.1 stays for clients that are nobody in the scenario. */
  private static InetAddress numbered(int number) {
    return address(1 + number / PER_BYTE, 1 + number % PER_BYTE);
  }

  private static InetAddress address(int third, int fourth) {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, (byte) third, (byte) fourth});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // four bytes are an address
    }
  }
}
