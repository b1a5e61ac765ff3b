package exsim.simulator.survey;

/**
 * How much a survey went through.
 *
 * @param classes how many classes of messages or sessions there are
 * @param runs how many runs these took
 * @param leftOut how many classes were not gone through to the end
 */
public record Covered(long classes, long runs, long leftOut) {
  /** Whether nothing was left out, so that the listing is everything there is. */
  public boolean complete() {
    return leftOut == 0;
  }
}
