package exsim.scenarios.walk;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.text.Page;
import exsim.scenarios.text.Style;
import exsim.scenarios.text.Tone;
import java.util.Optional;

/** Leads through the steps of a walk: waits, asks, and keeps the score. */
public final class Guide {
  private static final int RULE = 11;

  private final Audience audience;
  private final Style style;
  private final boolean waits;
  private final boolean asks;
  private int asked;
  private int right;

  /** Who listens. */
  public interface Audience {
    /** Shows text that is ready to be printed. */
    void show(String text);

    /** Waits until somebody wants to go on; false when nobody does. */
    boolean goesOn();

    /** Asks and takes an answer; empty when nobody is there to answer. */
    Optional<String> answer(String prompt);
  }

  /**
   * A guide.
   *
   * @param style how what is asked looks
   * @param waits whether it waits behind every step
   * @param asks whether it asks before it tells
   */
  public Guide(Audience audience, Style style, boolean waits, boolean asks) {
    this.audience = audience;
    this.style = style;
    this.waits = waits;
    this.asks = asks;
  }

  /** Leads through all steps, or as far as the audience goes along. */
  public void lead(ImmutableList<Stop> stops) {
    for (int i = 0; i < stops.size(); i++) {
      Stop stop = stops.get(i);
      if (asks) {
        stop.questions().forEach(this::ask);
      }
      audience.show(stop.text());
      boolean last = i == stops.size() - 1;
      if (waits && !last && !audience.goesOn()) {
        break;
      }
    }
    if (asks) {
      audience.show("\n" + right + " of " + asked + " answers were right\n");
    }
  }

  private void ask(Question question) {
    Page page = new Page(style);
    page.ready("");
    page.labelled(0, "?", 2, question.text(), Tone.STRONG);
    for (int i = 0; i < question.choices().size(); i++) {
      page.labelled(2, String.valueOf(i + 1), 3, question.choices().get(i), Tone.NORMAL);
    }
    audience.show(page.toString());
    Optional<Boolean> answered = Optional.empty();
    boolean there = true;
    while (there && answered.isEmpty()) {
      Optional<String> answer = audience.answer("1 to " + question.choices().size() + ": ");
      there = answer.isPresent();
      answered = answer.flatMap(question::isRight);
    }
    asked++;
    right += answered.orElse(false) ? 1 : 0;
    audience.show(put(question, answered));
  }

  private String put(Question question, Optional<Boolean> answered) {
    Page page = new Page(style);
    String correct = question.choices().get(question.right());
    if (answered.isEmpty()) {
      page.labelled(2, "=", 2, correct, Tone.NORMAL);
    } else if (answered.get()) {
      page.labelled(2, "right", 5, "", Tone.GOOD);
    } else {
      page.labelled(2, "no:", 4, correct, Tone.BAD);
    }
    question.because().ifPresent(r -> page.labelled(4, r.rule().id(), RULE, r.text(), Tone.FAINT));
    return page.toString();
  }
}
