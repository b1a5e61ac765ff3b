package exsim.model.onprem;

/** A version of Exchange Server, the oldest first. */
public enum ExchangeVersion {
  /** Exchange 2010. */
  E2010("2010", "14.03"),
  /** Exchange 2013. */
  E2013("2013", "15.00"),
  /** Exchange 2016. */
  E2016("2016", "15.01"),
  /** Exchange 2019. */
  E2019("2019", "15.02"),
  /** Exchange Server Subscription Edition. */
  SE("SE", "15.02");

  private final String text;
  private final String build;

  ExchangeVersion(String text, String build) {
    this.text = text;
    this.build = build;
  }

  /** The word that scenario files use. */
  public String text() {
    return text;
  }

  /** The major and minor number of its builds. */
  public String build() {
    return build;
  }

  /** The same numbers as headers have them, without a zero in front. */
  public String number() {
    return build.replace(".0", ".");
  }

  /** Whether this version is the other or a later one. */
  public boolean atLeast(ExchangeVersion other) {
    return compareTo(other) >= 0;
  }
}
