package exsim.simulator.smtp;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;

/**
 * An SMTP reply.
 *
 * @param code 200 to 599
 * @param lines the text of its lines without the code; {@code {date}}, {@code {stamp}} and {@code
 *     {session}} stand for the session's time and id, which {@link Dialogue#dated} puts in
 */
@Immutable
public record Reply(int code, ImmutableList<String> lines) {
  /** Parses a one-line reply such as {@code 250 2.1.0 Sender OK}. */
  public static Reply of(String text) {
    return new Reply(Integer.parseInt(text.substring(0, 3)), ImmutableList.of(text.substring(4)));
  }

  /** Whether the command succeeded. */
  public boolean positive() {
    return code < 400;
  }

  /** Whether no later try will succeed. */
  public boolean permanent() {
    return code >= 500;
  }

  /** The reply on one line. */
  public String text() {
    return code + " " + Joiner.on(' ').join(lines);
  }

  /** The same reply with something behind its last line. */
  Reply followedBy(String tag) {
    ImmutableList.Builder<String> tagged = ImmutableList.builder();
    tagged.addAll(lines.subList(0, lines.size() - 1));
    return new Reply(code, tagged.add(lines.get(lines.size() - 1) + " " + tag).build());
  }

  /** The lines as they go over the wire, with {@code -} behind the code of all but the last. */
  public ImmutableList<String> wireLines() {
    ImmutableList.Builder<String> wire = ImmutableList.builder();
    for (int i = 0; i < lines.size(); i++) {
      wire.add(code + (i == lines.size() - 1 ? " " : "-") + lines.get(i));
    }
    return wire.build();
  }

  @Override
  public String toString() {
    return text();
  }
}
