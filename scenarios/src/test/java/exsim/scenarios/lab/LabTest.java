package exsim.scenarios.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import exsim.model.InvalidValueException;
import exsim.scenarios.format.Scenario;
import exsim.scenarios.format.ScenarioReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lab on a small scenario, and a plain client that says what it likes. */
class LabTest {
  private static final Limits TIGHT =
      new Limits(
          4,
          400,
          600,
          12_288,
          2_000,
          20_000,
          30,
          3,
          Duration.ofSeconds(6),
          Duration.ofSeconds(20),
          100);

  @TempDir Path mail;
  private final List<String> told = new CopyOnWriteArrayList<>();
  private Lab lab;

  @BeforeEach
  void open() throws Exception {
    lab = open(new Lab.Setup(false, Optional.empty(), Optional.of(mail)));
  }

  private Lab open(Lab.Setup setup) throws Exception {
    Scenario scenario =
        ScenarioReader.read(Path.of("library", "first.json")).scenario().orElseThrow();
    return Lab.open(scenario, setup, TIGHT, Loopback::pair, told::add);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private TypedLine partner() throws Exception {
    return to("mx.partner.example:25");
  }

  private TypedLine to(String name) throws Exception {
    return new TypedLine(
        lab.listeners().stream()
            .filter(l -> l.name().equals(name))
            .findFirst()
            .orElseThrow()
            .place());
  }

  private static void begin(TypedLine line) throws Exception {
    assertTrue(line.reply().startsWith("220 "));
    assertTrue(line.say("EHLO client.example").startsWith("250-"));
    assertEquals("250 2.1.0 Ok", line.say("MAIL FROM:<a@client.example> BODY=8BITMIME RET=HDRS"));
    assertEquals("250 2.1.5 Ok", line.say("RCPT TO:<bob@partner.example> NOTIFY=NEVER"));
  }

  private String arrived() throws Exception {
    for (int i = 0; i < 200; i++) {
      try (Stream<Path> files = Files.list(mail)) {
        Optional<Path> file = files.filter(f -> f.toString().endsWith(".eml")).findFirst();
        if (file.isPresent()) {
          return Files.readString(file.get());
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("nothing arrived: " + told);
  }

  @Test
  void everything_listens_on_loopback_and_a_port_recalls_its_own() {
    assertTrue(lab.listeners().stream().allMatch(l -> l.place().startsWith("127.0.0.1:")));
    assertTrue(
        lab.listeners().stream()
            .filter(l -> l.name().endsWith(":25"))
            .allMatch(l -> l.place().endsWith("025")));
    assertTrue(Files.exists(lab.authorityFile()));
  }

  @Test
  void a_message_is_relayed_inside_the_organization_and_keeps_its_trace() throws Exception {
    try (TypedLine line = to("ex19.contoso.com:25")) {
      line.reply();
      line.say("EHLO mx.partner.example");
      line.say("MAIL FROM:<bob@partner.example>");
      assertEquals("250 2.1.5 Recipient OK", line.say("RCPT TO:<alice@contoso.com>"));
      line.say("DATA");
      assertTrue(line.say("Subject: hi\r\n\r\n..dot\r\n.").startsWith("250 2.6.0 "));
    }

    List<String> lines = arrived().lines().toList();

    assertEquals(3, lines.stream().filter(l -> l.startsWith("Received: ")).count());
    assertTrue(lines.get(0).contains("via Mailbox Transport"), lines.get(0));
    assertTrue(lines.get(2).startsWith("Received: from mx.partner.example (203.0.113.250)"));
    assertEquals(".dot", lines.get(lines.size() - 1));
    assertTrue(told.stream().anyMatch(l -> l.startsWith("hop ")), told.toString());
  }

  @Test
  void nothing_is_relayed_to_who_is_none_of_the_scenario() throws Exception {
    try (TypedLine line = to("ex19.contoso.com:25")) {
      line.reply();
      line.say("EHLO mx.partner.example");
      line.say("MAIL FROM:<bob@partner.example>");

      assertTrue(line.say("RCPT TO:<x@elsewhere.example>").startsWith("550 5.7.54 "));
    }
  }

  @Test
  void pipelined_commands_are_answered_in_order() throws Exception {
    try (TypedLine line = partner()) {
      line.reply();
      line.raw(
          "EHLO client.example\r\nMAIL FROM:<a@client.example>\r\nRCPT TO:<bob@partner.example>\r\n"
              + "DATA\r\nSubject: p\r\n\r\n.\r\nQUIT\r\n");

      assertTrue(line.reply().startsWith("250-"));
      assertEquals("250 2.1.0 Ok", line.reply());
      assertEquals("250 2.1.5 Ok", line.reply());
      assertTrue(line.reply().startsWith("354 "));
      assertTrue(line.reply().startsWith("250 2.0.0 "));
      assertTrue(line.reply().startsWith("221 "));
      assertEquals("", line.reply());
    }
  }

  @Test
  void a_message_comes_in_chunks() throws Exception {
    try (TypedLine line = partner()) {
      begin(line);
      line.raw("BDAT 12\r\nSubject: c\r\nBDAT 5 LAST\r\n\r\nh\nx");

      assertTrue(line.reply().startsWith("250 2.6.0 CHUNK received OK, 12 octets"));
      assertTrue(line.reply().startsWith("250 2.0.0 "));
    }
    assertTrue(arrived().endsWith("Subject: c\r\n\r\nh\r\nx\r\n"));
  }

  @Test
  void a_chunk_out_of_order_is_swallowed_whole() throws Exception {
    try (TypedLine line = partner()) {
      line.reply();
      line.say("EHLO client.example");
      line.raw("BDAT 6 LAST\r\nQUIT\r\n");

      assertTrue(line.reply().startsWith("503 "));
      assertEquals("250 2.0.0 OK", line.say("NOOP"));
    }
  }

  /** RFC 3207 section 6: a command that waits behind STARTTLS was never said inside TLS. */
  @Test
  void what_is_sent_in_clear_behind_starttls_is_thrown_away() throws Exception {
    try (TypedLine line = partner()) {
      line.reply();
      line.say("EHLO client.example");
      line.raw("STARTTLS\r\nEHLO evil.example\r\nMAIL FROM:<evil@evil.example>\r\n");
      assertTrue(line.reply().startsWith("220 "));
      line.secure();

      assertTrue(line.say("RCPT TO:<bob@partner.example>").startsWith("503 "));
      assertTrue(line.say("EHLO client.example").startsWith("250-"));
      line.say("QUIT");
    }
    for (int i = 0; i < 100 && told.isEmpty(); i++) {
      Thread.sleep(20);
    }
    assertTrue(told.get(0).contains("thrown away"), told.toString());
  }

  @Test
  void a_line_that_no_crlf_ends_closes_the_session() throws Exception {
    for (String command : List.of("NOOP\n", "NOOP\rNOOP\r\n", "\n")) {
      try (TypedLine line = partner()) {
        line.reply();
        line.raw(command + "NOOP\r\n");

        assertTrue(line.reply().startsWith("521 5.5.2 "), command);
        assertEquals("", line.reply(), "nothing behind it is read");
      }
    }
  }

  @Test
  void an_end_of_data_that_is_none_smuggles_nothing() throws Exception {
    for (String end : List.of("\n.\n", "\n.\r\n", "\r\n.\n", "\r.\r", "\r.\r\n", "\r\n\r.\r\n")) {
      try (TypedLine line = partner()) {
        begin(line);
        line.say("DATA");
        line.raw("Subject: s" + end + "MAIL FROM:<evil@evil.example>\r\n.\r\n");

        assertTrue(line.reply().startsWith("521 5.5.2 "));
        assertEquals("", line.reply());
      }
    }
    assertFalse(told.stream().anyMatch(l -> l.startsWith("delivered")), told.toString());
  }

  @Test
  void lines_commands_and_messages_have_their_bounds() throws Exception {
    try (TypedLine line = partner()) {
      line.reply();
      assertEquals("500 5.5.2 Line too long", line.say("NOOP " + "x".repeat(700)));
      line.say("EHLO client.example");
      line.say("MAIL FROM:<a@client.example>");
      line.say("RCPT TO:<bob@partner.example>");
      line.say("DATA");
      assertEquals(
          "552 5.3.4 Message size exceeds fixed maximum message size",
          line.say((("y".repeat(998) + "\r\n").repeat(21)) + "."));
      assertEquals("250 2.0.0 OK", line.say("NOOP"));
    }
    try (TypedLine line = partner()) {
      line.reply();
      for (int i = 0; i < 30; i++) {
        assertEquals("250 2.0.0 OK", line.say("NOOP"));
      }
      assertTrue(line.reply().startsWith("421 4.7.0 "));
    }
  }

  @Test
  void who_is_silent_or_one_too_many_is_turned_away() throws Exception {
    try (TypedLine a = partner();
        TypedLine b = partner();
        TypedLine c = partner();
        TypedLine d = partner()) {
      for (TypedLine line : List.of(a, b, c, d)) {
        assertTrue(line.reply().startsWith("220 "));
      }
      try (TypedLine e = partner()) {
        assertEquals("421 4.3.2 Service not available", e.reply());
      }
      a.raw("NO"); // a line that never ends is silence too
      assertEquals("421 4.4.1 Connection timed out", a.reply());
      assertEquals("", a.reply());
    }
  }

  @Test
  void nothing_is_left_when_it_closes() throws Exception {
    Path authority = lab.authorityFile();
    try (TypedLine line = partner()) {
      line.reply();
      lab.close();
      lab.close();

      assertEquals("", line.reply());
      assertThrows(java.io.IOException.class, this::partner);
      assertFalse(Files.exists(authority.getParent()));
    }
  }

  @Test
  void a_client_from_outside_counts_as_who_is_named() throws Exception {
    assertThrows(
        InvalidValueException.class,
        () -> open(new Lab.Setup(false, Optional.of("nobody"), Optional.empty())));
    try (Lab other = open(new Lab.Setup(false, Optional.of("partner"), Optional.empty()))) {
      String place =
          other.listeners().stream()
              .filter(l -> l.name().equals("ex19.contoso.com:25"))
              .findFirst()
              .orElseThrow()
              .place();
      try (TypedLine line = new TypedLine(place)) {
        line.reply();
        assertTrue(
            line.say("EHLO x.example").startsWith("250-ex19.contoso.com Hello [192.0.2.25]"));
      }
    }
  }

  @Test
  void with_an_address_for_each_host_ports_are_real_and_addresses_say_who_connects()
      throws Exception {
    try (Lab other = open(new Lab.Setup(true, Optional.empty(), Optional.empty()))) {
      Lab.Open server = other.listeners().get(0);
      assertEquals("ex19.contoso.com:25", server.name());
      assertTrue(server.place().matches("127\\.0\\.1\\.[0-9]+:25"), server.place());
      String partner =
          other.senders().stream()
              .filter(l -> l.name().equals("partner"))
              .findFirst()
              .orElseThrow()
              .place();
      try (TypedLine line = new TypedLine(server.place(), partner)) {
        line.reply();
        assertTrue(line.say("EHLO x.example").contains(" Hello [192.0.2.25]"));
      }
    } catch (LabException e) {
      assumeTrue(false, e.getMessage()); // not everybody may open port 25
    }
  }
}
