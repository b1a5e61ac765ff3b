package exsim.simulator.onprem.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.topology.Topology;
import exsim.simulator.onprem.Made;
import exsim.simulator.onprem.OrganizationView;
import exsim.simulator.onprem.ServerService;
import exsim.simulator.smtp.Peer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** EHLO-001 to EHLO-003: what a Receive connector says of itself first. */
class BannerTest {
  private static ExchangeReceiver receiver(Optional<String> fqdn, Optional<String> banner) {
    ReceiveConnector connector =
        Made.named(
            Made.receive("R", true, ImmutableList.of("0.0.0.0:25"), "0.0.0.0/0"),
            fqdn.map(DomainName::parse),
            banner);
    ExchangeServer server = Made.server("EX1", "HQ", connector);
    OrganizationView organization =
        new OrganizationView(
            Made.organization(ImmutableList.of(), null, server), Topology.EMPTY, null);
    Peer peer = Made.peer("192.0.2.7");
    return new ExchangeReceiver(
        organization,
        organization.node("EX1").orElseThrow(),
        peer,
        new ReceiveSelection(server).select(peer),
        ServerService.FRONT_END);
  }

  @Test
  void ehlo_001_the_built_in_banner_names_the_connector_s_fqdn_else_the_server_s() {
    assertEquals(
        "220 ex1.contoso.com Microsoft ESMTP MAIL Service ready at {date}",
        receiver(Optional.empty(), Optional.empty()).banner().text());
    assertEquals(
        "220 mail.contoso.com Microsoft ESMTP MAIL Service ready at {date}",
        receiver(Optional.of("mail.contoso.com"), Optional.empty()).banner().text());
  }

  @Test
  void ehlo_002_banner_replaces_the_whole_line_and_an_empty_one_does_not() {
    assertEquals(
        "220 Go ahead", receiver(Optional.empty(), Optional.of("220 Go ahead")).banner().text());
    assertEquals(
        "220 ex1.contoso.com Microsoft ESMTP MAIL Service ready at {date}",
        receiver(Optional.empty(), Optional.of("220 ")).banner().text());
  }

  @Test
  void ehlo_003_the_answer_to_a_greeting_names_the_peer_s_address() {
    assertEquals(
        "mail.contoso.com Hello [192.0.2.7]",
        receiver(Optional.of("mail.contoso.com"), Optional.empty()).helloText(Made.clear()));
  }
}
