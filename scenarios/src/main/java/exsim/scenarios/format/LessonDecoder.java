package exsim.scenarios.format;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.scenarios.json.Suggestion;
import exsim.simulator.RuleBook;
import exsim.simulator.question.Expectation;
import exsim.simulator.question.LessonQuestion;
import exsim.simulator.question.LessonQuestion.Heard;
import exsim.simulator.question.LessonQuestion.Key;
import exsim.simulator.question.LessonQuestion.Reported;
import exsim.simulator.question.LessonQuestion.Stated;
import exsim.simulator.question.TypedScript;
import exsim.simulator.rule.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decodes one entry of {@code questions}: what a class is asked. */
final class LessonDecoder {
  private static final Splitter DOTS = Splitter.on('.');

  private final ExpectationDecoder expectations;
  private final ImmutableMap<String, TypedScript> sessions;

  /**
   * Creates one.
   *
   * @param expectations decodes what would come out for a choice
   * @param sessions the sessions by id
   */
  LessonDecoder(ExpectationDecoder expectations, ImmutableMap<String, TypedScript> sessions) {
    this.expectations = expectations;
    this.sessions = sessions;
  }

  /**
   * Something that may be answered.
   *
   * @param say how it reads
   * @param is what comes out if it is right
   */
  private record Choice(String say, Located is) {}

  Optional<Scenario.Asked> decode(Located value, Problems problems) {
    return Fields.of(value, problems).flatMap(fields -> decode(fields, problems));
  }

