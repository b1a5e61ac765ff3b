package exsim.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunCommandTest {
  private static final String WORLD =
      """
      "mailSystems": [
        { "name": "here", "domains": ["here.example"] },
        { "name": "there", "domains": ["there.example"],
          "hosts": [{ "fqdn": "mx.there.example", "addresses": ["192.0.2.25"] }] } ],
      "dns": { "records": ["there.example. IN MX 10 mx.there.example.",
                           "mx.there.example. IN A 192.0.2.25"] },
      "messages": [{ "id": "m1", "from": "a@here.example", "to": "b@there.example",
                     "origin": "here" }]
      """;

  @TempDir Path folder;
  private String good;
  private String failing;
  private String bad;

  @BeforeEach
  void write_scenarios() throws IOException {
    good = write("good.json", expecting("delivered"));
    failing = write("failing.json", expecting("bounced"));
    bad = write("bad.json", "{ \"titel\": \"x\" }");
  }

  @Test
  void a_scenario_that_holds_exits_0_and_ends_in_its_count() {
    Ran ran = Ran.of("run", good);

    assertEquals(0, ran.code());
    assertEquals("", ran.err());
    assertTrue(ran.out().endsWith("\n1 held, 0 failed\n"), ran.out());
  }

  @Test
  void protocol_logs_go_to_a_folder_of_their_own_and_replace_earlier_ones() throws IOException {
    Path logs = folder.resolve("logs");
    String scenario = "library/onprem/protocol-logs.json";
    Path log = logs.resolve("EX19/Hub/ProtocolLog/SmtpSend/SEND2026030208-1.LOG");

    assertEquals(0, Ran.of("run", scenario, "--protocol-log", logs.toString()).code());
    String first = Files.readString(log);
    assertEquals(0, Ran.of("run", scenario, "--protocol-log", logs.toString()).code());
    assertEquals(first, Files.readString(log));

    Files.writeString(logs.resolve("EX19/notes.txt"), "mine");
    Ran refused = Ran.of("run", scenario, "--protocol-log", logs.toString());
    assertEquals(2, refused.code());
    assertEquals("", refused.out());
    assertTrue(refused.err().contains("holds EX19/notes.txt"), refused.err());
    assertEquals(first, Files.readString(log));
  }

  @Test
  void message_tracking_logs_go_to_a_folder_of_their_own_and_replace_earlier_ones()
      throws IOException {
    Path logs = folder.resolve("tracking");
    String scenario = "library/onprem/message-tracking.json";
    Path log = logs.resolve("EX19/MessageTracking/MSGTRKMD2026030208-1.LOG");

    assertEquals(0, Ran.of("run", scenario, "--message-tracking", logs.toString()).code());
    String first = Files.readString(log);
    assertEquals(0, Ran.of("run", scenario, "--message-tracking", logs.toString()).code());
    assertEquals(first, Files.readString(log));

    Files.writeString(logs.resolve("EX19/notes.txt"), "mine");
    Ran refused = Ran.of("run", scenario, "--message-tracking", logs.toString());
    assertEquals(2, refused.code());
    assertTrue(refused.err().contains("holds EX19/notes.txt"), refused.err());
    assertEquals(2, Ran.of("run", good, failing, "--message-tracking", folder + "/new").code());
  }

  @Test
  void tls_reports_go_to_a_folder_of_their_own_and_replace_earlier_ones() throws IOException {
    Path reports = folder.resolve("reports");
    String scenario = "library/online/tls-reports.json";
    Path one = reports.resolve("microsoft.com!partner.example!1772409600!1772495999.json");
    Path stale = reports.resolve("old.example!x.example!1!2.json");

    assertEquals(0, Ran.of("run", scenario, "--tls-report", reports.toString()).code());
    String first = Files.readString(one);
    Files.writeString(stale, "{}");
    assertEquals(0, Ran.of("run", scenario, "--tls-report", reports.toString()).code());
    assertEquals(first, Files.readString(one));
    assertTrue(Files.notExists(stale));

    Files.writeString(reports.resolve("notes.txt"), "mine");
    Ran refused = Ran.of("run", scenario, "--tls-report", reports.toString());
    assertEquals(2, refused.code());
    assertTrue(refused.err().contains("holds notes.txt"), refused.err());
    assertEquals(2, Ran.of("run", good, failing, "--tls-report", folder + "/new").code());
  }

  @Test
  void mail_flow_reports_go_to_a_folder_of_their_own_and_replace_earlier_ones() throws IOException {
    Path reports = folder.resolve("flow");
    String scenario = "library/online/mail-flow-reports.json";
    Path one = reports.resolve("contoso.onmicrosoft.com/queued-messages.csv");

    assertEquals(0, Ran.of("run", scenario, "--mail-flow-report", reports.toString()).code());
    String first = Files.readString(one);
    assertEquals(0, Ran.of("run", scenario, "--mail-flow-report", reports.toString()).code());
    assertEquals(first, Files.readString(one));

    Files.writeString(reports.resolve("contoso.onmicrosoft.com/notes.txt"), "mine");
    Ran refused = Ran.of("run", scenario, "--mail-flow-report", reports.toString());
    assertEquals(2, refused.code());
    assertTrue(refused.err().contains("holds contoso.onmicrosoft.com/notes.txt"), refused.err());
    assertEquals(2, Ran.of("run", good, failing, "--mail-flow-report", folder + "/new").code());
  }

  @Test
  void nothing_behind_a_link_and_no_folder_of_others_is_replaced_by_logs() throws IOException {
    Path notes = Files.createDirectories(folder.resolve("home/work")).resolve("notes.txt");
    Files.writeString(notes, "mine");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("home"));
    Path bare = Files.createDirectories(folder.resolve("bare/work"));

    Ran linked = Ran.of("run", good, "--protocol-log", link.toString());
    Ran holding = Ran.of("run", good, "--protocol-log", bare.getParent().toString());

    assertEquals(2, linked.code());
    assertTrue(linked.err().contains("link holds work"), linked.err());
    assertEquals("mine", Files.readString(notes));
    assertEquals(2, holding.code());
    assertTrue(Files.isDirectory(bare));
  }

  @Test
  void a_folder_that_cannot_be_written_exits_2() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "x");

    Ran under = Ran.of("run", good, "--protocol-log", file.resolve("logs").toString());
    Ran itself = Ran.of("run", good, "--protocol-log", file.toString());

    assertEquals(2, under.code());
    assertTrue(under.err().contains("protocol logs cannot be written here"), under.err());
    assertEquals(2, itself.code());
    assertEquals(2, Ran.of("run", good, failing, "--protocol-log", folder + "/new").code());
  }

  @Test
  void a_wrong_expectation_exits_1_and_shows_expected_beside_actual() {
    Ran ran = Ran.of("run", failing);

    assertEquals(1, ran.code());
    assertTrue(ran.out().contains("      expected  \"bounced\"\n      actual    \"delivered\"\n"));
    assertTrue(ran.out().endsWith("\n0 held, 1 failed\n"));
  }

  @Test
  void unusable_input_beats_a_failed_expectation() {
    Ran ran = Ran.of("run", failing, bad, good);

    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("bad.json:1:3: /titel: "), ran.err());
    assertTrue(ran.out().endsWith("\n1 held, 1 failed\n"));
  }

  @Test
  void a_missing_path_and_an_empty_folder_exit_2() throws IOException {
    String empty = Files.createDirectory(folder.resolve("empty")).toString();

    assertEquals(
        new Ran(2, "", empty + ": there is no *.json in this folder\n"), Ran.of("run", empty));
    assertEquals(2, Ran.of("run", folder.resolve("none.json").toString()).code());
  }

  @Test
  void several_files_make_an_array_and_one_an_object() {
    assertTrue(Ran.of("run", "--format", "json", good).out().startsWith("{\n"));
    Ran several = Ran.of("run", "--format", "json", good, failing);
    assertTrue(several.out().startsWith("[\n"), several.out());
    assertTrue(several.out().endsWith("]\n"));
  }

  @Test
  void the_same_scenario_gives_the_same_bytes() {
    for (String format : new String[] {"text", "json", "junit"}) {
      Ran once = Ran.of("run", "--format", format, good);
      assertEquals(once, Ran.of("run", "--format=" + format, good));
    }
  }

  @Test
  void one_message_of_the_command_line_replaces_the_scenarios_own() {
    Ran ran = Ran.of("run", failing, "--from", "x@here.example", "--to", "y@there.example");

    assertEquals(0, ran.code());
    assertTrue(ran.out().contains("DELIVERED  command-line: x@here.example → y@there.example\n"));
    assertTrue(ran.out().endsWith("\n0 held, 0 failed\n"));
  }

  @Test
  void its_origin_must_be_known_and_one() {
    Ran unknown = Ran.of("run", good, "--from", "x@nowhere.example", "--to", "y@there.example");
    Ran misspelt =
        Ran.of(
            "run",
            good,
            "--from",
            "x@here.example",
            "--to",
            "y@there.example",
            "--origin",
            "here1");

    assertEquals(2, unknown.code());
    assertTrue(unknown.err().contains("no system owns nowhere.example"), unknown.err());
    assertEquals(2, misspelt.code());
    assertTrue(misspelt.err().contains("did you mean `here`?"), misspelt.err());
  }

  @Test
  void an_unknown_message_is_told() {
    Ran ran = Ran.of("run", good, "--message", "m2");

    assertEquals(2, ran.code());
    assertEquals("there is no message `m2`; did you mean `m1`?\n", ran.err());
  }

  @Test
  void without_unicode_the_output_is_ascii() {
    Terminal ascii = new Terminal(false, false, StandardCharsets.US_ASCII, false);

    Ran ran = Ran.of(ascii, "run", good);

    assertTrue(ran.out().contains("here -> there mx"), ran.out());
    assertTrue(ran.out().chars().allMatch(c -> c < 128));
  }

  private static String expecting(String outcome) {
    return "{ \"title\": \"t\", "
        + WORLD
        + ", \"expect\": [{ \"message\": \"m1\", \"outcome\": \""
        + outcome
        + "\" }] }";
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void an_empty_path_is_no_file() {
    assertEquals(2, Ran.of("run", "").code());
    assertEquals("an empty PATH is no file\n", Ran.of("run", "").err());
    assertEquals("an empty PATH is no file\n", Ran.of("check", "").err());
  }

  @Test
  void scenarios_that_import_one_another_are_read_all_the_same() throws IOException {
    Path both = Files.createDirectory(folder.resolve("both"));
    String text = "{ \"title\": \"t\", \"mailSystems\": { \"import\": \"%s\" } }";
    Files.writeString(both.resolve("a.json"), text.formatted("b.json"));
    Files.writeString(both.resolve("b.json"), text.formatted("a.json"));
    Files.writeString(both.resolve("self.json"), text.formatted("self.json"));

    String err = Ran.of("check", both.toString()).err();

    for (String file : new String[] {"a.json", "b.json", "self.json"}) {
      assertTrue(err.contains(file + ":1:"), err);
    }
  }
}
