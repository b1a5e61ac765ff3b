package exsim.scenarios.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import exsim.model.net.IpAddress;
import exsim.scenarios.format.Scenario;
import exsim.scenarios.replay.LibraryFiles;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Door;
import exsim.simulator.delivery.Hop;
import exsim.simulator.delivery.Simulation;
import exsim.simulator.delivery.Telnet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** openssl finds at every kind of listener that a hop of the library leads to what is predicted. */
class OpensslFindingsTest {
  private static final int AT_ONCE = 3;

  @TempDir Path temp;

  /** A caller in a scenario. */
  private record Place(Path file, String from) {}

  /** A listener as a caller sees it. */
  private record Seen(Door door, Finding predicted) {}

  @Test
  void it_finds_what_is_predicted_for_the_hops_of_the_library() throws Exception {
    assumeTrue(Programs.there("openssl"));
    Map<Place, List<Seen>> all = new LinkedHashMap<>();
    Set<Finding> kinds = new HashSet<>();
    for (Path file : LibraryFiles.scenarios()) {
      add(file, all, kinds);
    }
    List<Callable<List<String>>> tasks = new ArrayList<>();
    all.forEach((place, seen) -> tasks.add(() -> differences(place, seen)));
    List<String> differences = new ArrayList<>();
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      for (Future<List<String>> done : workers.invokeAll(tasks)) {
        differences.addAll(done.get());
      }
    } finally {
      workers.shutdownNow();
    }
    assertEquals("", String.join("\n", differences));
    assertTrue(kinds.size() > 100, () -> "only " + kinds.size() + " kinds of listener");
  }

  /** The listeners that a hop connected to and that show what none before showed. */
  private static void add(Path file, Map<Place, List<Seen>> all, Set<Finding> kinds)
      throws Exception {
    Scenario scenario = Exhibit.read(file);
    Simulation simulation = new Simulation(scenario.world());
    Callers callers = Exhibit.callers(scenario);
    List<Door> doors = simulation.doors(scenario.clock());
    Set<List<Object>> asked = new HashSet<>();
    for (Delivery delivery : Simulation.run(scenario.world())) {
      for (Hop hop : delivery.hops()) {
        Optional<IpAddress> address = hop.to().address();
        String from = caller(callers, hop);
        Optional<Door> door =
            doors.stream()
                .filter(d -> d.port() == hop.to().port())
                .filter(d -> address.filter(d.address()::equals).isPresent())
                .findFirst();
        if (door.isEmpty() || !asked.add(List.of(door.get(), from))) {
          continue;
        }
        String host = door.get().host();
        Telnet.Call call =
            simulation
                .telnet()
                .call(callers.named(from), host, door.get().port(), scenario.clock());
        Finding predicted = Finding.predicted(call, host, scenario.clock());
        if (kinds.add(predicted)) {
          all.computeIfAbsent(new Place(file, from), p -> new ArrayList<>())
              .add(new Seen(door.get(), predicted));
        }
      }
    }
  }

  /** By name, or by address where a system that sends has no host. */
  private static String caller(Callers callers, Hop hop) {
    String system = hop.from().system();
    return callers.all().stream().anyMatch(c -> c.system().equals(system))
        ? system
        : hop.contact().from().toString();
  }

  private List<String> differences(Place place, List<Seen> all) throws Exception {
    List<String> differences = new ArrayList<>();
    Path folder = Files.createTempDirectory(temp, "openssl");
    try (Exhibit exhibit =
        new Exhibit(Exhibit.read(place.file()), Optional.of(place.from()), Optional.empty())) {
      for (Seen seen : all) {
        String host = seen.door().host();
        String output =
            Programs.run(
                folder,
                "openssl s_client -starttls smtp -crlf -min_protocol TLSv1"
                    + " -cipher DEFAULT:@SECLEVEL=0 -connect "
                    + exhibit.place(host + ":" + seen.door().port())
                    + " -CAfile "
                    + exhibit.lab.authorityFile()
                    + (IpAddress.isLiteral(host) ? "" : " -verify_hostname " + host));
        Finding found = Finding.of(output);
        if (!found.equals(seen.predicted())) {
          differences.add(
              place
                  + " > "
                  + host
                  + "\n  predicted "
                  + seen.predicted()
                  + "\n  found     "
                  + found);
        }
      }
    }
    return differences;
  }
}
