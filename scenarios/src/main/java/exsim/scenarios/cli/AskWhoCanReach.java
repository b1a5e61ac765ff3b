package exsim.scenarios.cli;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import exsim.model.mail.Message;
import exsim.model.topology.World;
import exsim.scenarios.ask.Listing;
import exsim.scenarios.ask.WhoCanReach;
import exsim.scenarios.json.Suggestion;
import exsim.scenarios.report.ListingReport;
import exsim.simulator.delivery.Simulation;
import exsim.simulator.proof.Courses;
import exsim.simulator.question.MessageClasses;
import exsim.simulator.survey.ReachSurvey;
import java.util.OptionalLong;

/** Whose messages come to a host. */
final class AskWhoCanReach implements AskQuestion {
  @Override
  public String word() {
    return WhoCanReach.QUESTION;
  }

  @Override
  public String subject() {
    return "HOST";
  }

  @Override
  public ImmutableSet<String> options() {
    return ImmutableSet.of("from", "to", "under", "until", "within", "runs", "internal");
  }

  @Override
  public Answered ask(AskArguments arguments, Io io) {
    World world = arguments.scenario().world();
    ImmutableList<Message> messages =
        MessageClasses.over(world, arguments.until(), arguments.asked(), OptionalLong.empty());
    if (messages.isEmpty()) {
      throw arguments.nobody();
    }
    Simulation simulation = arguments.simulation();
    known(arguments, simulation);
    Courses courses = new Courses(arguments.hazards(), arguments.internal(), arguments.runs());
    ReachSurvey survey;
    try (Progress progress = new Progress(io)) {
      survey =
          ReachSurvey.of(
              simulation,
              arguments.subject(),
              messages,
              courses,
              (done, total) -> progress.at(done, total, "classes of messages"));
    }
    Listing listing =
        WhoCanReach.of(
            arguments.file().toString(),
            world.epochs().get(0).topology(),
            arguments.subject(),
            arguments.hazards(),
            survey,
            messages);
    return new Answered(listing.kind(), new ListingReport(listing));
  }

  /** Of a host that is nowhere it would be proved that nobody reaches it. */
  private static void known(AskArguments arguments, Simulation simulation) {
    ImmutableSortedSet.Builder<String> all = ImmutableSortedSet.naturalOrder();
    simulation
        .instants(
            arguments.scenario().clock(), arguments.until().orElse(arguments.scenario().clock()))
        .forEach(at -> all.addAll(simulation.whereabouts().names(at)));
    ImmutableSortedSet<String> known = all.build();
    if (!known.contains(Ascii.toLowerCase(arguments.subject()))) {
      String help = Suggestion.help(arguments.subject(), known);
      throw new UsageException(
          "no host, address, server or system of the scenario is `"
              + arguments.subject()
              + "`"
              + (help.isEmpty() ? "" : "; " + help));
    }
  }
}
