package exsim.scenarios.exchange;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.InvalidValueException;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.mail.EmailAddress;
import exsim.model.net.Binding;
import exsim.model.net.IpAddress;
import exsim.model.net.IpRange;
import exsim.model.onprem.AddressSpace;
import exsim.model.onprem.TlsCertificateName;
import exsim.scenarios.json.Located;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of value that Exchange's properties have. */
public final class ValueTypes {
  /** {@code True} or {@code False}; {@code $true} and {@code $false} are accepted. */
  public static final ValueType<Boolean> BOOLEAN =
      ValueType.scalar("True or False", false, ValueTypes::parseBoolean)
          .printed(Printing.flag(ValueTypes::parseBoolean));

  /** Any text. */
  public static final ValueType<String> TEXT = ValueType.scalar("text", true, Function.identity());

  /** Anything at all, kept as it is. */
  public static final ValueType<Boolean> ANYTHING =
      new ValueType<>("anything", true, true, (value, faults) -> true, Printing.ANY);

  /** A credential: the user name in it; empty where there is none. */
  public static final ValueType<String> CREDENTIAL =
      new ValueType<>("a credential", true, true, (value, faults) -> userName(value), Printing.ANY);

  /** Several texts. */
  public static final ValueType<ImmutableList<String>> TEXTS =
      ValueType.listOf("a list", Function.identity());

  /** A full host name. */
  public static final ValueType<DomainName> FQDN =
      ValueType.scalar("a host name", true, DomainName::parse);

  /** Several domains without wildcards. */
  public static final ValueType<ImmutableList<DomainName>> DOMAINS =
      ValueType.listOf("a list of domains", DomainName::parse);

  /** A domain, or one with its subdomains. */
  public static final ValueType<DomainPattern> DOMAIN_PATTERN =
      ValueType.scalar("a domain or *.domain", true, DomainPattern::parse);

  /** Several domains, also with a leading wildcard. */
  public static final ValueType<ImmutableList<DomainPattern>> DOMAIN_PATTERNS =
      ValueType.listOf("a list of domains", DomainPattern::parse);

  /** Several e-mail addresses. */
  public static final ValueType<ImmutableList<EmailAddress>> ADDRESSES =
      ValueType.listOf("a list of addresses", EmailAddress::parse);

  /** One IP address. */
  public static final ValueType<IpAddress> IP_ADDRESS =
      ValueType.scalar("an IP address", true, IpAddress::parse);

  /** Several IP addresses. */
  public static final ValueType<ImmutableList<IpAddress>> IP_ADDRESSES =
      ValueType.listOf("a list of IP addresses", IpAddress::parse);

  /** Several address ranges. */
  public static final ValueType<ImmutableList<IpRange>> IP_RANGES =
      ValueType.listOf("a list of addresses and ranges", IpRange::parse);

  /** Several local addresses with their ports. */
  public static final ValueType<ImmutableList<Binding>> BINDINGS =
      ValueType.listOf("a list such as 0.0.0.0:25", Binding::parse);

  /** Several address spaces. */
  public static final ValueType<ImmutableList<AddressSpace>> ADDRESS_SPACES =
      ValueType.listOf("a list of address spaces such as SMTP:*;1", AddressSpace::parse)
          .printedAs(ValueTypes::printedSpace);

  /** A certificate by issuer and subject. */
  public static final ValueType<TlsCertificateName> CERTIFICATE_NAME =
      ValueType.scalar("<I>issuer<S>subject", true, TlsCertificateName::parse);

  /** A time span such as {@code 00:10:00} or {@code 2.00:00:00}. */
  public static final ValueType<Duration> TIME_SPAN =
      ValueType.scalar("a time span such as 00:10:00", false, Quantities::timeSpan)
          .printedAs(ValueTypes::printedSpan);

  private ValueTypes() {}

  /** A whole number between bounds. */
  public static ValueType<Integer> integer(int min, int max) {
    return ValueType.scalar(
            "a number from " + min + " to " + max,
            false,
            text -> Quantities.integer(text, min, max))
        .printed(Printing.number());
  }

  /** A number of bytes between bounds; a number without a unit is bytes. */
  static ValueType<Long> size(long min, long max) {
    return ValueType.scalar("a size such as 35 MB", false, text -> Quantities.bytes(text, min, max))
        .printedAs(ValueTypes::printedSize);
  }

  /** A number of bytes between bounds, or {@code Unlimited}. */
  static ValueType<OptionalLong> sizeOrUnlimited(long min, long max) {
    return ValueType.scalar(
            "a size such as 35 MB, or Unlimited",
            false,
            text -> Quantities.bytesOrUnlimited(text, min, max))
        .printedAs(text -> Quantities.printedUnlimited(text, ValueTypes::printedSize));
  }

