package exsim.scenarios.cli;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.Message;
import exsim.model.topology.World;
import exsim.scenarios.ask.Answer;
import exsim.scenarios.format.Scenario;
import exsim.scenarios.json.Problem;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Simulation;
import exsim.simulator.delivery.Telnet;
import exsim.simulator.proof.HazardAt;
import exsim.simulator.proof.Verdict;
import exsim.simulator.question.Asked;
import exsim.simulator.question.LessonAnswer;
import exsim.simulator.question.LessonQuestion;
import exsim.simulator.question.TypedCheck;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a scenario comes to.
 *
 * @param deliveries what became of the messages
 * @param sessions what came of what is typed by hand
 * @param intents what is meant never to happen, each with its answer; none where not all counts
 * @param answers what a class is asked, each with the answer of the run
 * @param faults the questions and intents that the run cannot answer
 */
record Outcome(
    ImmutableList<Delivery> deliveries,
    ImmutableList<TypedCheck.Result> sessions,
    ImmutableList<Answer> intents,
    ImmutableList<LessonAnswer> answers,
    ImmutableList<Problem> faults) {

  /**
   * Runs a scenario.
   *
   * @param world its world, perhaps with fewer messages
   * @param whole whether all of it counts; otherwise its messages alone, and what is asked of them
   */
  static Outcome of(Scenario scenario, World world, boolean whole) {
    ImmutableList<Delivery> deliveries = Simulation.run(world);
    Telnet telnet = new Simulation(world).telnet();
    ImmutableList.Builder<TypedCheck.Result> typed = ImmutableList.builder();
    if (whole) {
      scenario.sessions().forEach(s -> typed.add(TypedCheck.of(s, telnet)));
    }
    ImmutableList<TypedCheck.Result> sessions = typed.build();
    Set<String> ids = world.messages().stream().map(Message::id).collect(Collectors.toSet());
    ImmutableList.Builder<LessonAnswer> answers = ImmutableList.builder();
    ImmutableList.Builder<Problem> faults = ImmutableList.builder();
    for (Scenario.Asked asked : scenario.questions()) {
      LessonQuestion question = asked.question();
      if (whole || question.key().message().filter(ids::contains).isPresent()) {
        LessonAnswer answer = LessonAnswer.of(question, deliveries, sessions);
        answers.add(answer);
        if (!answer.fault().isEmpty()) {
          faults.add(new Problem(asked.spot(), answer.fault(), ""));
        }
      }
    }
    ImmutableList<Answer> intents = whole ? intents(scenario, faults) : ImmutableList.of();
    return new Outcome(deliveries, sessions, intents, answers.build(), faults.build());
  }

  private static ImmutableList<Answer> intents(
      Scenario scenario, ImmutableList.Builder<Problem> faults) {
    ImmutableList.Builder<Answer> intents = ImmutableList.builder();
    for (Scenario.Intent intent : scenario.intents()) {
      Verdict verdict = intent.question().in(scenario.world(), (done, total) -> {});
      if (verdict.messages() == 0) {
        faults.add(
            new Problem(
                intent.spot(),
                "no system, server or device of the scenario sends from "
                    + intent.question().asked().from().map(Asked.Who::text).orElse("anywhere"),
                ""));
      }
      for (HazardAt hazard : verdict.unmet()) {
        faults.add(
            new Problem(
                intent.spot(),
                "`" + hazard.text() + "` never comes to pass: no message goes to that host",
                ""));
      }
      intents.add(new Answer(scenario.file(), intent.question(), verdict, ImmutableList.of()));
    }
    return intents.build();
  }
}
