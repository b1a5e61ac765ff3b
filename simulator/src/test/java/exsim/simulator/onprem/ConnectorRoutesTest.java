package exsim.simulator.onprem;

import static exsim.simulator.onprem.Roles.envelope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.dns.DnsRecord;
import exsim.model.dns.Zone;
import exsim.model.mail.DomainName;
import exsim.model.net.HostPort;
import exsim.model.net.IpAddress;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.SendConnector;
import exsim.model.topology.Topology;
import exsim.simulator.dns.Resolver;
import exsim.simulator.online.ServiceNames;
import exsim.simulator.onprem.queue.ExchangeRetry;
import exsim.simulator.onprem.queue.QueueRule;
import exsim.simulator.onprem.selection.SendSelectionRule;
import exsim.simulator.route.DeliveryType;
import exsim.simulator.route.NextHopSolutionKey;
import exsim.simulator.route.RouteRule;
import exsim.simulator.route.Step;
import exsim.simulator.route.Target;
import exsim.simulator.route.Targets;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** To whom a Send connector leads, by which port and from which queue; and what ends it first. */
class ConnectorRoutesTest {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  private static final ExchangeServer SERVER = Roles.mailbox("a1", "A");
  private static final IpAddress FIRST = IpAddress.parse("192.0.2.1");
  private static final IpAddress OTHER = IpAddress.parse("192.0.2.2");

  private static final SendConnector.Options DOWNGRADING =
      options(SendConnector.ErrorPolicy.DOWNGRADE_DNS_FAILURES, false);

  private final ImmutableListMultimap.Builder<DomainName, DnsRecord> records =
      ImmutableListMultimap.builder();
  private ImmutableMap<String, String> assumptions = ImmutableMap.of();
  private ExchangeServer server = SERVER;
  private ConnectorRoutes routes;

