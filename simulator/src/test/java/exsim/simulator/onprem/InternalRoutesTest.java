package exsim.simulator.onprem;

import static exsim.simulator.onprem.Roles.clientAccess2013;
import static exsim.simulator.onprem.Roles.edge;
import static exsim.simulator.onprem.Roles.envelope;
import static exsim.simulator.onprem.Roles.hub2010;
import static exsim.simulator.onprem.Roles.mailbox;
import static exsim.simulator.onprem.Roles.mailbox2013;
import static exsim.simulator.onprem.Roles.queue;
import static exsim.simulator.onprem.Roles.rules;
import static exsim.simulator.onprem.Roles.view;
import static exsim.simulator.onprem.Roles.way;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ExchangeVersion;
import exsim.model.onprem.Organization;
import exsim.model.onprem.SendConnector;
import exsim.model.onprem.ServerRole;
import exsim.simulator.onprem.InternalRoutes.Port;
import exsim.simulator.onprem.queue.ExchangeRetry;
import exsim.simulator.route.NextHopSolutionKey;
import exsim.simulator.route.Plan;
import exsim.simulator.route.RetrySchedule;
import exsim.simulator.route.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Where a server hands a message to inside its organization, by which port and from which queue.
 */
class InternalRoutesTest {
  private static final ExchangeServer A1 = mailbox("a1", "A");

  private static InternalRoutes from(ExchangeServer server, Organization organization) {
    return new InternalRoutes(view(organization), server, ServerService.TRANSPORT);
  }

  private static Step toSources(Organization organization, ExchangeServer from, String... sources) {
    return from(from, organization)
        .toSources(
            envelope("x@away.example"),
            Made.send("Out", "*", sources),
            ImmutableList.of(),
            ImmutableList.of());
  }

  private static Step onward(ExchangeServer from, ExchangeServer to, Port port) {
    return from(from, Roles.organization(from, to))
        .to(
            envelope("x@away.example"),
            ImmutableList.of(List.of(to)),
            port,
            ImmutableList.of(),
            ImmutableList.of());
  }

  @Test
  void an_edge_server_of_another_site_is_reached_through_that_site() {
    Organization organization =
        Roles.organization(
            A1,
            mailbox("b1", "B"),
            hub2010("b2", "B"),
            clientAccess2013("b3", "B"),
            mailbox("c1", "C"),
            edge("e1", "B"));

    Step step = toSources(organization, A1, "e1");

    assertEquals("b1:2525 b2:25", way(step));
    assertEquals("SMTP_RELAY_TO_REMOTE_ACTIVE_DIRECTORY_SITE B", queue(step));
  }

  @Test
  void an_edge_server_of_the_own_site_or_of_a_site_without_others_is_reached_directly() {
    Step own = toSources(Roles.organization(A1, mailbox("a2", "A"), edge("e1", "A")), A1, "e1");
    Step alone =
        toSources(Roles.organization(A1, clientAccess2013("b1", "B"), edge("e1", "B")), A1, "e1");

    assertEquals("e1:25", way(own));
    assertEquals("SMTP_RELAY_WITHIN_AD_SITE_TO_EDGE Out", queue(own));
    assertEquals("e1:25", way(alone));
  }

  @Test
  void sources_of_which_only_some_are_edge_servers_are_reached_themselves() {
    Step step =
        toSources(
            Roles.organization(A1, mailbox("b1", "B"), mailbox("b2", "B"), edge("e1", "B")),
            A1,
            "b1",
            "e1");

    assertEquals("b1:2525 e1:25", way(step).substring(0, 13));
    assertEquals("SMTP_RELAY_TO_CONNECTOR_SOURCE_SERVERS Out", queue(step));
  }

  @Test
  void mail_on_its_way_stops_at_the_hub_site_and_its_queue_names_that_site() {
    Step step =
        toSources(
            Roles.inRow(A1, mailbox("h1", "H"), mailbox("h2", "H"), mailbox("b1", "B")), A1, "b1");

    assertEquals("h1:2525 h2:2525", way(step));
    assertEquals("SMTP_RELAY_TO_REMOTE_ACTIVE_DIRECTORY_SITE H", queue(step));
    assertEquals(
        List.of(RoutingRule.PRIMARY_SITE, RoutingRule.HUB_SITE, RecipientRule.TO_SOURCE_SERVER),
        rules(step));
  }

