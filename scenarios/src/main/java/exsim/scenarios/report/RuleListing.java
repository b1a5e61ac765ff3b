package exsim.scenarios.report;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.text.Page;
import exsim.scenarios.text.Style;
import exsim.scenarios.text.Tone;
import exsim.simulator.rule.Assumption;
import exsim.simulator.rule.Basis;
import exsim.simulator.rule.Rule;

/** The rule book in print. */
public final class RuleListing {
  private static final int ID = 11;

  private RuleListing() {}

  /** The rules for a terminal, each with its sentence, its basis and its source. */
  public static String text(ImmutableList<Rule> rules, Style style) {
    Page page = new Page(style);
    for (Rule rule : rules) {
      page.gap();
      Tone tone = rule.basis() == Basis.ASSUMED ? Tone.CAUTION : Tone.STRONG;
      page.labelled(0, rule.id(), ID, rule.sentence(), tone);
      page.paragraph(ID, rule.basis().text() + ": " + rule.source());
    }
    return page.toString();
  }

  /** The switches for what no source settles, for a terminal. */
  public static String switches(Style style) {
    Page page = new Page(style);
    page.ready(Tone.STRONG.paint(style, "Switches for what no source settles (key `assumptions`)"));
    for (Assumption assumption : Assumption.values()) {
      page.gap();
      page.ready(Tone.CAUTION.paint(style, page.clean(assumption.text())));
      page.paragraph(ID, assumption.question() + " (" + assumption.source() + ")");
      page.paragraph(ID, answers(assumption));
    }
    return page.toString();
  }

  private static String answers(Assumption assumption) {
    ImmutableList<String> answers = assumption.answers();
    return answers.get(0) + " (default), " + String.join(", ", answers.subList(1, answers.size()));
  }

  /** The rules and the switches as a page of documentation. */
  public static String markdown(ImmutableList<Rule> rules, boolean withSwitches) {
    StringBuilder page = new StringBuilder("# Rules\n\n");
    page.append("Every decision names the rule that made it. `exsim rules --format md` writes ");
    page.append("this page.\n\n| rule | sentence | basis | source |\n|---|---|---|---|\n");
    for (Rule rule : rules) {
      page.append("| ").append(rule.id()).append(" | ").append(cell(rule.sentence()));
      page.append(" | ").append(rule.basis().text()).append(" | ").append(cell(rule.source()));
      page.append(" |\n");
    }
    if (withSwitches) {
      page.append("\n## Switches for what no source settles\n\n");
      page.append("A scenario sets them under `assumptions`; the first value is the default.\n\n");
      page.append("| switch | settles | values | source |\n|---|---|---|---|\n");
      for (Assumption assumption : Assumption.values()) {
        page.append("| `").append(assumption.text()).append("` | ");
        page.append(cell(assumption.question())).append(" | `");
        page.append(String.join("`, `", assumption.answers())).append("` | ");
        page.append(cell(assumption.source())).append(" |\n");
      }
    }
    return page.toString();
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*");
  }
}
