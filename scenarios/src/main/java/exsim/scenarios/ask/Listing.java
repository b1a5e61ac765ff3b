package exsim.scenarios.ask;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.proof.Verdict;
import exsim.simulator.question.Value;
import java.util.Optional;

/**
 * The answer to a question that asks for what there is.
 *
 * @param file the scenario
 * @param question the question's word
 * @param kind which of the three answers
 * @param sentence what was found, in words
 * @param entries what was found, each thing of its own
 * @param covered how much was gone through, in words
 * @param facts the same for programs, by key
 */
public record Listing(
    String file,
    String question,
    Verdict.Kind kind,
    String sentence,
    ImmutableList<Entry> entries,
    String covered,
    ImmutableMap<String, Value> facts) {

  /**
   * One thing that was found.
   *
   * @param title what it is
   * @param lines what is said about it
   * @param journey a journey that shows it; empty where none is shown
   */
  public record Entry(String title, ImmutableList<Line> lines, Optional<Delivery> journey) {
    /** An entry without a journey. */
    public Entry(String title, ImmutableList<Line> lines) {
      this(title, lines, Optional.empty());
    }
  }

  /**
   * A line of an entry.
   *
   * @param label what it is about, in a word; the label of the line above where it is empty
   * @param text what it says
   */
  public record Line(String label, String text) {}
}
