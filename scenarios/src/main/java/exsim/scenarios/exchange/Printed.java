package exsim.scenarios.exchange;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.scenarios.json.Located;
import java.util.Optional;
import java.util.regex.Pattern;

/** The text that the shell prints for a value, whatever form a file has it in. */
public final class Printed {
  private static final ImmutableList<String> TEXT_MEMBERS =
      ImmutableList.of(
          "Expression",
          "AddressSpaceString",
          "IPAddressToString",
          "Value",
          "Name",
          "Domain",
          "SmtpAddress",
          "DistinguishedName");
  private static final int SCALE_MAX = 40;
  private static final Pattern CUT = Pattern.compile("(?:\\.\\.\\.|…)}?$");

  private Printed() {}

  /**
   * The value as one text; empty for null and for blank text.
   *
   * @throws InvalidValueException if it is more than one value, or was cut short when exported
   */
  public static Optional<String> text(Located value) {
    if (value instanceof Located.Text text) {
      return nonBlank(whole(text.text()));
    }
    if (value instanceof Located.Bool bool) {
      return Optional.of(bool.value() ? "True" : "False");
    }
    if (value instanceof Located.Num num) {
      return Optional.of(digits(num));
    }
    if (value instanceof Located.Null) {
      return Optional.empty();
    }
    if (value instanceof Located.Obj object) {
      return textOf(object);
    }
    ImmutableList<Located> items = ((Located.Arr) value).items();
    if (items.size() > 1) {
      throw new InvalidValueException("one value is expected here, not " + items.size());
    }
    return items.isEmpty() ? Optional.empty() : text(items.get(0));
  }

  /**
   * The value as a list; a string is split at its commas, and a single value is a list of one.
   *
   * @throws InvalidValueException if the list was cut short when it was printed
   */
  public static ImmutableList<Located> items(Located value) {
    if (value instanceof Located.Null) {
      return ImmutableList.of();
    }
    if (value instanceof Located.Arr array) {
      return array.items();
    }
    if (value instanceof Located.Text text) {
      return split(text);
    }
    if (value instanceof Located.Obj object) {
      Optional<Located.Member> wrapped = object.memberIgnoringCase("value");
      if (wrapped.isPresent() && wrapped.get().value() instanceof Located.Arr array) {
        return array.items();
      }
    }
    return ImmutableList.of(value);
  }

  /** Bounded, because a number such as 1e999999999 has a thousand million digits. */
  private static String digits(Located.Num num) {
    if (Math.abs(num.number().scale()) > SCALE_MAX || num.number().precision() > SCALE_MAX) {
      throw new InvalidValueException("the number is out of range");
    }
    return num.number().toPlainString();
  }

  private static ImmutableList<Located> split(Located.Text value) {
    String text = whole(value.text());
    if (isCut(text)) {
      throw new InvalidValueException(
          "the list was cut short when it was printed; set $FormatEnumerationLimit = -1 and"
              + " export again");
    }
    if (text.startsWith("{") && text.endsWith("}")) {
      text = text.substring(1, text.length() - 1);
    }
    ImmutableList.Builder<Located> items = ImmutableList.builder();
    for (String part : Splitter.on(',').trimResults().omitEmptyStrings().split(text)) {
      items.add(new Located.Text(value.spot(), part));
    }
    return items.build();
  }

  /** Whether a printed list ends in the mark that something is left out. */
  public static boolean isCut(String text) {
    return CUT.matcher(text.strip()).find();
  }

  private static String whole(String text) {
    String stripped = text.strip();
    if (stripped.startsWith("System.Object[]")
        || stripped.startsWith("System.Collections.")
        || stripped.startsWith("Microsoft.Exchange.")) {
      throw new InvalidValueException(
          "`" + stripped + "` is a type, not a value; export again with ConvertTo-Json -Depth 5");
    }
    return stripped;
  }

  private static Optional<String> textOf(Located.Obj object) {
    Optional<String> known = PrintedObjects.text(object);
    if (known.isPresent()) {
      return known;
    }
    for (String name : TEXT_MEMBERS) {
      Optional<Located.Member> member = memberExactly(object, name);
      if (member.isPresent() && !(member.get().value() instanceof Located.Null)) {
        return text(member.get().value());
      }
    }
    throw new InvalidValueException("an object is not expected here");
  }

  /** PowerShell prints {@code value} (the number) beside {@code Value} (the word). */
  private static Optional<Located.Member> memberExactly(Located.Obj object, String name) {
    return object.member(name).or(() -> object.memberIgnoringCase(name));
  }

  private static Optional<String> nonBlank(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
