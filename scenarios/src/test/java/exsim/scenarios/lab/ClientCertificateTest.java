package exsim.scenarios.lab;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A certificate that openssl shows gives the rights that the scenario gives its holder. */
class ClientCertificateTest {
  @TempDir Path folder;

  /**
   * Exchange Online relays for whom an inbound connector knows by his certificate; a server on
   * premises for whom TlsDomainCapabilities names.
   */
  @ParameterizedTest
  @CsvSource({
    "contoso-com.mail.protection.outlook.com, contoso, 250 2.1.5 ",
    "contoso-com.mail.protection.outlook.com, , 550 5.7.64 ",
    "mail.contoso.com, cloud, 250 2.1.5 ",
    "mail.contoso.com, contoso, 550 5.7.54 ",
    "mail.contoso.com, , 550 5.7.54 "
  })
  void the_reply_to_a_recipient_elsewhere_depends_on_it(String host, String shown, String reply)
      throws Exception {
    assumeTrue(Programs.there("openssl"));
    String text =
        Files.readString(Path.of("library", "hybrid", "mx-on-premises.json"))
            .replace(
                "\"certificates\": {\n",
                "\"certificates\": {\n    \"cloud\": { \"subject\":"
                    + " \"CN=mail.protection.outlook.com\","
                    + " \"names\": [\"mail.protection.outlook.com\"] },\n");
    Path file = Files.writeString(folder.resolve("scenario.json"), text);
    Files.writeString(
        folder.resolve("lines"),
        "EHLO mail.contoso.com\nMAIL FROM:<julie@contoso.com>\n"
            + "RCPT TO:<x@partner.example>\nQUIT\n");
    try (Exhibit exhibit = new Exhibit(Exhibit.read(file), Optional.empty(), Optional.empty())) {
      Path authority = exhibit.lab.authorityFile();
      String certificate =
          Optional.ofNullable(shown)
              .map(s -> authority.resolveSibling(s + ".pem"))
              .map(p -> " -cert " + p + " -cert_chain " + p + " -key " + p)
              .orElse("");

      String output =
          Programs.run(
              folder,
              "openssl s_client -starttls smtp -crlf -quiet -connect "
                  + exhibit.place(host + ":25")
                  + " -CAfile "
                  + authority
                  + certificate
                  + " < lines");

      assertTrue(output.contains("\n" + reply), output);
    }
  }
}
