package exsim.scenarios.protocol;

import exsim.model.onprem.ExchangeVersion;

/** How a version of Exchange writes protocol logs, as far as logs of it were seen. */
enum LogStyle {
  /** Exchange 2010: no folder for each service. */
  E2010("14.0.0.0", false),
  /** Exchange 2013. */
  E2013("15.0.0.0", false),
  /** Exchange 2016 and later: a certificate, and the server's own EHLO answer, on one line. */
  LATER("15.0.0.0", true);

  private final String version;
  private final boolean compact;

  LogStyle(String version, boolean compact) {
    this.version = version;
    this.compact = compact;
  }

  static LogStyle of(ExchangeVersion version) {
    return switch (version) {
      case E2010 -> E2010;
      case E2013 -> E2013;
      case E2016, E2019, SE -> LATER;
    };
  }

  /** What stands behind {@code #Version:}, whatever the build. */
  String version() {
    return version;
  }

  /** Whether what belongs together stands on one line. */
  boolean compact() {
    return compact;
  }

  /** Whether each service has a folder of its own. */
  boolean hasServiceFolders() {
    return this != E2010;
  }
}
