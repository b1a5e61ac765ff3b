package exsim.model.mail;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import exsim.model.InvalidValueException;
import java.net.IDN;

/**
 * A DNS domain name: lower-case A-labels without a trailing dot; empty for the root.
 *
 * @param ascii the name, at most 253 characters
 */
public record DomainName(String ascii) implements Comparable<DomainName> {
  /** The root, which a null MX record (RFC 7505) names. */
  public static final DomainName ROOT = new DomainName("");

  /** The length of the longest name. */
  public static final int LENGTH_MAX = 253;

  private static final int LABEL_MAX = 63;

  /** Checks that the name is in its normal form. */
  public DomainName {
    if (ascii.length() > LENGTH_MAX) {
      throw new InvalidValueException("a domain name has at most 253 characters");
    }
    if (!ascii.isEmpty()) {
      checkLabels(ascii);
    }
  }

  /**
   * Parses what an administrator would type; upper case, one trailing dot and U-labels are
   * accepted.
   *
   * @throws InvalidValueException if the text is no domain name
   */
  public static DomainName parse(String text) {
    String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (name.isEmpty()) {
      throw new InvalidValueException("a domain name is empty");
    }
    return new DomainName(toAscii(name));
  }

  private static String toAscii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 128) {
        try {
          return Ascii.toLowerCase(IDN.toASCII(name));
        } catch (IllegalArgumentException e) {
          throw new InvalidValueException("`" + name + "` is not a domain name");
        }
      }
    }
    return Ascii.toLowerCase(name);
  }

  private static void checkLabels(String ascii) {
    int start = 0;
    for (int i = 0; i <= ascii.length(); i++) {
      if (i == ascii.length() || ascii.charAt(i) == '.') {
        if (i == start || i - start > LABEL_MAX) {
          throw new InvalidValueException(
              "`" + ascii + "` is not a domain name: a label has 1 to 63 characters");
        }
        if (ascii.charAt(start) == '-' || ascii.charAt(i - 1) == '-') {
          throw new InvalidValueException(
              "`" + ascii + "` is not a domain name: a label begins or ends with a hyphen");
        }
        start = i + 1;
      } else if (!isLabelCharacter(ascii.charAt(i))) {
        throw new InvalidValueException(
            "`" + ascii + "` is not a domain name: `" + ascii.charAt(i) + "` is not allowed");
      }
    }
  }

  private static boolean isLabelCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  }

  /** Whether this name is {@code other} or lies below it. */
  public boolean isWithin(DomainName other) {
    return equals(other) || isBelow(other);
  }

  /** Whether this name ends in {@code .other}. */
  public boolean isBelow(DomainName other) {
    String suffix = other.ascii;
    int at = ascii.length() - suffix.length();
    return at > 1 && ascii.charAt(at - 1) == '.' && ascii.endsWith(suffix);
  }

  /** The name without its first label; the root for a single label. */
  public DomainName parent() {
    int dot = ascii.indexOf('.');
    return dot < 0 ? ROOT : new DomainName(ascii.substring(dot + 1));
  }

  /** The number of labels; 0 for the root. */
  public int labelCount() {
    return ascii.isEmpty() ? 0 : Splitter.on('.').splitToList(ascii).size();
  }

  @Override
  public int compareTo(DomainName other) {
    return ascii.compareTo(other.ascii);
  }

  @Override
  public String toString() {
    return ascii;
  }
}
