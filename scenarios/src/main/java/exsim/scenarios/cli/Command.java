package exsim.scenarios.cli;

import com.google.common.collect.ImmutableList;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** One sub-command: it takes parsed arguments, calls what does the work and writes the result. */
interface Command {
  /** The word that calls it. */
  String name();

  /** What it does, in one line without a full stop. */
  String summary();

  /** How it is called, without {@code exsim}: {@code check PATH...}. */
  String usage();

  /** What it does, in paragraphs for {@code --help}. */
  ImmutableList<String> description();

  /** Its options; {@code --help} is added to them. */
  Options options();

  /** What its exit codes mean, one a line: {@code 0 every file can be used}. */
  ImmutableList<String> exitCodes();

  /** Commands that a user may type as they stand. */
  ImmutableList<String> examples();

  /**
   * Does the work.
   *
   * @return one of {@link ExitCode}
   * @throws UsageException if the arguments make no sense together
   */
  int run(CommandLine arguments, Io io);
}
