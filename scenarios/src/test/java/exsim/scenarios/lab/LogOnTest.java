package exsim.scenarios.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import exsim.simulator.delivery.Telnet;
import exsim.simulator.smtp.TypedSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that log on at port 587 of a server that takes credentials inside TLS only. */
class LogOnTest {
  private static final String FILE = "seed/s06-basic-authentication-inside-tls.json";
  private static final String HOST = "mail.contoso.com";
  private static final String MAIL =
      " --from alice@contoso.com --to bob@partner.example --h-Subject hi --body hello";

  @TempDir Path folder;

  private static String swaks(Exhibit exhibit, String options) {
    return "swaks --server " + exhibit.place(HOST + ":587") + MAIL + " " + options;
  }

  @Test
  void swaks_logs_on_inside_tls_and_its_mail_arrives() throws Exception {
    assumeTrue(Programs.there("swaks"));
    Path mail = folder.resolve("mail");
    try (Exhibit exhibit = Exhibit.of(FILE, Optional.empty(), Optional.of(mail))) {
      String output =
          Programs.run(
              folder, swaks(exhibit, "--tls --au alice@contoso.com --ap secret --auth LOGIN"));

      assertTrue(output.endsWith("exit 0"), output);
      assertTrue(output.contains("<~  235 "), output);
      arrived(exhibit, mail);
    }
  }

  @Test
  void curl_logs_on_inside_tls_and_its_mail_arrives() throws Exception {
    assumeTrue(Programs.there("curl"));
    Path mail = folder.resolve("mail");
    Files.writeString(folder.resolve("message.txt"), "Subject: hi\n\nhello\n");
    try (Exhibit exhibit = Exhibit.of(FILE, Optional.empty(), Optional.of(mail))) {
      String output =
          Programs.run(
              folder,
              "curl -sS smtp://"
                  + exhibit.place(HOST + ":587")
                  + " --ssl-reqd --insecure --crlf --user alice@contoso.com:secret"
                  + " --mail-from alice@contoso.com --mail-rcpt bob@partner.example"
                  + " -T message.txt --login-options AUTH=LOGIN");

      assertTrue(output.endsWith("exit 0"), output);
      arrived(exhibit, mail);
    }
  }

  /** Exchange has no PLAIN: a client that insists on it does not try, or finds out. */
  @Test
  void plain_is_not_there_as_predicted() throws Exception {
    assumeTrue(Programs.there("swaks"));
    try (Exhibit exhibit = Exhibit.of(FILE, Optional.empty(), Optional.empty())) {
      String output =
          Programs.run(
              folder, swaks(exhibit, "--tls --au alice@contoso.com --ap secret --auth PLAIN"));
      String predicted = said(exhibit, "AUTH PLAIN AGFsaWNlQGNvbnRvc28uY29tAHg=");

      assertTrue(output.contains("Auth not attempted, requested type not available"), output);
      assertTrue(output.endsWith("exit 28"), output);
      assertTrue(predicted.startsWith("504 "), predicted);
      try (TypedLine line = new TypedLine(exhibit.place(HOST + ":587"))) {
        line.reply();
        line.say("EHLO client.example");
        line.say("STARTTLS");
        line.secure();
        line.say("EHLO client.example");
        assertEquals(predicted, line.say("AUTH PLAIN AGFsaWNlQGNvbnRvc28uY29tAHg="));
      }
    }
  }

  private static void arrived(Exhibit exhibit, Path mail) throws Exception {
    exhibit.line("delivered .*bob@partner\\.example.*");
    try (Stream<Path> files = Files.list(mail)) {
      String text = Files.readString(files.findFirst().orElseThrow());
      assertTrue(text.contains("by mail.contoso.com"), text);
      assertTrue(text.contains("Subject: hi"), text);
    }
  }

  @Test
  void without_tls_the_credentials_are_refused_as_predicted() throws Exception {
    assumeTrue(Programs.there("swaks"));
    try (Exhibit exhibit = Exhibit.of(FILE, Optional.empty(), Optional.empty())) {
      String output =
          Programs.run(folder, swaks(exhibit, "--auth LOGIN --au alice@contoso.com --ap secret"));
      String typed = said(exhibit, "AUTH LOGIN");

      assertFalse(output.contains("235 "), output);
      assertFalse(output.contains("AUTH LOGIN"), "it is not offered: " + output);
      assertTrue(typed.startsWith("504 "), typed);
      try (TypedLine line = new TypedLine(exhibit.place(HOST + ":587"))) {
        line.reply();
        line.say("EHLO client.example");
        assertEquals(typed, line.say("AUTH LOGIN"));
      }
    }
  }

  @Test
  void who_goes_on_without_logging_on_is_refused_as_predicted() throws Exception {
    assumeTrue(Programs.there("swaks"));
    try (Exhibit exhibit = Exhibit.of(FILE, Optional.empty(), Optional.empty())) {
      String output = Programs.run(folder, swaks(exhibit, ""));
      String predicted = said(exhibit, "MAIL FROM:<alice@contoso.com>");

      assertTrue(predicted.startsWith("530 "), predicted);
      assertTrue(output.contains("<** " + predicted), predicted + " in " + output);
    }
  }

  /** What a command gets in memory behind EHLO. */
  private static String said(Exhibit exhibit, String command) {
    TypedSession session = ((Telnet.Connected) exhibit.call(HOST, 587)).session();
    session.banner();
    session.type("EHLO client.example");
    return session.type(command).reply().orElseThrow().text();
  }
}