  private Optional<Scenario.Asked> decode(Fields fields, Problems problems) {
    Optional<String> ask = fields.required("ask", Decoders.NAME);
    ImmutableList<Choice> choices =
        fields.required("choices", Decoders.list(LessonDecoder::choice)).orElse(ImmutableList.of());
    Optional<String> because = fields.optional("because", LessonDecoder::rule);
    Optional<Key> key = key(fields, choices, problems);
    fields.noOthers();
    checkChoices(fields, choices, problems);
    if (ask.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    ImmutableList<String> says =
        choices.stream().map(Choice::say).collect(ImmutableList.toImmutableList());
    return Optional.of(
        new Scenario.Asked(new LessonQuestion(ask.get(), says, key.get(), because), fields.spot()));
  }

  private Optional<Key> key(Fields fields, ImmutableList<Choice> choices, Problems problems) {
    Optional<Located> about = fields.raw("about");
    Optional<Located> message = fields.raw("message");
    Optional<Located> session = fields.raw("session");
    Optional<Located> answer = fields.raw("answer");
    long keys = List.of(about, session, answer).stream().filter(Optional::isPresent).count();
    if (keys != 1 || (about.isPresent() && message.isEmpty())) {
      problems.add(
          fields.spot(),
          "it is not clear where the right answer comes from",
          "state `message` and `about`, or `session` and `after`, or `answer`");
      return Optional.empty();
    }
    if (about.isPresent()) {
      return reported(fields, choices, about.get(), problems);
    }
    return session.isPresent()
        ? heard(fields, choices, session.get(), problems)
        : stated(fields, choices, answer.get(), problems);
  }

  private Optional<Key> stated(
      Fields fields, ImmutableList<Choice> choices, Located answer, Problems problems) {
    if (fields.raw("because").isEmpty()) {
      problems.add(
          fields.spot(), "`because` is missing", "name the rule that makes this the right answer");
    }
    Optional<String> message = fields.optional("message", Decoders.NAME);
    message.ifPresent(id -> expectations.checkMessage(id, fields.spotOf("message"), problems));
    if (answer instanceof Located.Num) {
      return Decoders.whole(1, Math.max(1, choices.size()))
          .decode(answer, problems)
          .map(number -> new Stated(message, number.intValue() - 1));
    }
    Optional<String> text = Decoders.TEXT.decode(answer, problems);
    List<String> says = choices.stream().map(Choice::say).toList();
    if (text.isPresent() && !says.contains(text.get())) {
      problems.add(
          answer.spot(),
          "`" + text.get() + "` is none of the choices",
          Suggestion.help(text.get(), says));
      return Optional.empty();
    }
    return text.map(t -> new Stated(message, says.indexOf(t)));
  }

  /** For every choice the expectation that holds if it is right. */
  private Optional<Key> reported(
      Fields fields, ImmutableList<Choice> choices, Located about, Problems problems) {
    Optional<String> path = Decoders.NAME.decode(about, problems);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    ImmutableList.Builder<Expectation> reports = ImmutableList.builder();
    for (Choice choice : choices) {
      Located value = choice.is;
      for (String part : ImmutableList.copyOf(DOTS.split(path.get())).reverse()) {
        value =
            new Located.Obj(
                about.spot(), ImmutableList.of(new Located.Member(part, about.spot(), value)));
      }
      Located.Obj stated = ((Located.Obj) value).movedTo(fields.spot());
      for (String key : List.of("message", "recipient", "internal")) {
        Optional<Located> member = fields.raw(key);
        stated = member.isPresent() ? stated.with(key, member.get()) : stated;
      }
      expectations.decode(stated, problems).ifPresent(p -> reports.add(p.expectation()));
    }
    ImmutableList<Expectation> all = reports.build();
    return all.isEmpty() || all.size() < choices.size()
        ? Optional.empty()
        : Optional.of(new Reported(all));
  }

  private Optional<Key> heard(
      Fields fields, ImmutableList<Choice> choices, Located session, Problems problems) {
    Optional<String> id = Decoders.NAME.decode(session, problems);
    if (id.isPresent() && !sessions.containsKey(id.get())) {
      problems.add(
          session.spot(),
          "there is no session `" + id.get() + "`",
          Suggestion.help(id.get(), sessions.keySet()));
      return Optional.empty();
    }
    Optional<Integer> typed = id.flatMap(i -> typed(sessions.get(i), fields, problems));
    ImmutableList.Builder<String> beginnings = ImmutableList.builder();
    choices.forEach(c -> Decoders.NAME.decode(c.is, problems).ifPresent(beginnings::add));
    ImmutableList<String> all = beginnings.build();
    return typed.filter(t -> all.size() == choices.size()).map(t -> new Heard(id.get(), t, all));
  }

  /** How many lines have been typed when the answer to the one that is asked about comes. */
  private static Optional<Integer> typed(TypedScript script, Fields fields, Problems problems) {
    Optional<String> after = fields.optional("after", Decoders.NAME);
    if (after.isEmpty()) {
      return Optional.of(0);
    }
    List<String> typed =
        script.lines().stream()
            .filter(l -> l.kind() == TypedScript.Kind.TYPED)
            .map(TypedScript.Line::text)
            .toList();
    int first = typed.indexOf(after.get());
    if (first < 0) {
      problems.add(
          fields.spotOf("after"),
          "`" + after.get() + "` is not typed in this session",
          Suggestion.help(after.get(), typed));
      return Optional.empty();
    }
    if (typed.lastIndexOf(after.get()) != first) {
      problems.add(
          fields.spotOf("after"),
          "`" + after.get() + "` is typed more than once in this session",
          "type one of them otherwise, such as in small letters");
      return Optional.empty();
    }
    return Optional.of(first + 1);
  }

  private static Optional<Choice> choice(Located value, Problems problems) {
    if (!(value instanceof Located.Obj)) {
      return said(value, problems).map(say -> new Choice(say, value));
    }
    Fields fields = Fields.of(value, problems).orElseThrow();
    Optional<String> say = fields.required("say", Decoders.NAME);
    Optional<Located> is = fields.required("is", Decoders.ANY);
    fields.noOthers();
    return say.flatMap(s -> is.map(i -> new Choice(s, i)));
  }

  private static Optional<String> said(Located value, Problems problems) {
    if (value instanceof Located.Bool bool) {
      return Optional.of(bool.value() ? "yes" : "no");
    }
    if (value instanceof Located.Num number) {
      return Optional.of(number.number().toPlainString());
    }
    if (value instanceof Located.Arr) {
      problems.add(value.spot(), "this choice needs words", "write `{ \"say\": …, \"is\": … }`");
      return Optional.empty();
    }
    return value instanceof Located.Null
        ? Optional.of("none")
        : Decoders.NAME.decode(value, problems);
  }

  private static void checkChoices(
      Fields fields, ImmutableList<Choice> choices, Problems problems) {
    if (choices.size() < 2 && fields.items("choices") < 2) {
      problems.add(fields.spotOf("choices"), "a question has two choices or more");
    }
    Set<String> said = new HashSet<>();
    for (Choice choice : choices) {
      if (!said.add(choice.say)) {
        problems.add(fields.spotOf("choices"), "two choices say `" + choice.say + "`");
      }
    }
  }

  private static Optional<String> rule(Located value, Problems problems) {
    Optional<String> id = Decoders.NAME.decode(value, problems);
    List<String> ids = RuleBook.rules().stream().map(Rule::id).toList();
    if (id.isPresent() && !ids.contains(id.get())) {
      problems.add(
          value.spot(), "there is no rule `" + id.get() + "`", Suggestion.help(id.get(), ids));
      return Optional.empty();
    }
    return id;
  }
}
