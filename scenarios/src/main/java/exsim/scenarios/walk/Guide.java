package exsim.scenarios.walk;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** Leads through the steps of a walk: waits, asks, and keeps the score. */
public final class Guide {
  private final Audience audience;
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
   * @param waits whether it waits behind every step
   * @param asks whether it asks before it tells
   */
  public Guide(Audience audience, boolean waits, boolean asks) {
    this.audience = audience;
    this.waits = waits;
    this.asks = asks;
  }

  /** Leads through all steps, or as far as the audience goes along. */
  public void lead(ImmutableList<Stop> stops) {
    for (int i = 0; i < stops.size(); i++) {
      Stop stop = stops.get(i);
      if (asks) {
        stop.question().ifPresent(this::ask);
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
    StringBuilder text = new StringBuilder("\n? ").append(question.text()).append('\n');
    for (int i = 0; i < question.choices().size(); i++) {
      text.append("  ").append(i + 1).append("  ").append(question.choices().get(i)).append('\n');
    }
    audience.show(text.toString());
    Optional<Boolean> answered = Optional.empty();
    boolean there = true;
    while (there && answered.isEmpty()) {
      Optional<String> answer = audience.answer("1 to " + question.choices().size() + ": ");
      there = answer.isPresent();
      answered = answer.flatMap(question::isRight);
    }
    asked++;
    right += answered.orElse(false) ? 1 : 0;
    String correct = question.choices().get(question.right());
    audience.show(
        answered.isEmpty()
            ? "  = " + correct + "\n"
            : answered.get() ? "  right\n" : "  no: " + correct + "\n");
  }
}
