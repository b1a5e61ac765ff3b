package exsim.scenarios.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.common.collect.ImmutableList;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.topology.World;
import exsim.scenarios.format.ScenarioReader;
import exsim.scenarios.text.LogFile;
import exsim.simulator.delivery.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTrackingTest {
  private static final Path GOLDEN = Path.of("src/test/resources/exsim/scenarios/tracking");

  private static World world(String scenario) {
    return ScenarioReader.read(Path.of("library/onprem", scenario))
        .scenario()
        .orElseThrow()
        .world();
  }

  private static ImmutableList<TrackedEvent> events(String scenario) {
    World world = world(scenario);
    return MessageTracking.events(world, Simulation.run(world));
  }

  /** What happened to a message: server, event and connector. */
  private static List<String> story(String scenario, String message) {
    return events(scenario).stream()
        .filter(e -> e.fields().getOrDefault(TrackingField.MESSAGE_ID, "").equals(message))
        .map(
            e ->
                e.server().name()
                    + " "
                    + e.what().source()
                    + " "
                    + e.what().event()
                    + " "
                    + e.fields().getOrDefault(TrackingField.CONNECTOR_ID, "-"))
        .toList();
  }

  /** LOG-010, and the form of the logs. */
  @Test
  void logs_are_as_they_were_looked_at() throws IOException {
    World world = world("message-tracking.json");
    ImmutableList<LogFile> logs = MessageTracking.logs(world, Simulation.run(world));

    assertEquals(
        List.of(
            "EX19/MessageTracking/MSGTRK2026030208-1.LOG",
            "EX19/MessageTracking/MSGTRK2026030209-1.LOG",
            "EX19/MessageTracking/MSGTRKMD2026030208-1.LOG",
            "EX19/MessageTracking/MSGTRKMS2026030208-1.LOG",
            "EX19/MessageTracking/MSGTRKMS2026030209-1.LOG"),
        logs.stream().map(LogFile::path).toList());
    golden("transport.log", logs.get(0).text());
    golden("delivery.log", logs.get(2).text());
    golden("submission.log", logs.get(3).text());
  }

  @Test
  void log_010_no_entry_names_a_connector_of_front_end_transport() {
    List<String> connectors =
        events("services-of-one-server.json").stream()
            .filter(e -> e.what().event() == TrackedEvent.Event.RECEIVE)
            .map(e -> e.fields().getOrDefault(TrackingField.CONNECTOR_ID, ""))
            .filter(c -> !c.isEmpty())
            .distinct()
            .toList();

    assertEquals(List.of("EX19\\Default EX19", "EX19\\Client Proxy EX19"), connectors);
  }

  @Test
  void a_send_connector_is_named_where_front_end_transport_makes_the_connection() {
    assertEquals(
        List.of(
            "EX19 STOREDRIVER RECEIVE -",
            "EX19 STOREDRIVER SUBMIT -",
            "EX19 SMTP RECEIVE EX19\\Default EX19",
            "EX19 SMTP SEND Internet"),
        story("outbound-proxy.json", "proxied"));
  }

  @Test
  void exchange_2010_reaches_into_mailboxes_itself() {
    assertEquals(
        List.of("HUB10 SMTP RECEIVE HUB10\\Default HUB10", "HUB10 STOREDRIVER DELIVER -"),
        story("exchange-2010-beside-2016.json", "in"));
    assertEquals(
        "HUB10 STOREDRIVER RECEIVE -", story("exchange-2010-beside-2016.json", "out").get(0));
  }

  @Test
  void an_edge_server_tracks_what_it_passes_on() {
    List<String> story = story("roles-and-edge.json", "in");

    assertEquals("EDGE SMTP RECEIVE EDGE\\Default internal receive connector EDGE", story.get(0));
    assertEquals("EDGE SMTP SEND EdgeSync - Inbound to Oslo", story.get(1));
  }

  @Test
  void a_message_that_expires_fails_in_its_queue_and_its_sender_is_told_twice() {
    List<String> tail =
        events("delay-and-expiry.json").stream()
            .filter(e -> e.server().name().equals("EX16"))
            .filter(
                e ->
                    e.what().event() == TrackedEvent.Event.FAIL
                        || e.what().event() == TrackedEvent.Event.DSN)
            .map(e -> e.at() + " " + e.what().source() + " " + e.what().event())
            .toList();

    assertEquals(
        List.of(
            "2026-03-02T12:00:00Z DSN DSN",
            "2026-03-04T08:00:00Z QUEUE FAIL",
            "2026-03-04T08:00:00Z DSN DSN"),
        tail);
  }

  @Test
  void the_null_reverse_path_is_told_of_nothing() {
    List<String> ends =
        events("delay-and-expiry.json").stream()
            .filter(e -> e.fields().getOrDefault(TrackingField.MESSAGE_ID, "").equals("nobody"))
            .filter(e -> e.what().event() == TrackedEvent.Event.FAIL)
            .map(e -> e.values().get(TrackingField.RETURN_PATH) + " " + e.what().source())
            .toList();

    assertEquals(List.of("<> QUEUE"), ends);
    assertTrue(
        events("delay-and-expiry.json").stream()
            .filter(e -> e.what().event() == TrackedEvent.Event.DSN)
            .noneMatch(e -> e.fields().getOrDefault(TrackingField.REFERENCE, "").equals("nobody")));
  }

  @Test
  void fields_are_those_of_the_version() {
    assertEquals(26, TrackingField.of(ExchangeVersion.E2010).size());
    assertEquals(27, TrackingField.of(ExchangeVersion.E2013).size());
    assertEquals(30, TrackingField.of(ExchangeVersion.E2016).size());
    assertEquals("network-message-id", TrackingField.NETWORK_MESSAGE_ID.text());
    assertEquals("NetworkMessageId", TrackingField.NETWORK_MESSAGE_ID.property());
    assertEquals("Recipients", TrackingField.RECIPIENT_ADDRESS.property());
  }

  private static void golden(String name, String text) throws IOException {
    Path file = GOLDEN.resolve(name);
    String lines = text.replace("\r\n", "\n");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, lines);
      fail(file + " was rewritten: look at it");
    }
    assertEquals(Files.readString(file), lines);
  }
}
