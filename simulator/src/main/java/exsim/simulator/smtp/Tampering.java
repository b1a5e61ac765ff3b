package exsim.simulator.smtp;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.model.mail.DomainPattern;
import exsim.model.net.PathEffect;
import exsim.model.tls.Certificate;
import exsim.simulator.rule.Reason;
import java.time.Instant;
import java.util.Optional;

/** What a middlebox or attacker makes of an EHLO reply. */
final class Tampering {
  private static final String SOMEBODY_ELSE = "somebody-else.invalid";

  /** Effects that put another certificate in the place of the listener's, and what tells so. */
  private static final ImmutableMap<PathEffect, SmtpRule> FALSE_CERTIFICATES =
      ImmutableMap.of(
          PathEffect.OTHER_CERTIFICATE, SmtpRule.ANOTHER_CERTIFICATE,
          PathEffect.UNTRUSTED_CERTIFICATE, SmtpRule.UNTRUSTED_IN_BETWEEN,
          PathEffect.EXPIRED_CERTIFICATE, SmtpRule.EXPIRED_ON_THE_WAY);

  private static final Certificate.Validity LONG_AGO =
      new Certificate.Validity(
          Optional.of(Instant.parse("1999-01-01T00:00:00Z")),
          Optional.of(Instant.parse("2000-01-01T00:00:00Z")));

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
            default -> Optional.empty();
          };
      if (rule.isPresent()) {
        return Optional.of(Reason.of(rule.get(), "client", client, "host", path.host()));
      }
    }
    return Optional.empty();
  }

  /** Why the certificate that a client sees is not the listener's. */
  static Optional<Reason> certificateReason(Path path, String client) {
    return FALSE_CERTIFICATES.entrySet().stream()
        .filter(e -> path.has(e.getKey()))
        .findFirst()
        .map(e -> Reason.of(e.getValue(), "client", client, "host", path.host()));
  }

  /** The face of a listener as a client sees it through a path. */
  static ServerTls face(ServerTls server, Path path) {
    return FALSE_CERTIFICATES.keySet().stream().noneMatch(path::has)
        ? server
        : server.presenting(server.certificate().map(c -> certificate(c, path)));
  }

  private static Certificate certificate(Certificate own, Path path) {
    boolean expired = path.has(PathEffect.EXPIRED_CERTIFICATE);
    boolean other = path.has(PathEffect.OTHER_CERTIFICATE);
    boolean untrusted = path.has(PathEffect.UNTRUSTED_CERTIFICATE);
    return new Certificate(
        other || untrusted ? "somebody in between" : own.name(),
        other ? "CN=" + SOMEBODY_ELSE : own.subject(),
        other ? ImmutableList.of(DomainPattern.parse(SOMEBODY_ELSE)) : own.names(),
        untrusted
            ? new Certificate.Issuer(Certificate.Issuer.SELF, own.issuer().subject())
            : other
                ? new Certificate.Issuer(Certificate.Issuer.PUBLIC, own.issuer().subject())
                : own.issuer(),
        expired ? LONG_AGO : other || untrusted ? Certificate.Validity.ALWAYS : own.validity(),
        own.keyType(),
        own.signature(),
        other || untrusted ? Certificate.State.SOUND : own.state());
  }
}
