package exsim.simulator.delivery;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.net.IpAddress;
import exsim.model.net.PathEffect;
import exsim.simulator.route.Host;
import exsim.simulator.route.Receiver;
import exsim.simulator.rule.Memo;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.ClientEnd;
import exsim.simulator.smtp.Opening;
import exsim.simulator.smtp.Path;
import exsim.simulator.smtp.Peer;
import exsim.simulator.smtp.SessionOpening;
import exsim.simulator.tls.TlsRule;
import java.util.Optional;

/** The openings of sessions, each worked out once for the same two ends and the same path. */
final class Sessions {
  private final Memo<Key, Optional<Opened>> known = new Memo<>();

  /**
   * A session that came up between two ends, or did not.
   *
   * @param receiver the listening end
   * @param opening the opening
   * @param stripped the opening under an attacker who hides STARTTLS
   * @param readIfStripped why that attacker reads messages, if he does
   * @param lostIfStripped why he gets none, if the opening decides it
   * @param events what the ends wrote to their application logs
   * @param contact what the ends learned of each other
   */
  record Opened(
      Receiver receiver,
      Opening opening,
      Opening stripped,
      Reason readIfStripped,
      Reason lostIfStripped,
      ImmutableList<LoggedEvent> events,
      Contact contact) {
    static Opened of(ClientEnd client, Receiver receiver, Opening opening, Opening stripped) {
      Reason deciding = decision(stripped.why());
      boolean another = !opening.why().contains(deciding);
      return new Opened(
          receiver,
          opening,
          stripped,
          AttackRule.GETS_PLAINTEXT.because(deciding, another),
          AttackRule.GETS_NOTHING.because(deciding, another),
          LoggedEvent.of(client, receiver, opening.why()),
          Contact.of(client, receiver, opening));
    }

    /** The decision about TLS, or else the last one. */
    private static Reason decision(ImmutableList<Reason> why) {
      for (Reason reason : why.reverse()) {
        if (reason.rule() instanceof TlsRule) {
          return reason;
        }
      }
      return why.get(why.size() - 1);
    }
  }

  /** Ends are told apart by identity: plans share the client end of a connector. */
  private record Key(
      ClientEnd client,
      boolean withheld,
      Host host,
      String name,
      IpAddress address,
      int port,
      ImmutableSet<PathEffect> effects) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && client == key.client
          && withheld == key.withheld
          && host == key.host
          && name.equals(key.name)
          && address.equals(key.address)
          && port == key.port
          && effects.equals(key.effects);
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(client) * 31 + address.hashCode() + port;
    }
  }

  /** A session; empty when nothing listens on the port. */
  Optional<Opened> open(
      ClientEnd client,
      boolean withheld,
      Host host,
      Peer peer,
      ImmutableSet<PathEffect> effects,
      String name) {
    Key key = new Key(client, withheld, host, name, peer.local(), peer.localPort(), effects);
    return known.get(
        key, k -> play(withheld ? withheld(client) : client, host, peer, effects, name));
  }

  static ClientEnd withheld(ClientEnd client) {
    return client.with(client.tls().withheld());
  }

  private static Optional<Opened> play(
      ClientEnd client, Host host, Peer peer, ImmutableSet<PathEffect> effects, String name) {
    Path path = new Path(effects, name);
    return host.listen(peer)
        .map(
            receiver -> {
              Opening opening = SessionOpening.play(client, receiver, peer, path);
              Opening stripped =
                  opening.secured().isEmpty() && opening.failure().isEmpty()
                      ? opening
                      : SessionOpening.play(client, receiver, peer, path.stripped());
              return Opened.of(client, receiver, opening, stripped);
            });
  }
}
