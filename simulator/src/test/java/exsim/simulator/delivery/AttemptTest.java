package exsim.simulator.delivery;

import static exsim.simulator.delivery.Made.NOW;
import static exsim.simulator.delivery.Made.ONCE;
import static exsim.simulator.delivery.Made.WHY;
import static exsim.simulator.delivery.Made.client;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.dns.Zone;
import exsim.model.mail.EmailAddress;
import exsim.model.net.IpAddress;
import exsim.model.topology.Topology;
import exsim.simulator.delivery.Attempt.Arrived;
import exsim.simulator.delivery.Attempt.Failed;
import exsim.simulator.delivery.Attempt.Refusal;
import exsim.simulator.delivery.Made.Place;
import exsim.simulator.delivery.Made.Relay;
import exsim.simulator.delivery.Made.Server;
import exsim.simulator.delivery.Made.Voice;
import exsim.simulator.dns.Resolver;
import exsim.simulator.online.ServiceNames;
import exsim.simulator.route.Envelope;
import exsim.simulator.route.Host;
import exsim.simulator.route.Node;
import exsim.simulator.route.Plan;
import exsim.simulator.route.Step;
import exsim.simulator.route.Target;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.ClientVoice;
import exsim.simulator.smtp.SmtpRule;
import exsim.simulator.tls.TlsFacts.Habit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a sender does with the targets of a plan, in which order, and when it stops. */
class AttemptTest {
  private static final EmailAddress FRANK = EmailAddress.parse("frank@b.example");
  private static final String LATER = "451 4.3.0 Try again later";
  private static final String NEVER = "550 5.1.1 User unknown";
  private static final Place CLIENT = new Place("a");
  private static final Voice PLAIN = new Voice(Optional.empty());

  private final List<Server> servers = new ArrayList<>();
  private final List<Hop> hops = new ArrayList<>();
  private Choices choices = new Choices(ImmutableList.of(), Circumstances.NONE);
  private ImmutableSet<String> withheld = ImmutableSet.of();
  private Attempt attempt;

  private Target server(String name, String reply) {
    return server(name, reply, false, new Place(name), Habit.NEVER, PLAIN);
  }

  private Target server(
      String name, String reply, boolean tlsBreaks, Node node, Habit habit, Voice voice) {
    IpAddress address = IpAddress.parse("198.51.100." + (servers.size() + 1));
    servers.add(new Server(name, address, reply, tlsBreaks, node));
    return new Target(name, Optional.of(address), 25, client(habit, voice), Optional.empty());
  }

  /** A target at whose address nobody is. */
  private static Target nobody(String name) {
    return new Target(
        name,
        Optional.of(IpAddress.parse("203.0.113.99")),
        25,
        client(Habit.NEVER, PLAIN),
        Optional.empty());
  }

  @SafeVarargs
  private static Plan plan(ImmutableList<Target>... tiers) {
    return Plan.outward(
        FRANK, ImmutableList.copyOf(tiers), ONCE, ImmutableList.of(), ImmutableList.of());
  }

  private Attempt.Result send(Plan plan) {
    ImmutableListMultimap.Builder<IpAddress, Host> hosts = ImmutableListMultimap.builder();
    servers.forEach(s -> hosts.put(s.address(), s));
    ServiceNames names = new ServiceNames(ImmutableList.of());
    Network network =
        new Network(
            Topology.EMPTY,
            names,
            new Resolver(Zone.EMPTY, names),
            hosts.build(),
            ImmutableMap.of(),
            ImmutableMap.of(),
            new Sessions(Optional.empty()));
    attempt = new Attempt(network, choices, new Companions(), 1, NOW, withheld, hops);
    return attempt.send(CLIENT, plan, envelope());
  }

  private static Envelope envelope() {
    return new Envelope(
        "1",
        Optional.empty(),
        FRANK,
        1000,
        false,
        Optional.of("Earlier"),
        Optional.empty(),
        Optional.empty(),
        ImmutableList.of());
  }

  private List<String> tried() {
    return hops.stream().map(h -> h.to().host()).toList();
  }

