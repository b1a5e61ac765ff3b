package exsim.scenarios.report;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.text.Columns;
import exsim.scenarios.text.Page;
import exsim.scenarios.text.Style;
import exsim.scenarios.text.Tone;
import exsim.simulator.question.TypedCheck;
import exsim.simulator.question.TypedScript;

/** A session that was typed by hand, as a transcript. */
final class SessionBlock {
  private final Page page;

  SessionBlock(Page page) {
    this.page = page;
  }

  void write(TypedCheck.Result result) {
    TypedScript script = result.script();
    page.gap();
    String arrow = page.glyph("→", "->");
    String line =
        script.id()
            + "  "
            + script.caller().system()
            + " "
            + arrow
            + " "
            + script.host()
            + ":"
            + script.port();
    for (String part : Columns.wrap(page.clean(line), Style.WIDTH)) {
      page.ready(Tone.STRONG.paint(page.style(), part));
    }
    for (TypedScript.Line said : result.transcript()) {
      page.labelled(2, said.kind().letter() + ":", 3, said.text(), tone(said.kind()));
    }
    new HopDetails(page).why(result.why(), ImmutableList.of());
  }

  private static Tone tone(TypedScript.Kind kind) {
    return switch (kind) {
      case TYPED -> Tone.STRONG;
      case REPLY -> Tone.NORMAL;
      case EVENT, WAIT -> Tone.GOOD;
    };
  }

  /** What was asked of it, in a line. */
  static String name(TypedCheck.Result result) {
    return "session " + result.script().id();
  }
}
