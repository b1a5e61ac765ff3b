package exsim.simulator.onprem.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainName;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.SendConnector;
import exsim.model.onprem.SiteLink;
import exsim.simulator.onprem.Made;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Rule;
import exsim.simulator.rule.Selection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Vectors V01 to V11 of the catalogue, and what each loser is told. */
class SendSelectionTest {
  private static final long MB = 1L << 20;
  private static final ExchangeServer EX1 = Made.server("EX1", "HQ");
  private static final ExchangeServer EX2 = Made.server("EX2", "Branch");
  private static final SendConnector A = Made.send("A", "*;1", "EX1");
  private static final SendConnector B = Made.send("B", "*.contoso.com;50", "EX1");
  private static final SendConnector C = Made.send("C", "mkt.contoso.com;100", "EX1");

  private static Selection<SendSelection.Candidate> select(
      String domain, long size, SendConnector... connectors) {
    return new SendSelection(
            Made.organization(
                ImmutableList.copyOf(connectors),
                new SiteLink(ImmutableList.of("HQ", "Branch"), 100, OptionalInt.empty()),
                EX1,
                EX2))
        .select(EX1, DomainName.parse(domain), size);
  }

  private static String winner(Selection<SendSelection.Candidate> selection) {
    return selection.chosen().map(c -> c.connector().name()).orElse("nobody");
  }

  private static Optional<Rule> told(Selection<SendSelection.Candidate> selection, String loser) {
    return selection.eliminated().stream()
        .filter(e -> e.candidate().equals(loser))
        .map(Elimination::because)
        .map(r -> (Rule) r.rule())
        .findFirst();
  }

  @Test
  void v01_the_most_specific_space_wins_although_it_is_the_dearest() {
    var selection = select("mkt.contoso.com", MB, A, B, C);

    assertEquals("C", winner(selection));
    assertEquals(Optional.of(SendSelectionRule.LESS_SPECIFIC), told(selection, "A"));
    assertEquals(Optional.of(SendSelectionRule.LESS_SPECIFIC), told(selection, "B"));
  }

  @Test
  void v02_an_exact_space_does_not_cover_subdomains() {
    var selection = select("a.mkt.contoso.com", MB, A, B, C);

    assertEquals("B", winner(selection));
    assertEquals(Optional.of(SendSelectionRule.NO_ADDRESS_SPACE), told(selection, "C"));
  }

  @Test
  void v03_a_wildcard_covers_the_domain_itself() {
    assertEquals("B", winner(select("contoso.com", MB, A, B, C)));
  }

  @Test
  void v04_any_other_domain_goes_by_the_space_for_all() {
    var selection = select("fabrikam.com", MB, A, B, C);

    assertEquals("A", winner(selection));
    assertEquals(SendSelectionRule.ONLY_ONE, selection.because().rule());
  }

  @Test
  void v05_a_disabled_connector_is_no_candidate() {
    SendConnector off =
        Made.send("C", "mkt.contoso.com;100", false, false, OptionalLong.of(35 * MB), "EX1");

    var selection = select("mkt.contoso.com", MB, A, B, off);

    assertEquals("B", winner(selection));
    assertEquals(Optional.of(SendSelectionRule.DISABLED), told(selection, "C"));
  }

  @Test
  void v06_a_message_too_large_for_all_has_nowhere_to_go() {
    var selection = select("mkt.contoso.com", 40 * MB, A, B, C);

    assertEquals("nobody", winner(selection));
    assertEquals(SendSelectionRule.ALL_TOO_SMALL, selection.because().rule());
    assertEquals(3, selection.eliminated().size());
  }

  @Test
  void v07_size_is_applied_before_anything_else() {
    SendConnector unlimited = Made.send("A", "*;1", true, false, OptionalLong.empty(), "EX1");

    var selection = select("mkt.contoso.com", 40 * MB, unlimited, B, C);

    assertEquals("A", winner(selection));
    assertEquals(Optional.of(SendSelectionRule.TOO_SMALL), told(selection, "C"));
  }

  @Test
  void v08_a_connector_scoped_to_another_site_is_out_of_reach() {
    SendConnector scoped =
        Made.send("B", "*.contoso.com;50", true, true, OptionalLong.empty(), "EX2");

    var selection = select("contoso.com", MB, A, scoped, C);

    assertEquals("A", winner(selection));
    assertEquals(Optional.of(SendSelectionRule.OUT_OF_SCOPE), told(selection, "B"));
  }

