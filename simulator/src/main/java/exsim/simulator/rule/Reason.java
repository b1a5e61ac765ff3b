package exsim.simulator.rule;

import com.google.common.collect.ImmutableMap;

/**
 * Why something was decided: the rule, and the facts that it looked at.
 *
 * @param rule the rule
 * @param facts the facts, by their names in the rule's sentence
 */
public record Reason(Rule rule, ImmutableMap<String, String> facts) {
  /** A reason whose rule names no facts. */
  public static Reason of(Rule rule) {
    return new Reason(rule, ImmutableMap.of());
  }

  /** A reason with one fact. */
  public static Reason of(Rule rule, String name, Object value) {
    return new Reason(rule, ImmutableMap.of(name, value.toString()));
  }

  /** A reason with two facts. */
  public static Reason of(Rule rule, String name, Object value, String name2, Object value2) {
    return new Reason(rule, ImmutableMap.of(name, value.toString(), name2, value2.toString()));
  }

  /** A reason with three facts. */
  public static Reason of(
      Rule rule, String n1, Object v1, String n2, Object v2, String n3, Object v3) {
    return new Reason(
        rule, ImmutableMap.of(n1, v1.toString(), n2, v2.toString(), n3, v3.toString()));
  }

  /** The rule's sentence with the facts filled in. */
  public String text() {
    String text = rule.sentence();
    for (var fact : facts.entrySet()) {
      text = text.replace("{" + fact.getKey() + "}", fact.getValue());
    }
    return text;
  }

  @Override
  public String toString() {
    return rule.id() + " " + text();
  }
}
