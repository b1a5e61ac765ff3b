package exsim.scenarios.json;

import com.google.common.base.Ascii;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Says in an administrator's words why a text is no JSON. */
final class JsonFaults {
  private static final int MESSAGE_MAX = 160;

  private static final Pattern NO_NUMBER = Pattern.compile("^Non-standard token '([^']*)'");

  /** What a programmer could turn on is no help to an administrator. */
  private static final Pattern LIBRARY_HINT =
      Pattern.compile("[:;,]? *\\(?(?:maybe|(?:to )?enable `?JsonReadFeature).*$");

  private JsonFaults() {}

  /**
   * Reports a fault.
   *
   * @param innermost the object or array that was being read; the whole file outside of any
   */
  static void report(JacksonException fault, Spot innermost, String text, Problems problems) {
    Spot spot = spot(fault.getLocation(), innermost);
    if (isEnd(fault)) {
      String opened =
          innermost.line() == 0
              ? ""
              : "; what opens in line "
                  + innermost.line()
                  + ", column "
                  + innermost.column()
                  + " is not closed";
      problems.add(
          spot, "the file ends in the middle of a value" + opened, "the file may be truncated");
    } else if (fault instanceof StreamConstraintsException && isNesting(fault)) {
      problems.add(
          spot.at(""),
          "arrays and objects are nested more than " + JsonReader.NESTING_MAX + " deep",
          "no scenario needs that");
    } else {
      problems.add(spot, "not valid JSON: " + message(fault), hint(fault, spot, text));
    }
  }

  private static boolean isEnd(JacksonException fault) {
    return fault instanceof UnexpectedEndOfInputException
        || fault.getOriginalMessage().startsWith("Unexpected end-of-input");
  }

  private static boolean isNesting(JacksonException fault) {
    return fault.getOriginalMessage().contains("nesting depth");
  }

  private static Spot spot(TokenStreamLocation at, Spot innermost) {
    if (at == null || at.getLineNr() < 1) {
      return innermost;
    }
    return new Spot(innermost.file(), at.getLineNr(), at.getColumnNr(), innermost.pointer());
  }

  private static String message(JacksonException fault) {
    String message = fault.getOriginalMessage();
    int end = message.indexOf('\n');
    String line = end < 0 ? message : message.substring(0, end);
    int source = line.indexOf(" (for ");
    line = source < 0 ? line : line.substring(0, source);
    Matcher nonNumber = NO_NUMBER.matcher(line);
    if (nonNumber.find()) {
      return "`" + nonNumber.group(1) + "` is no JSON number";
    }
    line = LIBRARY_HINT.matcher(line).replaceFirst("");
    line = line.replaceAll(" \\(code \\d+( / 0x[0-9a-fA-F]+)?\\)", "");
    line = line.isEmpty() ? line : Ascii.toLowerCase(line.charAt(0)) + line.substring(1);
    return line.length() > MESSAGE_MAX ? line.substring(0, MESSAGE_MAX) + "…" : line;
  }

  private static String hint(JacksonException fault, Spot spot, String text) {
    if (spot.line() == 1 && text.stripLeading().startsWith("<")) {
      return "this looks like XML; an export is read by `import`";
    }
    return fault.getOriginalMessage().contains("was expecting comma")
        ? "a comma is missing before it"
        : "";
  }
}
