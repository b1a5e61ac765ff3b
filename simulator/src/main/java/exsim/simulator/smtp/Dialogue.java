package exsim.simulator.smtp;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What the two ends of a session said.
 *
 * @param at when the session began
 * @param turns what was said, in order
 */
public record Dialogue(Instant at, ImmutableList<Turn> turns) {
  /** The date as Exchange's banner has it: the day is not padded. */
  private static final DateTimeFormatter BANNER_DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Who says something. */
  public enum Speaker {
    /** The end that connected. */
    CLIENT,
    /** The end that was connected to. */
    SERVER,
    /** Nobody: something happened, such as a handshake. */
    EVENT
  }

  /** One thing that was said or happened. */
  public sealed interface Turn {
    /** Whether it was said inside TLS. */
    boolean secure();

    /**
     * The client's command.
     *
     * @param command the command
     */
    record Said(Command command, boolean secure) implements Turn {}

    /**
     * The server's reply, as the client received it.
     *
     * @param reply the reply
     */
    record Replied(Reply reply, boolean secure) implements Turn {}

    /**
     * Something that happened.
     *
     * @param text what
     */
    record Happened(String text, boolean secure) implements Turn {}
  }

  /**
   * One line, ready to be shown.
   *
   * @param speaker who says it
   * @param text the line without its end
   * @param secure whether it was said inside TLS
   */
  public record Line(Speaker speaker, String text, boolean secure) {}

  /** Nothing said. */
  public static Dialogue empty(Instant at) {
    return new Dialogue(at, ImmutableList.of());
  }

  /**
   * The keywords that the client was shown, as it received them.
   *
   * @param secure whether inside TLS
   * @return empty when it did not get so far; an empty list in answer to HELO
   */
  public Optional<ImmutableList<String>> keywords(boolean secure) {
    boolean greeted = false;
    for (Turn turn : turns) {
      if (turn instanceof Turn.Said said) {
        greeted = said.secure() == secure && said.command() instanceof Command.Hello;
      } else if (turn instanceof Turn.Replied replied && greeted && replied.reply().positive()) {
        ImmutableList<String> lines = replied.reply().lines();
        return Optional.of(lines.subList(1, lines.size()));
      }
    }
    return Optional.empty();
  }

  /** The lines, made when somebody looks. */
  public ImmutableList<Line> lines() {
    ImmutableList.Builder<Line> lines = ImmutableList.builder();
    for (Turn turn : turns) {
      if (turn instanceof Turn.Said said) {
        lines.add(new Line(Speaker.CLIENT, said.command().line(), said.secure()));
      } else if (turn instanceof Turn.Replied replied) {
        for (String line : replied.reply().wireLines()) {
          lines.add(
              new Line(
                  Speaker.SERVER,
                  line.replace("{date}", BANNER_DATE.format(at)),
                  replied.secure()));
        }
      } else if (turn instanceof Turn.Happened happened) {
        lines.add(new Line(Speaker.EVENT, happened.text(), happened.secure()));
      }
    }
    return lines.build();
  }
}
