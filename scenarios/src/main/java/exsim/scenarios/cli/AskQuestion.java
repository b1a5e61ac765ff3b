package exsim.scenarios.cli;

import com.google.common.collect.ImmutableSet;
import exsim.scenarios.report.AnswerReport;
import exsim.simulator.proof.Verdict;

/** One question of {@code exsim ask}. */
interface AskQuestion {
  /** The word that asks it. */
  String word();

  /** The options that it takes, beside those that every question takes. */
  ImmutableSet<String> options();

  /** What it is asked about, such as {@code HOST}; empty for nothing. */
  default String subject() {
    return "";
  }

  /**
   * Asks it.
   *
   * @throws UsageException if the arguments make no sense
   */
  Answered ask(AskArguments arguments, Io io);

  /**
   * What came of it.
   *
   * @param kind the answer in a word
   * @param report the whole answer
   */
  record Answered(Verdict.Kind kind, AnswerReport report) {}
}
