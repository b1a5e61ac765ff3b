package exsim.scenarios.protocol;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.StringJoiner;

/** One protocol log: its name and its text. */
public final class ProtocolLog {
  private static final String FIELDS =
      "date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,"
          + "data,context";

  private final String path;
  private final StringBuilder text = new StringBuilder();

  /** A log of one hour; its lines follow. */
  ProtocolLog(LogFolder folder, Instant first) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(first.getEpochSecond(), 0, ZoneOffset.UTC);
    this.path =
        folder.path()
            + "/"
            + folder.kind().prefix()
            + digits(time.getYear(), 4)
            + digits(time.getMonthValue(), 2)
            + digits(time.getDayOfMonth(), 2)
            + digits(time.getHour(), 2)
            + "-1.LOG";
    line("#Software: Microsoft Exchange Server");
    line("#Version: " + folder.style().version());
    line("#Log-type: " + folder.kind().type());
    line("#Date: " + instant(first));
    line("#Fields: " + FIELDS);
  }

  /** Where it belongs, below the folder of all logs; with slashes. */
  public String path() {
    return path;
  }

  /** All of it, its lines ended as Windows ends them. */
  public String text() {
    return text.toString();
  }

  /** Adds a line of fields, quoted where they have to be. */
  void add(String... fields) {
    StringJoiner line = new StringJoiner(",");
    for (String field : fields) {
      boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
      line.add(plain ? field : '"' + field.replace("\"", "\"\"") + '"');
    }
    line(line.toString());
  }

  private void line(String line) {
    text.append(line).append("\r\n");
  }

  /** An instant with its milliseconds, as logs have it. */
  static String instant(Instant at) {
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(at.getEpochSecond(), at.getNano(), ZoneOffset.UTC);
    return digits(time.getYear(), 4)
        + "-"
        + digits(time.getMonthValue(), 2)
        + "-"
        + digits(time.getDayOfMonth(), 2)
        + "T"
        + digits(time.getHour(), 2)
        + ":"
        + digits(time.getMinute(), 2)
        + ":"
        + digits(time.getSecond(), 2)
        + "."
        + digits(time.getNano() / 1_000_000, 3)
        + "Z";
  }

  private static String digits(int number, int width) {
    return "0".repeat(Math.max(0, width - String.valueOf(number).length())) + number;
  }
}
