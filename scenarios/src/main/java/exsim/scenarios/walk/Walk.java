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
import exsim.simulator.question.TypedScript;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what becomes of messages, step by step. */
public final class Walk {
  private static final ImmutableList<String> OUTCOMES =
      Stream.of(Outcome.values()).map(Outcome::text).collect(ImmutableList.toImmutableList());

  private final Style style;
  private final boolean withInternal;
  private final ImmutableList.Builder<Stop> stops = ImmutableList.builder();

  private Walk(Style style, boolean withInternal) {
    this.style = style;
    this.withInternal = withInternal;
  }

  /**
   * The steps of a walk.
   *
   * @param title the scenario's title
   * @param story its description
   * @param sessions what came of what is typed by hand
   * @param withInternal whether connections inside one organization are told
   */
  public static ImmutableList<Stop> of(
      String title,
      ImmutableList<String> story,
      ImmutableList<Delivery> deliveries,
      ImmutableList<TypedCheck.Result> sessions,
      Style style,
      boolean withInternal) {
    Walk walk = new Walk(style, withInternal);
    walk.title(title, story);
    Branches.of(deliveries).forEach(walk::delivery);
    sessions.forEach(walk::session);
    return walk.stops.build();
  }

  private void title(String title, ImmutableList<String> story) {
    Page page = new Page(style);
    heading(page, title);
    if (!story.isEmpty()) {
      page.gap();
    }
    story.forEach(line -> page.paragraph(0, line));
    stops.add(new Stop(page.toString(), Optional.empty()));
  }

  private static void heading(Page page, String text) {
    for (String line : Columns.wrap(page.clean(text), Style.WIDTH)) {
      page.ready(Tone.STRONG.paint(page.style(), line));
    }
  }

  private void delivery(Branches branches) {
    Delivery delivery = branches.shown();
    start(delivery, branches.label());
    int number = 0;
    for (Attempts attempts : Attempts.of(shown(delivery))) {
      for (Hop hop : attempts.hops()) {
        number++;
        stops.addAll(new HopStory(style, hop, number).stops());
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
            + ".");
    stops.add(new Stop(page.toString(), Optional.empty()));
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
    stops.add(new Stop(page.toString(), Optional.empty()));
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
    new Reasons(page).write(delivery.why(), delivery.turnedDown());
    stops.add(
        new Stop(
            page.toString(),
            Optional.of(
                new Question(
                    "What becomes of " + delivery.message().id() + " in the end?",
                    OUTCOMES,
                    delivery.outcome().ordinal()))));
  }

  private void session(TypedCheck.Result result) {
    Page page = new Page(style);
    page.ready("");
    String arrow = page.glyph(" → ", " -> ");
    TypedScript script = result.script();
    heading(
        page,
        "Session "
            + script.id()
            + ": "
            + script.caller().system()
            + arrow
            + script.host()
            + ":"
            + script.port());
    page.gap();
    for (TypedScript.Line line : result.transcript()) {
      Tone tone =
          switch (line.kind()) {
            case TYPED -> Tone.CLIENT;
            case REPLY -> Tone.SERVER;
            case EVENT -> Tone.STRONG;
          };
      page.labelled(4, line.kind().letter() + ":", 3, line.text(), tone);
    }
    page.gap();
    new Reasons(page).write(result.why(), ImmutableList.of());
    stops.add(new Stop(page.toString(), Optional.empty()));
  }

  private ImmutableList<Hop> shown(Delivery delivery) {
    return delivery.hops().stream()
        .filter(hop -> withInternal || !hop.internal())
        .collect(ImmutableList.toImmutableList());
  }
}