  private List<String> reasons(int hop, JourneyRule rule) {
    return hops.get(hop).why().stream()
        .filter(r -> r.rule() == rule)
        .map(r -> r.facts().toString())
        .toList();
  }

  @Test
  void the_first_who_takes_it_ends_the_attempt() {
    Attempt.Result result =
        send(
            plan(
                ImmutableList.of(server("one", "250 Ok")),
                ImmutableList.of(server("two", "250 Ok"))));

    assertEquals(List.of("one"), tried());
    Arrived arrived = assertInstanceOf(Arrived.class, result);
    assertEquals("one", arrived.taker().system());
    assertEquals(1, arrived.envelope().hops());
    assertEquals(Optional.empty(), arrived.envelope().proxiedFor());
    assertEquals(List.of(), reasons(0, JourneyRule.EQUAL_CHOICE));
  }

  @Test
  void a_refusal_for_now_leads_to_the_next_rank() {
    Attempt.Result result =
        send(
            plan(
                ImmutableList.of(nobody("away")),
                ImmutableList.of(server("two", LATER)),
                ImmutableList.of(server("three", "250 Ok"))));

    assertInstanceOf(Arrived.class, result);
    assertEquals(List.of("away", "two", "three"), tried());
    assertEquals(List.of(), reasons(0, JourneyRule.FAIL_OVER));
    assertEquals(
        List.of("{failed=away [203.0.113.99], next=two [198.51.100.1]}"),
        reasons(1, JourneyRule.FAIL_OVER));
    assertEquals(
        List.of("{failed=two [198.51.100.1], next=three [198.51.100.2]}"),
        reasons(2, JourneyRule.FAIL_OVER));
  }

  @Test
  void a_refusal_for_good_ends_it_although_others_are_left() {
    Failed failed =
        assertInstanceOf(
            Failed.class,
            send(plan(ImmutableList.of(server("one", NEVER), server("two", "250 Ok")))));

    assertEquals(List.of("one"), tried());
    assertEquals(Refusal.ENVELOPE_FOR_GOOD, failed.refusal());
    assertEquals(NEVER, failed.reply());
    assertEquals("queue says " + NEVER, failed.queueError());
    assertEquals(Optional.of("refused-by-server"), failed.cause());
  }

  @Test
  void the_last_failure_is_the_one_that_counts() {
    Failed failed =
        assertInstanceOf(
            Failed.class,
            send(plan(ImmutableList.of(server("one", LATER)), ImmutableList.of(nobody("away")))));

    assertEquals(Refusal.SESSION_FOR_NOW, failed.refusal());
    assertEquals("421 nobody answers", failed.reply());
    assertEquals(Optional.of("connection-timeout"), failed.cause());
  }

  @Test
  void among_equals_the_chosen_one_is_first_and_the_others_keep_their_order() {
    choices = new Choices(ImmutableList.of(1), Circumstances.NONE);

    send(plan(ImmutableList.of(server("c", LATER), server("b", LATER), server("a", LATER))));

    assertEquals(List.of("b", "c", "a"), tried());
    assertEquals(
        List.of(
            "{choices=a [198.51.100.3], b [198.51.100.2], c [198.51.100.1],"
                + " chosen=b [198.51.100.2]}"),
        reasons(0, JourneyRule.EQUAL_CHOICE));
    assertEquals(List.of(), reasons(1, JourneyRule.EQUAL_CHOICE));
  }

  @Test
  void a_setting_of_the_sender_overrules_what_the_code_says() {
    Voice lenient = new Voice(Optional.of(new ClientVoice.Ruling(false, WHY)));
    Target one = server("one", NEVER, false, new Place("one"), Habit.NEVER, lenient);

    Failed failed = assertInstanceOf(Failed.class, send(plan(ImmutableList.of(one))));

    assertEquals(Refusal.ENVELOPE_FOR_NOW, failed.refusal());
    assertEquals(WHY, hops.get(0).why().get(hops.get(0).why().size() - 1));
  }

  @Test
  void after_a_failed_handshake_some_connect_again_at_once_in_clear() {
    Target one = server("one", "250 Ok", true, new Place("one"), Habit.SAME_ATTEMPT, PLAIN);

    assertInstanceOf(Arrived.class, send(plan(ImmutableList.of(one))));

    assertEquals(List.of("one", "one"), tried());
    assertEquals(List.of(false, true), hops.stream().map(Hop::sent).toList());
    assertEquals(ImmutableSet.of(), attempt.failedTls());
  }

