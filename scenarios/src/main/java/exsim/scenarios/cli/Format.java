package exsim.scenarios.cli;

import com.google.common.base.Ascii;

/** The forms that reports come in. */
enum Format {
  /** For people. */
  TEXT,
  /** For programs. */
  JSON,
  /** For build servers. */
  JUNIT;

  /**
   * The form of a name, whatever its case.
   *
   * @throws UsageException if there is none
   */
  static Format named(String word) {
    for (Format format : values()) {
      if (Ascii.equalsIgnoreCase(format.name(), word)) {
        return format;
      }
    }
    throw new UsageException("there is no format `" + word + "`; text, json and junit are known");
  }
}
