package exsim.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class AskWhoCanReachTest {
  private static final String FIRST = "library/first.json";
  private static final String CENTRALIZED = "library/hybrid/centralized-transport.json";

  private static Ran reach(String file, String host, String... options) {
    String[] all = new String[options.length + 1];
    all[0] = host;
    System.arraycopy(options, 0, all, 1, options.length);
    return Ran.asked(file, "who-can-reach", all);
  }

  @Test
  void senders_stand_with_the_connector_that_leads_there() {
    Ran ran = reach(FIRST, "mx.partner.example");

    assertEquals(0, ran.code(), ran.err());
    assertEquals(
        """
        proved: mx.partner.example takes messages of these and no others: EX19

        contoso by the Send connector Internet to mx.partner.example, port 25
          for      from EX19 as contoso.com, <> to partner.example, up to 36700160 bytes
          taken    250 2.0.0 Ok: queued
          path     contoso > partner

        covered  36 classes of messages, with nothing happening beyond the scenario; 36
                 runs, all of them
        """,
        ran.out());
  }

  @Test
  void a_host_goes_by_its_address_and_its_system_too() {
    String byName = reach(FIRST, "mx.partner.example").out().replace("mx.partner.example", "-");
    assertEquals(
        reach(FIRST, "192.0.2.25").out().replace("192.0.2.25", "-").lines().skip(3).toList(),
        byName.replace("-, port", "mx.partner.example, port").lines().skip(3).toList());
    assertEquals(0, reach(FIRST, "PARTNER").code());
  }

  @Test
  void services_of_one_server_are_no_hosts_of_each_other() {
    String out =
        reach(CENTRALIZED, "EX19", "--from", "contoso.com", "--to", "partner.example").out();

    assertTrue(out.contains("by the outbound connector Outbound to contoso"), out);
    assertFalse(out.contains("port 2525"), out);
    assertTrue(out.lines().allMatch(line -> line.length() <= 80), out);
  }

  @Test
  void hazards_open_other_ways() {
    String file = "library/onprem/backup-host.json";
    Ran usually = reach(file, "mx2.provider.example");
    assertTrue(usually.out().startsWith("proved: no message comes to mx2"), usually.out());

    Ran down = reach(file, "mx2.provider.example", "--under", "down");
    assertEquals(0, down.code());
    assertTrue(
        down.out()
            .contains("  when     mx1.partner.example is down or cannot be reached from contoso\n"),
        down.out());

    Ran later = reach(file, "mx2.provider.example", "--until", "P2D");
    assertTrue(later.out().contains("sent at 2026-03-03T08:00:00Z\n"), later.out());
    assertFalse(later.out().contains("  when "), later.out());
  }

  @Test
  void nobody_is_an_answer_too() {
    Ran ran = reach(FIRST, "contoso", "--from", "contoso.com");
    assertEquals(0, ran.code());
    assertTrue(ran.out().startsWith("proved: no message comes to contoso\n"), ran.out());
    String json = reach(FIRST, "contoso", "--from", "contoso.com", "--format", "json").out();
    assertTrue(json.contains("\"senders\": []"), json);
  }

  @Test
  void what_was_not_gone_through_is_not_proved() {
    Ran ran =
        reach(CENTRALIZED, "EX19", "--under", "all", "--to", "partner.example", "--runs", "2");
    assertEquals(3, ran.code(), ran.out());
    assertTrue(ran.out().startsWith("not proved: not everything was gone through"), ran.out());
  }

  @Test
  void what_cannot_be_asked_is_said() {
    Ran none = Ran.of("ask", FIRST, "who-can-reach");
    assertEquals(2, none.code());
    assertTrue(none.err().contains("there is no HOST behind it"), none.err());
    Ran near = reach(FIRST, "mx.partner.exampel");
    assertEquals(2, near.code());
    assertTrue(near.err().contains("did you mean `mx.partner.example`?"), near.err());
    assertEquals(2, reach(FIRST, "").code());
    assertEquals(2, reach(FIRST, "mx.partner.example", "--size", "3").code());
    assertEquals(2, reach(FIRST, "mx.partner.example", "--within", "soon").code());
  }
}
