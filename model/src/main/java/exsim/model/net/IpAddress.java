package exsim.model.net;

import com.google.common.base.CharMatcher;
import com.google.common.net.InetAddresses;
import com.google.common.primitives.Longs;
import exsim.model.InvalidValueException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * An IPv4 or IPv6 address.
 *
 * @param v6 whether it is an IPv6 address
 * @param high the upper 64 bits; 0 for IPv4
 * @param low the lower 64 bits
 */
public record IpAddress(boolean v6, long high, long low) implements Comparable<IpAddress> {
  private static final int V6_BYTES = 16;
  private static final int V4_BYTES = 4;

  /**
   * Parses a literal, IPv6 also in brackets and with a zone, which is dropped.
   *
   * @throws InvalidValueException if the text is no address
   */
  public static IpAddress parse(String text) {
    String literal = unbracket(text);
    int zone = literal.indexOf('%');
    if (zone >= 0 && literal.indexOf(':') >= 0) {
      literal = literal.substring(0, zone);
    }
    if (!isAscii(literal) || !InetAddresses.isInetAddress(literal)) {
      throw new InvalidValueException("`" + text + "` is not an IP address");
    }
    InetAddress address = InetAddresses.forString(literal);
    byte[] bytes = address.getAddress();
    if (address instanceof Inet6Address) {
      return new IpAddress(
          true,
          Longs.fromByteArray(bytes),
          Longs.fromBytes(
              bytes[8], bytes[9], bytes[10], bytes[11], bytes[12], bytes[13], bytes[14],
              bytes[15]));
    }
    return new IpAddress(
        false,
        0,
        Longs.fromBytes(
            (byte) 0, (byte) 0, (byte) 0, (byte) 0, bytes[0], bytes[1], bytes[2], bytes[3]));
  }

  /** Whether {@link #parse} takes the text. */
  public static boolean isLiteral(String text) {
    String literal = unbracket(text);
    int zone = literal.indexOf('%');
    return isAscii(literal)
        && InetAddresses.isInetAddress(zone >= 0 ? literal.substring(0, zone) : literal);
  }

  /** Digits of other scripts are no digits of an address. */
  private static boolean isAscii(String literal) {
    return CharMatcher.ascii().matchesAllOf(literal);
  }

  private static String unbracket(String text) {
    return text.startsWith("[") && text.endsWith("]") && text.length() > 2
        ? text.substring(1, text.length() - 1)
        : text;
  }

  /** Whether all bits are 0: every address of the family, in a binding. */
  public boolean isUnspecified() {
    return high == 0 && low == 0;
  }

  /** The number of bits of the family: 32 or 128. */
  public int bits() {
    return v6 ? 128 : 32;
  }

  @Override
  public int compareTo(IpAddress other) {
    if (v6 != other.v6) {
      return v6 ? 1 : -1;
    }
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  @Override
  public String toString() {
    byte[] bytes = new byte[v6 ? V6_BYTES : V4_BYTES];
    for (int i = 0; i < bytes.length; i++) {
      int fromRight = bytes.length - 1 - i;
      bytes[i] = (byte) ((fromRight >= 8 ? high : low) >>> (8 * (fromRight % 8)));
    }
    try {
      return InetAddresses.toAddrString(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }
}
