package exsim.simulator.online;

import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Command;
import exsim.simulator.smtp.Reply;
import exsim.simulator.smtp.SmtpRule;
import exsim.simulator.smtp.Verdict;
import java.util.Optional;

/** What Exchange Online makes of a greeting, whatever the entry point. */
final class ServiceGreeting {
  private static final Reply BAD_NAME = Reply.of("501 5.5.4 Invalid domain name");

  private ServiceGreeting() {}

  /** The refusal of a greeting with a bad name. */
  static Optional<Verdict> refused(Command.Hello hello, String server) {
    return hello.namesHost()
        ? Optional.empty()
        : Optional.of(
            new Verdict(
                BAD_NAME, Reason.of(SmtpRule.BAD_HELLO, "name", hello.name(), "server", server)));
  }
}
