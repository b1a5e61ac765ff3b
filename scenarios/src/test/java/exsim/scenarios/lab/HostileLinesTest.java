package exsim.scenarios.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.scenarios.format.Scenario;
import exsim.scenarios.format.ScenarioReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Whatever a client sends: the server answers or hangs up, and TLS is never gone around. */
class HostileLinesTest {
  private static final int SESSIONS = 250;
  private static final long SEED = 20_110_411;
  private static final Limits LIMITS =
      new Limits(
          100,
          400,
          300,
          1_000,
          500,
          5_000,
          200,
          5,
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          100_000);

  private static final List<String> PIECES =
      List.of(
          "EHLO x.example",
          "HELO x.example",
          "EHLO",
          "EHLO \u0000\u0001",
          "STARTTLS",
          "STARTTLS now",
          "starttls ",
          "MAIL FROM:<a@x.example>",
          "MAIL FROM:<>",
          "MAIL FROM:<a@x.example> SIZE=99999999999999999999",
          "MAIL FROM:<a@x.example> REQUIRETLS AUTH=<>",
          "MAIL FROM:<\"a b\"@[127.0.0.1]>",
          "MAIL FROM: a@x.example\rMAIL FROM:<b@x.example>",
          "RCPT TO:<a@strict.example>",
          "RCPT TO:<@relay.example:a@strict.example>",
          "RCPT TO:<a@" + "y".repeat(280) + ">",
          "DATA",
          ".",
          "..",
          "\n.\n",
          "\r.\r",
          "BDAT 3",
          "BDAT 3 LAST",
          "BDAT 0 LAST",
          "BDAT -1",
          "BDAT 2147483647 LAST",
          "AUTH LOGIN",
          "AUTH PLAIN AGEAYg==",
          "AUTH PLAIN =",
          "AUTH",
          "*",
          "X-EXPS GSSAPI EX19",
          "X-ANONYMOUSTLS",
          "RSET",
          "NOOP",
          "VRFY root",
          "\u00ff\u00fe\u0080",
          "\t",
          "",
          "z".repeat(2_000),
          "GET / HTTP/1.1");

  private final List<String> told = new CopyOnWriteArrayList<>();

  @Test
  void a_host_that_demands_tls_takes_nothing_in_clear_whatever_is_sent() throws Exception {
    Scenario scenario =
        ScenarioReader.read(Path.of("library", "external", "postfix-levels.json"))
            .scenario()
            .orElseThrow();
    Random random = new Random(SEED);
    try (Lab lab =
        Lab.open(
            scenario,
            new Lab.Setup(false, Optional.empty(), Optional.empty()),
            LIMITS,
            Loopback::pair,
            told::add)) {
      String place =
          lab.listeners().stream()
              .filter(l -> l.name().equals("mx.strict.example:25"))
              .findFirst()
              .orElseThrow()
              .place();
      int replies = 0;
      for (int i = 0; i < SESSIONS; i++) {
        replies += session(place, random);
      }
      assertTrue(replies > SESSIONS * 3, "only " + replies + " replies");
      // and an honest client is still served
      try (TypedLine line = new TypedLine(place)) {
        assertTrue(line.reply().startsWith("220 "));
        assertTrue(line.say("EHLO x.example").startsWith("250-"));
        assertTrue(line.say("STARTTLS").startsWith("220 "));
        line.secure();
        line.say("EHLO x.example");
        assertTrue(line.say("MAIL FROM:<a@x.example>").startsWith("250 "));
      }
    }
    assertEquals(
        List.of(),
        told.stream()
            .filter(l -> l.startsWith("delivered") || l.contains("fault of exsim"))
            .toList());
  }

  /** Sends some lines at once and reads what comes; how many replies that were. */
  private static int session(String place, Random random) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 1 + random.nextInt(20); i > 0; i--) {
      String line = PIECES.get(random.nextInt(PIECES.size()));
      if (random.nextInt(8) == 0) {
        line = scrambled(line, random);
      }
      lines.append(line).append(random.nextInt(30) == 0 ? "\n" : "\r\n");
    }
    int replies = 0;
    boolean greeted = false;
    try (TypedLine line = new TypedLine(place)) {
      line.raw(lines.toString());
      line.finish();
      for (String reply = line.reply(); !reply.isEmpty(); reply = line.reply()) {
        replies++;
        assertTrue(reply.matches("(?s)[2-5][0-9]{2}[ -].*"), reply);
        assertFalse(reply.startsWith("354 "), "DATA in clear behind " + lines);
        assertFalse(reply.startsWith("250 2.1.0 "), "MAIL in clear behind " + lines);
        if (greeted && reply.startsWith("220 ")) {
          break; // the client that wants TLS here sends none
        }
        greeted = true;
      }
    } catch (IOException e) {
      return replies; // the server hung up on somebody who still talked
    }
    return replies;
  }

  private static String scrambled(String line, Random random) {
    StringBuilder text = new StringBuilder(line);
    for (int i = 0; i < 3 && text.length() > 0; i++) {
      text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(256));
    }
    return text.toString();
  }
}
