package exsim.scenarios.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.Message;
import exsim.model.topology.World;
import exsim.scenarios.ask.Listing;
import exsim.scenarios.ask.WhichConnector;
import exsim.scenarios.report.ListingReport;
import exsim.simulator.delivery.Simulation;
import exsim.simulator.question.MessageClasses;
import exsim.simulator.survey.ConnectorSurvey;

/** Which connector takes which messages. */
final class AskWhichConnector implements AskQuestion {
  @Override
  public String word() {
    return WhichConnector.QUESTION;
  }

  @Override
  public ImmutableSet<String> options() {
    return ImmutableSet.of("from", "to", "size", "until");
  }

  @Override
  public Answered ask(AskArguments arguments, Io io) {
    World world = arguments.scenario().world();
    ImmutableList<Message> messages =
        MessageClasses.over(world, arguments.until(), arguments.asked(), arguments.size());
    if (messages.isEmpty()) {
      throw arguments.nobody();
    }
    ConnectorSurvey survey;
    try (Progress progress = new Progress(io)) {
      survey =
          ConnectorSurvey.of(
              new Simulation(world),
              messages,
              (done, total) -> progress.at(done, total, "classes of messages"));
    }
    Listing listing =
        WhichConnector.of(
            arguments.file().toString(), world.epochs().get(0).topology(), survey, messages);
    return new Answered(listing.kind(), new ListingReport(listing));
  }
}
