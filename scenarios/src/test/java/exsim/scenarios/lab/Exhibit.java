package exsim.scenarios.lab;

import exsim.model.topology.World;
import exsim.scenarios.format.Scenario;
import exsim.scenarios.format.ScenarioReader;
import exsim.simulator.delivery.Simulation;
import exsim.simulator.delivery.Telnet;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A lab on a scenario, and what the same caller is told in memory. */
final class Exhibit implements AutoCloseable {
  final Lab lab;
  final List<String> told = new CopyOnWriteArrayList<>();
  private final Scenario scenario;
  private final Telnet.Caller caller;

  Exhibit(Scenario scenario, Optional<String> from, Optional<Path> mail) throws Exception {
    this.scenario = scenario;
    this.caller = from.map(callers(scenario)::named).orElse(Callers.STRANGER);
    this.lab =
        Lab.open(
            scenario, new Lab.Setup(false, from, mail), Loopback.LIMITS, Loopback::pair, told::add);
  }

  static Exhibit of(String file, Optional<String> from, Optional<Path> mail) throws Exception {
    return new Exhibit(read(Path.of("library").resolve(file)), from, mail);
  }

  static Scenario read(Path file) throws Exception {
    return ScenarioReader.read(file).scenario().orElseThrow();
  }

  /** Whoever sends in a scenario. */
  static Callers callers(Scenario scenario) {
    World world = scenario.world();
    return new Callers(world.epochs().get(world.epochAt(scenario.clock())).topology());
  }

  /** Where a listener is. */
  String place(String name) {
    return lab.listeners().stream()
        .filter(l -> l.name().equals(name))
        .findFirst()
        .orElseThrow()
        .place();
  }

  /** When the lab opened, by the scenario. */
  Instant clock() {
    return scenario.clock();
  }

  /** The caller's call in memory. */
  Telnet.Call call(String host, int port) {
    return new Simulation(scenario.world()).telnet().call(caller, host, port, scenario.clock());
  }

  /** Waits for a line of the lab's journal. */
  String line(String pattern) throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      Optional<String> line = told.stream().filter(l -> l.matches(pattern)).findFirst();
      if (line.isPresent()) {
        return line.get();
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no line " + pattern + " in " + told);
  }

  @Override
  public void close() {
    lab.close();
  }
}
