package exsim.scenarios.format;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import exsim.model.InvalidValueException;
import exsim.model.dns.DnsRecord;
import exsim.model.mail.DomainName;
import exsim.model.net.IpAddress;
import java.util.List;
import java.util.Optional;

/**
 * Reads the zone-file lines that scenarios mostly have: one record, nothing quoted or relative.
 *
 * <p>The library that reads all others takes as long to start as the rest of a short run.
 */
final class PlainRecord {
  private static final CharMatcher PLAIN =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf("-._: "));
  private static final CharMatcher DIGIT = CharMatcher.inRange('0', '9');
  private static final Splitter SPACES = Splitter.on(' ').omitEmptyStrings();
  private static final int TTL_DIGITS_MAX = 9;
  private static final int PREFERENCE_DIGITS_MAX = 4;

  private PlainRecord() {}

  /** The record; empty where the line needs a closer look, be it wrong or only unusual. */
  static Optional<DnsRecord> parse(String line) {
    if (line.isEmpty() || line.charAt(0) == ' ' || !PLAIN.matchesAllOf(line)) {
      return Optional.empty();
    }
    List<String> tokens = SPACES.splitToList(line);
    int type = 1;
    while (type < tokens.size() && isTtlOrClass(tokens.get(type))) {
      type++;
    }
    if (type >= tokens.size()) {
      return Optional.empty();
    }
    try {
      return record(
          DomainName.parse(tokens.get(0)),
          Ascii.toUpperCase(tokens.get(type)),
          tokens.subList(type + 1, tokens.size()));
    } catch (InvalidValueException e) {
      return Optional.empty(); // reported by the closer look
    }
  }

  private static boolean isTtlOrClass(String token) {
    return Ascii.equalsIgnoreCase(token, "IN")
        || (token.length() <= TTL_DIGITS_MAX && DIGIT.matchesAllOf(token));
  }

  private static Optional<DnsRecord> record(DomainName owner, String type, List<String> data) {
    if (type.equals("MX")
        && data.size() == 2
        && data.get(0).length() <= PREFERENCE_DIGITS_MAX
        && DIGIT.matchesAllOf(data.get(0))) {
      return Optional.of(new DnsRecord.Mx(owner, Integer.parseInt(data.get(0)), host(data.get(1))));
    }
    if (data.size() != 1) {
      return Optional.empty();
    }
    if (type.equals("CNAME")) {
      return Optional.of(new DnsRecord.Cname(owner, host(data.get(0))));
    }
    if (type.equals("A") || type.equals("AAAA")) {
      IpAddress address = IpAddress.parse(data.get(0));
      // Brackets, zones and IPv4 in the form of IPv6 are no plain addresses.
      boolean plain =
          data.get(0).chars().noneMatch(c -> c == '[' || c == '%' || c == ':' && !address.v6());
      return plain && address.v6() == type.equals("AAAA")
          ? Optional.of(new DnsRecord.Address(owner, address))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static DomainName host(String text) {
    return text.equals(".") ? DomainName.ROOT : DomainName.parse(text);
  }
}