  @Test
  void others_do_without_tls_at_the_next_attempt() {
    Target one = server("one", "250 Ok", true, new Place("one"), Habit.NEXT_ATTEMPT, PLAIN);

    assertInstanceOf(Failed.class, send(plan(ImmutableList.of(one))));
    assertEquals(ImmutableSet.of(one.key()), attempt.failedTls());

    withheld = attempt.failedTls();
    hops.clear();
    assertInstanceOf(Arrived.class, send(plan(ImmutableList.of(one))));
    assertEquals(1, hops.size());
    assertEquals(ImmutableSet.of(), attempt.failedTls());
  }

  private Attempt.Result through(Step next, boolean forQueues, Voice voice) {
    Target front =
        server("front", "250 Ok", false, new Relay("front", next, forQueues), Habit.NEVER, voice);
    return send(plan(ImmutableList.of(front)));
  }

  @Test
  void what_is_passed_on_arrives_where_it_ends() {
    Target back = server("back", "250 Ok");

    Arrived arrived =
        assertInstanceOf(
            Arrived.class, through(new Step.Sent(plan(ImmutableList.of(back))), false, PLAIN));

    assertEquals("back", arrived.taker().system());
    assertEquals(List.of("front", "back"), tried());
    assertEquals(2, arrived.envelope().hops());
    assertTrue(hops.stream().allMatch(Hop::sent));
  }

  @Test
  void the_sender_hears_that_it_was_not_passed_on_and_how() {
    Target back = server("back", NEVER);

    Failed failed =
        assertInstanceOf(
            Failed.class, through(new Step.Sent(plan(ImmutableList.of(back))), false, PLAIN));

    String said = "451 4.4.0 this message: " + NEVER;
    assertEquals(said, failed.reply());
    assertEquals("queue says " + said, failed.queueError());
    assertEquals(Refusal.ENVELOPE_FOR_GOOD, failed.refusal());
    assertEquals(List.of(false, false), hops.stream().map(Hop::sent).toList());
    assertEquals(List.of(said, NEVER), hops.stream().map(Hop::reply).toList());
    assertEquals(Optional.of("refused-by-server"), hops.get(0).cause());
  }

  @Test
  void where_nothing_leads_on_nobody_is_connected_to_and_the_reason_stands_with_the_first_hop() {
    Reason nowhere = Reason.of(SmtpRule.BLOCKED, "client", "front", "host", "none");
    Step held =
        new Step.Held("nothing leads on", ImmutableList.of(nowhere), ImmutableList.of(), ONCE);

    Failed failed = assertInstanceOf(Failed.class, through(held, true, PLAIN));

    assertEquals("451 4.4.0 no session: nothing leads on", failed.reply());
    assertEquals(failed.reply(), failed.queueError());
    assertEquals(Refusal.SESSION_FOR_NOW, failed.refusal());
    assertEquals(Optional.of("no-next-hop"), failed.cause());
    assertEquals(1, hops.size());
    assertTrue(hops.get(0).why().contains(nowhere));
  }

  @Test
  void a_lent_connection_leaves_no_received_header_and_is_remembered() {
    Plan lent = plan(ImmutableList.of(server("front", "250 Ok"))).proxiedFor("Internet");

    Arrived arrived = assertInstanceOf(Arrived.class, send(lent));

    assertEquals(0, arrived.envelope().hops());
    assertEquals(Optional.of("Internet"), arrived.envelope().proxiedFor());
  }

  @Test
  void the_message_lies_there_addressed_as_the_plan_says() {
    EmailAddress target = EmailAddress.parse("frank@tenant.example");

    Arrived arrived =
        assertInstanceOf(
            Arrived.class, send(plan(ImmutableList.of(server("one", "250 Ok"))).to(target)));

    assertEquals(target, arrived.envelope().recipient());
  }

  @Test
  void a_plan_leads_somewhere() {
    assertThrows(IllegalStateException.class, () -> send(plan()));
  }
}
