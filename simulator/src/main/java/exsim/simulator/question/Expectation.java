package exsim.simulator.question;

import com.google.common.collect.ImmutableMap;
import exsim.model.mail.EmailAddress;
import java.util.Optional;

/**
 * What a scenario says must come out.
 *
 * @param message the id of the message that it speaks of
 * @param recipient the recipient that it speaks of; empty for all
 * @param branches how many of the branches must agree
 * @param internal whether its hops count those inside one organization; empty as the run has it
 * @param parts what it states, by the report's names: {@code outcome}, {@code reply}, {@code hops},
 *     {@code firstHop}, {@code lastHop}, {@code someHop}, {@code everyHop}, {@code path}, {@code
 *     weakestProtection} and the rest of a delivery
 */
public record Expectation(
    String message,
    Optional<EmailAddress> recipient,
    Branches branches,
    Optional<Boolean> internal,
    ImmutableMap<String, Value> parts) {

  /** How many of the branches must agree. */
  public enum Branches {
    /** Every one. */
    ALL("all"),
    /** At least one. */
    ANY("any"),
    /** Some, but not all. */
    SOME_BUT_NOT_ALL("some-but-not-all");

    private final String text;

    Branches(String text) {
      this.text = text;
    }

    /** The word that scenario files use. */
    public String text() {
      return text;
    }
  }
}
