package exsim.simulator.question;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;
import exsim.simulator.question.LessonQuestion.Heard;
import exsim.simulator.question.LessonQuestion.Reported;
import exsim.simulator.question.LessonQuestion.Stated;
import exsim.simulator.rule.Elimination;
import exsim.simulator.rule.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The answer to a question, as a run gives it.
 *
 * @param question the question
 * @param right the place of the right choice, from 0; empty when the run knows none or several
 * @param because why, as it was decided in the run; empty when it was not asked for
 * @param fault what is wrong with the question; empty for nothing
 */
public record LessonAnswer(
    LessonQuestion question, Optional<Integer> right, Optional<Reason> because, String fault) {

  /** Answers a question by what became of the messages and of what was typed. */
  public static LessonAnswer of(
      LessonQuestion question,
      ImmutableList<Delivery> deliveries,
      ImmutableList<TypedCheck.Result> sessions) {
    Optional<Reason> because =
        question
            .because()
            .flatMap(
                id ->
                    reasons(question, deliveries, sessions)
                        .filter(r -> r.rule().id().equals(id))
                        .findFirst());
    List<Integer> right = new ArrayList<>();
    String actual = "";
    if (question.key() instanceof Stated stated) {
      right.add(stated.right());
    } else if (question.key() instanceof Reported reported) {
      ImmutableList<Verdict> verdicts =
          ExpectationCheck.check(reported.reports(), deliveries, false);
      IntStream.range(0, verdicts.size()).filter(i -> verdicts.get(i).held()).forEach(right::add);
      actual = shown(verdicts.get(0));
    } else if (question.key() instanceof Heard heard) {
      List<TypedScript.Line> lines = lines(heard, sessions);
      for (int i = 0; i < heard.beginnings().size(); i++) {
        String beginning = heard.beginnings().get(i);
        if (lines.stream().anyMatch(l -> l.text().startsWith(beginning))) {
          right.add(i);
        }
      }
      actual = Joiner.on(" | ").join(lines.stream().map(TypedScript.Line::text).toList());
    }
    return judged(question, right, actual, because);
  }

  private static LessonAnswer judged(
      LessonQuestion question, List<Integer> right, String actual, Optional<Reason> because) {
    String fault = "";
    if (right.size() > 1) {
      fault =
          "several choices come out in the run: "
              + Joiner.on(", ").join(right.stream().map(i -> question.choices().get(i)).toList());
    } else if (right.isEmpty()) {
      fault = "no choice comes out in the run" + (actual.isEmpty() ? "" : ", which has " + actual);
    } else if (question.because().isPresent() && because.isEmpty()) {
      fault = question.because().get() + " decides nothing here in the run";
    }
    Optional<Integer> one = right.size() == 1 ? Optional.of(right.get(0)) : Optional.empty();
    return new LessonAnswer(question, one, because, fault);
  }

  private static String shown(Verdict verdict) {
    return verdict.mismatches().isEmpty()
        ? verdict.note()
        : Joiner.on(", ")
            .join(verdict.mismatches().stream().map(m -> m.where() + " " + m.actual()).toList());
  }

  /** What the server says behind a typed line, up to the next one. */
  private static List<TypedScript.Line> lines(
      Heard heard, ImmutableList<TypedCheck.Result> sessions) {
    List<TypedScript.Line> lines = new ArrayList<>();
    for (TypedCheck.Result session : sessions) {
      int typed = 0;
      for (TypedScript.Line line : session.transcript()) {
        if (line.kind() == TypedScript.Kind.TYPED) {
          typed++;
        } else if (typed == heard.typed() && session.script().id().equals(heard.id())) {
          lines.add(line);
        }
      }
    }
    return lines;
  }

  /** What was decided about the message or in the session that is asked about, or anywhere. */
  private static Stream<Reason> reasons(
      LessonQuestion question,
      ImmutableList<Delivery> deliveries,
      ImmutableList<TypedCheck.Result> sessions) {
    Optional<String> message = question.key().message();
    Optional<String> session = question.key().session();
    Stream<Reason> decided =
        deliveries.stream()
            .filter(d -> session.isEmpty())
            .filter(d -> message.isEmpty() || d.message().id().equals(message.get()))
            .flatMap(LessonAnswer::reasons);
    Stream<Reason> typed =
        sessions.stream()
            .filter(s -> message.isEmpty())
            .filter(s -> session.isEmpty() || s.script().id().equals(session.get()))
            .flatMap(s -> s.why().stream());
    return Stream.concat(decided, typed);
  }

  private static Stream<Reason> reasons(Delivery delivery) {
    Stream<Reason> hops = delivery.hops().stream().flatMap(LessonAnswer::reasons);
    Stream<Reason> end = Stream.concat(delivery.why().stream(), lost(delivery.turnedDown()));
    return Stream.concat(hops, end);
  }

  private static Stream<Reason> reasons(Hop hop) {
    return Stream.concat(hop.why().stream(), lost(hop.turnedDown()));
  }

  private static Stream<Reason> lost(ImmutableList<Elimination> turnedDown) {
    return turnedDown.stream().map(Elimination::because);
  }
}
