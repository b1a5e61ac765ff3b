package exsim.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What {@code Get-OutboundConnectorReport -Domain} answers in Exchange Online, {@code exsim run
 * --from A --to B} answers of a scenario: the connector that a domain's mail takes.
 */
class OutboundConnectorQuestionTest {
  private static final String SCENARIO = "library/online/worked-example-of-selection.json";

  @ParameterizedTest
  @CsvSource({"fabrikam.com, C1", "contoso.com, C2", "sales.contoso.com, C3"})
  void the_connector_of_a_domain_can_be_asked_for(String domain, String connector) {
    Ran ran =
        Ran.of("run", SCENARIO, "--from", "alice@contoso.onmicrosoft.com", "--to", "x@" + domain);

    assertEquals(0, ran.code(), ran.err());
    String page = ran.out().replaceAll("\\s+", " ");
    assertTrue(page.contains(", connector " + connector + " to own,"), ran.out());
  }
}
