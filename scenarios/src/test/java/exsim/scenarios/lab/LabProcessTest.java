package exsim.scenarios.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A lab as a process of its own: what it tells while mail fails, and how a signal ends it. */
@DisabledOnOs(OS.WINDOWS)
class LabProcessTest {
  private static final String SCENARIO =
      """
      {
        "title": "A host that refuses and one that does not answer",
        "onPremises": [{ "name": "contoso", "acceptedDomains": ["contoso.com"],
          "servers": [{ "name": "EX19", "version": "2019", "fqdn": "ex19.contoso.com",
            "receiveConnectors": [{ "Name": "Relay", "TransportRole": "FrontendTransport",
              "Bindings": ["0.0.0.0:25"], "RemoteIPRanges": ["0.0.0.0-255.255.255.255"],
              "AuthMechanism": "Tls, ExternalAuthoritative", "PermissionGroups": "ExchangeServers" }] }],
          "sendConnectors": [{ "Name": "Internet", "AddressSpaces": "SMTP:*;1" }] }],
        "mailSystems": [
          { "name": "strict", "domains": ["strict.example"],
            "hosts": [{ "fqdn": "mx.strict.example", "addresses": ["192.0.2.1"], "requireTls": true }] },
          { "name": "down", "domains": ["down.example"],
            "hosts": [{ "fqdn": "mx.down.example", "addresses": ["192.0.2.2"] }] }],
        "network": [
          { "to": "mx.down.example", "effect": "block" },
          { "to": "mx.strict.example", "effect": "stripStartTls" }],
        "dns": { "records": [
          "strict.example. MX 10 mx.strict.example.", "mx.strict.example. A 192.0.2.1",
          "down.example. MX 10 mx.down.example.", "mx.down.example. A 192.0.2.2"] },
        "messages": []
      }
      """;

  @TempDir Path folder;
  private Process process;

  @AfterEach
  void end() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @Test
  void mail_that_fails_is_told_of_and_a_signal_closes_it() throws Exception {
    Path file = Files.writeString(folder.resolve("scenario.json"), SCENARIO);
    Path err = folder.resolve("err");
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "exsim.scenarios.cli.Main",
                "lab",
                file.toString(),
                "--from",
                "EX19")
            .redirectError(err.toFile())
            .start();
    Map<String, String> places = new TreeMap<>();
    try (BufferedReader out = process.inputReader()) {
      while (!places.containsKey("mx.strict.example:25")) {
        String[] words = out.readLine().split(" {2,}");
        places.put(words[0], words[1]);
      }
      Path authority = Path.of(places.get("CA file"));
      assertTrue(Files.exists(authority));
      send(places);

      String queued = told(err, "queued +m\\d\\S* .*x@down\\.example.* \\(again in \\d+ s\\)");
      String returned = told(err, "returned +m\\d\\S* .*x@strict\\.example.* 530 .*");
      assertTrue(queued.contains("contoso"), queued);
      assertTrue(returned.contains("contoso"), returned);

      process.destroy();
      assertTrue(process.waitFor(20, TimeUnit.SECONDS), "it does not close");
      assertEquals(0, process.exitValue());
      assertFalse(Files.exists(authority.getParent()), "certificates are left");
    }
  }

  private static void send(Map<String, String> places) throws Exception {
    try (TypedLine line = new TypedLine(places.get("ex19.contoso.com:25"))) {
      List<String> replies = new ArrayList<>();
      line.reply();
      for (String command :
          List.of(
              "EHLO x.example",
              "MAIL FROM:<alice@contoso.com>",
              "RCPT TO:<x@down.example>",
              "RCPT TO:<x@strict.example>",
              "DATA",
              "Subject: hi\r\n\r\nhello\r\n.")) {
        replies.add(line.say(command));
      }
      assertTrue(replies.get(5).startsWith("250 2.6.0 "), replies.toString());
    }
  }

  private static String told(Path err, String pattern) throws Exception {
    for (int i = 0; i < 200; i++) {
      for (String line : Files.readAllLines(err)) {
        if (line.matches(pattern)) {
          return line;
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no line " + pattern + " in\n" + Files.readString(err));
  }
}
