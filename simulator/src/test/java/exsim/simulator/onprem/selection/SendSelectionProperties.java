package exsim.simulator.onprem.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainName;
import exsim.model.onprem.AddressSpace;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.SendConnector;
import exsim.model.onprem.SiteLink;
import exsim.simulator.onprem.Made;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Rule;
import exsim.simulator.rule.Selection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** SEL-001 to SEL-010: the selection of Send connectors against an oracle that shares no code. */
class SendSelectionProperties {
  private static final ExchangeServer EX1 = Made.server("EX1", "HQ");
  private static final ImmutableList<ExchangeServer> SERVERS =
      ImmutableList.of(
          EX1,
          Made.server("EX2", "HQ"),
          Made.server("EX3", "Branch"),
          Made.server("EX4", "Far"),
          Made.server("EX5", "Island"));

  /** HQ to Branch costs 10, and on to Far 10 more; nothing leads to Island. */
  private static final ImmutableList<SiteLink> LINKS =
      ImmutableList.of(
          new SiteLink(ImmutableList.of("HQ", "Branch"), 50, OptionalInt.of(10)),
          new SiteLink(ImmutableList.of("Branch", "Far"), 10, OptionalInt.empty()),
          new SiteLink(ImmutableList.of("Far", "HQ"), 99, OptionalInt.empty()));

  private static final ImmutableList<Integer> LINK_COSTS =
      ImmutableList.of(0, 0, 10, 20, Integer.MAX_VALUE / 4);

  /** Spaces whose costs and specificities meet often. */
  private static final ImmutableList<String> SPACES =
      ImmutableList.of(
          "*;1",
          "*;11",
          "*;21",
          "*.com;1",
          "*.contoso.com;1",
          "*.contoso.com;11",
          "*.mkt.contoso.com;1",
          "contoso.com;1",
          "contoso.com;11",
          "mkt.contoso.com;21",
          "fabrikam.com;1",
          "X400:c=us;1");

  /** Their order is another one than that of their characters. */
  private static final ImmutableList<String> NAMES =
      ImmutableList.of("b", "A", "C", "a2", "B1", "d");

  private static final ImmutableList<String> DOMAINS =
      ImmutableList.of(
          "contoso.com", "mkt.contoso.com", "a.mkt.contoso.com", "fabrikam.com", "example");

  @Provide
  Arbitrary<ImmutableList<SendConnector>> connectors() {
    Arbitrary<Draft> draft =
        Combinators.combine(
                Arbitraries.of(SPACES).list().ofMinSize(1).ofMaxSize(3),
                Arbitraries.of("EX1", "EX2", "EX3", "EX4", "EX5", "ex2", "gone")
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(2),
                Arbitraries.of(true, true, true, true, false),
                Arbitraries.of(false, false, false, true),
                Arbitraries.of(OptionalLong.empty(), OptionalLong.of(10), OptionalLong.of(20)))
            .as(Draft::new);
    return draft.list().ofMaxSize(NAMES.size()).map(SendSelectionProperties::named);
  }

  private record Draft(
      List<String> spaces,
      List<String> sources,
      boolean enabled,
      boolean scoped,
      OptionalLong limit) {}

