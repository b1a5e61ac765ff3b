package exsim.scenarios.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.InvalidValueException;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.mail.EmailAddress;
import exsim.model.net.HostPort;
import exsim.model.net.IpAddress;
import exsim.model.tls.TlsVersion;
import exsim.model.tls.TrustStore;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Suggestion;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Decoders of the values that many keys have. */
final class Decoders {
  private Decoders() {}

  static final Decoder<Located> ANY = (value, problems) -> Optional.of(value);

  static final Decoder<String> TEXT =
      (value, problems) -> {
        if (value instanceof Located.Text text) {
          return Optional.of(text.text());
        }
        return wrongType("a string", value, problems);
      };

  static final Decoder<String> NAME =
      (value, problems) ->
          TEXT.decode(value, problems)
              .flatMap(
                  text -> {
                    if (!text.isBlank()) {
                      return Optional.of(text);
                    }
                    problems.add(value.spot(), "a name is expected here, not an empty string");
                    return Optional.empty();
                  });

  static final Decoder<Boolean> BOOL =
      (value, problems) -> {
        if (value instanceof Located.Bool bool) {
          return Optional.of(bool.value());
        }
        return wrongType("true or false", value, problems);
      };

  static final Decoder<DomainName> DOMAIN = parsed(DomainName::parse);
  static final Decoder<DomainPattern> PATTERN = parsed(DomainPattern::parse);
  static final Decoder<EmailAddress> EMAIL = parsed(EmailAddress::parse);
  private static final IpAddress BROADCAST = IpAddress.parse("255.255.255.255");
  static final Decoder<IpAddress> ADDRESS = parsed(IpAddress::parse);
  static final Decoder<IpAddress> HOST_ADDRESS = parsed(Decoders::hostAddress);
  static final Decoder<ImmutableSet<TlsVersion>> TLS_VERSIONS =
      set(words("a TLS version", TlsVersion.values(), TlsVersion::text));
  private static final Decoder<ImmutableSet<String>> ISSUERS = set(NAME);

  /** What {@code trusts} adds to the public roots and {@code distrusts} takes away. */
  static TrustStore trustStore(Fields fields) {
    return new TrustStore(
        fields.optional("trusts", ISSUERS, ImmutableSet.of()),
        fields.optional("distrusts", ISSUERS, ImmutableSet.of()));
  }

  static Decoder<HostPort> hostPort(int defaultPort) {
    return parsed(text -> HostPort.parse(text, defaultPort));
  }

  static Decoder<Integer> port() {
    return (value, problems) -> whole(1, 65535).decode(value, problems).map(Long::intValue);
  }

  /** A whole number between two bounds. */
  static Decoder<Long> whole(long min, long max) {
    return (value, problems) -> {
      if (!(value instanceof Located.Num num)) {
        return wrongType("a whole number", value, problems);
      }
      BigDecimal number = num.number();
      boolean inside =
          number.compareTo(BigDecimal.valueOf(min)) >= 0
              && number.compareTo(BigDecimal.valueOf(max)) <= 0;
      if (inside && number.stripTrailingZeros().scale() <= 0) {
        return Optional.of(number.longValueExact());
      }
      problems.add(
          value.spot(), "`" + number + "` is not a whole number from " + min + " to " + max);
      return Optional.empty();
    };
  }

  /** Text that a value of the model parses. */
  static <T> Decoder<T> parsed(Function<String, T> parse) {
    return (value, problems) -> {
      Optional<String> text = TEXT.decode(value, problems);
      try {
        return text.map(parse);
      } catch (InvalidValueException e) {
        problems.add(value.spot(), e.getMessage());
        return Optional.empty();
      }
    };
  }

  /** One of a few words. */
  static <T> Decoder<T> words(String what, T[] values, Function<T, String> text) {
    ImmutableMap.Builder<String, T> words = ImmutableMap.builder();
    for (T value : values) {
      words.put(text.apply(value), value);
    }
    return words(what, words.buildOrThrow());
  }

  static <T> Decoder<T> words(String what, ImmutableMap<String, T> words) {
    return (value, problems) ->
        TEXT.decode(value, problems)
            .flatMap(
                word -> {
                  Optional<T> found = Optional.ofNullable(words.get(word));
                  if (found.isEmpty()) {
                    unknownWord(what, word, words.keySet(), value, problems);
                  }
                  return found;
                });
  }

  private static void unknownWord(
      String what, String word, ImmutableSet<String> words, Located value, Problems problems) {
    boolean number = word.chars().allMatch(Character::isDigit); // any other number is as near
    String near = number ? "" : Suggestion.help(word, words);
    String all = "one of `" + String.join("`, `", words) + "`";
    problems.add(
        value.spot(),
        "`" + word + "` is not " + what,
        near.isEmpty() ? all : near + " (" + all + ")");
  }

  /** An array; items that cannot be decoded are left out. */
  static <T> Decoder<ImmutableList<T>> list(Decoder<T> item) {
    return (value, problems) -> {
      if (!(value instanceof Located.Arr array)) {
        return wrongType("an array", value, problems);
      }
      ImmutableList.Builder<T> items = ImmutableList.builder();
      for (Located element : array.items()) {
        item.decode(element, problems).ifPresent(items::add);
      }
      return Optional.of(items.build());
    };
  }

  /** An array in which nothing stands twice. */
  static <T> Decoder<ImmutableSet<T>> set(Decoder<T> item) {
    return (value, problems) -> {
      Set<T> seen = new LinkedHashSet<>();
      Decoder<T> once =
          (element, found) ->
              item.decode(element, found)
                  .filter(
                      t -> {
                        if (!seen.add(t)) {
                          found.add(element.spot(), "this stands twice in the list", "remove one");
                        }
                        return true;
                      });
      return list(once).decode(value, problems).map(all -> ImmutableSet.copyOf(seen));
    };
  }

  /** An object whose names are data. */
  static <K, V> Decoder<ImmutableMap<K, V>> map(Function<String, K> key, Decoder<V> item) {
    return (value, problems) -> {
      if (!(value instanceof Located.Obj object)) {
        return wrongType("an object", value, problems);
      }
      ImmutableMap.Builder<K, V> entries = ImmutableMap.builder();
      Set<K> seen = new LinkedHashSet<>();
      for (Located.Member member : object.members()) {
        Optional<V> decoded = item.decode(member.value(), problems);
        try {
          K name = key.apply(member.name());
          if (!seen.add(name)) {
            problems.add(member.nameSpot(), "`" + name + "` stands twice, in different spellings");
          } else if (decoded.isPresent()) {
            entries.put(name, decoded.get());
          }
        } catch (InvalidValueException e) {
          problems.add(member.nameSpot(), e.getMessage());
        }
      }
      return Optional.of(entries.buildOrThrow());
    };
  }

  private static IpAddress hostAddress(String text) {
    IpAddress address = IpAddress.parse(text);
    if (text.indexOf('%') >= 0) {
      throw new InvalidValueException("`" + text + "` has a zone, which means nothing elsewhere");
    }
    if (address.isUnspecified() || address.equals(BROADCAST)) {
      throw new InvalidValueException("`" + text + "` is no host's address");
    }
    return address;
  }

  /** Reports that another type was expected. */
  static <T> Optional<T> wrongType(String expected, Located value, Problems problems) {
    problems.add(value.spot(), expected + " is expected here, not " + value.kind());
    return Optional.empty();
  }
}
