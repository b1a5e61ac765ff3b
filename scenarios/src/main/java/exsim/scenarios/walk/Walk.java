package exsim.scenarios.walk;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.scenarios.report.Attempts;
import exsim.scenarios.report.Branches;
import exsim.scenarios.text.Columns;
import exsim.scenarios.text.Page;
import exsim.scenarios.text.Style;
import exsim.scenarios.text.Tone;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.delivery.Notification;
import exsim.simulator.delivery.Outcome;
import exsim.simulator.question.TypedCheck;
import exsim.simulator.rule.Reason;
import java.util.stream.Stream;

/** Tells what becomes of messages, step by step. */
public final class Walk {
  private static final ImmutableList<String> OUTCOMES =
      Stream.of(Outcome.values()).map(Outcome::text).collect(ImmutableList.toImmutableList());

  private final Style style;
  private final boolean withInternal;
  private final Lesson lesson;
  private final ImmutableList.Builder<Stop> stops = ImmutableList.builder();

  /** What is asked before the next step. */
  private ImmutableList<Question> pending = ImmutableList.of();

  private Walk(Style style, boolean withInternal, Lesson lesson) {
    this.style = style;
    this.withInternal = withInternal;
    this.lesson = lesson;
  }

  /**
   * The steps of a walk.
   *
   * @param withInternal whether connections inside one organization are told
   */
  public static ImmutableList<Stop> of(Tale tale, Style style, boolean withInternal) {
    Walk walk = new Walk(style, withInternal, new Lesson(tale.answers()));
    walk.opening(tale);
    walk.pending = walk.lesson.general();
    Branches.of(tale.deliveries()).forEach(walk::delivery);
    for (TypedCheck.Result session : tale.sessions()) {
      new SessionStory(style, session, walk.lesson).stops().forEach(walk::add);
    }
    if (!walk.pending.isEmpty()) {
      walk.add(Stop.of(""));
    }
    return walk.stops.build();
  }

  /** What becomes of messages, without an opening. */
  public static ImmutableList<Stop> of(ImmutableList<Delivery> deliveries, Style style) {
    Walk walk = new Walk(style, false, new Lesson(ImmutableList.of()));
    Branches.of(deliveries).forEach(walk::delivery);
    return walk.stops.build();
  }

  private void add(Stop stop) {
    stops.add(stop.after(pending));
    pending = ImmutableList.of();
  }

  private void opening(Tale tale) {
    Page page = new Page(style);
    heading(page, tale.title());
    if (!tale.description().isEmpty()) {
      page.gap();
    }
    tale.description().forEach(line -> page.paragraph(0, line));
    for (String paragraph : tale.story()) {
      page.gap();
      page.paragraph(0, paragraph);
    }
    add(Stop.of(page.toString()));
  }

  static void heading(Page page, String text) {
    for (String line : Columns.wrap(page.clean(text), Style.WIDTH)) {
      page.ready(Tone.STRONG.paint(page.style(), line));
    }
  }

  private void delivery(Branches branches) {
    Delivery delivery = branches.shown();
    start(delivery, branches.label());
    pending = lesson.ofMessage(delivery.message().id());
    int number = 0;
    for (Attempts attempts : Attempts.of(shown(delivery))) {
      for (Hop hop : attempts.hops()) {
        number++;
        new HopStory(style, hop, number).stops().forEach(this::add);
      }
      if (attempts.again() > 0) {
        again(attempts);
      }
    }
    end(delivery);
  }

  private void start(Delivery delivery, String label) {
    Page page = new Page(style);
    page.ready("");
    String arrow = page.glyph(" → ", " -> ");
    heading(
        page,
        "Message "
            + delivery.message().id()
            + (label.isEmpty() ? "" : " (" + label + ")")
            + ": "
            + delivery.message().sender().map(Object::toString).orElse("<>")
            + arrow
            + delivery.recipient());
    page.paragraph(
        2,
        delivery.message().origin()
            + " sends it at "
            + delivery.message().at()
            + ", "
            + delivery.message().sizeBytes()
            + " bytes"
            + (delivery.message().requireTls() ? ", with REQUIRETLS" : "")
            + (delivery.message().tlsRequiredNo() ? ", with TLS-Required: No" : "")
            + (delivery.message().bareLinefeeds() ? ", with bare line feeds" : "")
            + ".");
    add(Stop.of(page.toString()));
  }

  private void again(Attempts attempts) {
    Page page = new Page(style);
    page.ready("");
    page.paragraph(
        2,
        "It is tried again "
            + attempts.again()
            + (attempts.again() == 1 ? " time" : " times")
            + " with the same end, the last time at "
            + attempts.last().at()
            + ".");
    add(Stop.of(page.toString()));
  }

  private void end(Delivery delivery) {
    Page page = new Page(style);
    page.ready("");
    Tone tone = delivery.outcome() == Outcome.DELIVERED ? Tone.GOOD : Tone.BAD;
    page.labelled(
        0,
        Ascii.toUpperCase(delivery.outcome().text()),
        11,
        delivery.message().id() + ": " + delivery.reply(),
        tone);
    for (Notification told : delivery.notifications()) {
      page.paragraph(
          11,
          told.by()
              + " tells the sender of the "
              + (told.kind() == Notification.Kind.DELAYED ? "delay" : "failure")
              + " at "
              + told.at());
    }
    new Reasons(page).write(why(delivery), delivery.turnedDown());
    add(
        new Stop(
            page.toString(),
            ImmutableList.of(
                Question.of(
                    "What becomes of " + delivery.message().id() + " in the end?",
                    OUTCOMES,
                    delivery.outcome().ordinal()))));
  }

  /** Why it ended so; where nothing but a hop decided, why that one did. */
  private static ImmutableList<Reason> why(Delivery delivery) {
    if (!delivery.why().isEmpty() || delivery.hops().isEmpty()) {
      return delivery.why();
    }
    Hop last = delivery.hops().get(delivery.hops().size() - 1);
    return HopStory.decider(last).stream().collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<Hop> shown(Delivery delivery) {
    return delivery.hops().stream()
        .filter(hop -> withInternal || !hop.internal())
        .collect(ImmutableList.toImmutableList());
  }
}
