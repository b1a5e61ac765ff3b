package exsim.simulator.smtp;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message as it arrives, line by line or in chunks. */
final class MessageText {
  /** Whatever ends a line in a chunk; nothing but CRLF may go on. */
  private static final Splitter LINES = Splitter.onPattern("\\r\\n|\\r|\\n");

  private static final Pattern BY = Pattern.compile("\\bby ([^ ;]+)");

  private final long octetsMax;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder chunks = new StringBuilder();
  private long octets;

  /**
   * Nothing yet.
   *
   * @param octetsMax how much is kept
   */
  MessageText(long octetsMax) {
    this.octetsMax = octetsMax;
  }

  /** Adds a line. */
  void add(String line) {
    octets += line.length() + 2L;
    if (!overlong()) {
      lines.add(line);
    }
  }

  /** Adds a chunk, whose ends need not be those of lines. */
  void add(byte[] chunk) {
    octets += chunk.length;
    if (!overlong()) {
      chunks.append(new String(chunk, StandardCharsets.ISO_8859_1));
    }
  }

  /** How much came, what was not kept included. */
  long octets() {
    return octets;
  }

  /** Whether more came than is kept. */
  boolean overlong() {
    return octets > octetsMax;
  }

  /** Its lines; then it is empty again. */
  ImmutableList<String> taken() {
    if (chunks.length() > 0) {
      lines.addAll(LINES.splitToList(chunks));
      if (lines.get(lines.size() - 1).isEmpty()) {
        lines.remove(lines.size() - 1);
      }
    }
    ImmutableList<String> all = ImmutableList.copyOf(lines);
    clear();
    return all;
  }

  /** Forgets what came. */
  void clear() {
    lines.clear();
    chunks.setLength(0);
    octets = 0;
  }

  /** The Received headers, the oldest first, by the names that their writers gave themselves. */
  static ImmutableList<Received> received(List<String> lines) {
    ImmutableList.Builder<Received> found = ImmutableList.builder();
    for (String line : lines) {
      if (line.isEmpty()) {
        break;
      }
      if (Ascii.toLowerCase(line).startsWith("received:")) {
        Matcher by = BY.matcher(line);
        found.add(new Received(by.find() ? by.group(1) : "", Optional.empty()));
      }
    }
    return found.build().reverse();
  }
}
