package exsim.scenarios.protocol;

import com.google.common.collect.ImmutableList;
import exsim.simulator.delivery.Hop;
import exsim.simulator.smtp.Dialogue.Turn;

/** How a session ended. */
enum SessionEnd {
  /** The client said QUIT. */
  QUIT,
  /** The client dropped the connection. */
  BY_CLIENT,
  /** The server dropped the connection. */
  BY_SERVER;

  static SessionEnd of(Hop hop) {
    ImmutableList<Turn> turns = hop.dialogue().turns();
    if (turns.isEmpty()) {
      return BY_CLIENT; // it began TLS where nobody waited for that
    }
    Turn last = turns.get(turns.size() - 1);
    if (last instanceof Turn.Handshake handshake && handshake.secured().isEmpty()) {
      return TlsLines.isOfClient(handshake.failure()) ? BY_CLIENT : BY_SERVER;
    }
    boolean dropped = last instanceof Turn.Dropped;
    return dropped || turns.size() == 1
        ? BY_SERVER
        : QUIT; // a banner that refuses is all that is said
  }
}
