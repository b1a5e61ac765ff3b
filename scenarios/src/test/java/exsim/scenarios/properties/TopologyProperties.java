package exsim.scenarios.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainName;
import exsim.model.mail.DomainPattern;
import exsim.model.net.PathEffect;
import exsim.model.net.PathRule;
import exsim.model.online.Tenant;
import exsim.model.onprem.AddressSpace;
import exsim.model.onprem.Organization;
import exsim.model.onprem.SendConnector;
import exsim.model.topology.World;
import exsim.simulator.RuleBook;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.delivery.Outcome;
import exsim.simulator.delivery.Protection;
import exsim.simulator.delivery.Simulation;
import exsim.simulator.online.InboundRule;
import exsim.simulator.rule.Reason;
import exsim.simulator.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** What holds in every topology. */
@Domain(Worlds.class)
class TopologyProperties {
  private static final int TRIES = 200;
  private static final int SENT_MAX = 130;
  private static final ImmutableSet<Rule> RULES = ImmutableSet.copyOf(RuleBook.rules());
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-zA-Z]+\\}");

  @Property(tries = TRIES)
  void the_same_world_gives_the_same_deliveries(@ForAll World world) {
    assertEquals(Simulation.run(world), Simulation.run(world));
  }

  @Property(tries = TRIES)
  void what_is_remembered_of_other_messages_changes_nothing(@ForAll World world) {
    Simulation together = new Simulation(world);
    List<ImmutableList<Delivery>> warm = new ArrayList<>();
    world.messages().forEach(together::deliveries);
    world.messages().reverse().forEach(m -> warm.add(0, together.deliveries(m)));

    for (int i = 0; i < warm.size(); i++) {
      Simulation alone = new Simulation(world);
      assertEquals(alone.deliveries(world.messages().get(i)), warm.get(i));
    }
  }

  @Property(tries = TRIES)
  void every_message_comes_to_an_end_after_few_hops(@ForAll World world) {
    for (Delivery delivery : Simulation.run(world)) {
      long sent = delivery.hops().stream().filter(Hop::sent).count();

      assertTrue(sent <= SENT_MAX, () -> sent + " hops: " + delivery.path());
      assertEquals(world.messages().get(0).at(), delivery.message().at());
    }
  }

  @Property(tries = TRIES)
  void every_reason_is_a_rule_of_the_book_and_says_everything(@ForAll World world) {
    for (Delivery delivery : Simulation.run(world)) {
      reasons(delivery)
          .forEach(
              reason -> {
                assertTrue(RULES.contains(reason.rule()), reason::toString);
                assertFalse(PLACEHOLDER.matcher(reason.text()).find(), reason::toString);
              });
    }
  }

  @Property(tries = TRIES)
  void every_delivery_and_every_hop_says_why(@ForAll World world) {
    for (Delivery delivery : Simulation.run(world)) {
      assertFalse(delivery.why().isEmpty() && delivery.hops().isEmpty(), delivery::toString);
      delivery.hops().forEach(hop -> assertFalse(hop.why().isEmpty(), hop::toString));
      delivery.hops().forEach(hop -> assertEquals(hop.sent(), hop.cause().isEmpty()));
      if (delivery.outcome() == Outcome.DELIVERED && !delivery.hops().isEmpty()) {
        assertTrue(delivery.hops().get(delivery.hops().size() - 1).sent());
      }
    }
  }

  @Property(tries = TRIES)
  void forcing_tls_everywhere_leaves_no_hop_in_clear(@ForAll World world) {
    World forced = Forcing.everybody(world);

    for (Delivery delivery : Simulation.run(forced)) {
      for (Hop hop : delivery.hops()) {
        boolean online = hop.from().system().endsWith(".onmicrosoft.com");
        boolean demanded = !online || hop.from().connector().isPresent();
        if (hop.sent() && demanded) {
          assertTrue(hop.protection() != Protection.PLAINTEXT, hop::toString);
          assertTrue(hop.tls().survivesStripping(), hop::toString);
        }
      }
    }
  }

  @Property(tries = TRIES)
  void a_listener_that_does_not_offer_starttls_never_has_tls(@ForAll World world) {
    World bare =
        Changes.topology(
            world,
            t ->
                Changes.others(
                    Changes.organizations(
                        t,
                        o ->
                            Changes.with(
                                o,
                                o.sendConnectors(),
                                Changes.each(
                                    o.servers(),
                                    s ->
                                        Changes.with(
                                            s,
                                            Changes.each(
                                                s.receiveConnectors(),
                                                Changes::withoutStartTls))))),
                    Changes::withoutStartTls,
                    d -> d));
    Set<String> listeners = new LinkedHashSet<>(MailSystems.NAMES);
    listeners.add("contoso");

    for (Delivery delivery : Simulation.run(bare)) {
      for (Hop hop : delivery.hops()) {
        boolean listener = hop.to().system().filter(listeners::contains).isPresent();
        if (listener && !hop.internal()) {
          assertTrue(hop.tls().established().isEmpty(), hop::toString);
        }
      }
    }
  }

  /** A tie in the order of hosts is chance; where several tenants match, the first counts. */
  @Property(tries = TRIES)
  void the_order_of_listing_never_changes_the_set_of_outcomes(@ForAll World world) {
    ImmutableList<Delivery> deliveries = Simulation.run(world);
    Assume.that(
        deliveries.stream()
            .flatMap(TopologyProperties::reasons)
            .noneMatch(r -> r.rule() == InboundRule.AMBIGUOUS));

    ImmutableList<Delivery> reversed = Simulation.run(Changes.topology(world, Changes::reversed));

    assertEquals(outcomes(deliveries), outcomes(reversed));
  }

  private record Ending(
      String message, Outcome outcome, List<String> path, Optional<Protection> weakest) {}

  private static Set<Ending> outcomes(ImmutableList<Delivery> deliveries) {
    Set<Ending> found = new LinkedHashSet<>();
    for (Delivery d : deliveries) {
      found.add(new Ending(d.message().id(), d.outcome(), d.path(), d.weakestProtection(true)));
    }
    return found;
  }

  @Property(tries = TRIES)
  void a_disabled_connector_changes_nothing_but_the_list_of_those_turned_down(@ForAll World world) {
    World more =
        Changes.topology(
            world,
            t ->
                Changes.tenants(
                    Changes.organizations(t, TopologyProperties::withDisabled),
                    TopologyProperties::withDisabled));

    assertEquals(essence(Simulation.run(world)), essence(Simulation.run(more)));
  }

  private static Organization withDisabled(Organization o) {
    return Changes.with(
        o,
        plus(o.sendConnectors(), Changes.disabledTwin(o.sendConnectors().get(0), "AAA off")),
        Changes.each(
            o.servers(),
            s ->
                Changes.with(
                    s,
                    plus(
                        s.receiveConnectors(),
                        Changes.disabledTwin(s.receiveConnectors().get(0), "AAA off")))));
  }

  private static Tenant withDisabled(Tenant t) {
    Tenant.Connectors c = t.connectors();
    return Changes.with(
        t,
        new Tenant.Connectors(
            c.inbound().isEmpty()
                ? c.inbound()
                : plus(c.inbound(), Changes.disabledTwin(c.inbound().get(0), "AAA off")),
            c.outbound().isEmpty()
                ? c.outbound()
                : plus(c.outbound(), Changes.disabledTwin(c.outbound().get(0), "AAA off"))));
  }

  private static <T> ImmutableList<T> plus(ImmutableList<T> all, T one) {
    return ImmutableList.<T>builder().add(one).addAll(all).build();
  }

  /** A delivery without its candidates that were turned down. */
  private static List<Object> essence(ImmutableList<Delivery> deliveries) {
    List<Object> all = new ArrayList<>();
    for (Delivery d : deliveries) {
      all.add(List.of(d.message().id(), d.outcome(), d.reply(), d.path(), d.why()));
      for (Hop h : d.hops()) {
        all.add(List.of(h.at(), h.sent(), h.from(), h.to(), h.tls(), h.reply(), h.why()));
      }
    }
    return all;
  }

  @Property(tries = TRIES)
  void a_less_specific_connector_never_changes_a_better_matched_recipient(@ForAll World world) {
    World wider =
        Changes.topology(world, t -> Changes.organizations(t, TopologyProperties::withCatchAll));
    ImmutableList<Delivery> before = Simulation.run(world);
    ImmutableList<Delivery> after = Simulation.run(wider);

    for (Delivery delivery : before) {
      Optional<Hop> first = firstExternal(delivery);
      if (first.isEmpty() || !byName(world, first.get(), delivery.recipient().domain())) {
        continue;
      }
      Delivery same =
          after.stream()
              .filter(
                  d -> d.message().equals(delivery.message()) && d.branch() == delivery.branch())
              .findFirst()
              .orElseThrow();
      Hop then = firstExternal(same).orElseThrow();
      assertEquals(first.get().from(), then.from());
      assertEquals(first.get().to(), then.to());
      assertEquals(first.get().tls(), then.tls());
    }
  }

  private static Optional<Hop> firstExternal(Delivery delivery) {
    return delivery.hops().stream()
        .filter(h -> !h.internal())
        .findFirst()
        .filter(h -> h.from().system().equals("contoso"));
  }

  private static boolean byName(World world, Hop hop, DomainName domain) {
    return world.epochs().get(0).topology().organizations().get(0).sendConnectors().stream()
        .filter(c -> hop.from().connector().filter(c.name()::equals).isPresent())
        .flatMap(c -> c.scope().addressSpaces().stream())
        .anyMatch(
            s ->
                s.covers(domain)
                    && s.pattern().filter(p -> p.kind() != DomainPattern.Kind.ALL).isPresent());
  }

  private static Organization withCatchAll(Organization o) {
    SendConnector model = o.sendConnectors().get(0);
    SendConnector wide =
        new SendConnector(
            "AAA catch-all",
            true,
            new SendConnector.Scope(
                ImmutableList.of(AddressSpace.parse("*;1")), false, model.scope().sourceServers()),
            new SendConnector.Routing.Dns(25),
            model.tls(),
            Optional.empty(),
            OptionalLong.empty(),
            SendConnector.Options.NONE);
    return Changes.with(o, plus(o.sendConnectors(), wide), o.servers());
  }

  @Property(tries = TRIES)
  void an_attacker_who_hides_starttls_gets_what_the_report_says(@ForAll World world) {
    PathRule attacker =
        new PathRule(
            new PathRule.End.Any(),
            new PathRule.End.Any(),
            OptionalInt.empty(),
            PathEffect.STRIP_STARTTLS,
            Optional.empty());
    ImmutableList<Delivery> before = Simulation.run(world);
    ImmutableList<Delivery> attacked =
        Simulation.run(Changes.topology(world, t -> Changes.path(t, attacker)));

    for (Delivery delivery : before) {
      Optional<Delivery> same =
          attacked.stream()
              .filter(
                  d -> d.message().equals(delivery.message()) && d.branch() == delivery.branch())
              .findFirst();
      if (delivery.branch() == 1 && !delivery.hops().isEmpty() && same.isPresent()) {
        Hop calm = delivery.hops().get(0);
        Hop robbed = same.get().hops().get(0);
        boolean read = robbed.sent() && robbed.tls().established().isEmpty();
        if (calm.tls().offered().isPresent()) {
          assertEquals(read, !calm.tls().survivesStripping(), () -> calm + "\n" + robbed);
        }
      }
    }
  }

  private static Stream<Reason> reasons(Delivery delivery) {
    List<Reason> all = new ArrayList<>(delivery.why());
    delivery.turnedDown().forEach(e -> all.add(e.because()));
    for (Hop hop : delivery.hops()) {
      all.addAll(hop.why());
      hop.turnedDown().forEach(e -> all.add(e.because()));
    }
    return all.stream();
  }
}
