package exsim.scenarios.protocol;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import exsim.model.tls.Certificate;
import exsim.scenarios.protocol.TlsLines.End;
import exsim.simulator.delivery.Hop;
import exsim.simulator.smtp.Command;
import exsim.simulator.smtp.Dialogue.Turn;
import exsim.simulator.smtp.Reply;
import exsim.simulator.smtp.Secured;
import java.util.Optional;

/** A session as the receive log of the server that was connected to tells it. */
final class ReceiveSide {
  private final Hop hop;
  private final LogStyle style;
  private final ImmutableList.Builder<LogEvent> events = ImmutableList.builder();
  private Optional<Command> heard = Optional.empty();
  private Optional<Secured> secured = Optional.empty();

  private ReceiveSide(Hop hop, LogStyle style) {
    this.hop = hop;
    this.style = style;
  }

  /** The lines of a session. */
  static ImmutableList<LogEvent> of(Hop hop, LogStyle style) {
    ReceiveSide side = new ReceiveSide(hop, style);
    side.write();
    return side.events.build();
  }

  private void write() {
    events.add(LogEvent.connect());
    for (Turn turn : hop.dialogue().turns()) {
      if (turn instanceof Turn.Said said) {
        said(said.heard());
      } else if (turn instanceof Turn.Replied replied) {
        replied(replied.said());
      } else if (turn instanceof Turn.Handshake handshake) {
        handshake(handshake);
      }
    }
    switch (SessionEnd.of(hop)) {
      case QUIT -> {
        events.add(LogEvent.received("QUIT"));
        events.add(LogEvent.disconnect(true));
      }
      case BY_CLIENT -> events.add(LogEvent.disconnect(false));
      case BY_SERVER -> events.add(LogEvent.disconnect(true));
    }
  }

  private void said(Command command) {
    heard = Optional.of(command);
    if (!(command instanceof Command.Content)) {
      events.add(LogEvent.received(command.line()));
    }
    if (command instanceof Command.Hello) {
      clientCertificate();
    } else if (command instanceof Command.Auth) {
      challenges();
    }
  }

  /** The one kind of outcome whose words were seen: there is none. */
  private void clientCertificate() {
    boolean none =
        secured.filter(tls -> !tls.anonymous() && tls.clientCertificate().isEmpty()).isPresent();
    if (none) {
      events.add(
          LogEvent.information(
              "", "Client certificate chain validation status: 'EmptyCertificate'"));
      events.add(
          LogEvent.information("", "TlsDomainCapabilities='None'; Status='NoRemoteCertificate'"));
    }
  }

  /** AUTH LOGIN asks twice; what the client answers is not logged, nor what it was asked. */
  private void challenges() {
    events.add(LogEvent.sent("334 <authentication response>"));
    events.add(LogEvent.sent("334 <authentication response>"));
  }

  private void replied(Reply reply) {
    if (heard.filter(Command.Auth.class::isInstance).isPresent() && !reply.positive()) {
      Command.Auth auth = (Command.Auth) heard.get();
      events.add(
          LogEvent.information(
              "", "Inbound AUTH " + auth.mechanism() + " failed because of LogonDenied"));
      events.add(LogEvent.information("", "User Name: " + auth.user()));
    }
    if (style.compact() && reply.lines().size() > 1) {
      events.add(LogEvent.sent(reply.code() + "  " + Joiner.on(' ').join(reply.lines())));
      return;
    }
    for (String line : reply.wireLines()) {
      events.add(LogEvent.sent(hop.dialogue().dated(line)));
    }
  }

  private void handshake(Turn.Handshake handshake) {
    handshake.presented().ifPresent(c -> events.addAll(TlsLines.sending(c, style)));
    secured = handshake.secured();
    if (secured.isEmpty()) {
      TlsLines.failed(handshake.failure(), End.SERVER).ifPresent(events::add);
      return;
    }
    events.add(TlsLines.succeeded(secured.get(), End.SERVER));
    Optional<Certificate> shown = secured.get().clientCertificate();
    shown.ifPresent(c -> events.addAll(TlsLines.received(c)));
  }
}