  private static SendConnector.Options options(
      SendConnector.ErrorPolicy policy, boolean externalDns) {
    return new SendConnector.Options(
        false,
        false,
        false,
        externalDns,
        ImmutableSet.of(policy),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static SendConnector connector(
      String name, SendConnector.Routing routing, SendConnector.Options options) {
    SendConnector made = Made.send(name, "*");
    return new SendConnector(
        name,
        true,
        made.scope(),
        routing,
        made.tls(),
        Optional.empty(),
        made.maxMessageSize(),
        options);
  }

  private static SendConnector byDns(int port) {
    return connector("Internet", new SendConnector.Routing.Dns(port), SendConnector.Options.NONE);
  }

  private static SendConnector bySmartHost(String name, String... hosts) {
    return connector(
        name,
        new SendConnector.Routing.SmartHosts(
            List.of(hosts).stream()
                .map(h -> HostPort.parse(h, 25))
                .collect(ImmutableList.toImmutableList()),
            25,
            SendConnector.SmartHostAuth.NONE),
        SendConnector.Options.NONE);
  }

  private void mx(String domain, String host, IpAddress address) {
    DomainName owner = DomainName.parse(domain);
    DomainName exchange = host.isEmpty() ? DomainName.ROOT : DomainName.parse(host);
    records.put(owner, new DnsRecord.Mx(owner, 10, exchange));
    if (address != null) {
      records.put(exchange, new DnsRecord.Address(exchange, address));
    }
  }

  private Step send(SendConnector connector, String recipient) {
    return send(connector, recipient, ImmutableList.of(), ImmutableList.of());
  }

  private Step send(
      SendConnector connector,
      String recipient,
      ImmutableList<Reason> because,
      ImmutableList<Elimination> losers) {
    if (routes == null) {
      Zone zone = new Zone(records.build(), ImmutableSet.of(), ImmutableMap.of());
      Targets targets = new Targets(new Resolver(zone, new ServiceNames(ImmutableList.of())), true);
      Topology none = Topology.EMPTY;
      Topology topology =
          new Topology(
              none.organizations(),
              none.tenants(),
              none.mailSystems(),
              none.devices(),
              none.certificates(),
              zone,
              none.paths(),
              assumptions);
      routes =
          new ConnectorRoutes(
              new OrganizationView(Roles.organization(server), topology, targets),
              server,
              ServerService.TRANSPORT);
    }
    return routes.external(envelope(recipient), connector, because, losers, AT);
  }

  private static String way(Step step) {
    return assertInstanceOf(Step.Sent.class, step).plan().tiers().stream()
        .map(
            tier ->
                tier.stream()
                    .map(t -> t.name() + ":" + t.port() + " by " + t.client().connector().get())
                    .collect(Collectors.joining(", ")))
        .collect(Collectors.joining(" then "));
  }

  private static List<String> rules(Step step) {
    return step.why().stream().map(r -> ((Enum<?>) r.rule()).name()).toList();
  }

  @Test
  void dns_routing_leads_to_the_mx_hosts_of_the_recipient_domain() {
    mx("b.example", "mx.b.example", FIRST);
    mx("c.example", "mx.c.example", OTHER);

    assertEquals("mx.b.example [192.0.2.1]:25 by Internet", way(send(byDns(25), "x@b.example")));
    assertEquals("mx.c.example [192.0.2.2]:25 by Internet", way(send(byDns(25), "x@c.example")));
  }

  @Test
  void another_port_holds_for_dns_routing_too_unless_the_opposite_is_assumed() {
    mx("b.example", "mx.b.example", FIRST);
    assertEquals(
        "mx.b.example [192.0.2.1]:2525 by Internet", way(send(byDns(2525), "x@b.example")));

    routes = null;
    assumptions = ImmutableMap.of("portWithDnsRouting", "false");
    assertEquals("mx.b.example [192.0.2.1]:25 by Internet", way(send(byDns(2525), "x@b.example")));
  }

  @Test
  void smart_hosts_are_taken_whatever_the_dns_says_and_each_connector_has_its_own() {
    mx("b.example", "mx.b.example", FIRST);

    assertEquals(
        "192.0.2.2:587 by One", way(send(bySmartHost("One", "192.0.2.2:587"), "x@b.example")));
    assertEquals(
        "192.0.2.3:25 by Two, 192.0.2.4:25 by Two",
        way(send(bySmartHost("Two", "192.0.2.3", "192.0.2.4"), "x@b.example")));
  }

  @Test
  void a_way_is_worked_out_once() {
    mx("b.example", "mx.b.example", FIRST);

    Target first = target(send(byDns(25), "x@b.example"));

    assertSame(first, target(send(byDns(25), "y@b.example")));
  }

  private static Target target(Step step) {
    return assertInstanceOf(Step.Sent.class, step).plan().tiers().get(0).get(0);
  }

  @Test
  void the_plan_says_the_recipient_the_queue_the_clock_and_who_lost() {
    mx("b.example", "mx.b.example", FIRST);
    Reason because = Reason.of(SendSelectionRule.values()[0]);
    Elimination loser = new Elimination("Other", because);

    Step step = send(byDns(25), "x@b.example", ImmutableList.of(because), ImmutableList.of(loser));

    var plan = assertInstanceOf(Step.Sent.class, step).plan();
    assertEquals("x@b.example", plan.recipient().toString());
    assertEquals(
        Optional.of(
            NextHopSolutionKey.of(DeliveryType.DNS_CONNECTOR_DELIVERY, "b.example", "Internet")),
        plan.queue());
    assertEquals(ExchangeRetry.of(SERVER), plan.retry());
    assertEquals(ImmutableList.of(loser), plan.turnedDown());
    assertEquals(because, plan.why().get(0));
    assertEquals(List.of("MX"), rules(step).subList(1, 2));
  }

  @Test
  void the_external_dns_servers_are_named_before_what_they_answer() {
    mx("b.example", "mx.b.example", FIRST);
    SendConnector external =
        connector(
            "Internet",
            new SendConnector.Routing.Dns(25),
            options(SendConnector.ErrorPolicy.UPGRADE_CUSTOM_FAILURES, true));

    assertEquals(
        List.of(RouteRule.EXTERNAL_DNS.name(), RouteRule.MX.name()),
        rules(send(external, "x@b.example")).subList(0, 2));
    assertEquals(RouteRule.MX.name(), rules(send(byDns(25), "x@b.example")).get(0));
  }

  private static SendConnector from(String address) {
    return connector(
        "Internet",
        new SendConnector.Routing.Dns(25),
        new SendConnector.Options(
            false,
            false,
            false,
            false,
            ImmutableSet.of(),
            Optional.empty(),
            Optional.of(IpAddress.parse(address)),
            false));
  }

  @Test
  void an_edge_server_connects_from_the_address_that_the_connector_chooses() {
    mx("b.example", "mx.b.example", FIRST);
    server = withAddresses(Roles.edge("edge", "A"), "203.0.113.1", "203.0.113.2");

    Target any = target(send(byDns(25), "x@b.example"));
    assertEquals("203.0.113.1", any.client().address().toString());
    assertEquals(List.of(), chosen(any));

    routes = null;
    Target chosen = target(send(from("203.0.113.2"), "x@b.example"));
    assertEquals("203.0.113.2", chosen.client().address().toString());
    assertEquals(Optional.empty(), chosen.barred());
    assertEquals(List.of(RecipientRule.SOURCE_ADDRESS), chosen(chosen));
  }

  private static List<Object> chosen(Target target) {
    return target.client().why().stream()
        .<Object>map(Reason::rule)
        .filter(RecipientRule.SOURCE_ADDRESS::equals)
        .toList();
  }

  @Test
  void no_connection_comes_up_from_an_address_that_the_edge_server_does_not_have() {
    mx("b.example", "mx.b.example", FIRST);
    server = withAddresses(Roles.edge("edge", "A"), "203.0.113.1");

    Target target = target(send(from("203.0.113.2"), "x@b.example"));

    assertEquals("203.0.113.1", target.client().address().toString());
    assertEquals(List.of(), chosen(target));
    Target.Barred barred = target.barred().orElseThrow();
    assertEquals(RecipientRule.SOURCE_ADDRESS_MISSING, barred.because().rule());
    assertEquals("421 4.2.1 Unable to connect", barred.reply());
  }

  @Test
  void a_mailbox_server_does_not_look_at_it() {
    mx("b.example", "mx.b.example", FIRST);
    server = withAddresses(SERVER, "203.0.113.1", "203.0.113.2");

    assertEquals(
        "203.0.113.1",
        target(send(from("203.0.113.2"), "x@b.example")).client().address().toString());
    assertEquals(Optional.empty(), target(send(from("203.0.113.3"), "x@b.example")).barred());
  }

  private static ExchangeServer withAddresses(ExchangeServer s, String... addresses) {
    return new ExchangeServer(
        s.name(),
        s.fqdn(),
        s.version(),
        s.roles(),
        s.site(),
        List.of(addresses).stream().map(IpAddress::parse).collect(ImmutableList.toImmutableList()),
        s.tls(),
        s.receiveConnectors(),
        s.transport());
  }

  @Test
  void a_domain_with_a_null_mx_gets_its_mail_returned_even_where_dns_errors_are_downgraded() {
    mx("b.example", "", null);
    SendConnector downgrading =
        connector("Internet", new SendConnector.Routing.Dns(25), DOWNGRADING);

    Step step = send(downgrading, "x@b.example");

    assertEquals(
        "550 5.1.10 Recipient address has null MX",
        assertInstanceOf(Step.Returned.class, step).reply());
    assertEquals(List.of(RouteRule.NULL_MX.name()), rules(step));
  }

  @Test
  void a_domain_that_does_not_exist_gets_its_mail_returned() {
    Step step = send(byDns(25), "x@b.example");

    assertEquals(
        "550 5.4.4 SMTPSEND.DNS.NonExistentDomain; nonexistent domain",
        assertInstanceOf(Step.Returned.class, step).reply());
    assertEquals(List.of(RouteRule.NON_EXISTENT.name()), rules(step));
  }

  @Test
  void downgrade_dns_failures_keeps_it_in_the_queue_of_its_domain() {
    SendConnector downgrading =
        connector("Internet", new SendConnector.Routing.Dns(25), DOWNGRADING);

    Step.Held held = assertInstanceOf(Step.Held.class, send(downgrading, "x@b.example"));

    assertEquals("451 4.4.0 DNS query failed", held.reply());
    assertEquals(
        List.of(RouteRule.NON_EXISTENT.name(), QueueRule.DNS_DOWNGRADED.name()), rules(held));
    assertEquals(
        Optional.of(
            NextHopSolutionKey.of(DeliveryType.DNS_CONNECTOR_DELIVERY, "b.example", "Internet")),
        held.queue());
    assertEquals(ExchangeRetry.of(SERVER), held.retry());
  }

  @Test
  void hosts_without_an_address_keep_it_waiting_whatever_the_error_policy() {
    mx("b.example", "mx.b.example", null);

    Step.Held held = assertInstanceOf(Step.Held.class, send(byDns(25), "x@b.example"));

    assertEquals("451 4.4.0 DNS query failed", held.reply());
    assertEquals(false, rules(held).contains(QueueRule.DNS_DOWNGRADED.name()));
  }
}
