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
    if (help.isEmpty()) {
      return spot + ": " + what;
    }
    // what Exchange itself says may end in a full stop
    String clause = what.endsWith(".") ? what.substring(0, what.length() - 1) : what;
    return spot + ": " + clause + "; " + help;
  }
}
