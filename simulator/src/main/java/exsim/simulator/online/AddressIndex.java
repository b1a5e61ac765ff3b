package exsim.simulator.online;

import com.google.common.collect.ImmutableListMultimap;
import exsim.model.net.IpAddress;
import exsim.model.net.IpRange;
import exsim.simulator.online.TenantIndex.Owned;
import java.util.List;
import java.util.Optional;

/**
 * Connectors by the addresses that they are recognised by.
 *
 * <p>A range is kept as the aligned blocks it consists of, so an address is in it if one of the
 * blocks around the address is there: no connector is looked at in vain, however many tenants have
 * addresses in one network.
 */
final class AddressIndex {
  private static final int BITS = 32;

  private final ImmutableListMultimap<Block, Owned> byBlock;

  /** The free bits of the widest block; 8 at most, for what Exchange takes. */
  private final int widest;

  /** An aligned block of IPv4 addresses: the first one, and how many bits are free. */
  private record Block(long first, int hostBits) {}

  AddressIndex(List<Owned> connectors) {
    ImmutableListMultimap.Builder<Block, Owned> blocks = ImmutableListMultimap.builder();
    for (Owned owned : connectors) {
      owned.connector().senderIps().forEach(range -> add(range, owned, blocks));
    }
    this.byBlock = blocks.build();
    this.widest = byBlock.keySet().stream().mapToInt(Block::hostBits).max().orElse(0);
  }

  private static void add(
      IpRange range, Owned owned, ImmutableListMultimap.Builder<Block, Owned> blocks) {
    if (range.low().v6()) {
      return;
    }
    long end = range.high().low();
    for (long first = range.low().low(); first <= end; ) {
      int bits = first == 0 ? BITS : Long.numberOfTrailingZeros(first);
      while (first + (1L << bits) - 1 > end) {
        bits--;
      }
      blocks.put(new Block(first, bits), owned);
      first += 1L << bits;
    }
  }

  /** One of the connectors that an address matches. */
  Optional<Owned> any(IpAddress address) {
    if (address.v6()) {
      return Optional.empty();
    }
    for (int bits = 0; bits <= widest; bits++) {
      List<Owned> found = byBlock.get(new Block(address.low() >>> bits << bits, bits));
      if (!found.isEmpty()) {
        return Optional.of(found.get(0));
      }
    }
    return Optional.empty();
  }
}
