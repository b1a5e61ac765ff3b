package exsim.scenarios.walk;

import com.google.common.collect.ImmutableMap;
import exsim.simulator.rule.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an administrator changes where a rule decides; a table, {@code settings.txt}.
 *
 * @param shell the cmdlet and its parameters
 * @param console the way through the graphical console; empty where it has no place for it
 */
record Setting(String shell, Optional<String> console) {
  /** What stands for the name of whatever was turned down. */
  static final String CANDIDATE = "candidate";

  private static final ImmutableMap<String, Setting> ALL = read();

  /** The setting behind a decision, with the names of this one. */
  static Optional<Setting> of(Reason reason, Optional<String> candidate) {
    return Optional.ofNullable(ALL.get(reason.rule().id()))
        .map(s -> s.of(candidate))
        .map(s -> s.with(reason.facts()));
  }

  /** Where a candidate was turned down its name stands, otherwise none. */
  private Setting of(Optional<String> candidate) {
    return candidate.isPresent()
        ? with(ImmutableMap.of(CANDIDATE, candidate.get()))
        : new Setting(
            shell.replace(" '{" + CANDIDATE + "}'", ""),
            console.map(c -> c.replace(" > {" + CANDIDATE + "}", "")));
  }

  /** All, by the id of the rule. */
  static ImmutableMap<String, Setting> all() {
    return ALL;
  }

  private Setting with(Map<String, String> facts) {
    return new Setting(filled(shell, facts), console.map(c -> filled(c, facts)));
  }

  private static String filled(String text, Map<String, String> facts) {
    String filled = text;
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      filled = filled.replace("{" + fact.getKey() + "}", fact.getValue());
    }
    return filled;
  }

  private static ImmutableMap<String, Setting> read() {
    ImmutableMap.Builder<String, Setting> all = ImmutableMap.builder();
    for (List<String> row : Lines.of("settings.txt")) {
      Optional<String> console = Optional.of(row.get(2)).filter(c -> !c.equals("-"));
      all.put(row.get(0), new Setting(row.get(1), console));
    }
    return all.buildOrThrow();
  }
}
