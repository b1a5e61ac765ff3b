package exsim.scenarios.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.scenarios.ask.Answer;
import exsim.scenarios.ask.Remedies;
import exsim.scenarios.report.AskReport;
import exsim.simulator.proof.Claim;
import exsim.simulator.proof.Question;
import exsim.simulator.proof.Verdict;

/** Whether something can happen to a message: {@code can-be-plaintext} and its like. */
final class AskClaim implements AskQuestion {
  private final Claim claim;

  AskClaim(Claim claim) {
    this.claim = claim;
  }

  @Override
  public String word() {
    return claim.question();
  }

  @Override
  public ImmutableSet<String> options() {
    return ImmutableSet.of("from", "to", "under", "until", "within", "runs", "internal");
  }

  @Override
  public Answered ask(AskArguments arguments, Io io) {
    Question question =
        new Question(
            claim,
            arguments.asked(),
            arguments.hazards(),
            arguments.until(),
            arguments.within(),
            arguments.internal(),
            arguments.runs());
    Verdict verdict;
    try (Progress progress = new Progress(io)) {
      verdict =
          question.in(
              arguments.scenario().world(),
              (done, total) -> progress.at(done, total, "classes of messages"));
    }
    if (verdict.messages() == 0) {
      throw arguments.nobody();
    }
    ImmutableList<Remedies.Remedy> remedies =
        verdict
            .counterExample()
            .map(e -> Remedies.of(arguments.file(), arguments.scenario(), question, e))
            .orElse(ImmutableList.of());
    return new Answered(
        verdict.kind(),
        new AskReport(new Answer(arguments.file().toString(), question, verdict, remedies)));
  }
}