  /** Text of so many characters at the most. */
  static ValueType<String> text(int max) {
    return ValueType.scalar(
        "text of at most " + max + " characters",
        true,
        text -> {
          if (text.codePointCount(0, text.length()) > max) {
            throw new InvalidValueException(
                "it has " + text.codePointCount(0, text.length()) + " characters, not " + max);
          }
          return text;
        });
  }

  /** A whole number between bounds, or {@code Unlimited}. */
  static ValueType<OptionalInt> numberOrUnlimited(int min, int max) {
    return ValueType.scalar(
            "a number from " + min + " to " + max + ", or Unlimited",
            false,
            text -> Quantities.numberOrUnlimited(text, min, max))
        .printedAs(text -> Quantities.printedUnlimited(text, number -> number));
  }

  /** A time span between bounds, as Exchange writes them. */
  static ValueType<Duration> timeSpan(String min, String max) {
    Duration least = Quantities.timeSpan(min);
    Duration most = Quantities.timeSpan(max);
    return ValueType.scalar(
            "a time span from " + min + " to " + max,
            false,
            text -> {
              Duration span = Quantities.timeSpan(text);
              if (span.compareTo(least) < 0 || span.compareTo(most) > 0) {
                throw new InvalidValueException(
                    "it is " + min + " to " + max + ", not `" + text + "`");
              }
              return span;
            })
        .printedAs(ValueTypes::printedSpan);
  }

  /**
   * One of several words; what exports have instead, a number, is accepted.
   *
   * @param words each value's word
   * @param numbers each value's number, or -1 where it is not known
   */
  static <E> ValueType<E> choice(
      boolean nullable,
      ImmutableList<E> values,
      Function<E, String> words,
      Function<E, Integer> numbers) {
    ImmutableList<String> all = values.stream().map(words).collect(ImmutableList.toImmutableList());
    Function<String, E> parser =
        text -> {
          for (E value : values) {
            if (Ascii.equalsIgnoreCase(words.apply(value), text)
                || text.equals(numbers.apply(value).toString())) {
              return value;
            }
          }
          throw new InvalidValueException(notOneOf(text, all));
        };
    return ValueType.scalar(String.join(", ", all), nullable, parser)
        .printedAs(text -> words.apply(parser.apply(text)));
  }

  /**
   * Any number of flags, as words or as the sum of their bits.
   *
   * @param none the word for no flag
   */
  static <E> ValueType<ImmutableSet<E>> flags(
      String none, ImmutableList<E> values, Function<E, String> words, Function<E, Integer> bits) {
    FlagReader<E> reader = new FlagReader<>(none, values, words, bits);
    return new ValueType<>(
        reader.words(),
        false,
        false,
        (value, faults) -> reader.read(value),
        value -> new Shown.Text(printedFlags(none, reader.read(value), words)));
  }

  private static <E> String printedFlags(
      String none, ImmutableSet<E> flags, Function<E, String> words) {
    return flags.isEmpty() ? none : flags.stream().map(words).collect(Collectors.joining(", "));
  }

  /** With type and cost, which may be left out when typed (SC-050). */
  private static String printedSpace(String text) {
    AddressSpace space = AddressSpace.parse(text);
    String scope = space.scoped() ? "Local:" : "";
    return scope + space.type() + ":" + space.space() + ";" + space.cost();
  }

  private static String printedSpan(String text) {
    return Quantities.printedSpan(Quantities.timeSpan(text));
  }

  private static String printedSize(String text) {
    return Quantities.printedSize(Quantities.bytes(text, 0, Long.MAX_VALUE));
  }

  static String notOneOf(String text, ImmutableList<String> all) {
    String near = NearName.question(text, all);
    String list = String.join(", ", all);
    return "`" + text + "` is none of " + list + (near.isEmpty() ? "" : "; " + near);
  }

  private static Boolean parseBoolean(String text) {
    String word = text.startsWith("$") ? text.substring(1) : text;
    if (Ascii.equalsIgnoreCase(word, "true") || word.equals("1")) {
      return true;
    }
    if (Ascii.equalsIgnoreCase(word, "false") || word.equals("0")) {
      return false;
    }
    throw new InvalidValueException("`" + text + "` is neither True nor False");
  }

  /** A credential is written as its user name, or as the object that the shell makes of it. */
  private static String userName(Located value) {
    if (value instanceof Located.Text text) {
      return text.text().strip();
    }
    if (value instanceof Located.Obj credential) {
      return credential
          .memberIgnoringCase("UserName")
          .map(m -> userName(m.value()))
          .orElse("(no user name)");
    }
    return value instanceof Located.Null ? "" : "(no user name)";
  }
}
