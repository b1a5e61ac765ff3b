package exsim.scenarios.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import exsim.scenarios.format.Scenario;
import exsim.scenarios.format.ScenarioReader;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.delivery.Simulation;
import exsim.simulator.tls.Authentication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Postfix's own posttls-finger, at the level of each sender, finds what the sender is said to. */
class PostfixLevelsTest {
  private static final Path FILE = Path.of("library", "external", "postfix-levels.json");
  private static final Pattern UP =
      Pattern.compile("(Anonymous|Untrusted|Trusted|Verified) TLS connection .*: (TLSv1\\.[0-3]) ");

  @TempDir Path folder;

  @Test
  void each_level_finds_at_each_host_what_is_predicted() throws Exception {
    assumeTrue(Programs.there("posttls-finger"));
    Scenario scenario = ScenarioReader.read(FILE).scenario().orElseThrow();
    Files.writeString(folder.resolve("main.cf"), "compatibility_level = 3.6\n");
    List<String> predicted = new ArrayList<>();
    List<String> found = new ArrayList<>();
    try (Lab lab =
        Lab.open(
            scenario,
            new Lab.Setup(false, Optional.empty(), Optional.empty()),
            Limits.USUAL,
            Loopback::pair,
            line -> {})) {
      for (Delivery delivery : Simulation.run(scenario.world())) {
        String level = delivery.message().id();
        if (level.equals("none")) {
          continue; // at that level the program does not say what it is offered
        }
        Hop hop = delivery.hops().get(0);
        String domain = delivery.recipient().toString().replaceFirst(".*@", "");
        String pair = level + " " + domain + " ";
        predicted.add(pair + predicted(hop, level));
        found.add(pair + found(lab, hop.to().host(), level, domain));
      }
    }
    assertEquals(predicted, found);
    assertTrue(found.size() > 15, found::toString);
  }

  private static String predicted(Hop hop, String level) {
    String offered = hop.tls().offered().orElseThrow() ? "offered" : "not offered";
    boolean proves = level.equals("verify") || level.equals("secure");
    return offered
        + hop.tls().established().map(e -> ", " + e.version().text()).orElse("")
        + (proves && hop.tls().authentication() != Authentication.NONE ? ", verified" : "");
  }

  private String found(Lab lab, String host, String level, String domain) throws Exception {
    String place =
        lab.listeners().stream()
            .filter(l -> l.name().equals(host + ":25"))
            .findFirst()
            .orElseThrow()
            .place();
    String output =
        Programs.run(
            folder,
            "posttls-finger -c -l "
                + level
                + " -F "
                + lab.authorityFile()
                + " "
                + place
                + " "
                + (level.equals("secure") ? domain + " ." + domain : host));
    Matcher up = UP.matcher(output);
    boolean offered =
        output.contains("TLS connection established")
            || output.contains("SSL_connect error")
            || output.contains("STARTTLS rejected");
    return (offered ? "offered" : "not offered")
        + (up.find()
            ? ", " + up.group(2) + (up.group(1).equals("Verified") ? ", verified" : "")
            : "");
  }
}