  private static ImmutableList<SendConnector> named(List<Draft> drafts) {
    ImmutableList.Builder<SendConnector> connectors = ImmutableList.builder();
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      connectors.add(
          Made.send(
              NAMES.get(i),
              draft.spaces(),
              draft.enabled(),
              draft.scoped(),
              draft.limit(),
              draft.sources().toArray(new String[0])));
    }
    return connectors.build();
  }

  @Provide
  Arbitrary<String> domains() {
    return Arbitraries.of(DOMAINS);
  }

  @Provide
  Arbitrary<Long> sizes() {
    return Arbitraries.of(0L, 10L, 11L, 20L, 21L);
  }

  @Property(tries = 3000)
  void the_winner_and_what_every_loser_is_told_are_those_of_the_documented_order(
      @ForAll("connectors") ImmutableList<SendConnector> connectors,
      @ForAll("domains") String domain,
      @ForAll("sizes") long size) {
    Selection<SendSelection.Candidate> selection = select(connectors, domain, size);

    List<Oracle> all = new ArrayList<>();
    connectors.forEach(c -> all.add(new Oracle(c, domain, size)));
    List<Oracle> left = new ArrayList<>(all.stream().filter(o -> o.out().isEmpty()).toList());
    left.sort(Oracle::compare);
    assertEquals(
        left.stream().findFirst().map(o -> o.connector.name()),
        selection.chosen().map(c -> c.connector().name()));

    Map<String, Rule> expected = new HashMap<>();
    for (Oracle oracle : all) {
      oracle
          .out()
          .or(
              () ->
                  oracle == left.get(0) ? Optional.empty() : Optional.of(left.get(0).beats(oracle)))
          .ifPresent(rule -> expected.put(oracle.connector.name(), rule));
    }
    Map<String, Rule> told = new HashMap<>();
    for (Elimination loser : selection.eliminated()) {
      assertEquals(null, told.put(loser.candidate(), loser.because().rule()), loser.candidate());
    }
    assertEquals(expected, told);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void what_is_chosen_is_explained(
      @ForAll("connectors") ImmutableList<SendConnector> connectors,
      @ForAll("domains") String domain,
      @ForAll("sizes") long size) {
    Selection<SendSelection.Candidate> selection = select(connectors, domain, size);

    Rule because = selection.because().rule();
    if (selection.chosen().isPresent()) {
      assertTrue(selection.chosen().get().space().covers(DomainName.parse(domain)));
      long rivals = selection.eliminated().stream().filter(e -> isRank(e.because().rule())).count();
      assertTrue(
          rivals == 0 ? because == SendSelectionRule.ONLY_ONE : isRank(because), because.id());
    } else {
      assertTrue(
          ImmutableSet.of(SendSelectionRule.NONE, SendSelectionRule.ALL_TOO_SMALL)
              .contains(because));
    }
    assertTrue(!selection.because().text().contains("{"), selection.because()::text);
  }

  private static boolean isRank(Rule rule) {
    return ImmutableSet.<Rule>of(
            SendSelectionRule.LESS_SPECIFIC,
            SendSelectionRule.SHORTER_SUFFIX,
            SendSelectionRule.COSTLIER,
            SendSelectionRule.FARTHER,
            SendSelectionRule.LATER_NAME,
            SendSelectionRule.LATER_NAME_BY_CASE)
        .contains(rule);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void neither_the_order_of_listing_nor_an_earlier_question_changes_anything(
      @ForAll("connectors") ImmutableList<SendConnector> connectors,
      @ForAll("domains") String domain,
      @ForAll("sizes") long size,
      @ForAll long seed) {
    List<SendConnector> shuffled = new ArrayList<>(connectors);
    Collections.shuffle(shuffled, new Random(seed));
    SendSelection selection = selection(connectors);
    for (String other : DOMAINS) {
      selection.select(EX1, DomainName.parse(other), 0);
    }

    var first = selection.select(EX1, DomainName.parse(domain), size);
    var again = selection.select(EX1, DomainName.parse(domain), size);
    var elsewhere = select(ImmutableList.copyOf(shuffled), domain, size);

    assertEquals(first, again);
    assertEquals(first.chosen(), elsewhere.chosen());
    assertEquals(first.because(), elsewhere.because());
    assertEquals(
        ImmutableSet.copyOf(first.eliminated()), ImmutableSet.copyOf(elsewhere.eliminated()));
  }

  private static Selection<SendSelection.Candidate> select(
      ImmutableList<SendConnector> connectors, String domain, long size) {
    return selection(connectors).select(EX1, DomainName.parse(domain), size);
  }

  private static SendSelection selection(ImmutableList<SendConnector> connectors) {
    return new SendSelection(Made.organization(connectors, LINKS, SERVERS));
  }

  /** One connector, judged from the words of the catalogue. */
  private static final class Oracle {
    final SendConnector connector;
    private final String domain;
    private final long size;

    Oracle(SendConnector connector, String domain, long size) {
      this.connector = connector;
      this.domain = domain;
      this.size = size;
    }

    /** SEL-002 to SEL-005, in the order in which this program asks: what covers nothing first. */
    Optional<Rule> out() {
      if (connector.scope().addressSpaces().stream().allMatch(s -> rank(s) < 0)) {
        boolean smtp =
            connector.scope().addressSpaces().stream().anyMatch(a -> a.type().equals("SMTP"));
        return Optional.of(smtp ? SendSelectionRule.NO_ADDRESS_SPACE : SendSelectionRule.NOT_SMTP);
      }
      if (connector.maxMessageSize().orElse(Long.MAX_VALUE) < size) {
        return Optional.of(SendSelectionRule.TOO_SMALL);
      }
      if (connector.scope().scoped() && hops() == 2) {
        return Optional.of(SendSelectionRule.OUT_OF_SCOPE);
      }
      return connector.enabled() ? Optional.empty() : Optional.of(SendSelectionRule.DISABLED);
    }

    /** Which of them comes first. */
    int compare(Oracle other) {
      int byRank = Integer.compare(other.rank(), rank());
      int byCost = Integer.compare(cost(), other.cost());
      int byHops = Integer.compare(hops(), other.hops());
      int byName = connector.name().compareToIgnoreCase(other.connector.name());
      return byRank != 0 ? byRank : byCost != 0 ? byCost : byHops != 0 ? byHops : byName;
    }

    /** What the loser is told. */
    Rule beats(Oracle loser) {
      if (rank() != loser.rank()) {
        boolean suffixes = rank() < 1000 && rank() > 0 && loser.rank() > 0;
        return suffixes ? SendSelectionRule.SHORTER_SUFFIX : SendSelectionRule.LESS_SPECIFIC;
      }
      if (cost() != loser.cost()) {
        return SendSelectionRule.COSTLIER;
      }
      if (hops() != loser.hops()) {
        return SendSelectionRule.FARTHER;
      }
      // Capitals come first where case counts, and the names are those of the list above.
      return connector.name().compareTo(loser.connector.name()) < 0
          ? SendSelectionRule.LATER_NAME
          : SendSelectionRule.LATER_NAME_BY_CASE;
    }

    /** 1000 for the domain itself, the length of a suffix, 0 for all, -1 where it covers not. */
    private int rank(AddressSpace space) {
      String text = space.space();
      if (!space.type().equals("SMTP")) {
        return -1;
      }
      if (text.equals("*")) {
        return 0;
      }
      if (!text.startsWith("*.")) {
        return text.equals(domain) ? 1000 : -1;
      }
      return ("." + domain).endsWith(text.substring(1)) ? text.length() : -1;
    }

    private int rank() {
      return connector.scope().addressSpaces().stream().mapToInt(this::rank).max().orElseThrow();
    }

    private int cost() {
      int link =
          sources().stream().mapToInt(s -> LINK_COSTS.get(s)).min().orElse(Integer.MAX_VALUE / 4);
      int rank = rank();
      return link
          + connector.scope().addressSpaces().stream()
              .filter(s -> rank(s) == rank)
              .mapToInt(AddressSpace::cost)
              .min()
              .orElseThrow();
    }

    private int hops() {
      return sources().stream().mapToInt(s -> s == 0 ? 0 : s == 1 ? 1 : 2).min().orElse(2);
    }

    private List<Integer> sources() {
      List<Integer> sources = new ArrayList<>();
      for (String name : connector.scope().sourceServers()) {
        for (int i = 0; i < SERVERS.size(); i++) {
          if (SERVERS.get(i).name().equalsIgnoreCase(name)) {
            sources.add(i);
          }
        }
      }
      return sources;
    }
  }
}
