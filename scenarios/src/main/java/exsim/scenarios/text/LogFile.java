package exsim.scenarios.text;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** A log as Exchange's transport services write them: lines of a header, then fields by commas. */
public final class LogFile {
  private static final Pattern DEVICE =
      Pattern.compile(
          "(?i)^(CON|PRN|AUX|NUL|COM[0-9\u00b9\u00b2\u00b3]|LPT[0-9\u00b9\u00b2\u00b3])(\\..*)?$");

  private final String path;
  private final StringBuilder text = new StringBuilder();

  /**
   * A log of one hour; its lines follow.
   *
   * @param folder where it lies, with slashes
   * @param header what its first lines say
   * @param first the instant of its first line
   */
  public LogFile(String folder, Header header, Instant first) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(first.getEpochSecond(), 0, ZoneOffset.UTC);
    this.path =
        folder
            + "/"
            + header.prefix()
            + digits(time.getYear(), 4)
            + digits(time.getMonthValue(), 2)
            + digits(time.getDayOfMonth(), 2)
            + digits(time.getHour(), 2)
            + "-1.LOG";
    line("#Software: Microsoft Exchange Server");
    line("#Version: " + header.version());
    line("#Log-type: " + header.type());
    line("#Date: " + instant(first));
    line("#Fields: " + Joiner.on(',').join(header.fields()));
  }

  /**
   * What the logs of one kind have in common.
   *
   * @param prefix what the names of its files begin with
   * @param version what stands behind {@code #Version:}
   * @param type what stands behind {@code #Log-type:}
   * @param fields the names of its fields
   */
  public record Header(String prefix, String version, String type, ImmutableList<String> fields) {}

  /** Where it belongs, below the folder of all logs; with slashes. */
  public String path() {
    return path;
  }

  /** All of it, its lines ended as Windows ends them. */
  public String text() {
    return text.toString();
  }

  /** Adds a line of fields, quoted where they have to be. */
  public void add(Iterable<String> fields) {
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

  /**
   * The name of a server as a folder: it leads nowhere else, and is none that Windows keeps for
   * devices.
   */
  public static String folder(String server) {
    String legal = server.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").replaceAll("^\\.+$", "_");
    return DEVICE.matcher(legal).replaceFirst("$1_$2").replaceAll("[. ]+$", "_");
  }

  /** An instant with its milliseconds, as logs have it. */
  public static String instant(Instant at) {
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
