package exsim.model.dns;

/**
 * Why a domain that announces an MTA-STS policy has none that counts (RFC 8461 3.3).
 *
 * @param kind at which step a sender fails
 * @param text what is wrong, in words
 */
public record MtaStsFault(Kind kind, String text) {
  /** At which step a sender fails, with the result type of RFC 8460 4.3. */
  public enum Kind {
    /** The policy file is not there. */
    NOT_FETCHED("sts-policy-fetch-error"),
    /** The policy file is none, or the record is. */
    INVALID("sts-policy-invalid");

    private final String resultType;

    Kind(String resultType) {
      this.resultType = resultType;
    }

    /** The result type of RFC 8460. */
    public String resultType() {
      return resultType;
    }
  }
}
