package exsim.scenarios.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import exsim.simulator.RuleBook;
import exsim.simulator.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of the walk know every rule, and no others. */
class TablesTest {
  private static final Pattern FACT = Pattern.compile("\\{([a-zA-Z]+)}");

  private static final Map<String, Rule> RULES =
      RuleBook.rules().stream().collect(Collectors.toMap(Rule::id, Function.identity()));

  @Test
  void every_rule_is_told_in_some_chapter() {
    List<String> untold =
        RULES.keySet().stream().filter(id -> Chapter.of(id).isEmpty()).sorted().toList();
    assertEquals(List.of(), untold);
  }

  @Test
  void a_setting_belongs_to_a_rule_and_uses_its_facts() {
    Setting.all()
        .forEach(
            (id, setting) -> {
              assertTrue(RULES.containsKey(id), id);
              Matcher fact = FACT.matcher(setting.shell() + setting.console().orElse(""));
              while (fact.find()) {
                boolean loser = fact.group(1).equals(Setting.CANDIDATE);
                assertTrue(
                    loser || RULES.get(id).sentence().contains(fact.group()), id + fact.group());
              }
            });
  }
}
