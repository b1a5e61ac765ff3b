package exsim.simulator.delivery;

import exsim.simulator.rule.Reason;
import exsim.simulator.rule.StatedRule;
import exsim.simulator.rule.Statement;

/** What an attacker gets who sits on a hop and hides STARTTLS. */
public enum AttackRule implements StatedRule {
  /** The message goes over in clear. */
  GETS_PLAINTEXT(
      Statement.standard(
          "HOP-080",
          "an attacker who hides STARTTLS reads the message: {rule} decides{text}",
          "RFC 3207 section 6")),
  /** Nothing goes over. */
  GETS_NOTHING(
      Statement.standard(
          "HOP-081",
          "an attacker who hides STARTTLS gets no message: {rule} decides{text}",
          "RFC 3207 section 6"));

  private final Statement statement;

  AttackRule(Statement statement) {
    this.statement = statement;
  }

  /** The reason that rests on the decision taken under the attack; told if it is another one. */
  Reason because(Reason deciding, boolean another) {
    return Reason.of(
        this,
        "rule",
        deciding.rule().id(),
        "text",
        another ? " then, since " + deciding.text() : " as it does anyway");
  }

  @Override
  public Statement statement() {
    return statement;
  }
}
