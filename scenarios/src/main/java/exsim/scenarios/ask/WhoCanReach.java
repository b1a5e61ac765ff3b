package exsim.scenarios.ask;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import exsim.model.mail.Message;
import exsim.model.topology.Topology;
import exsim.simulator.delivery.Hop;
import exsim.simulator.proof.HazardAt;
import exsim.simulator.proof.Incident;
import exsim.simulator.proof.Verdict;
import exsim.simulator.question.Value;
import exsim.simulator.survey.Block;
import exsim.simulator.survey.ReachSurvey;
import java.util.ArrayList;
import java.util.List;

/** Whose messages come to a host, in words and for programs. */
public final class WhoCanReach {
  /** The question's word. */
  public static final String QUESTION = "who-can-reach";

  private static final String HOST = "host";

  private final Topology topology;
  private final ImmutableSortedSet<Long> sizes;
  private final boolean withTime;

  private WhoCanReach(Topology topology, ImmutableList<Message> messages) {
    this.topology = topology;
    this.sizes = Words.sizes(messages);
    this.withTime = Words.withTime(messages);
  }

  /** The answer that a survey of some messages comes to. */
  public static Listing of(
      String file,
      Topology topology,
      String host,
      ImmutableSet<HazardAt> hazards,
      ReachSurvey survey,
      ImmutableList<Message> messages) {
    WhoCanReach words = new WhoCanReach(topology, messages);
    boolean complete = survey.covered().complete();
    boolean taken = survey.rows().stream().anyMatch(r -> r.door().taken());
    String sentence =
        taken
            ? host + " takes messages of these and no others: " + Words.some(survey.senders())
            : survey.rows().isEmpty()
                ? "no message comes to " + host
                : host + " takes no message, and turns these away";
    ImmutableMap.Builder<String, Value> facts = ImmutableMap.builder();
    facts.put(HOST, new Value.Text(host));
    facts.put("senders", Words.array(survey.senders(), Value.Text::new));
    facts.put("under", Words.array(hazards, h -> new Value.Text(h.text())));
    facts.put("messages", new Value.Int(survey.covered().classes()));
    facts.put("runs", new Value.Int(survey.covered().runs()));
    facts.put("leftOut", new Value.Int(survey.covered().leftOut()));
    facts.put("unmet", Words.array(survey.unmet(), h -> new Value.Text(h.text())));
    facts.put("ways", Words.array(survey.rows(), words::value));
    return new Listing(
        file,
        QUESTION,
        complete ? Verdict.Kind.PROVED : Verdict.Kind.NOT_PROVED,
        complete ? sentence : "not everything was gone through; so far, " + sentence,
        survey.rows().stream().map(words::entry).collect(ImmutableList.toImmutableList()),
        Words.covered(survey.covered(), hazards, survey.unmet()),
        facts.buildOrThrow());
  }

  private Listing.Entry entry(ReachSurvey.Row row) {
    ReachSurvey.Door door = row.door();
    ImmutableList.Builder<Listing.Line> lines = ImmutableList.builder();
    String label = "for";
    for (Block block : row.messages()) {
      lines.add(new Listing.Line(label, Words.of(block, sizes, withTime)));
      label = "";
    }
    label = "when";
    for (Incident incident : row.incidents()) {
      lines.add(new Listing.Line(label, incident.text()));
      label = "and";
    }
    door.receiving()
        .ifPresent(c -> lines.add(new Listing.Line("received", "by the connector " + c)));
    Hop hop = last(row);
    lines.add(new Listing.Line(door.taken() ? "taken" : "refused", hop.reply()));
    lines.add(new Listing.Line("path", String.join(" > ", path(row))));
    return new Listing.Entry(title(door), lines.build());
  }

  private String title(ReachSurvey.Door door) {
    String by =
        door.connector()
            .map(
                c ->
                    " by the "
                        + Words.connector(topology, door.system()).orElse("connector")
                        + " "
                        + c)
            .orElse("");
    return door.system()
        + by
        + " to "
        + door.host()
        + ", port "
        + door.port()
        + (door.taken() ? "" : ": turned away");
  }

  /** The hop of the example that led there. */
  private static Hop last(ReachSurvey.Row row) {
    return row.example().hops().stream()
        .filter(h -> ReachSurvey.Door.of(h).equals(row.door()))
        .findFirst()
        .orElseThrow();
  }

  /** The systems on the way there. */
  private static ImmutableList<String> path(ReachSurvey.Row row) {
    List<String> path = new ArrayList<>();
    for (Hop hop : row.example().hops()) {
      if (path.isEmpty() || !Iterables.getLast(path).equals(hop.from().system())) {
        path.add(hop.from().system());
      }
      if (ReachSurvey.Door.of(hop).equals(row.door())) {
        hop.to().system().filter(s -> !s.equals(hop.from().system())).ifPresent(path::add);
        break;
      }
    }
    return ImmutableList.copyOf(path);
  }

  private Value value(ReachSurvey.Row row) {
    ReachSurvey.Door door = row.door();
    ImmutableMap.Builder<String, Value> members = ImmutableMap.builder();
    members.put("system", new Value.Text(door.system()));
    door.connector().ifPresent(c -> members.put("connector", new Value.Text(c)));
    members.put(HOST, new Value.Text(door.host()));
    members.put("port", new Value.Int(door.port()));
    door.receiving().ifPresent(c -> members.put("receiveConnector", new Value.Text(c)));
    members.put("taken", new Value.Bool(door.taken()));
    members.put("reply", new Value.Text(last(row).reply()));
    members.put("incidents", Words.array(row.incidents(), Words::value));
    members.put("path", Words.array(path(row), Value.Text::new));
    members.put("messages", Words.values(row.messages()));
    return new Value.Obj(members.buildOrThrow());
  }
}
