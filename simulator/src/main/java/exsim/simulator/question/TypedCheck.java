package exsim.simulator.question;

import com.google.common.collect.ImmutableList;
import exsim.simulator.delivery.Telnet;
import exsim.simulator.question.TypedScript.Kind;
import exsim.simulator.question.TypedScript.Line;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Dialogue;
import exsim.simulator.smtp.Reply;
import exsim.simulator.smtp.ServerTls;
import exsim.simulator.smtp.TypedSession;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Types a script on a simulated world and holds what comes against what must come. */
public final class TypedCheck {
  private static final String CLOSED = "the connection is closed";

  private final TypedScript script;
  private final List<Line> transcript = new ArrayList<>();
  private final Set<Reason> why = new LinkedHashSet<>();
  private final List<Mismatch> mismatches = new ArrayList<>();

  /** What came since the last line was typed, and was not yet asked for. */
  private final Deque<Line> heard = new ArrayDeque<>();

  private TypedCheck(TypedScript script) {
    this.script = script;
  }

  /**
   * What came of a script.
   *
   * @param script the script
   * @param transcript what was said and what happened
   * @param why what decided
   * @param mismatches what did not come as it must; empty when all did
   */
  public record Result(
      TypedScript script,
      ImmutableList<Line> transcript,
      ImmutableList<Reason> why,
      ImmutableList<Mismatch> mismatches) {
    /** Whether all came as it must. */
    public boolean held() {
      return mismatches.isEmpty();
    }
  }

  /** Types a script. */
  public static Result of(TypedScript script, Telnet telnet) {
    return new TypedCheck(script).run(telnet);
  }

  private Result run(Telnet telnet) {
    Telnet.Call call = telnet.call(script.caller(), script.host(), script.port(), script.at());
    if (call instanceof Telnet.Connected connected) {
      why.addAll(connected.receiver().why());
      hears(connected.session().banner());
      closes(connected.session());
      play(connected.session());
    } else {
      happens("no connection: " + ((Telnet.Unreachable) call).fault());
      expectRest(0);
    }
    return new Result(
        script,
        ImmutableList.copyOf(transcript),
        ImmutableList.copyOf(why),
        ImmutableList.copyOf(mismatches));
  }

  private void play(TypedSession session) {
    for (int i = 0; i < script.lines().size(); i++) {
      Line line = script.lines().get(i);
      if (line.kind() == Kind.REPLY || line.kind() == Kind.EVENT) {
        expect(i, line);
      } else if (session.over()) {
        expectRest(i);
        return;
      } else if (line.kind() == Kind.WAIT) {
        wait(session, line);
      } else {
        type(session, line);
      }
    }
  }

  private void type(TypedSession session, Line line) {
    heard.clear();
    transcript.add(line);
    TypedSession.Answer answer = session.type(line.text());
    answer.reply().ifPresent(this::hears);
    answer.because().ifPresent(why::add);
    if (answer.handshake().isPresent()) {
      shakeHands(session, answer.handshake().get());
    }
    closes(session);
  }

  private void wait(TypedSession session, Line line) {
    heard.clear();
    transcript.add(line);
    Optional<TypedSession.Answer> answer = session.silent(Duration.parse(line.text()));
    answer.flatMap(TypedSession.Answer::reply).ifPresent(this::hears);
    answer.flatMap(TypedSession.Answer::because).ifPresent(why::add);
    closes(session);
  }

  private void shakeHands(TypedSession session, ServerTls tls) {
    why.add(tls.why());
    Dialogue.Turn.Handshake handshake = session.handshake(script.tls(), tls);
    happens(handshake.text());
  }

  private void closes(TypedSession session) {
    if (session.over()) {
      happens(CLOSED);
    }
  }

  private void hears(Reply reply) {
    Dialogue dated = Dialogue.empty(script.at());
    reply.wireLines().forEach(l -> adds(new Line(Kind.REPLY, dated.dated(l))));
  }

  private void happens(String text) {
    adds(new Line(Kind.EVENT, text));
  }

  private void adds(Line line) {
    transcript.add(line);
    heard.add(line);
  }

  /**
   * A line must come after those that were asked for before; what stands between may be left out.
   */
  private void expect(int place, Line expected) {
    List<String> seen = new ArrayList<>();
    while (!heard.isEmpty()) {
      Line line = heard.remove();
      seen.add(line.kind().letter() + ": " + line.text());
      if (line.kind() == expected.kind() && line.text().startsWith(expected.text())) {
        return;
      }
    }
    mismatches.add(
        new Mismatch(
            "lines[" + place + "]",
            expected.kind().letter() + ": " + expected.text(),
            seen.isEmpty() ? "nothing more" : String.join(" | ", seen)));
  }

  private void expectRest(int from) {
    for (int i = from; i < script.lines().size(); i++) {
      Line line = script.lines().get(i);
      if (line.kind() == Kind.TYPED || line.kind() == Kind.WAIT) {
        mismatches.add(
            new Mismatch("lines[" + i + "]", "a session in which to type it", "none is there"));
        return;
      }
      expect(i, line);
    }
  }
}
