package exsim.scenarios.lab;

import java.util.Locale;
import java.util.function.Consumer;

/** What happens in a lab, a line each. */
final class Journal {
  private static final String FORM = "%-9s %-5s %-58s %-8s %s";

  private final Consumer<String> err;

  /** Lines go to whoever takes them, one at a time. */
  Journal(Consumer<String> err) {
    this.err = err;
  }

  /** What a line is about. */
  enum Kind {
    /** Somebody from outside was connected. */
    SESSION,
    /** One system of the lab connected to another. */
    HOP,
    /** A message waits. */
    QUEUED,
    /** A message lies in its mailbox. */
    DELIVERED,
    /** A message would go back to its sender. */
    RETURNED
  }

  /**
   * Writes a line.
   *
   * @param id the message; empty for none
   * @param where between whom, or where
   * @param tls the TLS version; empty for none
   * @param words what was said
   */
  synchronized void write(Kind kind, String id, String where, String tls, String words) {
    err.accept(
        String.format(
                Locale.ROOT, FORM, kind.name().toLowerCase(Locale.ROOT), id, where, tls, words)
            .stripTrailing());
  }
}
