package exsim.simulator.delivery;

import com.google.common.base.Ascii;
import exsim.model.net.IpAddress;
import exsim.simulator.route.Node;
import exsim.simulator.route.ReceivedForm;
import exsim.simulator.route.Receiver;
import exsim.simulator.smtp.Command;
import exsim.simulator.smtp.Session;
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
        .map(
            reached ->
                of(
                    new Transfer(
                        hop.from().host(),
                        hop.contact().from(),
                        hop.to().address(),
                        hop.tls().established(),
                        hop.at()),
                    reached));
  }

  /**
   * What a header tells of a transfer.
   *
   * @param host the name that the client gave in EHLO
   * @param from where it connected from
   * @param to where it connected to
   * @param tls the TLS session
   * @param at when
   */
  private record Transfer(
      String host,
      IpAddress from,
      Optional<IpAddress> to,
      Optional<Hop.Established> tls,
      Instant at) {}

  /**
   * The header that a server leaves on a message that it took in a session.
   *
   * @return empty for a server that writes none
   */
  public static Optional<ReceivedHeader> of(Receiver.Stamp stamp, Session session, Instant at) {
    Contact.Reached reached =
        new Contact.Reached(
            stamp,
            session.greeting().map(Command.Hello::extended).orElse(false),
            session.identity().isPresent(),
            session.secured(),
            Optional.empty());
    Transfer transfer =
        new Transfer(
            session.greeting().map(Command.Hello::name).orElse(""),
            session.peer().address(),
            Optional.of(session.peer().local()),
            session.secured().map(s -> new Hop.Established(s.version(), s.cipherSuite())),
            at);
    return stamp.written() ? Optional.of(of(transfer, reached)) : Optional.empty();
  }

  /** The header of a message that was written in a mailbox of a server. */
  static ReceivedHeader submitted(Node.MailboxServer server, Instant at) {
    String place = server.name() + server.address().map(a -> " (" + literal(a) + ")").orElse("");
    return new ReceivedHeader(
        ReceivedForm.SUBMISSION,
        "from " + place + " by " + place + " with mapi" + id(server.product()) + "; " + date(at));
  }

  private static ReceivedHeader of(Transfer transfer, Contact.Reached reached) {
    ReceivedForm form = reached.stamp().form();
    String text =
        switch (form) {
          case STANDARD -> standard(transfer, reached);
          case TRANSPORT -> exchange(transfer, reached, versionAndCipher(transfer), "");
          case FRONT_END, ONLINE ->
              exchange(transfer, reached, versionAndCipher(transfer), " via Frontend Transport");
          case DELIVERY ->
              exchange(transfer, reached, versionAndCipher(transfer), " via Mailbox Transport");
          case DELIVERY_2013 ->
              exchange(transfer, reached, tlsAlone(transfer), " via Mailbox Transport");
          case TRANSPORT_2010, TRANSPORT_2013 ->
              exchange(transfer, reached, tlsAlone(transfer), "");
          case SUBMISSION -> throw new IllegalStateException("no hop leads to a mailbox's owner");
          case FRONT_END_2013 ->
              exchange(transfer, reached, tlsAlone(transfer), " via Frontend Transport");
        };
    return new ReceivedHeader(form, text + "; " + date(transfer.at()));
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

  private static String exchange(
      Transfer transfer, Contact.Reached reached, String tls, String via) {
    return "from "
        + transfer.host()
        + " ("
        + transfer.from()
        + ") by "
        + reached.stamp().name()
        + transfer.to().map(a -> " (" + a + ")").orElse("")
        + " with Microsoft SMTP Server"
        + tls
        + reached.stamp().product().map(ReceivedHeader::id).orElse("")
        + via;
  }

  private static String id(String product) {
    return " id " + product + ".BUILD";
  }

  private static String versionAndCipher(Transfer transfer) {
    return transfer
        .tls()
        .map(e -> " (version=" + e.version().exchangeText() + ", cipher=" + e.cipherSuite() + ")")
        .orElse("");
  }

  private static String tlsAlone(Transfer transfer) {
    return transfer.tls().isPresent() ? " (TLS)" : "";
  }

  private static String standard(Transfer transfer, Contact.Reached reached) {
    return "from "
        + transfer.host()
        + " ("
        + literal(transfer.from())
        + ") by "
        + reached.stamp().name()
        + " with "
        + protocol(transfer, reached);
  }

  private static String literal(IpAddress address) {
    String text = address.toString();
    return text.indexOf(':') < 0 ? "[" + text + "]" : "[IPv6:" + text + "]";
  }

  private static String protocol(Transfer transfer, Contact.Reached reached) {
    if (!reached.extended()) {
      return "SMTP";
    }
    return "ESMTP" + (transfer.tls().isPresent() ? "S" : "") + (reached.authenticated() ? "A" : "");
  }
}
