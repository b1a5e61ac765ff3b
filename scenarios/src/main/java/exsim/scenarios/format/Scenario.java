package exsim.scenarios.format;

import com.google.common.collect.ImmutableList;
import exsim.model.topology.World;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Spot;
import exsim.simulator.proof.Question;
import exsim.simulator.question.Expectation;
import exsim.simulator.question.LessonQuestion;
import exsim.simulator.question.TypedScript;
import java.time.Instant;
import java.util.Optional;

/**
 * A scenario without faults, ready to run.
 *
 * @param file the file, as the user named it
 * @param title one line
 * @param description the story, line by line
 * @param clock when it starts
 * @param world what happens in it
 * @param expectations what must come out
 * @param places where each expectation stands, in the same order
 * @param sessions what is typed by hand
 * @param intents what is meant never to happen to any message
 * @param story what somebody who leads a class tells first, in paragraphs
 * @param questions what the class is asked
 * @param documents the document behind each epoch of the world, with imports and the connectors
 *     made by setup written out
 */
public record Scenario(
    String file,
    String title,
    ImmutableList<String> description,
    Instant clock,
    World world,
    ImmutableList<Expectation> expectations,
    ImmutableList<Spot> places,
    ImmutableList<TypedScript> sessions,
    ImmutableList<Intent> intents,
    ImmutableList<String> story,
    ImmutableList<Asked> questions,
    ImmutableList<Located.Obj> documents) {
  /**
   * What is meant never to happen, and where it stands.
   *
   * @param question the question that must be answered with a proof
   * @param spot its place
   */
  public record Intent(Question question, Spot spot) {}

  /**
   * A question and where it stands.
   *
   * @param question the question
   * @param spot its place
   */
  public record Asked(LessonQuestion question, Spot spot) {}

  /**
   * Reads a moment of the scenario: an instant, or an ISO-8601 duration from its clock.
   *
   * @param text what somebody typed
   * @param name what faults call it
   * @param problems takes what is wrong with it
   * @return empty when something is wrong
   */
  public Optional<Instant> moment(String text, String name, Problems problems) {
    return new Moments(clock)
        .fromStart()
        .decode(new Located.Text(Spot.ofFile(name), text), problems);
  }
}
