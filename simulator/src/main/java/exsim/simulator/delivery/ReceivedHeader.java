package exsim.simulator.delivery;

import com.google.common.base.Ascii;
import exsim.model.net.IpAddress;
import exsim.simulator.route.Node;
import exsim.simulator.route.ReceivedForm;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A {@code Received:} header, as the server that took the message wrote it.
 *
 * @param form its form
 * @param text what stands behind {@code Received:}, on one line
 */
public record ReceivedHeader(ReceivedForm form, String text) {
  private static final int WORD = 3;

  /** The header that a hop leaves on the message; empty for a hop that was not sent. */
  static Optional<ReceivedHeader> of(Hop hop) {
    return hop.contact()
        .reached()
        .filter(r -> hop.sent() && r.stamp().written())
        .map(reached -> of(hop, reached));
  }

  /** The header of a message that was written in a mailbox of a server. */
  static ReceivedHeader submitted(Node.MailboxServer server, Instant at) {
    String place = server.name() + server.address().map(a -> " (" + literal(a) + ")").orElse("");
    return new ReceivedHeader(
        ReceivedForm.SUBMISSION, "from " + place + " by " + place + " with mapi; " + date(at));
  }

  private static ReceivedHeader of(Hop hop, Contact.Reached reached) {
    ReceivedForm form = reached.stamp().form();
    String text =
        switch (form) {
          case STANDARD -> standard(hop, reached);
          case TRANSPORT -> exchange(hop, reached, versionAndCipher(hop), "");
          case FRONT_END, ONLINE ->
              exchange(hop, reached, versionAndCipher(hop), " via Frontend Transport");
          case DELIVERY -> exchange(hop, reached, versionAndCipher(hop), " via Mailbox Transport");
          case DELIVERY_2013 -> exchange(hop, reached, tlsAlone(hop), " via Mailbox Transport");
          case TRANSPORT_2010, TRANSPORT_2013 -> exchange(hop, reached, tlsAlone(hop), "");
          case SUBMISSION -> throw new IllegalStateException("no hop leads to a mailbox's owner");
          case FRONT_END_2013 -> exchange(hop, reached, tlsAlone(hop), " via Frontend Transport");
        };
    return new ReceivedHeader(form, text + "; " + date(hop.at()));
  }

  /** The day is not padded; the classes that format dates of all kinds are slow to start. */
  private static String date(Instant at) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(at.getEpochSecond(), 0, ZoneOffset.UTC);
    return word(time.getDayOfWeek().name())
        + ", "
        + time.getDayOfMonth()
        + " "
        + word(time.getMonth().name())
        + " "
        + time.getYear()
        + " "
        + twoDigits(time.getHour())
        + ":"
        + twoDigits(time.getMinute())
        + ":"
        + twoDigits(time.getSecond())
        + " +0000";
  }

  private static String word(String name) {
    return name.charAt(0) + Ascii.toLowerCase(name.substring(1, WORD));
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }

  private static String exchange(Hop hop, Contact.Reached reached, String tls, String via) {
    return "from "
        + hop.from().host()
        + " ("
        + hop.contact().from()
        + ") by "
        + reached.stamp().name()
        + hop.to().address().map(a -> " (" + a + ")").orElse("")
        + " with Microsoft SMTP Server"
        + tls
        + via;
  }

  private static String versionAndCipher(Hop hop) {
    return hop.tls()
        .established()
        .map(e -> " (version=" + e.version().exchangeText() + ", cipher=" + e.cipherSuite() + ")")
        .orElse("");
  }

  private static String tlsAlone(Hop hop) {
    return hop.tls().established().isPresent() ? " (TLS)" : "";
  }

  private static String standard(Hop hop, Contact.Reached reached) {
    return "from "
        + hop.from().host()
        + " ("
        + literal(hop.contact().from())
        + ") by "
        + reached.stamp().name()
        + " with "
        + protocol(hop, reached);
  }

  private static String literal(IpAddress address) {
    String text = address.toString();
    return text.indexOf(':') < 0 ? "[" + text + "]" : "[IPv6:" + text + "]";
  }

  private static String protocol(Hop hop, Contact.Reached reached) {
    if (!reached.extended()) {
      return "SMTP";
    }
    return "ESMTP"
        + (hop.tls().established().isPresent() ? "S" : "")
        + (reached.authenticated() ? "A" : "");
  }
}
