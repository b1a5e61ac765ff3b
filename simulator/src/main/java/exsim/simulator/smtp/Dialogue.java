package exsim.simulator.smtp;

import com.google.common.collect.ImmutableList;
import exsim.model.tls.Certificate;
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

  /** The date in the tag of a refusal. */
  private static final DateTimeFormatter STAMP_DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Ticks of 100 ns between the years 1 and 1970: ids of sessions are ticks in hexadecimal. */
  private static final long TICKS_TO_1970 = 621_355_968_000_000_000L;

  private static final long TICKS_PER_MILLISECOND = 10_000;

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
     * @param heard the command as it reached the server
     */
    record Said(Command command, Command heard, boolean secure) implements Turn {
      /** A command that reached the server as it was sent. */
      public Said(Command command, boolean secure) {
        this(command, command, secure);
      }
    }

    /**
     * The server's reply.
     *
     * @param reply the reply as the client received it
     * @param said the reply as the server sent it
     */
    record Replied(Reply reply, Reply said, boolean secure) implements Turn {
      /** A reply that reached the client as it was sent. */
      public Replied(Reply reply, boolean secure) {
        this(reply, reply, secure);
      }
    }

    /** The server closes the connection without a word. */
    record Dropped(boolean secure) implements Turn {}

    /**
     * A handshake.
     *
     * @param secured the TLS session that came up; empty when it failed
     * @param presented the certificate that the server presents
     * @param offered the certificate that the client has to show
     * @param failure why it failed; empty text when it did not
     */
    record Handshake(
        Optional<Secured> secured,
        Optional<Certificate> presented,
        Optional<Certificate> offered,
        String failure)
        implements Turn {
      @Override
      public boolean secure() {
        return secured.isPresent();
      }

      /** What happened, in words. */
      public String text() {
        return secured
            .map(tls -> "TLS: " + tls.version().text() + ", " + tls.cipherSuite())
            .orElse("TLS handshake fails: " + failure);
      }
    }
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

  /** A line of a reply with the session's time and id in their places. */
  public String dated(String line) {
    return dated(line, at);
  }

  /** A line of a reply with the time and the id of a session that began at an instant. */
  public static String dated(String line, Instant at) {
    if (line.indexOf('{') < 0) {
      return line;
    }
    String id =
        String.format(
            Locale.ROOT, "%016X", at.toEpochMilli() * TICKS_PER_MILLISECOND + TICKS_TO_1970);
    return line.replace("{date}", BANNER_DATE.format(at))
        .replace("{stamp}", STAMP_DATE.format(at) + " " + id)
        .replace("{session}", id);
  }

  /** The lines, made when somebody looks. */
  public ImmutableList<Line> lines() {
    ImmutableList.Builder<Line> lines = ImmutableList.builder();
    for (Turn turn : turns) {
      if (turn instanceof Turn.Said said) {
        lines.add(new Line(Speaker.CLIENT, said.command().line(), said.secure()));
      } else if (turn instanceof Turn.Replied replied) {
        for (String line : replied.reply().wireLines()) {
          lines.add(new Line(Speaker.SERVER, dated(line), replied.secure()));
        }
      } else if (turn instanceof Turn.Handshake handshake) {
        lines.add(new Line(Speaker.EVENT, handshake.text(), handshake.secure()));
      } else if (turn instanceof Turn.Dropped dropped) {
        lines.add(new Line(Speaker.EVENT, "the server closes the connection", dropped.secure()));
      }
    }
    return lines.build();
  }
}
