package exsim.scenarios.shell;

import com.google.common.collect.ImmutableList;
import exsim.model.topology.World;
import exsim.scenarios.format.Reading;
import exsim.scenarios.format.Scenario;
import exsim.scenarios.format.ScenarioReader;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problem;
import exsim.scenarios.json.Spot;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A scenario that somebody changes by typing. Every change is an entry of its timeline and every
 * message one of its messages, so that what was typed can be saved and run again.
 */
final class Workbench {
  private final String name;
  private final Path folder;
  private Located.Obj document;
  private Scenario scenario;
  private Instant now;
  private int sent;

  /** A scenario without faults, at its clock. */
  Workbench(Path file, Located.Obj document, Scenario scenario) {
    this.name = file.toString();
    this.folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    this.document = document;
    this.scenario = scenario;
    this.now = scenario.clock();
  }

  Scenario scenario() {
    return scenario;
  }

  Instant now() {
    return now;
  }

  /** The scenario as it would be saved. */
  Located.Obj document() {
    return document;
  }

  /** The normalized document that holds now. */
  Located.Obj current() {
    return scenario.documents().get(scenario.world().epochAt(now));
  }

  /** A world of all messages so far, and what becomes of them until now. */
  Simulation simulation() {
    World world = scenario.world();
    return new Simulation(new World(world.epochs(), world.messages(), now));
  }

  /** What became of the messages so far. */
  ImmutableList<Delivery> deliveries() {
    Simulation simulation = simulation();
    return scenario.world().messages().stream()
        .filter(m -> !m.at().isAfter(now))
        .flatMap(m -> simulation.deliveries(m).stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** Lets time pass. */
  void sleep(Duration duration) {
    now = now.plus(duration);
  }

  /** A number for the next thing that needs a name. */
  int next() {
    return ++sent;
  }

  /**
   * Runs a cmdlet that changes something.
   *
   * @param on the organization, tenant or server where it is typed
   * @return what is wrong with it; then nothing has changed
   */
  Reading run(String on, String command) {
    Located.Obj entry =
        object().with("at", text(now.toString())).with("on", text(on)).with("run", text(command));
    return adopt(added(document, "timeline", entry));
  }

  /** Adds objects to sections of the scenario; the same as for a cmdlet. */
  Reading add(String section, Located.Obj entry, String section2, Located.Obj entry2) {
    return adopt(added(added(document, section, entry), section2, entry2));
  }

  /** Adds an object to a section. */
  Reading add(String section, Located.Obj entry) {
    return adopt(added(document, section, entry));
  }

  private Reading adopt(Located.Obj changed) {
    Reading reading = ScenarioReader.of(name, changed, folder);
    if (reading.scenario().isPresent()) {
      document = changed;
      scenario = reading.scenario().get();
    }
    return reading;
  }

  private Located.Obj added(Located.Obj to, String section, Located entry) {
    Spot spot = Spot.ofFile(name).at("/" + section);
    ImmutableList.Builder<Located> items = ImmutableList.builder();
    to.member(section).map(Located.Member::value).ifPresent(v -> items.addAll(itemsOf(v)));
    return to.with(section, new Located.Arr(spot, items.add(entry).build()));
  }

  private static ImmutableList<Located> itemsOf(Located value) {
    return value instanceof Located.Arr array ? array.items() : ImmutableList.of(value);
  }

  /** An empty object that was typed here. */
  Located.Obj object() {
    return new Located.Obj(typed(), ImmutableList.of());
  }

  /** Text that was typed here. */
  Located.Text text(String text) {
    return new Located.Text(typed(), text);
  }

  private Spot typed() {
    return Spot.ofFile(name).at("/timeline/typed");
  }

  /** A fault as the prompt shows it: the place is the line that was just typed. */
  static String shown(Problem problem) {
    String what =
        problem.what().replaceFirst("^after this entry: ", "").replace(" (/timeline/typed)", "");
    String help = problem.help().replace("`--on`", "`Enter-PSSession`");
    return help.isEmpty() ? what : what + "; " + help;
  }
}
