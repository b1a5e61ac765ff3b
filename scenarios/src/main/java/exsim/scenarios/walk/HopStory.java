package exsim.scenarios.walk;

import com.google.common.base.Ascii;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import exsim.model.tls.Certificate;
import exsim.scenarios.text.Page;
import exsim.scenarios.text.Style;
import exsim.scenarios.text.Tone;
import exsim.simulator.delivery.Contact;
import exsim.simulator.delivery.Hop;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Dialogue;
import java.util.Optional;

/** The story of one hop: before anybody speaks, the session, and what an attacker would get. */
final class HopStory {
  private static final int SPEAKER = 5;
  private static final int FACT = 11;

  private final Style style;
  private final Hop hop;
  private final int number;
  private final ImmutableListMultimap<Chapter, Reason> reasons;

  HopStory(Style style, Hop hop, int number) {
    this.style = style;
    this.hop = hop;
    this.number = number;
    ImmutableListMultimap.Builder<Chapter, Reason> told = ImmutableListMultimap.builder();
    for (Reason reason : hop.why()) {
      Chapter.of(reason.rule().id()).ifPresent(chapter -> told.put(chapter, reason));
    }
    this.reasons = told.build();
  }

  ImmutableList<Stop> stops() {
    ImmutableList.Builder<Stop> stops = ImmutableList.builder();
    stops.add(before());
    stops.add(session());
    if (!reasons.get(Chapter.ATTACK).isEmpty()) {
      stops.add(attack());
    }
    return stops.build();
  }

  private Stop before() {
    Page page = new Page(style);
    page.ready("");
    page.ready(Tone.STRONG.paint(style, page.clean(headline(page))));
    Reasons why = new Reasons(page);
    chapter(page, why, Chapter.WAY);
    chapter(page, why, Chapter.WISH);
    chapter(page, why, Chapter.DOOR);
    return Stop.of(page.toString());
  }

  private String headline(Page page) {
    String to = hop.to().system().map(s -> s + ", ").orElse("");
    return "Hop "
        + number
        + ": "
        + hop.from().system()
        + hop.from().server().map(s -> " " + s).orElse("")
        + page.glyph(" → ", " -> ")
        + to
        + hop.to().host()
        + hop.to().address().map(a -> " [" + a + "]").orElse("")
        + ":"
        + hop.to().port();
  }

  private void chapter(Page page, Reasons why, Chapter chapter) {
    ImmutableList<Elimination> losers = losers(chapter);
    if (reasons.get(chapter).isEmpty() && losers.isEmpty()) {
      return;
    }
    page.gap();
    page.paragraph(2, chapter.title());
    why.write(reasons.get(chapter), losers);
  }

  private ImmutableList<Elimination> losers(Chapter chapter) {
    return hop.turnedDown().stream()
        .filter(e -> Chapter.of(e.because().rule().id()).equals(Optional.of(chapter)))
        .collect(ImmutableList.toImmutableList());
  }

  private Stop session() {
    Page page = new Page(style);
    ImmutableList<Dialogue.Line> lines = hop.dialogue().lines();
    page.ready("");
    if (!lines.isEmpty()) {
      page.paragraph(2, "What is said");
      lines.forEach(line -> said(page, line));
    }
    hop.contact()
        .reached()
        .flatMap(Contact.Reached::presented)
        .ifPresent(c -> certificate(page, c));
    Reasons why = new Reasons(page);
    startTls(page);
    why.write(reasons.get(Chapter.TLS), losers(Chapter.TLS));
    chapter(page, why, Chapter.WORD);
    chapter(page, why, Chapter.AFTER);
    page.gap();
    page.paragraph(2, HopEnd.of(hop).told(hop, decider(hop)));
    return new Stop(page.toString(), ImmutableList.of(question()));
  }

  /** What became of the offer, in a line. */
  private void startTls(Page page) {
    boolean asked =
        hop.dialogue().lines().stream()
            .anyMatch(
                line ->
                    line.speaker() == Dialogue.Speaker.CLIENT
                        && Ascii.equalsIgnoreCase(line.text(), "STARTTLS"));
    if (hop.dialogue().lines().isEmpty() && reasons.get(Chapter.TLS).isEmpty()) {
      return;
    }
    page.gap();
    page.paragraph(2, Chapter.TLS.title());
    if (hop.tls().offered().isEmpty() || hop.internal()) {
      return;
    }
    String fate =
        !hop.tls().offered().get()
            ? "not offered"
            : !asked
                ? "offered and not taken"
                : hop.tls().established().isPresent()
                    ? "offered and taken"
                    : "offered, asked for, and it does not come up";
    page.labelled(4, "STARTTLS", FACT, fate, Tone.STRONG);
  }

  /** The rule by which it ended: of a hop that failed the last one, otherwise that of its TLS. */
  static Optional<Reason> decider(Hop hop) {
    return hop.why().stream()
        .filter(
            reason -> {
              Optional<Chapter> chapter = Chapter.of(reason.rule().id());
              return hop.sent()
                  ? chapter.equals(Optional.of(Chapter.TLS))
                  : chapter.isPresent()
                      && chapter.get() != Chapter.AFTER
                      && chapter.get() != Chapter.ATTACK;
            })
        .reduce((a, b) -> b);
  }

  private void said(Page page, Dialogue.Line line) {
    String mark = line.secure() ? page.glyph("┃", "|") : " ";
    switch (line.speaker()) {
      case CLIENT -> page.spoken(4, mark + " C:", SPEAKER, line.text(), Tone.CLIENT);
      case SERVER -> page.spoken(4, mark + " S:", SPEAKER, line.text(), Tone.SERVER);
      case EVENT -> page.spoken(4, "---", SPEAKER, line.text(), Tone.STRONG);
    }
  }

  private static void certificate(Page page, Certificate certificate) {
    page.gap();
    page.paragraph(2, "What the server shows");
    page.labelled(4, "subject", FACT, certificate.subject(), Tone.FAINT);
    String names = Joiner.on(", ").join(certificate.names());
    page.labelled(4, "names", FACT, names.isEmpty() ? "none" : names, Tone.FAINT);
    page.labelled(
        4,
        "issuer",
        FACT,
        certificate.selfSigned() ? "itself" : certificate.issuer().subject(),
        Tone.FAINT);
    certificate
        .validity()
        .notAfter()
        .ifPresent(end -> page.labelled(4, "until", FACT, end.toString(), Tone.FAINT));
  }

  private Question question() {
    return Question.of(
        "What becomes of the message on this hop?", HopEnd.choices(), HopEnd.of(hop).ordinal());
  }

  private Stop attack() {
    Page page = new Page(style);
    page.ready("");
    chapter(page, new Reasons(page), Chapter.ATTACK);
    return new Stop(
        page.toString(),
        ImmutableList.of(
            Question.of(
                "Somebody between the two hides STARTTLS. Does the message go in clear?",
                ImmutableList.of("yes", "no"),
                hop.tls().survivesStripping() ? 1 : 0)));
  }
}
