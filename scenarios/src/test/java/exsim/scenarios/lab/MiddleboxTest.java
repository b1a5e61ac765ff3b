package exsim.scenarios.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands on the way of somebody stands on the way of whoever counts as him. */
class MiddleboxTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "onprem/middleboxes.json, contoso, mx.stripped.example, not offered",
    "onprem/middleboxes.json, , mx.stripped.example, up",
    "onprem/middleboxes.json, EX16, mx.masked.example, not offered",
    "onprem/middleboxes.json, , mx.rewritten.example, not offered",
    "onprem/middleboxes.json, contoso, mx.blocked.example, nothing",
    "onprem/middleboxes.json, , mx.blocked.example, up",
    "onprem/failed-handshakes.json, contoso, mx.disturbed.example, broken",
    "onprem/failed-handshakes.json, , mx.disturbed.example, up",
    "incidents/sender-demands-tls-and-the-cloud-shows-none.json, 192.0.2.77,"
        + " contoso-com.mail.protection.outlook.com, not offered",
    "incidents/sender-demands-tls-and-the-cloud-shows-none.json, 198.51.100.7,"
        + " contoso-com.mail.protection.outlook.com, up"
  })
  void openssl_meets_what_its_caller_meets(String file, String from, String host, String what)
      throws Exception {
    assumeTrue(Programs.there("openssl"));
    Optional<String> caller = Optional.ofNullable(from);
    try (Exhibit exhibit = Exhibit.of(file, caller, Optional.empty())) {
      String output =
          Programs.run(
              folder,
              "openssl s_client -starttls smtp -crlf -connect "
                  + exhibit.place(host + ":25")
                  + " -CAfile "
                  + exhibit.lab.authorityFile());
      Finding found = Finding.of(output);

      assertEquals(what, words(found, exhibit, host), output);
      assertTrue(exhibit.line("session .*").contains(" > " + host + ":25"), exhibit.told::toString);
    }
  }

  private static String words(Finding found, Exhibit exhibit, String host) throws Exception {
    Finding predicted = Finding.predicted(exhibit.call(host, 25), host, exhibit.clock());
    assertEquals(predicted.offered(), found.offered());
    assertEquals(predicted.version(), found.version());
    if (!found.version().isEmpty()) {
      return "up";
    }
    if (found.offered()) {
      return "broken";
    }
    try (TypedLine line = new TypedLine(exhibit.place(host + ":25"))) {
      return line.reply().isEmpty() ? "nothing" : "not offered";
    }
  }
}
