package exsim.scenarios.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a line may go on. */
class CompletionTest {
  /** A prompt at which nobody types, and which keeps what it is offered. */
  private static final class Nobody implements Prompt {
    private Completion completion;

    @Override
    public void offers(Completion some) {
      completion = some;
    }

    @Override
    public Optional<String> line(String prompt) {
      return Optional.empty();
    }

    @Override
    public void show(String line) {}

    @Override
    public void complain(String line) {}
  }

  private static ImmutableList<String> after(String line) {
    Nobody nobody = new Nobody();
    assertEquals(Session.End.UNDERSTOOD, Session.run(Path.of("library/first.json"), nobody, 80));
    return nobody.completion.of(line);
  }

  private static List<String> sorted(ImmutableList<String> offers) {
    return offers.stream().sorted().toList();
  }

  @Test
  void the_first_word_is_a_cmdlet_or_a_tool() {
    assertEquals(List.of("Get-SendConnector"), after("get-send"));
    assertEquals(List.of("Resolve-DnsName"), after("Res"));
    assertTrue(after("").contains("telnet"));
    assertEquals(List.of("Set-SendConnector"), after("Get-SendConnector | Set-Send"));
  }

  @Test
  void a_hyphen_begins_a_parameter() {
    assertEquals(List.of("-RequireTLS"), after("Set-SendConnector Internet -requiret"));
    assertEquals(
        List.of("-TlsAuthLevel", "-TlsCertificateName", "-TlsDomain"),
        after("Set-SendConnector Internet -Tls").stream().sorted().toList());
    assertEquals(List.of(), after("Set-Nothing -Req"));
  }

  @Test
  void anything_else_is_the_name_of_an_object() {
    assertEquals(List.of("Internet"), after("Set-SendConnector "));
    assertEquals(
        List.of("'EX19\\Client Frontend EX19'", "'EX19\\Client Proxy EX19'"),
        after("Get-ReceiveConnector EX19\\Cl").stream().sorted().toList());
    assertEquals(List.of(), after("New-SendConnector "));
  }

  @Test
  void tools_offer_what_they_take() {
    assertEquals(List.of("ex19.contoso.com", "mx.partner.example"), after("telnet "));
    assertEquals(List.of("EX19"), after("Enter-PSSession ex"));
    assertEquals(List.of("-Type"), after("Resolve-DnsName x -t"));
    assertEquals(List.of("-SmtpServer", "-Subject"), sorted(after("Send-MailMessage -S")));
    assertEquals(List.of("EX19"), after("Test-SmtpConnectivity "));
    assertEquals(List.of(), after("Validate-OutboundConnector "));
  }
}
