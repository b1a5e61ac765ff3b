package exsim.simulator.difference;

/** Which way a change leads, the worst first. */
public enum Trend {
  /** More people can read the message, or an older TLS version carries it. */
  WEAKER("weaker"),
  /** The message was delivered, and is not any more. */
  LOST("lost"),
  /** Fewer people can read the message, or a newer TLS version carries it. */
  STRONGER("stronger"),
  /** It is as well protected as before. */
  OTHER("other");

  private final String text;

  Trend(String text) {
    this.text = text;
  }

  /** The word that reports use. */
  public String text() {
    return text;
  }

  /** The trend of a comparison: above zero is weaker. */
  static Trend of(int comparison) {
    return comparison > 0 ? WEAKER : comparison < 0 ? STRONGER : OTHER;
  }

  /** The first of two trends that leads anywhere. */
  Trend or(Trend other) {
    return this == OTHER ? other : this;
  }

  /** Both together: the worse of the two. */
  Trend and(Trend other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
