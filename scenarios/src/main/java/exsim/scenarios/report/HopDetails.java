package exsim.scenarios.report;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.text.Columns;
import exsim.scenarios.text.Page;
import exsim.scenarios.text.Tone;
import exsim.simulator.delivery.Hop;
import exsim.simulator.delivery.LoggedEvent;
import exsim.simulator.delivery.ReceivedHeader;
import exsim.simulator.route.NextHopSolutionKey;
import exsim.simulator.rule.Basis;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import exsim.simulator.tls.Authentication;
import java.time.Instant;
import java.util.StringJoiner;

/** What stands below the line of a hop: the names in full, the replies, and why. */
final class HopDetails {
  private static final int INDENT = 4;
  private static final int LABEL = 7;
  private static final int RULE = 11;

  private final Page page;

  HopDetails(Page page) {
    this.page = page;
  }

  /**
   * Writes the details of one hop.
   *
   * @param sentAt when the message was sent
   * @param finalReply the reply that the header shows, which is not repeated
   */
  void write(Hop hop, Instant sentAt, String finalReply) {
    if (hop.cause().isPresent()) {
      page.labelled(INDENT, "cause", LABEL, hop.cause().get(), Tone.BAD);
    }
    why(hop.why(), hop.turnedDown());
    if (hop.attempt() > 1 || !hop.at().equals(sentAt)) {
      fact("when", hop.at() + ", attempt " + hop.attempt());
    }
    for (LoggedEvent event : hop.events()) {
      fact(
          "event",
          event.event().number() + " " + event.log().source() + ": " + event.reason().text());
    }
    fact("from", from(hop));
    fact("to", to(hop));
    hop.queue().ifPresent(q -> fact("queue", queue(q)));
    fact("tls", tls(hop));
    if (!hop.reply().equals(finalReply)) {
      String label = "reply";
      for (String line : Columns.lines(hop.reply())) {
        fact(label, line);
        label = "";
      }
    }
  }

  /** Writes reasons, and then the candidates that were turned down. */
  void why(ImmutableList<Reason> reasons, ImmutableList<Elimination> turnedDown) {
    String label = "why";
    for (Reason reason : reasons) {
      boolean assumed = reason.rule().basis() == Basis.ASSUMED;
      page.labelled(
          INDENT,
          Columns.pad(label, LABEL) + reason.rule().id(),
          LABEL + RULE,
          reason.text() + (assumed ? " (assumed)" : ""),
          assumed ? Tone.CAUTION : Tone.FAINT);
      label = "";
    }
    label = "not";
    for (Elimination elimination : turnedDown) {
      Reason reason = elimination.because();
      fact(label, elimination.candidate() + ": " + reason.text() + " (" + reason.rule().id() + ")");
      label = "";
    }
  }

  /** Writes the headers of a message, each with the rule that it is formed by. */
  void headers(ImmutableList<ReceivedHeader> headers) {
    for (ReceivedHeader header : headers) {
      boolean assumed = header.form().basis() == Basis.ASSUMED;
      page.labelled(
          INDENT,
          Columns.pad("header", LABEL) + header.form().id(),
          LABEL + RULE,
          "Received: " + header.text() + (assumed ? " (assumed)" : ""),
          assumed ? Tone.CAUTION : Tone.FAINT);
    }
  }

  private void fact(String label, String text) {
    page.labelled(INDENT, label, LABEL, text, Tone.FAINT);
  }

  private static String from(Hop hop) {
    StringJoiner text = new StringJoiner(", ");
    text.add(hop.from().system());
    if (!hop.from().host().isEmpty() && !hop.from().host().equals(hop.from().system())) {
      text.add(hop.from().host());
    }
    hop.from().connector().ifPresent(name -> text.add("connector " + name));
    return text.toString();
  }

  private static String to(Hop hop) {
    StringJoiner text = new StringJoiner(", ");
    hop.to().system().ifPresent(text::add);
    String host = hop.to().host();
    String port = ":" + hop.to().port();
    if (hop.to().address().isPresent()) {
      if (!host.isEmpty()) {
        text.add(host);
      }
      String address = hop.to().address().get().toString();
      text.add((address.indexOf(':') < 0 ? address : "[" + address + "]") + port);
    } else {
      text.add(host + port);
    }
    hop.to().connector().ifPresent(name -> text.add("connector " + name));
    return text.toString();
  }

  /** A queue by its delivery type and its name, as Get-Queue shows it. */
  static String queue(NextHopSolutionKey queue) {
    return queue.deliveryType().text() + ", " + queue.nextHopDomain();
  }

  private static String tls(Hop hop) {
    StringJoiner text = new StringJoiner(", ");
    text.add(
        hop.tls().offered().map(o -> o ? "STARTTLS offered" : "no STARTTLS").orElse("not asked"));
    hop.tls().established().ifPresent(e -> text.add(e.cipherSuite()));
    if (hop.tls().authentication() != Authentication.NONE) {
      text.add("server proved: " + hop.tls().authentication().text());
    }
    if (!hop.sent()) {
      // The mark of a hop that was sent says so already.
      text.add("if stripped: " + (hop.tls().survivesStripping() ? "refused" : "plaintext"));
    }
    return text.toString();
  }
}
