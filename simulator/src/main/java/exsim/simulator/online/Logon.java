package exsim.simulator.online;

import exsim.model.mail.EmailAddress;
import exsim.model.online.AuthenticationPolicies;
import exsim.model.online.Tenant;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Reply;
import exsim.simulator.smtp.Verdict;
import java.util.Optional;

/** Decides who may log on at a submission host. */
final class Logon {
  private static final Reply AUTHENTICATED = Reply.of("235 2.7.0 Authentication successful");
  private static final Reply DENIED = Reply.of("535 5.7.3 Authentication unsuccessful");
  private static final Reply DISABLED = disabledFor("Tenant");
  private static final Reply DISABLED_FOR_MAILBOX = disabledFor("Mailbox");
  private static final Reply RETIRED =
      Reply.of("550 5.7.30 Basic authentication is not supported for Client Submission.");
  private static final Reply LOCKED =
      Reply.of(
          "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security"
              + " defaults policy. Contact your administrator.");
  private static final Reply BASIC_DISABLED =
      Reply.of("535 5.7.139 Authentication unsuccessful, basic authentication is disabled.");
  private static final Reply NOT_ALLOWED =
      Reply.of(
          "535 5.7.139 Authentication unsuccessful, the organization configuration doesn't allow"
              + " this authentication request.");
  private static final String BILLING_VALID = "BillingPolicyValid";

  private final OnlineService service;

  Logon(OnlineService service) {
    this.service = service;
  }

  private static Reply disabledFor(String what) {
    return Reply.of(
        "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the "
            + what
            + ". Visit https://aka.ms/smtp_auth_disabled for more information.");
  }

  /**
   * Answers the credentials of a mailbox.
   *
   * @param oldTlsRefused the reply when the session runs in TLS that the user's tenant does not
   *     allow; empty where any tenant does
   */
  Verdict ofMailbox(EmailAddress user, Optional<Reply> oldTlsRefused) {
    Optional<Tenant> owner = service.index().ofDomain(user.domain());
    if (owner.filter(t -> t.recipients().mayHaveMailbox(user)).isEmpty()) {
      return new Verdict(DENIED, Reason.of(SubmissionRule.UNKNOWN_USER, "user", user));
    }
    Tenant tenant = owner.get();
    if (service.settings().submission().basicRetired()) {
      return new Verdict(RETIRED, Reason.of(SubmissionRule.BASIC_RETIRED));
    }
    if (oldTlsRefused.isPresent() && !tenant.settings().allowLegacyTls()) {
      return new Verdict(
          oldTlsRefused.get(),
          Reason.of(SubmissionRule.LEGACY_NOT_ALLOWED, "tenant", tenant.name()));
    }
    return disabled(tenant, user)
        .or(() -> blocked(tenant, user))
        .orElseGet(() -> unlessLocked(user, tenant, LOCKED));
  }

  /** No switch of SMTP AUTH opens what an authentication policy closes. */
  private static Optional<Verdict> blocked(Tenant tenant, EmailAddress user) {
    AuthenticationPolicies policies = tenant.settings().authentication();
    return policies
        .blocking(user)
        .map(
            policy ->
                new Verdict(
                    BASIC_DISABLED,
                    Reason.of(
                        policies.ofUser().containsKey(user)
                            ? SubmissionRule.POLICY_OF_USER
                            : SubmissionRule.DEFAULT_POLICY,
                        "user",
                        user,
                        "policy",
                        policy.name(),
                        "tenant",
                        tenant.name())));
  }

  private Optional<Verdict> disabled(Tenant tenant, EmailAddress user) {
    Boolean own = tenant.settings().mailboxSmtpAuthDisabled().get(user);
    if (own != null) {
      return own
          ? Optional.of(
              new Verdict(
                  DISABLED_FOR_MAILBOX,
                  Reason.of(
                      SubmissionRule.AUTH_DISABLED,
                      "user",
                      user,
                      "how",
                      ", by the mailbox itself")))
          : Optional.empty();
    }
    Optional<Boolean> stated = tenant.settings().smtpAuthDisabled();
    if (stated.isEmpty()) {
      return service.settings().submission().authDisabled()
          ? Optional.of(new Verdict(DISABLED, Reason.of(SubmissionRule.AUTH_DISABLED_UNSTATED)))
          : Optional.empty();
    }
    return stated.get()
        ? Optional.of(
            new Verdict(
                DISABLED,
                Reason.of(
                    SubmissionRule.AUTH_DISABLED,
                    "user",
                    user,
                    "how",
                    ", by the tenant's setting")))
        : Optional.empty();
  }

  /** Answers the credentials of an account for high volume email. */
  Verdict ofHighVolume(EmailAddress user) {
    Optional<Tenant> tenant = service.index().ofDomain(user.domain());
    Optional<String> billing =
        tenant.map(t -> t.recipients().highVolume().get(user)).filter(b -> !b.isEmpty());
    if (billing.isEmpty()) {
      return new Verdict(DENIED, Reason.of(SubmissionRule.NO_HVE_ACCOUNT, "user", user));
    }
    return billing.get().equalsIgnoreCase(BILLING_VALID)
        ? unlessLocked(user, tenant.get(), NOT_ALLOWED)
        : new Verdict(
            DENIED, Reason.of(SubmissionRule.HVE_BILLING, "user", user, "status", billing.get()));
  }

  private static Verdict unlessLocked(EmailAddress user, Tenant tenant, Reply locked) {
    if (tenant.settings().securityDefaults()) {
      return new Verdict(
          locked, Reason.of(SubmissionRule.SECURITY_DEFAULTS, "tenant", tenant.name()));
    }
    return new Verdict(
        AUTHENTICATED,
        Reason.of(SubmissionRule.AUTHENTICATED, "user", user, "tenant", tenant.name()));
  }
}
