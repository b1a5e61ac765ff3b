package exsim.scenarios.report;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.text.Columns;
import exsim.scenarios.text.Page;
import exsim.scenarios.text.Style;
import exsim.scenarios.text.Tone;
import exsim.simulator.delivery.Hop;
import exsim.simulator.tls.Authentication;
import java.util.Optional;

/** One line per hop, in columns that fit all hops of a delivery and 80 characters. */
final class HopTable {
  private static final int INDENT = 2;

  private final Page page;
  private final int from;
  private final int to;
  private final int port;
  private final int tls;
  private final int mode;

  HopTable(Page page, ImmutableList<Hop> hops) {
    this.page = page;
    int widestFrom = 0;
    int widestTo = 0;
    int widestPort = 0;
    int widestTls = 0;
    int widestMode = 0;
    int widestMark = 0;
    for (Hop hop : hops) {
      widestFrom = Math.max(widestFrom, Columns.width(fromName(hop)));
      widestTo = Math.max(widestTo, Columns.width(toName(hop)));
      widestPort = Math.max(widestPort, port(hop).length());
      widestTls = Math.max(widestTls, tls(hop).length());
      widestMode = Math.max(widestMode, mode(hop).length());
      widestMark = Math.max(widestMark, Columns.width(mark(hop)));
    }
    port = widestPort;
    tls = widestTls;
    mode = widestMode;
    int names = Style.WIDTH - INDENT - arrow(true).length() - 1 - port - 2 - tls - 2 - mode;
    names -= widestMark == 0 ? 0 : widestMark + 2;
    int fromMax = Math.min(widestFrom, Math.max(names / 2, names - widestTo));
    int toMax = Math.min(widestTo, names - fromMax);
    int fittedFrom = 0;
    int fittedTo = 0;
    for (Hop hop : hops) {
      fittedFrom = Math.max(fittedFrom, Columns.width(fit(fromName(hop), fromMax)));
      fittedTo = Math.max(fittedTo, Columns.width(fit(toName(hop), toMax)));
    }
    from = fittedFrom;
    to = fittedTo;
  }

  /** The line of one hop. */
  String line(Hop hop) {
    Style style = page.style();
    String line =
        Columns.pad("", INDENT)
            + Columns.pad(fit(fromName(hop), from), from)
            + arrow(hop.sent())
            + Columns.pad(fit(toName(hop), to), to)
            + " "
            + Columns.pad(port(hop), port)
            + "  "
            + tlsTone(hop).paint(style, Columns.pad(tls(hop), tls))
            + "  "
            + Columns.pad(mode(hop), mode)
            + "  "
            + markTone(hop).paint(style, mark(hop));
    return line.stripTrailing();
  }

  private String fit(String name, int width) {
    return Columns.shorten(name, width, page.glyph("…", "~"));
  }

  private String fromName(Hop hop) {
    return page.clean(
        hop.internal()
            ? within(hop.from().server(), hop.from().service())
            : name(hop.from().system(), hop.from().server(), hop.from().host()));
  }

  private String toName(Hop hop) {
    Optional<String> system = hop.to().system();
    if (hop.internal() && hop.to().service().isPresent()) {
      return page.clean(within(hop.to().server(), hop.to().service()));
    }
    return page.clean(
        system.isPresent()
            ? name(system.get(), hop.to().server(), hop.to().host())
            : hop.to().host());
  }

  /** Inside one organization it is the server and its service that tell ends apart. */
  private static String within(Optional<String> server, Optional<String> service) {
    String brief =
        service
            .map(
                s ->
                    s.replace("Mailbox Transport ", "").replace("Front End Transport", "Front End"))
            .orElse("");
    return (server.orElse("") + " " + brief).strip();
  }

  /** The system, and which of its servers or hosts where it is not named like a host itself. */
  private static String name(String system, Optional<String> server, String host) {
    if (server.isPresent()) {
      return system + " " + server.get();
    }
    int dot = host.indexOf('.');
    String label = dot < 0 ? host : host.substring(0, dot);
    return system.indexOf('.') >= 0 || label.equals(system) || label.isEmpty()
        ? system
        : system + " " + label;
  }

  private String arrow(boolean sent) {
    return sent ? page.glyph(" ─▶ ", " -> ") : page.glyph(" ─╳ ", " -x ");
  }

  private static String port(Hop hop) {
    return ":" + hop.to().port();
  }

  private static String tls(Hop hop) {
    return hop.tls().established().map(e -> e.version().text()).orElse("no TLS");
  }

  private static Tone tlsTone(Hop hop) {
    return hop.tls().established().isPresent() ? Tone.GOOD : Tone.NORMAL;
  }

  private static String mode(Hop hop) {
    return hop.tls().mode().text();
  }

  /** The one thing about the hop that should meet the eye. */
  private String mark(Hop hop) {
    if (!hop.sent()) {
      return page.glyph("✗ failed", "FAILED");
    }
    if (hop.tls().established().isEmpty()) {
      return page.glyph("⚠ plaintext", "! plaintext");
    }
    if (!hop.tls().survivesStripping()) {
      return page.glyph("⚠ strippable", "! strippable");
    }
    Authentication proved = hop.tls().authentication();
    return proved == Authentication.NONE ? "" : page.glyph("✓ ", "ok ") + proved.text();
  }

  private static Tone markTone(Hop hop) {
    if (!hop.sent()) {
      return Tone.BAD;
    }
    return hop.tls().established().isPresent() && hop.tls().survivesStripping()
        ? Tone.GOOD
        : Tone.CAUTION;
  }
}
