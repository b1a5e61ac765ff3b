package exsim.simulator.delivery;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.EmailAddress;
import exsim.model.net.IpAddress;
import exsim.model.net.PathEffect;
import exsim.simulator.route.Envelope;
import exsim.simulator.route.Host;
import exsim.simulator.route.Plan;
import exsim.simulator.route.Receiver;
import exsim.simulator.rule.Memo;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.ClientEnd;
import exsim.simulator.smtp.FarEnd;
import exsim.simulator.smtp.Opening;
import exsim.simulator.smtp.Path;
import exsim.simulator.smtp.Peer;
import exsim.simulator.smtp.PlayedEnd;
import exsim.simulator.smtp.SessionOpening;
import exsim.simulator.tls.TlsRule;
import java.util.Optional;

/**
 * The openings of sessions. In memory each is worked out once for the same two ends and the same
 * path; over lines that somebody lays, every session is another.
 */
final class Sessions {
  private final Memo<Key, Optional<Opened>> known = new Memo<>();
  private final Optional<Lines> lines;

  /** Sessions in memory, or over lines. */
  Sessions(Optional<Lines> lines) {
    this.lines = lines;
  }

  /**
   * A session that came up between two ends, or did not.
   *
   * @param receiver the listening end
   * @param path what stands in between
   * @param opening the opening
   * @param stripped the opening under an attacker who hides STARTTLS
   * @param readIfStripped why that attacker reads messages, if he does
   * @param lostIfStripped why he gets none, if the opening decides it
   * @param events what the ends wrote to their application logs
   * @param contact what the ends learned of each other
   * @param line the other end where it is reached over a line; empty in memory
   */
  record Opened(
      Receiver receiver,
      Path path,
      Opening opening,
      Opening stripped,
      Reason readIfStripped,
      Reason lostIfStripped,
      ImmutableList<LoggedEvent> events,
      Contact contact,
      Optional<FarEnd> line) {
    /** The other end, ready for a transaction. */
    FarEnd ready(ImmutableList<EmailAddress> before) {
      FarEnd far = line.orElseGet(() -> new PlayedEnd(receiver, path, opening.session()));
      far.alongside(before);
      return far;
    }

    /** The other end under that attacker. */
    FarEnd readyIfStripped(ImmutableList<EmailAddress> before) {
      FarEnd far = new PlayedEnd(receiver, path, stripped.session());
      far.alongside(before);
      return far;
    }

    static Opened of(
        ClientEnd client,
        Receiver receiver,
        Path path,
        Opening opening,
        Opening stripped,
        Optional<FarEnd> line) {
      Reason deciding = decision(stripped.why());
      boolean another = !opening.why().contains(deciding);
      return new Opened(
          receiver,
          path,
          opening,
          stripped,
          AttackRule.GETS_PLAINTEXT.because(deciding, another),
          AttackRule.GETS_NOTHING.because(deciding, another),
          LoggedEvent.of(client, receiver, opening.why()),
          Contact.of(client, receiver, opening),
          line);
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
      Plan plan,
      Envelope envelope) {
    if (lines.isPresent()) {
      return over(
          lines.get(), withheld ? withheld(client) : client, host, peer, effects, plan, envelope);
    }
    String name = peer.asked();
    Key key = new Key(client, withheld, host, name, peer.local(), peer.localPort(), effects);
    return known.get(key, k -> play(withheld ? withheld(client) : client, host, peer, effects));
  }

  /** Whether a front end hands messages on by itself. */
  boolean passOn() {
    return lines.isPresent() && lines.get().passesOn();
  }

  static ClientEnd withheld(ClientEnd client) {
    return client.with(client.tls().withheld());
  }

  private static Optional<Opened> play(
      ClientEnd client, Host host, Peer peer, ImmutableSet<PathEffect> effects) {
    Path path = new Path(effects, peer.asked());
    return host.listen(peer)
        .map(
            receiver -> {
              Opening opening = SessionOpening.play(client, new PlayedEnd(receiver, peer, path));
              return Opened.of(
                  client,
                  receiver,
                  path,
                  opening,
                  stripped(client, receiver, peer, path, opening),
                  Optional.empty());
            });
  }

  private static Optional<Opened> over(
      Lines lines,
      ClientEnd client,
      Host host,
      Peer peer,
      ImmutableSet<PathEffect> effects,
      Plan plan,
      Envelope envelope) {
    Path path = new Path(effects, peer.asked());
    return host.listen(peer)
        .map(
            receiver -> {
              FarEnd line =
                  lines.lay(new Lines.Call(client, host, receiver, peer, path, plan, envelope));
              Opening opening = SessionOpening.play(client, line);
              return Opened.of(
                  client,
                  receiver,
                  path,
                  opening,
                  stripped(client, receiver, peer, path, opening),
                  Optional.of(line));
            });
  }

  private static Opening stripped(
      ClientEnd client, Receiver receiver, Peer peer, Path path, Opening opening) {
    return opening.secured().isEmpty() && opening.failure().isEmpty()
        ? opening
        : SessionOpening.play(client, new PlayedEnd(receiver, peer, path.stripped()));
  }
}
