package exsim.simulator.onprem.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ExchangeServer.DirectTrust;
import exsim.simulator.onprem.Made;
import exsim.simulator.onprem.Roles;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.ExchangeRule;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EdgeTrustTest {
  private static final ImmutableMap<String, String> SUBSCRIPTION =
      ImmutableMap.of("edge", "edge-old", "hub", "hub-old");

  private static ExchangeServer.Installed installed(String name) {
    return Made.installed(name, name, "self", "2025-01-01", "2030-01-01", true);
  }

  private static ExchangeServer with(
      ExchangeServer s, String certificate, Optional<ImmutableMap<String, String>> subscription) {
    return new ExchangeServer(
        s.name(),
        s.fqdn(),
        s.version(),
        s.roles(),
        s.site(),
        s.addresses(),
        new ExchangeServer.Tls(
            ImmutableList.of(installed("edge-old"), installed("hub-old"), installed("new")),
            s.tls().trusts(),
            s.tls().receiving(),
            s.tls().sending(),
            false,
            new DirectTrust(Optional.of(certificate), true, subscription)),
        s.receiveConnectors(),
        s.transport());
  }

  private static ExchangeServer edge(String certificate) {
    return with(Roles.edge("EDGE", "HQ"), certificate, Optional.of(SUBSCRIPTION));
  }

  private static ExchangeServer hub(String name, String certificate) {
    return with(Roles.mailbox(name, "HQ"), certificate, Optional.empty());
  }

  private static String between(ExchangeServer one, ExchangeServer other) {
    Optional<Reason> why = EdgeTrust.missing(one, other);
    assertEquals(why, EdgeTrust.missing(other, one), "both directions");
    return why.map(r -> r.rule() + " " + r.facts().get("server")).orElse("trusted");
  }

  @Test
  void the_certificates_of_the_subscription_are_trusted() {
    assertEquals("trusted", between(edge("edge-old"), hub("HUB", "hub-old")));
  }

  @Test
  void a_change_on_either_side_ends_it() {
    String outdated = ExchangeRule.SUBSCRIPTION_OUTDATED.name();
    assertEquals(outdated + " EDGE", between(edge("new"), hub("HUB", "hub-old")));
    assertEquals(outdated + " HUB", between(edge("edge-old"), hub("HUB", "new")));
  }

  @Test
  void an_internal_certificate_that_is_not_in_the_store_is_a_change() {
    assertEquals(
        ExchangeRule.SUBSCRIPTION_OUTDATED.name() + " HUB",
        between(edge("edge-old"), hub("HUB", "gone")));
  }

  @Test
  void a_server_that_came_later_is_trusted() {
    assertEquals("trusted", between(edge("edge-old"), hub("LATER", "new")));
  }

  @Test
  void without_a_subscription_nobody_knows_the_other() {
    ExchangeServer edge = with(Roles.edge("EDGE", "HQ"), "edge-old", Optional.empty());

    assertEquals(ExchangeRule.NOT_SUBSCRIBED.name() + " HUB", between(edge, hub("HUB", "hub-old")));
  }

  @Test
  void servers_of_one_kind_need_no_subscription() {
    assertEquals("trusted", between(hub("A", "new"), hub("B", "new")));
    assertEquals("trusted", between(edge("new"), edge("new")));
  }
}
