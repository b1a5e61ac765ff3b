package exsim.scenarios.cli;

/** Arguments that make no sense; the message says why, in words for the user. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
