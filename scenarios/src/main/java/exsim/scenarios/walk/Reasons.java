package exsim.scenarios.walk;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.text.Page;
import exsim.scenarios.text.Tone;
import exsim.simulator.rule.Basis;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells why something was decided, and once on a page where an administrator would change it. */
final class Reasons {
  private static final int INDENT = 4;
  private static final int RULE = 11;
  private static final int WHERE = 9;

  private final Page page;
  private final Set<Setting> told = new HashSet<>();

  Reasons(Page page) {
    this.page = page;
  }

  /** Writes reasons, then the candidates that were not chosen. */
  void write(List<Reason> reasons, ImmutableList<Elimination> turnedDown) {
    for (Reason reason : reasons) {
      boolean assumed = reason.rule().basis() == Basis.ASSUMED;
      page.labelled(
          INDENT,
          reason.rule().id(),
          RULE,
          reason.text() + (assumed ? " (assumed)" : ""),
          assumed ? Tone.CAUTION : Tone.FAINT);
      setting(reason, Optional.empty());
    }
    Set<String> rules = new HashSet<>();
    for (Elimination elimination : turnedDown) {
      Reason reason = elimination.because();
      page.labelled(
          INDENT,
          reason.rule().id(),
          RULE,
          "not " + elimination.candidate() + ": " + reason.text(),
          Tone.FAINT);
      if (rules.add(reason.rule().id())) {
        setting(reason, Optional.of(elimination.candidate()));
      }
    }
  }

  private void setting(Reason reason, Optional<String> candidate) {
    Optional<Setting> setting = Setting.of(reason, candidate);
    if (setting.isEmpty() || !told.add(setting.get())) {
      return;
    }
    page.labelled(INDENT + RULE, "shell", WHERE, setting.get().shell(), Tone.FAINT);
    setting
        .get()
        .console()
        .ifPresent(c -> page.labelled(INDENT + RULE, "console", WHERE, c, Tone.FAINT));
  }
}
