package exsim.model.mail;

import exsim.model.InvalidValueException;

/**
 * A header field of a message.
 *
 * @param name its name; names that differ in case alone are the same field's
 * @param value what stands behind the colon
 */
public record HeaderField(String name, String value) {
  /**
   * Parses a field as it stands in a message.
   *
   * @throws InvalidValueException for text that is none
   */
  public static HeaderField parse(String line) {
    int colon = line.indexOf(':');
    String name = line.substring(0, Math.max(0, colon));
    if (!name.matches("[!-9;-~]+")) {
      throw new InvalidValueException(
          "`" + line + "` is no header field; write a name, a colon and a value");
    }
    return new HeaderField(name, line.substring(colon + 1).strip());
  }
}
