package exsim.scenarios.walk;

import com.google.common.collect.ImmutableList;
import exsim.simulator.delivery.Hop;
import exsim.simulator.rule.Reason;
import java.util.Optional;
import java.util.stream.Stream;

/** How a hop can end. */
enum HopEnd {
  /** It is sent inside TLS. */
  INSIDE_TLS("it goes over inside TLS"),
  /** It is sent in clear. */
  IN_CLEAR("it goes over in clear"),
  /** The sender itself holds it back. */
  HELD_BACK("the sender does not send it"),
  /** The server refuses it. */
  REFUSED("the server refuses it");

  private final String text;

  HopEnd(String text) {
    this.text = text;
  }

  static HopEnd of(Hop hop) {
    if (hop.sent()) {
      return hop.tls().established().isPresent() ? INSIDE_TLS : IN_CLEAR;
    }
    return hop.cause().filter(c -> c.equals("refused-by-server")).isPresent() ? REFUSED : HELD_BACK;
  }

  static ImmutableList<String> choices() {
    return Stream.of(values()).map(e -> e.text).collect(ImmutableList.toImmutableList());
  }

  /** The end of a hop in a sentence. */
  String told(Hop hop, Optional<Reason> by) {
    String tls = hop.tls().established().map(e -> " (" + e.version().text() + ")").orElse("");
    String rule = by.map(reason -> ", by " + reason.rule().id()).orElse("");
    return "So " + text + (hop.sent() ? tls : "") + rule + ": " + hop.reply();
  }
}
