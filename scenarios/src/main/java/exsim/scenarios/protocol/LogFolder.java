package exsim.scenarios.protocol;

import java.util.regex.Pattern;

/**
 * A folder of protocol logs.
 *
 * @param server the server that writes them
 * @param service the folder of its service, such as {@code FrontEnd}; empty for none
 * @param kind sent or received
 * @param style how the server writes
 */
record LogFolder(String server, String service, Kind kind, LogStyle style) {
  private static final Pattern DEVICE =
      Pattern.compile(
          "(?i)^(CON|PRN|AUX|NUL|COM[0-9\u00b9\u00b2\u00b3]|LPT[0-9\u00b9\u00b2\u00b3])(\\..*)?$");

  /** What a log tells of. */
  enum Kind {
    /** Sessions that the server began. */
    SEND("SmtpSend", "SEND", "SMTP Send Protocol Log"),
    /** Sessions that others began. */
    RECEIVE("SmtpReceive", "RECV", "SMTP Receive Protocol Log");

    private final String folder;
    private final String prefix;
    private final String type;

    Kind(String folder, String prefix, String type) {
      this.folder = folder;
      this.prefix = prefix;
      this.type = type;
    }

    /** What the names of its files begin with. */
    String prefix() {
      return prefix;
    }

    /** What stands behind {@code #Log-type:}. */
    String type() {
      return type;
    }
  }

  /**
   * Its path below the folder of all logs, with slashes. No name leads out of it, and none is one
   * that Windows keeps for devices.
   */
  String path() {
    String legal = server.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").replaceAll("^\\.+$", "_");
    String name = DEVICE.matcher(legal).replaceFirst("$1_$2").replaceAll("[. ]+$", "_");
    return name + (service.isEmpty() ? "" : "/" + service) + "/ProtocolLog/" + kind.folder;
  }
}
