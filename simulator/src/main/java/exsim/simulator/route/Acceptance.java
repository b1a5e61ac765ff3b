package exsim.simulator.route;

/**
 * As whom a server takes a sender, which decides what the headers of its organization are worth.
 *
 * @param as as whom
 * @param by the connector that says so, for reports; where none does, the server
 */
public record Acceptance(As as, String by) {
  /** Who stamps no such headers and heeds none. */
  public static final Acceptance NO_EXCHANGE = new Acceptance(As.NO_EXCHANGE, "");

  /** As whom a sender may be taken. */
  public enum As {
    /** The server is none of Exchange. */
    NO_EXCHANGE,
    /** A server of the same organization. */
    SERVER,
    /** A host that something else than Exchange vouches for. */
    EXTERNALLY_SECURED,
    /** A user who logged on. */
    USER,
    /** A Domain Security partner. */
    PARTNER,
    /** The other half of a hybrid. */
    OTHER_PREMISES,
    /** A host whose mail from accepted domains counts as internal. */
    TREATED_AS_INTERNAL,
    /** Anybody. */
    STRANGER
  }
}
