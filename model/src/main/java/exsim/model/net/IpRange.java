package exsim.model.net;

import exsim.model.InvalidValueException;
import java.math.BigInteger;

/**
 * A range of addresses of one family: a single address, {@code low-high}, or CIDR.
 *
 * @param low the first address
 * @param high the last address, not below {@code low}
 * @param text the range as it was written
 */
public record IpRange(IpAddress low, IpAddress high, String text) {
  /** Checks the bounds. */
  public IpRange {
    if (low.v6() != high.v6()) {
      throw new InvalidValueException("`" + text + "` mixes IPv4 and IPv6");
    }
    if (low.compareTo(high) > 0) {
      throw new InvalidValueException("`" + text + "` ends before it begins");
    }
  }

  /**
   * Parses {@code 192.0.2.1}, {@code 192.0.2.0-192.0.2.255}, {@code 192.0.2.0/24} or {@code
   * 192.0.2.0(255.255.255.0)}, and the same for IPv6.
   *
   * @throws InvalidValueException if the text is no range
   */
  public static IpRange parse(String text) {
    int slash = text.indexOf('/');
    if (slash >= 0) {
      return ofPrefix(IpAddress.parse(text.substring(0, slash)), text.substring(slash + 1), text);
    }
    int paren = text.indexOf('(');
    if (paren > 0 && text.endsWith(")")) {
      IpAddress mask = IpAddress.parse(text.substring(paren + 1, text.length() - 1));
      int length = Long.bitCount(mask.low()) + Long.bitCount(mask.high());
      return ofPrefix(IpAddress.parse(text.substring(0, paren)), String.valueOf(length), text);
    }
    int dash = text.indexOf('-');
    if (dash >= 0) {
      return new IpRange(
          IpAddress.parse(text.substring(0, dash).strip()),
          IpAddress.parse(text.substring(dash + 1).strip()),
          text);
    }
    IpAddress single = IpAddress.parse(text);
    return new IpRange(single, single, text);
  }

  private static IpRange ofPrefix(IpAddress address, String prefix, String text) {
    int length;
    try {
      length = Integer.parseInt(prefix);
    } catch (NumberFormatException e) {
      throw new InvalidValueException("`" + text + "` has no prefix length");
    }
    if (length < 0 || length > address.bits()) {
      throw new InvalidValueException("`" + text + "`: a prefix length is 0 to " + address.bits());
    }
    int host = address.bits() - length;
    long lowMask = host >= 64 ? -1L : (1L << host) - 1;
    long highMask = host <= 64 ? 0 : host == 128 ? -1L : (1L << (host - 64)) - 1;
    if (!address.v6()) {
      lowMask &= 0xFFFFFFFFL;
    }
    IpAddress low =
        new IpAddress(address.v6(), address.high() & ~highMask, address.low() & ~lowMask);
    IpAddress high = new IpAddress(address.v6(), low.high() | highMask, low.low() | lowMask);
    return new IpRange(low, high, text);
  }

  /** Whether the address lies in the range. */
  public boolean contains(IpAddress address) {
    return address.v6() == low.v6() && low.compareTo(address) <= 0 && address.compareTo(high) <= 0;
  }

  /** Whether the whole other range lies in this one. */
  public boolean contains(IpRange other) {
    return contains(other.low) && contains(other.high);
  }

  /** Whether the two share an address. */
  public boolean overlaps(IpRange other) {
    return low.v6() == other.low.v6()
        && low.compareTo(other.high) <= 0
        && other.low.compareTo(high) <= 0;
  }

  /** The number of addresses. */
  public BigInteger size() {
    return unsigned(high).subtract(unsigned(low)).add(BigInteger.ONE);
  }

  private static BigInteger unsigned(IpAddress address) {
    return new BigInteger(Long.toUnsignedString(address.high()))
        .shiftLeft(64)
        .add(new BigInteger(Long.toUnsignedString(address.low())));
  }

  /** Whether the bounds are the same, however they were written. */
  public boolean sameAs(IpRange other) {
    return low.equals(other.low) && high.equals(other.high);
  }

  @Override
  public String toString() {
    return text;
  }
}
