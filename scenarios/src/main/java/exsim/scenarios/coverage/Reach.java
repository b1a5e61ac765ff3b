package exsim.scenarios.coverage;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.scenarios.format.Scenario;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.delivery.Simulation;
import exsim.simulator.delivery.Telnet;
import exsim.simulator.question.TypedCheck;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which rules decide something in which scenarios.
 *
 * @param rules the ids of rules by the path of the scenario
 */
public record Reach(ImmutableMap<String, ImmutableList<String>> rules) {
  private static final Splitter WORDS = Splitter.on(' ');

  /** The rules that decide, log or turn a candidate down somewhere in a scenario, by id. */
  public static ImmutableList<String> of(Scenario scenario) {
    Set<String> ids = new TreeSet<>();
    for (Delivery delivery : Simulation.run(scenario.world())) {
      add(delivery.why(), delivery.turnedDown(), ids);
      delivery.received().forEach(h -> ids.add(h.form().id()));
      for (Hop hop : delivery.hops()) {
        add(hop.why(), hop.turnedDown(), ids);
        hop.events().forEach(e -> ids.add(e.event().id()));
      }
    }
    Telnet telnet = new Simulation(scenario.world()).telnet();
    scenario.sessions().forEach(s -> add(TypedCheck.of(s, telnet).why(), ImmutableList.of(), ids));
    return ImmutableList.copyOf(ids);
  }

  private static void add(List<Reason> why, List<Elimination> losers, Set<String> ids) {
    why.forEach(r -> ids.add(r.rule().id()));
    losers.forEach(l -> ids.add(l.because().rule().id()));
  }

  /** What the library reached when this program was built; the build writes it down. */
  public static Reach ofLibrary() {
    Map<String, ImmutableList<String>> rules = new LinkedHashMap<>();
    for (String line : Catalogue.lines("library.txt")) {
      List<String> words = WORDS.splitToList(line);
      rules.put(words.get(0), ImmutableList.copyOf(words.subList(1, words.size())));
    }
    return new Reach(ImmutableMap.copyOf(rules));
  }

  /** A line for each scenario: its path, then the ids of its rules. */
  public String lines() {
    StringBuilder lines = new StringBuilder();
    rules.forEach(
        (file, ids) -> {
          lines.append(file).append(' ');
          Joiner.on(' ').appendTo(lines, ids).append('\n');
        });
    return lines.toString();
  }

  /** The scenarios in which one of some rules decides. */
  ImmutableList<String> scenariosOf(Set<String> ids) {
    ImmutableList.Builder<String> scenarios = ImmutableList.builder();
    rules.forEach(
        (file, reached) -> {
          if (reached.stream().anyMatch(ids::contains)) {
            scenarios.add(file);
          }
        });
    return scenarios.build();
  }
}
