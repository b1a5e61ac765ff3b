package exsim.scenarios.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import exsim.scenarios.format.Scenario;
import exsim.scenarios.format.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that know nothing of exsim find in a lab what the scenario says. */
class RealClientsTest {
  private static final Path PAGE = Path.of("docs", "lab.md");

  @TempDir Path folder;
  private final List<String> told = new CopyOnWriteArrayList<>();
  private Lab lab;

  @AfterEach
  void close() {
    if (lab != null) {
      lab.close();
    }
  }

  private void open(String file) throws Exception {
    Scenario scenario = ScenarioReader.read(Path.of("library", file)).scenario().orElseThrow();
    lab =
        Lab.open(
            scenario,
            new Lab.Setup(false, Optional.empty(), Optional.empty()),
            Limits.USUAL,
            Loopback::pair,
            told::add);
  }

  private String port(String name) {
    String place =
        lab.listeners().stream()
            .filter(l -> l.name().equals(name))
            .findFirst()
            .orElseThrow()
            .place();
    return place.substring(place.indexOf(':') + 1);
  }

  static Stream<String> commands() throws IOException {
    return Files.readAllLines(PAGE).stream().filter(line -> line.contains("$PORT"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void every_command_of_the_page_works(String command) throws Exception {
    assumeTrue(Programs.there(command.substring(0, command.indexOf(' '))));
    open("first.json");
    Files.writeString(folder.resolve("message.txt"), "Subject: hi\n\nhello\n");
    Files.writeString(folder.resolve("main.cf"), "compatibility_level = 3.6\n");

    String output =
        Programs.run(
            folder,
            command
                .replace("$PORT", port("mx.partner.example:25"))
                .replace("$CA", lab.authorityFile().toString()));

    assertTrue(output.endsWith("exit 0"), output);
    for (int i = 0; i < 100 && told.stream().noneMatch(l -> l.startsWith("session")); i++) {
      Thread.sleep(50);
    }
    assertTrue(
        told.stream().anyMatch(l -> l.startsWith("session") && l.contains(" TLSv1.")),
        told + output);
  }

  @Test
  void the_page_names_every_client() throws IOException {
    assertEquals(
        List.of("swaks", "openssl", "curl", "posttls-finger", "posttls-finger", "posttls-finger"),
        commands().map(c -> c.substring(0, c.indexOf(' '))).toList());
  }

  /** openssl's words for each fault that a certificate of the table of Postfix's levels has. */
  @ParameterizedTest
  @CsvSource({
    "external/exim.json, mx.self-signed.example, 18 (self",
    "external/exim.json, mx.expired.example, 10 (certificate has expired",
    "external/exim.json, mx.other-name.example, 62 (hostname mismatch"
  })
  void openssl_finds_what_is_wrong_with_a_certificate(String file, String host, String fault)
      throws Exception {
    assumeTrue(Programs.there("openssl"));
    open(file);

    String output =
        Programs.run(
            folder,
            "openssl s_client -starttls smtp -crlf -connect 127.0.0.1:"
                + port(host + ":25")
                + " -CAfile "
                + lab.authorityFile()
                + " -verify_hostname "
                + host);

    assertTrue(
        output.toLowerCase(java.util.Locale.ROOT).contains("verify return code: " + fault), output);
  }
}
