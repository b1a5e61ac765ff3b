package exsim.scenarios.lab;

import java.time.Duration;

/**
 * What keeps a lab safe from whoever connects.
 *
 * @param sessions how many sessions may be open at once
 * @param listeners how many ports it opens
 * @param command the octets of a command line without its end; RFC 5321 section 4.5.3.1.4 asks for
 *     512, extensions for some more
 * @param credentials the octets of a line of AUTH (RFC 4954 section 4.5.3)
 * @param messageLine the octets of a line of a message
 * @param message the octets of a message
 * @param commands how many commands a session may have
 * @param overlong how many lines of a session may be too long
 * @param idle how long a session may be silent, and how long a line may take
 * @param handshake how long a handshake may take
 * @param hops how many relays may be under way or wait
 */
record Limits(
    int sessions,
    int listeners,
    int command,
    int credentials,
    int messageLine,
    long message,
    int commands,
    int overlong,
    Duration idle,
    Duration handshake,
    int hops) {
  /** The usual ones. */
  static final Limits USUAL =
      new Limits(
          100,
          400,
          2_000,
          12_288,
          65_536,
          10_485_760,
          10_000,
          20,
          Duration.ofMinutes(5),
          Duration.ofSeconds(10),
          1_000);
}
