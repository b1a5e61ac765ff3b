package exsim.simulator.rule;

/** A rule whose enum constant holds a {@link Statement}. */
public interface StatedRule extends Rule {
  /** What it says of itself. */
  Statement statement();

  @Override
  default String id() {
    return statement().id();
  }

  @Override
  default String sentence() {
    return statement().sentence();
  }

  @Override
  default Basis basis() {
    return statement().basis();
  }

  @Override
  default String source() {
    return statement().source();
  }
}