  @Test
  void v09_without_a_space_for_the_domain_nothing_is_chosen() {
    var selection = select("fabrikam.com", MB, B, C);

    assertEquals("nobody", winner(selection));
    assertEquals(SendSelectionRule.NONE, selection.because().rule());
  }

  @Test
  void v10_the_cost_of_site_links_counts_with_that_of_the_space() {
    var selection =
        select(
            "fabrikam.com", MB, Made.send("far", "*;1", "EX2"), Made.send("near", "*;10", "EX1"));

    assertEquals("near", winner(selection));
    assertEquals(Optional.of(SendSelectionRule.COSTLIER), told(selection, "far"));
    assertTrue(selection.because().text().contains("10 < 101"), selection.because()::toString);
  }

  @Test
  void v11_the_name_that_comes_first_wins_a_tie_whatever_its_case() {
    var selection =
        select(
            "fabrikam.com", MB, Made.send("Beta", "*;1", "EX1"), Made.send("alpha", "*;1", "EX1"));

    assertEquals("alpha", winner(selection));
    assertEquals(Optional.of(SendSelectionRule.LATER_NAME_BY_CASE), told(selection, "Beta"));
  }

  /** SEL-009. */
  @Test
  void at_equal_cost_the_nearest_source_wins() {
    ExchangeServer neighbour = Made.server("EX3", "HQ");
    SendSelection selection =
        new SendSelection(
            Made.organization(
                ImmutableList.of(Made.send("a", "*;1", "EX3"), Made.send("b", "*;1", "EX1")),
                null,
                EX1,
                neighbour));

    var chosen = selection.select(EX1, DomainName.parse("fabrikam.com"), MB);

    assertEquals("b", winner(chosen));
    assertEquals(Optional.of(SendSelectionRule.FARTHER), told(chosen, "a"));
  }

  /** SEL-006. */
  @Test
  void the_longer_suffix_wins() {
    assertEquals(
        "long",
        winner(
            select(
                "x.a.contoso.com",
                MB,
                Made.send("short", "*.contoso.com;1", "EX1"),
                Made.send("long", "*.a.contoso.com;9", "EX1"))));
  }

  @Test
  void every_connector_wins_or_is_told_why_not() {
    for (String domain : ImmutableList.of("mkt.contoso.com", "contoso.com", "fabrikam.com")) {
      for (long size : new long[] {MB, 40 * MB}) {
        var selection = select(domain, size, A, B, C);
        int winners = selection.chosen().isPresent() ? 1 : 0;

        assertEquals(3, winners + selection.eliminated().size(), domain);
      }
    }
  }

  private static Selection<SendSelection.Candidate> among(int connectors) {
    ImmutableList.Builder<SendConnector> all = ImmutableList.builder();
    all.add(A).add(B);
    for (int i = 2; i < connectors; i++) {
      all.add(Made.send("Other " + i, "other" + i + ".example;1", "EX1"));
    }
    return select("contoso.com", MB, all.build().toArray(SendConnector[]::new));
  }

  @Test
  void so_many_connectors_are_told_each_and_more_are_counted() {
    var each = among(24);
    var counted = among(25);

    assertEquals(23, each.eliminated().size());
    assertEquals(Optional.of(SendSelectionRule.NO_ADDRESS_SPACE), told(each, "Other 23"));
    assertEquals(2, counted.eliminated().size());
    assertEquals(
        Optional.of(SendSelectionRule.NO_ADDRESS_SPACE), told(counted, "23 other connectors"));
  }

  /** What is remembered of small messages says nothing about large ones. */
  @Test
  void a_size_is_judged_anew_where_it_can_make_a_difference() {
    SendSelection selection =
        new SendSelection(
            Made.organization(
                ImmutableList.of(
                    Made.send("small", "*;1", true, false, OptionalLong.of(10 * MB), "EX1"),
                    Made.send("large", "*;2", true, false, OptionalLong.of(50 * MB), "EX1")),
                null,
                EX1));
    DomainName domain = DomainName.parse("fabrikam.com");

    assertEquals("nobody", winner(selection.select(EX1, domain, 60 * MB)));
    assertEquals("large", winner(selection.select(EX1, domain, 40 * MB)));
    assertEquals("small", winner(selection.select(EX1, domain, 10 * MB)));
    assertEquals("large", winner(selection.select(EX1, domain, 10 * MB + 1)));
  }
}
