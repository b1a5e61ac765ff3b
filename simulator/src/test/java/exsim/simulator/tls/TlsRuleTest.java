package exsim.simulator.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import exsim.simulator.tls.TlsFacts.Answer;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsFacts.Habit;
import exsim.simulator.tls.TlsFacts.Handshake;
import exsim.simulator.tls.TlsFacts.Offer;
import exsim.simulator.tls.TlsFacts.Proof;
import exsim.simulator.tls.TlsSpace.Column;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds the TLS table to its promises over every combination of facts. */
class TlsRuleTest {
  private static final ImmutableList<TlsFacts> ALL = TlsSpace.all();

  @Test
  void the_space_is_the_product_of_all_columns() {
    int product = 1;
    for (Column<?> column : TlsSpace.COLUMNS) {
      product *= column.values().length;
    }

    assertEquals(10 * 3 * 3 * 2 * 10 * 8, product);
    assertEquals(product, ALL.stream().distinct().count());
  }

  @Test
  void the_table_is_total_and_has_no_dead_row() {
    Set<TlsRule> reached = EnumSet.noneOf(TlsRule.class);

    ALL.forEach(facts -> reached.add(TlsRule.decide(facts)));

    assertEquals(EnumSet.allOf(TlsRule.class), reached);
  }

  @Test
  void the_first_row_that_holds_decides() {
    for (TlsFacts facts : ALL) {
      TlsRule decided = TlsRule.decide(facts);
      for (TlsRule rule : TlsRule.values()) {
        if (rule.ordinal() < decided.ordinal()) {
          assertFalse(rule.when().holds(facts), () -> rule + " stands before " + decided);
        }
      }
    }
  }

  @Test
  void every_column_changes_some_outcome() {
    for (Column<?> column : TlsSpace.COLUMNS) {
      boolean used =
          ALL.stream()
              .anyMatch(
                  f ->
                      column.changed(f).stream()
                              .map(c -> TlsRule.decide(c).outcome())
                              .distinct()
                              .count()
                          > 1);

      assertTrue(used, column.name());
    }
  }

  @Test
  void a_demand_that_forces_tls_never_leads_to_a_hop_in_clear() {
    for (TlsFacts facts : ALL) {
      TlsOutcome outcome = TlsRule.decide(facts).outcome();
      if (facts.demand().forces()) {
        assertFalse(TlsSpace.leadsToClear(outcome), facts::toString);
      }
    }
  }

  @Test
  void a_client_that_leaves_tls_out_goes_on_in_clear_whatever_else_holds() {
    for (TlsFacts facts : ALL) {
      if (facts.demand().compareTo(Demand.OPPORTUNISTIC) < 0) {
        assertEquals(TlsOutcome.CLEAR, TlsRule.decide(facts).outcome(), facts::toString);
      }
    }
  }

  /**
   * Strictness is a partial order: never or withheld, opportunistic, encryption, then each kind of
   * proof by itself; kinds of proof are not compared with one another.
   */
  @Test
  void a_stricter_demand_never_sends_what_a_weaker_one_does_not() {
    for (TlsFacts facts : ALL) {
      for (Demand stricter : stricterThan(facts.demand())) {
        TlsOutcome weak = TlsRule.decide(facts).outcome();
        TlsOutcome strict = TlsRule.decide(TlsSpace.demand(facts, stricter)).outcome();
        if (!weak.goesOn()) {
          assertFalse(strict.goesOn(), () -> stricter + " at " + facts);
        }
        if (weak == TlsOutcome.SECURE) {
          assertFalse(TlsSpace.leadsToClear(strict), () -> stricter + " at " + facts);
        }
        if (!TlsSpace.leadsToClear(weak)) {
          assertFalse(TlsSpace.leadsToClear(strict), () -> stricter + " at " + facts);
        }
      }
    }
  }

  private static Set<Demand> stricterThan(Demand demand) {
    return switch (demand) {
      case NEVER, WITHHELD -> EnumSet.range(Demand.OPPORTUNISTIC, Demand.MUTUAL);
      case OPPORTUNISTIC -> EnumSet.range(Demand.ENCRYPTION, Demand.MUTUAL);
      case ENCRYPTION -> EnumSet.range(Demand.CERTIFICATE, Demand.MUTUAL);
      case CERTIFICATE, DOMAIN, FINGERPRINT, DANE, MTA_STS, MUTUAL -> EnumSet.noneOf(Demand.class);
    };
  }

