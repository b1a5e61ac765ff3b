package exsim.scenarios.json;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A JSON pointer (RFC 6901).
 *
 * @param tokens the names and indexes from the root down; none for the root
 */
public record Pointer(ImmutableList<String> tokens) {
  private static final int INDEX_DIGITS_MAX = 9;

  /** The root. */
  public static final Pointer ROOT = new Pointer(ImmutableList.of());

  /** Parses a pointer; empty if the text is none. */
  public static Optional<Pointer> parse(String text) {
    if (text.isEmpty()) {
      return Optional.of(ROOT);
    }
    if (text.charAt(0) != '/') {
      return Optional.empty();
    }
    ImmutableList.Builder<String> tokens = ImmutableList.builder();
    for (String token : Splitter.on('/').split(text.substring(1))) {
      if (token.replace("~0", "").replace("~1", "").indexOf('~') >= 0) {
        return Optional.empty();
      }
      tokens.add(token.replace("~1", "/").replace("~0", "~"));
    }
    return Optional.of(new Pointer(tokens.build()));
  }

  /** One name as it stands in a pointer's text. */
  public static String escape(String name) {
    return name.indexOf('~') < 0 && name.indexOf('/') < 0
        ? name
        : name.replace("~", "~0").replace("/", "~1");
  }

  /** The index that a token stands for in an array; empty if it is none. */
  static Optional<Integer> index(String token) {
    boolean digits = !token.isEmpty() && token.length() <= INDEX_DIGITS_MAX;
    for (int i = 0; digits && i < token.length(); i++) {
      digits = token.charAt(i) >= '0' && token.charAt(i) <= '9';
    }
    boolean leadingZero = token.length() > 1 && token.charAt(0) == '0';
    return digits && !leadingZero ? Optional.of(Integer.parseInt(token)) : Optional.empty();
  }

  /** Looks up the value in a tree; empty where there is none. */
  public Optional<Located> in(Located root) {
    Optional<Located> found = Optional.of(root);
    for (String token : tokens) {
      found = found.flatMap(value -> child(value, token));
    }
    return found;
  }

  /** The member or item of a value. */
  static Optional<Located> child(Located value, String token) {
    if (value instanceof Located.Obj object) {
      return object.member(token).map(Located.Member::value);
    }
    if (value instanceof Located.Arr array) {
      return index(token).filter(i -> i < array.items().size()).map(array.items()::get);
    }
    return Optional.empty();
  }

  /** Whether the other pointer leads to this place or to one inside it. */
  boolean covers(Pointer other) {
    return other.tokens.size() >= tokens.size()
        && other.tokens.subList(0, tokens.size()).equals(tokens);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (String token : tokens) {
      text.append('/').append(escape(token));
    }
    return text.toString();
  }
}
