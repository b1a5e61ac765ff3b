package exsim.scenarios.ask;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import exsim.model.mail.Message;
import exsim.model.topology.Topology;
import exsim.simulator.proof.Verdict;
import exsim.simulator.question.Value;
import exsim.simulator.survey.Block;
import exsim.simulator.survey.ConnectorSurvey;
import exsim.simulator.survey.Leg;
import java.util.Optional;

/** Which connector takes which messages, in words and for programs. */
public final class WhichConnector {
  /** The question's word. */
  public static final String QUESTION = "which-connector";

  private final Topology topology;
  private final ImmutableSortedSet<Long> sizes;
  private final boolean withTime;

  private WhichConnector(Topology topology, ImmutableList<Message> messages) {
    this.topology = topology;
    this.sizes = Words.sizes(messages);
    this.withTime = Words.withTime(messages);
  }

  /** The answer that a survey of some messages comes to. */
  public static Listing of(
      String file, Topology topology, ConnectorSurvey survey, ImmutableList<Message> messages) {
    WhichConnector words = new WhichConnector(topology, messages);
    boolean complete = survey.covered().complete();
    return new Listing(
        file,
        QUESTION,
        complete ? Verdict.Kind.PROVED : Verdict.Kind.NOT_PROVED,
        complete
            ? "these are all the ways that a message takes"
            : "these ways were met, and not everything was gone through",
        survey.rows().stream().map(words::entry).collect(ImmutableList.toImmutableList()),
        Words.counted(survey.covered().classes(), "class of messages", "classes of messages")
            + (complete
                ? ", all of them"
                : ", "
                    + survey.covered().leftOut()
                    + " of them with more equal choices than are followed"),
        ImmutableMap.of(
            "messages",
            new Value.Int(survey.covered().classes()),
            "leftOut",
            new Value.Int(survey.covered().leftOut()),
            "ways",
            Words.array(survey.rows(), words::value)));
  }

  private Listing.Entry entry(ConnectorSurvey.Row row) {
    ImmutableList.Builder<Listing.Line> lines = ImmutableList.builder();
    String label = "for";
    for (Block block : row.messages()) {
      lines.add(new Listing.Line(label, Words.of(block, sizes, withTime)));
      label = "";
    }
    row.stays()
        .ifPresent(
            r -> {
              lines.add(new Listing.Line("why", r.rule().id() + " " + r.text()));
              lines.add(
                  new Listing.Line(
                      "outcome", row.example().outcome().text() + ": " + row.example().reply()));
            });
    for (int i = 0; i < row.legs().size(); i++) {
      Leg leg = row.legs().get(i);
      if (i > 0) {
        lines.add(new Listing.Line("then", name(leg)));
      }
      lines.add(new Listing.Line("why", leg.because().rule().id() + " " + leg.because().text()));
      lines.addAll(Words.losers(leg.turnedDown()));
    }
    return new Listing.Entry(
        row.legs().isEmpty()
            ? "does not leave " + row.example().path().get(row.example().path().size() - 1)
            : name(row.legs().get(0)),
        lines.build());
  }

  private String name(Leg leg) {
    Optional<String> kind = Words.connector(topology, leg.system());
    return leg.connector()
        .map(c -> kind.orElse("connector") + " " + c + " of " + leg.system())
        .orElseGet(
            () ->
                kind.map(k -> "no " + k + " of " + leg.system())
                    .orElse(leg.system() + ", which has no connectors"));
  }

  private Value value(ConnectorSurvey.Row row) {
    ImmutableMap.Builder<String, Value> members = ImmutableMap.builder();
    members.put("legs", Words.array(row.legs(), WhichConnector::value));
    row.stays().ifPresent(r -> members.put("stays", Words.value(r)));
    members.put("messages", Words.values(row.messages()));
    return new Value.Obj(members.buildOrThrow());
  }

  private static Value value(Leg leg) {
    ImmutableMap.Builder<String, Value> members = ImmutableMap.builder();
    members.put("system", new Value.Text(leg.system()));
    leg.connector().ifPresent(c -> members.put("connector", new Value.Text(c)));
    members.put("because", Words.value(leg.because()));
    members.put("turnedDown", Words.turnedDown(leg.turnedDown()));
    return new Value.Obj(members.buildOrThrow());
  }
}
