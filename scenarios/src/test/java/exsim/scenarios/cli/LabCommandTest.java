package exsim.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class LabCommandTest {
  private static final String FIRST = "library/first.json";

  @Test
  void it_prints_the_ca_and_its_listeners_and_closes_when_its_time_is_over() {
    Ran ran = Ran.of("lab", FIRST, "--for", "1s");

    assertEquals(0, ran.code());
    assertEquals("", ran.err());
    String[] lines = ran.out().split("\n");
    assertTrue(lines[0].matches("CA file {16}\\S+ca\\.pem"), lines[0]);
    assertTrue(lines[1].matches("ex19\\.contoso\\.com:25    127\\.0\\.0\\.1:\\d+"), lines[1]);
    assertTrue(
        lines[lines.length - 1].matches("mx\\.partner\\.example:25  127\\.0\\.0\\.1:\\d+"),
        ran.out());
  }

  @Test
  void what_cannot_be_used_is_told() {
    assertEquals(2, Ran.of("lab").code());
    assertEquals(2, Ran.of("lab", "library/none.json").code());
    Ran time = Ran.of("lab", FIRST, "--for", "soon");
    assertEquals(2, time.code());
    assertTrue(time.err().contains("30s, 5m or 1h, not `soon`"), time.err());
    Ran from = Ran.of("lab", FIRST, "--from", "partnr");
    assertEquals(2, from.code());
    assertTrue(from.err().contains("partner"), from.err());
    Ran folder = Ran.of("lab", FIRST, "--deliver-to", "pom.xml");
    assertEquals(2, folder.code());
    assertTrue(folder.err().contains("pom.xml"), folder.err());
  }
}
