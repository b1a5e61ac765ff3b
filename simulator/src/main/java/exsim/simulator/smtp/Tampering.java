package exsim.simulator.smtp;

import com.google.common.collect.ImmutableList;
import exsim.model.net.PathEffect;
import exsim.simulator.rule.Reason;
import java.util.Optional;

/** What a middlebox or attacker makes of an EHLO reply. */
final class Tampering {
  private static final String MASK = "XXXXXXXA";

  private Tampering() {}

  static Reply on(Reply hello, Path path) {
    if (!path.has(PathEffect.STRIP_STARTTLS) && !path.has(PathEffect.MASK_REPLIES)) {
      return hello;
    }
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    for (String line : hello.lines()) {
      if (!startsTls(line)) {
        lines.add(line);
      } else if (path.has(PathEffect.MASK_REPLIES)) {
        lines.add(MASK);
      }
    }
    return new Reply(hello.code(), lines.build());
  }

  private static boolean startsTls(String line) {
    return line.equals("STARTTLS") || line.equals("X-ANONYMOUSTLS");
  }

  static Optional<Reason> reason(Path path, String client) {
    for (PathEffect effect : path.effects()) {
      Optional<SmtpRule> rule =
          switch (effect) {
            case STRIP_STARTTLS -> Optional.of(SmtpRule.STRIPPED);
            case MASK_REPLIES -> Optional.of(SmtpRule.MASKED);
            case REWRITE_EHLO -> Optional.of(SmtpRule.REWRITTEN);
            case BLOCK, DROP, BREAK_TLS, HANG_TLS -> Optional.empty();
          };
      if (rule.isPresent()) {
        return Optional.of(Reason.of(rule.get(), "client", client, "host", path.host()));
      }
    }
    return Optional.empty();
  }
}
