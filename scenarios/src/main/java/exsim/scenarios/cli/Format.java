package exsim.scenarios.cli;

/** The forms that reports come in. */
enum Format {
  /** For people. */
  TEXT,
  /** For programs. */
  JSON,
  /** For build servers. */
  JUNIT
}