  @Test
  void a_hub_site_without_a_server_that_routes_is_none() {
    Step step =
        toSources(
            Roles.inRow(A1, clientAccess2013("h1", "H"), edge("e1", "H"), mailbox("b1", "B")),
            A1,
            "b1");

    assertEquals("b1:2525", way(step));
    assertEquals("SMTP_RELAY_TO_CONNECTOR_SOURCE_SERVERS Out", queue(step));
    assertTrue(rules(step).contains(RoutingRule.DIRECT));
  }

  @Test
  void a_connector_whose_sources_are_nowhere_leaves_mail_unreachable() {
    Step.Held held = (Step.Held) toSources(Roles.organization(A1), A1, "gone");

    assertEquals(Optional.of(NextHopSolutionKey.UNREACHABLE), held.queue());
    assertEquals(RecipientRule.NO_SERVER_TEXT, held.reply());
    assertTrue(rules(held).contains(RecipientRule.NO_SERVER));
    assertEquals(
        Optional.empty(),
        held.retry()
            .nextWait(new RetrySchedule.Failures(1, 1), Duration.ofMinutes(1), Optional.empty()));
  }

  @Test
  void an_edge_server_hands_in_to_whatever_listens_on_25_in_its_site() {
    ExchangeServer edge = edge("e1", "A");
    Organization organization =
        Roles.organization(
            edge,
            edge("e2", "A"),
            A1,
            hub2010("a2", "A"),
            mailbox2013("a3", "A"),
            clientAccess2013("a4", "A"),
            mailbox("b1", "B"));

    Step step = from(edge, organization).intoSite(envelope("bob@own.example"));

    assertEquals("a1:25 a2:25 a4:25", way(step));
    assertEquals(Optional.empty(), Roles.plan(step).queue());
    assertEquals("A", step.why().get(0).facts().get("site"));
  }

  @Test
  void the_queue_into_the_site_is_that_of_the_subscription() {
    ExchangeServer edge = edge("e1", "");
    Organization organization =
        Made.organization(
            ImmutableList.of(
                Made.send("Out", "*", "e1"),
                Made.send("Of another", "--", "e2"),
                Made.send("EdgeSync - Inbound", "--", "E1")),
            ImmutableList.of(),
            ImmutableList.of(edge, mailbox("a1", "A"), Roles.mailbox("a2", "")));

    Step step = from(edge, organization).intoSite(envelope("bob@own.example"));

    assertEquals("a2:25", way(step));
    assertEquals("SMART_HOST_CONNECTOR_DELIVERY --", queue(step));
    assertEquals(
        Optional.of("EdgeSync - Inbound"),
        Roles.plan(step).queue().orElseThrow().nextHopConnector());
    assertEquals("its site", step.why().get(0).facts().get("site"));
  }

  @Test
  void an_edge_server_whose_site_has_nobody_holds_its_mail() {
    ExchangeServer edge = edge("e1", "A");
    Step step =
        from(edge, Roles.organization(edge, mailbox("b1", "B")))
            .intoSite(envelope("bob@own.example"));

    assertEquals(RecipientRule.NO_SERVER_TEXT, ((Step.Held) step).reply());
  }

  private static Step proxied(OrganizationView view, ExchangeServer from) {
    SendConnector connector = Made.send("Out", "*", from.name());
    Plan direct =
        Plan.outward(
            EmailAddress.parse("x@away.example"),
            ImmutableList.of(),
            ExchangeRetry.of(from),
            ImmutableList.of(),
            ImmutableList.of());
    return new InternalRoutes(view, from, ServerService.TRANSPORT)
        .toFrontEnd(envelope("x@away.example"), connector, direct);
  }

  @Test
  void the_nearest_front_end_makes_the_connection_for_a_connector() {
    Organization organization = Roles.organization(mailbox("a2", "A"), A1, mailbox("b1", "B"));

    Step own = proxied(view(organization), A1);

    assertEquals("a1:717", way(own));
    assertEquals(Optional.of("Out"), Roles.plan(own).proxiedFor());
    assertEquals("DNS_CONNECTOR_DELIVERY away.example", queue(own));
    assertEquals(List.of(ServiceRule.OUTBOUND_PROXY, ServiceRule.NEAREST_FRONT_END), rules(own));
    assertEquals(
        "a2:717 a1:717",
        way(proxied(Roles.assuming(organization, "outboundProxyFrontEnd", "anyInSite"), A1)));
  }

