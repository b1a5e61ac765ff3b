package exsim.scenarios.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.common.collect.ImmutableList;
import exsim.model.topology.World;
import exsim.scenarios.format.ScenarioReader;
import exsim.scenarios.text.LogFile;
import exsim.simulator.delivery.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolLogsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/exsim/scenarios/protocol");

  private static ImmutableList<LogFile> logs(String scenario) {
    World world =
        ScenarioReader.read(Path.of("library/onprem", scenario)).scenario().orElseThrow().world();
    return ProtocolLogs.of(world, Simulation.run(world));
  }

  /** LOG-001 to LOG-008, RTLS-004: whole logs of sessions with STARTTLS and of failed ones. */
  @Test
  void logs_are_as_they_were_looked_at() throws IOException {
    ImmutableList<LogFile> logs = logs("protocol-logs.json");

    assertEquals(
        List.of(
            "EX19/FrontEnd/ProtocolLog/SmtpReceive/RECV2026030208-1.LOG",
            "EX19/FrontEnd/ProtocolLog/SmtpSend/SEND2026030208-1.LOG",
            "EX19/Hub/ProtocolLog/SmtpSend/SEND2026030208-1.LOG"),
        logs.stream().map(LogFile::path).toList());
    golden("receive.log", logs.get(0).text());
    golden("front-end-send.log", logs.get(1).text());
    golden("send.log", logs.get(2).text());
  }

  @Test
  void the_same_run_gives_the_same_bytes() {
    assertEquals(
        logs("protocol-logs.json").stream().map(LogFile::text).toList(),
        logs("protocol-logs.json").stream().map(LogFile::text).toList());
  }

  @Test
  void what_has_a_comma_or_a_quote_is_quoted() {
    LogFile log =
        new LogFolder("EX1", "Hub", LogFolder.Kind.SEND, LogStyle.LATER).file(Instant.EPOCH);
    log.add(List.of("plain", "a, b", "say \"x\"", ""));

    assertTrue(log.text().endsWith("\r\nplain,\"a, b\",\"say \"\"x\"\"\",\r\n"), log.text());
  }

  @Test
  void no_name_of_a_server_leads_out_of_the_folder() {
    assertEquals(
        "_/Hub/ProtocolLog/SmtpSend",
        new LogFolder("..", "Hub", LogFolder.Kind.SEND, LogStyle.LATER).path());
    assertEquals(
        ".._x/ProtocolLog/SmtpReceive",
        new LogFolder("../x", "", LogFolder.Kind.RECEIVE, LogStyle.E2010).path());
  }

  @ParameterizedTest
  @CsvSource({
    "CON, CON_",
    "nul, nul_",
    "com1, com1_",
    "Lpt9.old, Lpt9_.old",
    "EX1., EX1_",
    "CONTOSO, CONTOSO",
    "COM10, COM10"
  })
  void no_folder_has_a_name_that_windows_keeps(String server, String folder) {
    assertEquals(
        folder + "/ProtocolLog/SmtpSend",
        new LogFolder(server, "", LogFolder.Kind.SEND, LogStyle.LATER).path());
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
