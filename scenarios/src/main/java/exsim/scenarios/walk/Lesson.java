package exsim.scenarios.walk;

import com.google.common.collect.ImmutableList;
import exsim.simulator.question.LessonAnswer;
import exsim.simulator.question.LessonQuestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The questions of a scenario; each is asked once, where what it is about comes next. */
final class Lesson {
  private final ImmutableList<LessonAnswer> answers;
  private final Set<LessonAnswer> asked = new HashSet<>();

  Lesson(ImmutableList<LessonAnswer> answers) {
    this.answers = answers;
  }

  /** Those about no message and no session. */
  ImmutableList<Question> general() {
    return next(a -> a.key().message().isEmpty() && a.key().session().isEmpty());
  }

  /** Those about a message. */
  ImmutableList<Question> ofMessage(String id) {
    return next(a -> a.key().message().filter(id::equals).isPresent());
  }

  /** Those about what comes behind a line of a session, of which so many were typed. */
  ImmutableList<Question> ofSession(String id, int typed) {
    return next(
        a ->
            a.key() instanceof LessonQuestion.Heard heard
                && heard.id().equals(id)
                && heard.typed() == typed);
  }

  private ImmutableList<Question> next(Predicate<LessonQuestion> which) {
    List<Question> questions = new ArrayList<>();
    for (LessonAnswer answer : answers) {
      if (answer.right().isPresent() && which.test(answer.question()) && asked.add(answer)) {
        LessonQuestion question = answer.question();
        questions.add(
            new Question(
                question.ask(), question.choices(), answer.right().get(), answer.because()));
      }
    }
    return ImmutableList.copyOf(questions);
  }
}
