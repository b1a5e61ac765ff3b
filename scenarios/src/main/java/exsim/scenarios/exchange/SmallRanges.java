package exsim.scenarios.exchange;

import exsim.model.net.IpRange;
import java.math.BigInteger;

/** The ranges by which Exchange Online recognises senders. */
final class SmallRanges {
  private static final BigInteger ADDRESSES_MAX = BigInteger.valueOf(256);

  private SmallRanges() {}

  static boolean isTooLarge(IpRange range) {
    return range.low().v6() || range.size().compareTo(ADDRESSES_MAX) > 0;
  }
}
