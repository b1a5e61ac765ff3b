package exsim.scenarios.walk;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.text.Page;
import exsim.scenarios.text.Style;
import exsim.scenarios.text.Tone;
import exsim.simulator.question.TypedCheck;
import exsim.simulator.question.TypedScript;

/** The story of what somebody types by hand: cut in two where the next answer is asked for. */
final class SessionStory {
  private static final int SPEAKER = 3;

  private final Style style;
  private final TypedCheck.Result result;
  private final Lesson lesson;
  private final ImmutableList.Builder<Stop> stops = ImmutableList.builder();
  private ImmutableList<Question> questions = ImmutableList.of();
  private Page page;

  SessionStory(Style style, TypedCheck.Result result, Lesson lesson) {
    this.style = style;
    this.result = result;
    this.lesson = lesson;
    this.page = new Page(style);
  }

  ImmutableList<Stop> stops() {
    TypedScript script = result.script();
    page.ready("");
    String title = script.caller().system() + page.glyph(" → ", " -> ") + script.host();
    Walk.heading(page, "Session " + script.id() + ": " + title + ":" + script.port());
    page.ready("");
    int typed = 0;
    ask(typed);
    for (TypedScript.Line line : result.transcript()) {
      Tone tone =
          switch (line.kind()) {
            case TYPED -> Tone.CLIENT;
            case REPLY -> Tone.SERVER;
            case EVENT, WAIT -> Tone.STRONG;
          };
      page.spoken(4, line.kind().letter() + ":", SPEAKER, line.text(), tone);
      if (line.kind() == TypedScript.Kind.TYPED) {
        typed++;
        ask(typed);
      }
    }
    page.ready("");
    new Reasons(page).write(result.why(), ImmutableList.of());
    turn(ImmutableList.of());
    return stops.build();
  }

  private void ask(int typed) {
    ImmutableList<Question> next = lesson.ofSession(result.script().id(), typed);
    if (!next.isEmpty()) {
      turn(next);
    }
  }

  /** Begins a new page, before which something is asked. */
  private void turn(ImmutableList<Question> next) {
    stops.add(new Stop(page.toString(), questions));
    page = new Page(style);
    questions = next;
  }
}
