package exsim.simulator.onprem;

import static exsim.simulator.onprem.Roles.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.EmailAddress;
import exsim.model.net.HostPort;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.Organization;
import exsim.model.onprem.SendConnector;
import exsim.model.topology.Topology;
import exsim.simulator.onprem.receive.ExchangeHost;
import exsim.simulator.route.Envelope;
import exsim.simulator.route.Node;
import exsim.simulator.route.NodeKey;
import exsim.simulator.route.Step;
import exsim.simulator.route.Targets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server that holds a message does with it, by accepted domain and by linked connector. */
class ExchangeNodeTest {
  private static final ExchangeServer E1 = Roles.edge("e1", "A");
  private static final ExchangeServer E2 = Roles.edge("e2", "A");
  private static final ExchangeServer A1 = Roles.mailbox("a1", "A");

  private static SendConnector connector(
      String name, String space, boolean enabled, Optional<String> linked, String source) {
    SendConnector made = Made.send(name, space, source);
    SendConnector.Options none = SendConnector.Options.NONE;
    return new SendConnector(
        name,
        enabled,
        made.scope(),
        new SendConnector.Routing.SmartHosts(
            ImmutableList.of(HostPort.parse("192.0.2.99", 25)),
            25,
            SendConnector.SmartHostAuth.NONE),
        made.tls(),
        Optional.empty(),
        made.maxMessageSize(),
        new SendConnector.Options(
            none.forceHelo(),
            none.cloudServicesMail(),
            none.frontendProxy(),
            none.externalDns(),
            none.errorPolicies(),
            linked,
            none.sourceAddress(),
            none.protocolLogging()));
  }

  private static SendConnector connector(String name, String space, String source) {
    return connector(name, space, true, Optional.empty(), source);
  }

  private static OrganizationView view(Organization organization) {
    return new OrganizationView(organization, Topology.EMPTY, new Targets(null, true));
  }

  private static Step route(
      AcceptedDomain.Type type, String from, Optional<String> cameBy, SendConnector... connectors) {
    Organization organization =
        Roles.accepting(
            Made.organization(
                ImmutableList.copyOf(connectors), ImmutableList.of(), ImmutableList.of(E1, E2, A1)),
            "relay.example",
            type);
    Envelope plain = Roles.envelope("x@relay.example");
    return view(organization)
        .node(from)
        .orElseThrow()
        .route(
            new Envelope(
                plain.id(),
                plain.sender(),
                plain.recipient(),
                plain.sizeBytes(),
                plain.requireTls(),
                plain.proxiedFor(),
                cameBy,
                plain.authAs(),
                plain.received()),
            Made.NOW);
  }

  private static Step atEdge(AcceptedDomain.Type type, SendConnector... connectors) {
    return route(type, "e1", Optional.empty(), connectors);
  }

  @Test
  void an_edge_server_sends_an_external_relay_domain_out() {
    SendConnector out = connector("Out", "*", "e1");

    assertEquals(
        RecipientRule.EXTERNAL_RELAY,
        rules(atEdge(AcceptedDomain.Type.EXTERNAL_RELAY, out)).get(0));
    assertEquals("a1:25", Roles.way(atEdge(AcceptedDomain.Type.INTERNAL_RELAY, out)));
    assertEquals("a1:25", Roles.way(atEdge(AcceptedDomain.Type.AUTHORITATIVE, out)));
  }

  @Test
  void an_edge_server_sends_by_its_own_connector_for_the_domain_and_by_no_other() {
    Step own = atEdge(AcceptedDomain.Type.INTERNAL_RELAY, connector("R", "relay.example", "e1"));
    Step other = atEdge(AcceptedDomain.Type.INTERNAL_RELAY, connector("R", "relay.example", "e2"));

    assertEquals(RecipientRule.EDGE_NAMED, rules(own).get(0));
    assertEquals("a1:25", Roles.way(other));
  }

  private static boolean isLinked(boolean enabled, String linked, String source) {
    Step step =
        route(
            AcceptedDomain.Type.EXTERNAL_RELAY,
            "e1",
            Optional.of("E1\\Inbound"),
            connector("Out", "*", "e1"),
            connector("Linked", "*;100", enabled, Optional.of(linked), source));
    return rules(step).contains(RoutingRule.LINKED);
  }

  @ParameterizedTest
  @CsvSource({
    "true, e1\\inbound, e1, true",
    "false, E1\\Inbound, e1, false",
    "true, E1\\Inbound, e2, false",
    "true, E1\\Other, e1, false"
  })
  void a_linked_connector_takes_mail_where_it_is_enabled_and_the_server_s_own(
      boolean enabled, String linked, String source, boolean takes) {
    assertEquals(takes, isLinked(enabled, linked, source));
  }

  @Test
  void only_an_authoritative_domain_has_its_mailboxes_here() {
    EmailAddress bob = EmailAddress.parse("bob@relay.example");
    for (AcceptedDomain.Type type : AcceptedDomain.Type.values()) {
      OrganizationView view = view(Roles.accepting(Roles.organization(A1), "relay.example", type));

      assertEquals(type == AcceptedDomain.Type.AUTHORITATIVE, view.hasMailbox(bob), type::name);
    }
  }

  @Test
  void every_place_on_a_server_has_a_key_of_its_own() {
    OrganizationView view = view(Roles.organization(A1));
    List<Node> places =
        List.of(
            view.node("a1").orElseThrow(),
            view.origin(view.node("a1").orElseThrow()),
            new FrontEndNode(view, A1, Optional.empty()),
            new OutboundProxyNode(view, A1),
            new MailboxNode("contoso", "a1"));
    Stream<NodeKey> keys = places.stream().map(Node::key);

    assertEquals(places.size(), keys.distinct().count());
    assertTrue(places.stream().allMatch(p -> p.system().equals("contoso")));
    assertTrue(places.stream().allMatch(p -> p.key().toString().contains("a1")));
  }

  @Test
  void a_host_listens_on_what_its_connectors_bind_and_for_its_mailboxes() {
    OrganizationView view =
        view(
            Roles.organization(
                Made.server("ex1", "A", Made.receive("R", "0.0.0.0:25", "192.0.2.0/24")), E1));
    ExchangeHost mailbox = new ExchangeHost(view, view.node("ex1").orElseThrow());
    ExchangeHost edge = new ExchangeHost(view, view.node("e1").orElseThrow());

    assertEquals(true, mailbox.listensOn(Made.LOCAL, 25));
    assertEquals(false, mailbox.listensOn(Made.LOCAL, 26));
    assertEquals(true, mailbox.listensOn(Made.LOCAL, 475));
    assertEquals(false, edge.listensOn(Made.LOCAL, 475));
  }
}