  @Test
  void a_server_without_front_end_takes_one_beside_it_before_one_elsewhere() {
    ExchangeServer from = mailbox2013("a1", "A");
    ExchangeServer beside = clientAccess2013("a2", "A");
    ExchangeServer away = clientAccess2013("b1", "B");

    assertEquals("a2:717", way(proxied(view(Roles.organization(away, from, beside)), from)));
    Step only = proxied(view(Roles.organization(from, away)), from);
    assertEquals("b1:717", way(only));
    assertEquals(List.of(ServiceRule.OUTBOUND_PROXY), rules(only));
    assertTrue(
        proxied(view(Roles.organization(from)), from) instanceof Step.Held, "nobody to proxy");
    assertTrue(
        proxied(
                Roles.assuming(
                    Roles.organization(from, away), "outboundProxyFrontEnd", "anyInSite"),
                from)
            instanceof Step.Held,
        "nobody in the site");
  }

  @Test
  void transport_services_speak_on_2525_but_for_edge_and_exchange_2010() {
    ExchangeServer old = hub2010("o1", "A");
    ExchangeServer edge = edge("e1", "A");

    assertEquals("b1:2525", way(onward(A1, mailbox("b1", "B"), Port.BETWEEN_SERVERS)));
    assertEquals("o1:25", way(onward(A1, old, Port.BETWEEN_SERVERS)));
    assertEquals("e1:25", way(onward(A1, edge, Port.BETWEEN_SERVERS)));
    assertEquals("a1:25", way(onward(edge, A1, Port.BETWEEN_SERVERS)));
    assertEquals("a1:25", way(onward(old, A1, Port.BETWEEN_SERVERS)));
    assertEquals("a1:465", way(onward(old, A1, Port.CLIENT_PROXY)));
    assertEquals("o1:475", way(onward(A1, old, Port.MAILBOX_DELIVERY)));
  }

  @Test
  void only_exchange_2010_towards_later_transport_services_depends_on_the_assumed_port() {
    ExchangeServer old = hub2010("o1", "A");
    ExchangeServer oldEdge =
        Roles.server("e1", "A", ExchangeVersion.E2010, ServerRole.EDGE_TRANSPORT);

    assertTrue(legacy(onward(old, A1, Port.BETWEEN_SERVERS)));
    assertFalse(legacy(onward(old, A1, Port.CLIENT_PROXY)));
    assertFalse(legacy(onward(old, hub2010("o2", "A"), Port.BETWEEN_SERVERS)));
    assertFalse(legacy(onward(old, edge("e2", "A"), Port.BETWEEN_SERVERS)));
    assertFalse(legacy(onward(oldEdge, A1, Port.BETWEEN_SERVERS)));
    assertFalse(legacy(onward(A1, mailbox("b1", "B"), Port.BETWEEN_SERVERS)));

    Organization both = Roles.organization(old, A1);
    Step assumed =
        new InternalRoutes(
                Roles.assuming(both, "legacyHubPort", "2525"), old, ServerService.TRANSPORT)
            .to(
                envelope("x@own.example"),
                ImmutableList.of(List.of(A1)),
                Port.BETWEEN_SERVERS,
                ImmutableList.of(),
                ImmutableList.of());
    assertEquals("a1:2525", way(assumed));
  }

  private static boolean legacy(Step step) {
    return rules(step).contains(ServiceRule.LEGACY_HUB_PORT);
  }

  @Test
  void servers_are_ranked_by_how_near_they_are_and_edge_servers_route_nothing_inside() {
    ExchangeServer beside = mailbox("a2", "A");
    ExchangeServer away = mailbox("b1", "B");
    Organization organization =
        Roles.organization(away, beside, A1, edge("e1", "A"), clientAccess2013("c1", "A"));
    InternalRoutes routes = from(A1, organization);

    assertEquals("a1 | a2 | b1", Roles.names(routes.byDistance(routes.transports())));
    assertEquals("a2", Roles.names(routes.byDistance(List.of(beside))));
  }
}
