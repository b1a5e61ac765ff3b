package exsim.scenarios.protocol;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.protocol.TlsLines.End;
import exsim.simulator.delivery.Hop;
import exsim.simulator.smtp.Command;
import exsim.simulator.smtp.Dialogue.Turn;

/** A session as the send log of the server that connected tells it. */
final class SendSide {
  private final Hop hop;
  private final LogStyle style;
  private final ImmutableList.Builder<LogEvent> events = ImmutableList.builder();

  private SendSide(Hop hop, LogStyle style) {
    this.hop = hop;
    this.style = style;
  }

  /** The lines of a session, without what an attempt that nobody answers ends in. */
  static ImmutableList<LogEvent> of(Hop hop, LogStyle style) {
    SendSide side = new SendSide(hop, style);
    side.write();
    return side.events.build();
  }

  private void write() {
    if (hop.from().connector().isPresent()) {
      events.add(LogEvent.beforehand("SendRoutingHeaders", "Set Session Permissions"));
    }
    events.add(LogEvent.beforehand("", "attempting to connect"));
    if (hop.contact().reached().isEmpty()) {
      return;
    }
    events.add(LogEvent.connect());
    for (Turn turn : hop.dialogue().turns()) {
      if (turn instanceof Turn.Said said) {
        said(said.command());
      } else if (turn instanceof Turn.Replied replied) {
        for (String line : replied.reply().wireLines()) {
          events.add(LogEvent.received(hop.dialogue().dated(line)));
        }
      } else if (turn instanceof Turn.Handshake handshake) {
        handshake(handshake);
      }
    }
    switch (SessionEnd.of(hop)) {
      case QUIT -> {
        events.add(LogEvent.sent("QUIT"));
        events.add(LogEvent.disconnect(false));
      }
      case BY_CLIENT -> events.add(LogEvent.disconnect(true));
      case BY_SERVER -> events.add(LogEvent.disconnect(false));
    }
  }

  private void said(Command command) {
    if (!(command instanceof Command.Content)) {
      events.add(LogEvent.sent(command.line()));
    }
  }

  private void handshake(Turn.Handshake handshake) {
    handshake.offered().ifPresent(c -> events.addAll(TlsLines.sending(c, style)));
    if (handshake.secured().isEmpty()) {
      TlsLines.failed(handshake.failure(), End.CLIENT).ifPresent(events::add);
      return;
    }
    events.add(TlsLines.succeeded(handshake.secured().get(), End.CLIENT));
    handshake.presented().ifPresent(c -> events.addAll(TlsLines.received(c)));
  }
}
