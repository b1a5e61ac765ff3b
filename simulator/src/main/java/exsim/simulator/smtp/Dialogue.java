package exsim.simulator.smtp;

import com.google.common.collect.ImmutableList;

/**
 * What the two ends of a session said.
 *
 * @param lines the lines, in order
 */
public record Dialogue(ImmutableList<Line> lines) {
  /** Nothing said. */
  public static final Dialogue EMPTY = new Dialogue(ImmutableList.of());

  /** Who says a line. */
  public enum Speaker {
    /** The end that connected. */
    CLIENT,
    /** The end that was connected to. */
    SERVER,
    /** Nobody: something happened, such as a handshake. */
    EVENT
  }

  /**
   * One line.
   *
   * @param speaker who says it
   * @param text the line without its end
   * @param secure whether it was said inside TLS
   */
  public record Line(Speaker speaker, String text, boolean secure) {}
}
