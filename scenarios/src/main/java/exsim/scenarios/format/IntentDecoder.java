package exsim.scenarios.format;

import com.google.common.collect.ImmutableSet;
import exsim.model.InvalidValueException;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Problems;
import exsim.simulator.proof.Claim;
import exsim.simulator.proof.HazardAt;
import exsim.simulator.proof.Question;
import exsim.simulator.question.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decodes one entry of {@code intents}: a question that must be answered with a proof. */
final class IntentDecoder {
  private final Moments moments;

  IntentDecoder(Moments moments) {
    this.moments = moments;
  }

  Optional<Scenario.Intent> decode(Located value, Problems problems) {
    return Fields.of(value, problems).flatMap(this::decode);
  }

  private Optional<Scenario.Intent> decode(Fields fields) {
    Optional<Claim> never =
        fields.required(
            "never", Decoders.words("what an intent rules out", Claim.values(), Claim::text));
    Asked asked =
        new Asked(
            fields.optional("from", Decoders.parsed(Asked.Who::parse)),
            fields.optional("to", Decoders.parsed(Asked.Who::parse)));
    ImmutableSet<HazardAt> under =
        fields.optional("under", IntentDecoder::hazards, ImmutableSet.of());
    Optional<Instant> until = fields.optional("until", moments.fromStart());
    Duration within = fields.optional("within", IntentDecoder::within, Question.WITHIN);
    boolean internal = fields.optional("internal", Decoders.BOOL, false);
    int runs =
        fields
            .optional("runs", Decoders.whole(1, Integer.MAX_VALUE))
            .map(Long::intValue)
            .orElse(Question.RUNS_MAX);
    fields.noOthers();
    return never.map(
        claim ->
            new Scenario.Intent(
                new Question(claim, asked, under, until, within, internal, runs), fields.spot()));
  }

  /** A list of hazards, or the word for all of them. */
  private static Optional<ImmutableSet<HazardAt>> hazards(Located value, Problems problems) {
    if (value instanceof Located.Text text && text.text().equals(HazardAt.ALL)) {
      return Optional.of(HazardAt.EVERY);
    }
    return Decoders.set(Decoders.parsed(HazardAt::parse)).decode(value, problems);
  }

  private static Optional<Duration> within(Located value, Problems problems) {
    return Decoders.TEXT
        .decode(value, problems)
        .flatMap(
            text -> {
              try {
                return Optional.of(Question.within(text));
              } catch (InvalidValueException e) {
                problems.add(value.spot(), e.getMessage());
                return Optional.empty();
              }
            });
  }
}
