package exsim.scenarios.protocol;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.text.LogFile;
import java.time.Instant;

/**
 * A folder of protocol logs.
 *
 * @param server the server that writes them
 * @param service the folder of its service, such as {@code FrontEnd}; empty for none
 * @param kind sent or received
 * @param style how the server writes
 */
record LogFolder(String server, String service, Kind kind, LogStyle style) {
  private static final ImmutableList<String> FIELDS =
      ImmutableList.of(
          "date-time",
          "connector-id",
          "session-id",
          "sequence-number",
          "local-endpoint",
          "remote-endpoint",
          "event",
          "data",
          "context");

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
  }

  /** Its path below the folder of all logs, with slashes. */
  String path() {
    return LogFile.folder(server)
        + (service.isEmpty() ? "" : "/" + service)
        + "/ProtocolLog/"
        + kind.folder;
  }

  /** A log of one hour in it; its lines follow. */
  LogFile file(Instant first) {
    return new LogFile(
        path(), new LogFile.Header(kind.prefix, style.version(), kind.type, FIELDS), first);
  }
}