  @Test
  void tls_comes_up_only_where_it_was_offered_answered_completed_and_proved() {
    for (TlsFacts facts : ALL) {
      if (TlsRule.decide(facts).outcome() == TlsOutcome.SECURE) {
        assertEquals(Offer.OFFERED, facts.offer(), facts::toString);
        assertEquals(Answer.READY, facts.answer(), facts::toString);
        assertEquals(Handshake.COMPLETES, facts.handshake(), facts::toString);
        boolean asksNoProof = facts.demand().authentication() == Authentication.NONE;
        assertTrue(asksNoProof || facts.proof() == Proof.HOLDS, facts::toString);
      }
    }
  }

  @Test
  void an_attacker_who_hides_starttls_never_turns_a_forced_hop_into_one_in_clear() {
    for (TlsFacts facts : ALL) {
      for (Offer hidden : List.of(Offer.NOT_OFFERED, Offer.HELO_ONLY)) {
        TlsOutcome outcome = TlsRule.decide(TlsSpace.offer(facts, hidden)).outcome();
        assertEquals(facts.demand().forces(), !outcome.goesOn(), facts::toString);
        assertFalse(outcome == TlsOutcome.SECURE, facts::toString);
      }
    }
  }

  @Test
  void an_exchange_sender_never_falls_back_after_a_failed_handshake_unless_assumed() {
    for (TlsFacts facts : ALL) {
      boolean reaches =
          facts.demand() == Demand.OPPORTUNISTIC
              && facts.offer() == Offer.OFFERED
              && facts.answer() == Answer.READY
              && facts.handshake() == Handshake.FAILS;
      if (reaches && facts.habit() == Habit.EXCHANGE) {
        assertEquals(TlsRule.HANDSHAKE_EXCHANGE, TlsRule.decide(facts), facts::toString);
        assertEquals(TlsOutcome.DEFER, TlsRule.decide(facts).outcome());
      }
    }
  }

  @Test
  void peeling_one_fault_after_another_shows_the_order_of_an_exchange_sender_that_wants_proof() {
    TlsFacts wrong =
        new TlsFacts(
            Demand.DOMAIN,
            Offer.HELO_ONLY,
            Answer.REFUSED_FOR_GOOD,
            Handshake.FAILS,
            Proof.NAME_DIFFERS,
            Habit.EXCHANGE);
    List<String> ids = new ArrayList<>();

    ids.add(TlsRule.decide(wrong).id());
    TlsFacts greeted = TlsSpace.offer(wrong, Offer.NOT_OFFERED);
    ids.add(TlsRule.decide(greeted).id());
    TlsFacts offered = TlsSpace.offer(greeted, Offer.OFFERED);
    ids.add(TlsRule.decide(offered).id());
    TlsFacts answered = TlsSpace.answer(offered, Answer.READY);
    ids.add(TlsRule.decide(answered).id());
    TlsFacts shaken = TlsSpace.handshake(answered, Handshake.COMPLETES);
    ids.add(TlsRule.decide(shaken).id());
    TlsFacts proved = TlsSpace.proof(shaken, Proof.HOLDS);
    ids.add(TlsRule.decide(proved).id());

    assertEquals(List.of("HOP-011", "HOP-013", "HOP-025", "HOP-034", "HOP-050", "HOP-061"), ids);
  }

  @Test
  void peeling_shows_the_order_of_an_opportunistic_exchange_sender_and_of_postfix() {
    TlsFacts exchange =
        new TlsFacts(
            Demand.OPPORTUNISTIC,
            Offer.HELO_ONLY,
            Answer.REFUSED_FOR_NOW,
            Handshake.FAILS,
            Proof.UNTRUSTED,
            Habit.EXCHANGE);

    assertEquals(List.of("HOP-010", "HOP-012", "HOP-022", "HOP-030", "HOP-040"), peeled(exchange));
    assertEquals(
        List.of("HOP-010", "HOP-012", "HOP-023", "HOP-033", "HOP-040"),
        peeled(TlsSpace.habit(exchange, Habit.NEXT_ATTEMPT)));
    assertEquals(
        List.of("HOP-010", "HOP-012", "HOP-020", "HOP-034", "HOP-040"),
        peeled(TlsSpace.habit(exchange, Habit.NEVER)));
  }

  private static List<String> peeled(TlsFacts wrong) {
    TlsFacts greeted = TlsSpace.offer(wrong, Offer.NOT_OFFERED);
    TlsFacts offered = TlsSpace.offer(greeted, Offer.OFFERED);
    TlsFacts answered = TlsSpace.answer(offered, Answer.READY);
    TlsFacts shaken = TlsSpace.handshake(answered, Handshake.COMPLETES);
    List<String> ids = new ArrayList<>();
    for (TlsFacts facts : List.of(wrong, greeted, offered, answered, shaken)) {
      ids.add(TlsRule.decide(facts).id());
    }
    return ids;
  }
}
