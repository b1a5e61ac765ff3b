package exsim.scenarios.protocol;

/**
 * What one line of a protocol log tells of a session.
 *
 * @param mark {@code +} connect, {@code -} disconnect, {@code >} send, {@code <} receive, {@code *}
 *     information
 * @param data what was said
 * @param context what it is about
 * @param connected whether the connection is up, so that the local endpoint is known
 */
record LogEvent(char mark, String data, String context, boolean connected) {
  static LogEvent connect() {
    return new LogEvent('+', "", "", true);
  }

  /** A disconnect, with the end that brought it about. */
  static LogEvent disconnect(boolean local) {
    return new LogEvent('-', "", local ? "Local" : "Remote", true);
  }

  static LogEvent sent(String line) {
    return new LogEvent('>', line, "", true);
  }

  static LogEvent received(String line) {
    return new LogEvent('<', line, "", true);
  }

  static LogEvent information(String data, String context) {
    return new LogEvent('*', data, context, true);
  }

  /** Information from before the connection. */
  static LogEvent beforehand(String data, String context) {
    return new LogEvent('*', data, context, false);
  }
}
