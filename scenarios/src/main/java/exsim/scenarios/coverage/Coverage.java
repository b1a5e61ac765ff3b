package exsim.scenarios.coverage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import exsim.scenarios.exchange.ConfigurationRule;
import exsim.simulator.RuleBook;
import exsim.simulator.rule.Assumption;
import exsim.simulator.rule.Rule;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What answers each statement of a catalogue.
 *
 * @param catalogue the catalogue
 * @param statements its statements, in their order there
 */
public record Coverage(Catalogue catalogue, ImmutableList<Covered> statements) {
  private static final Pattern CITATION = Pattern.compile("(?:EXO-)?[A-Z]+-[0-9]{2,3}[a-z]?");

  /** The coverage of a catalogue, with the scenarios that a reach knows. */
  public static Coverage of(Catalogue catalogue, Reach reach) {
    ImmutableSetMultimap.Builder<String, String> rules = ImmutableSetMultimap.builder();
    for (Rule rule : rules()) {
      citations(rule.source()).forEach(id -> rules.put(id, rule.id()));
    }
    ImmutableSetMultimap.Builder<String, String> switches = ImmutableSetMultimap.builder();
    for (Assumption assumption : Assumption.values()) {
      citations(assumption.source()).forEach(id -> switches.put(id, assumption.text()));
    }
    ImmutableSetMultimap<String, String> ruled = rules.build();
    ImmutableSetMultimap<String, String> switched = switches.build();
    ImmutableList.Builder<Covered> statements = ImmutableList.builder();
    for (Entry entry : catalogue.entries()) {
      String id = entry.id();
      statements.add(
          new Covered(
              entry,
              ruled.get(id).asList(),
              switched.get(id).asList(),
              reach.scenariosOf(ruled.get(id))));
    }
    return new Coverage(catalogue, statements.build());
  }

  /** Every rule: those of the simulator, then those for configurations. */
  public static ImmutableList<Rule> rules() {
    return ImmutableList.<Rule>builder()
        .addAll(RuleBook.rules())
        .addAll(ConfigurationRule.all())
        .build();
  }

  /** The ids of catalogues that a source names. */
  public static ImmutableList<String> citations(String source) {
    ImmutableList.Builder<String> ids = ImmutableList.builder();
    Matcher found = CITATION.matcher(source);
    while (found.find()) {
      ids.add(found.group());
    }
    return ids.build();
  }

  /** How many statements have come to something. */
  public int count(Covered.State state) {
    int count = 0;
    for (Covered statement : statements) {
      count += statement.state() == state ? 1 : 0;
    }
    return count;
  }
}
