package exsim.scenarios.json;

/**
 * A fault in a file.
 *
 * @param spot where
 * @param what what is wrong, lower case, without a full stop
 * @param help what to do; empty where nothing helps
 */
public record Problem(Spot spot, String what, String help) {
  /** A file of many megabytes may be one value. */
  public Problem {
    what = Shortened.of(what);
    help = Shortened.of(help);
  }

  @Override
  public String toString() {
    return spot + ": " + what + (help.isEmpty() ? "" : "; " + help);
  }
}
