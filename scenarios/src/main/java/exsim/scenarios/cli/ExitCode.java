package exsim.scenarios.cli;

/** What a run says to the shell that started it. */
final class ExitCode {
  /** Everything holds. */
  static final int HELD = 0;

  /** An expectation failed. */
  static final int FAILED = 1;

  /** The arguments or the files cannot be used; beats {@link #FAILED}. */
  static final int UNUSABLE = 2;

  /** The result could not be written, as on a full disk. */
  static final int NOT_WRITTEN = 74;

  /** A fault of the program itself. */
  static final int FAULT = 70;

  private ExitCode() {}
}
