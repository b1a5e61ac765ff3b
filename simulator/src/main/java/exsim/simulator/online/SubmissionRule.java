package exsim.simulator.online;

import exsim.simulator.rule.StatedRule;
import exsim.simulator.rule.Statement;

/** What the submission hosts of Exchange Online say. */
public enum SubmissionRule implements StatedRule {
  /** The submission entity. */
  ENTITY(
      Statement.documented(
          "SUB-001",
          "{host} serves every tenant: it takes authenticated mail only, and offers AUTH only"
              + " inside TLS",
          "device options, option 1 (EXO-EP-20, EXO-EP-41, EXO-EP-44)")),
  /** A clear session on 587. */
  CLEAR_ON_587(
      Statement.observed(
          "SUB-002",
          "a clear MAIL FROM on port {port} is answered with the demand for STARTTLS",
          "reports from 2020 on (errata 1)")),
  /** A clear session on 25, or on 587 before 2020. */
  CLEAR_OLD(
      Statement.observed(
          "SUB-003",
          "a clear MAIL FROM on port {port} is answered as unauthenticated",
          "observations of 2017 and before (EXO-EP-43, errata 1)")),
  /** A clear session on 25 today. */
  CLEAR_ON_25(
      Statement.assumed(
          "SUB-004",
          "a clear MAIL FROM on port 25 is answered with {reply}; nothing recent was found",
          "assumption clearSubmissionOn25 (EXO-EP-43, errata 1)")),
  /** No authentication inside TLS. */
  NOT_AUTHENTICATED(
      Statement.documented(
          "SUB-005",
          "MAIL FROM without AUTH is refused inside TLS too",
          "NDR 5.7.57 (EXO-EP-43, EXO-EP-47)")),
  /** Credentials are taken. */
  AUTHENTICATED(
      Statement.observed(
          "SUB-006", "{user} of {tenant} authenticates", "session transcripts (EXO-EP-45)")),
  /** No such mailbox. */
  UNKNOWN_USER(
      Statement.observed(
          "SUB-007", "{user} is no mailbox of any tenant", "session transcripts (EXO-EP-45)")),
  /** SMTP AUTH is off. */
  AUTH_DISABLED(
      Statement.documented(
          "SUB-008",
          "SmtpClientAuthenticationDisabled is on for {user}{how}",
          "Set-CASMailbox, Set-TransportConfig (EXO-EP-25)")),
  /** SMTP AUTH is off because nothing is stated. */
  AUTH_DISABLED_UNSTATED(
      Statement.assumed(
          "SUB-009",
          "the scenario does not state SmtpClientAuthenticationDisabled, which is taken as on",
          "assumption smtpAuthDisabled (EXO-EP-25)")),
  /** Security defaults. */
  SECURITY_DEFAULTS(
      Statement.documented(
          "SUB-017",
          "security defaults of {tenant} keep its users from basic authentication, whatever"
              + " SmtpClientAuthenticationDisabled says",
          "Authenticated client SMTP submission; Troubleshoot high volume email (EXO-EP-25)")),
  /** A policy of the user's own. */
  POLICY_OF_USER(
      Statement.documented(
          "SUB-018",
          "the authentication policy {policy} of {user} has AllowBasicAuthSmtp $false, whatever"
              + " SmtpClientAuthenticationDisabled says",
          "Authenticated client SMTP submission; Set-AuthenticationPolicy -AllowBasicAuthSmtp"
              + " (EXO-EP-25)")),
  /** The policy of everybody else. */
  DEFAULT_POLICY(
      Statement.documented(
          "SUB-019",
          "{user} has no authentication policy, so {policy} counts, the DefaultAuthenticationPolicy"
              + " of {tenant}: its AllowBasicAuthSmtp is $false",
          "Disable Basic authentication in Exchange Online; Set-AuthenticationPolicy"
              + " -AllowBasicAuthSmtp (EXO-EP-25)")),
  /** Basic authentication is retired. */
  BASIC_RETIRED(
      Statement.assumed(
          "SUB-010",
          "basic authentication for client submission is retired",
          "assumption basicAuthRetired (EXO-EP-26)")),
  /** The sender is not the mailbox. */
  SEND_AS_DENIED(
      Statement.documented(
          "SUB-011",
          "{user} may not send as {sender}",
          "Fix issues with printers (EXO-EP-45, EXO-EP-47)")),
  /** The sender is the mailbox. */
  SENDER_ACCEPTED(
      Statement.documented(
          "SUB-012", "{user} sends as itself", "device options, option 1 (EXO-EP-45)")),
  /** Any recipient. */
  ANY_RECIPIENT(
      Statement.documented(
          "SUB-013",
          "an authenticated mailbox may send to anyone",
          "device options, option 1 (EXO-EP-20)")),
  /** Old TLS. */
  OLD_TLS(
      Statement.documented(
          "SUB-014",
          "TLS 1.0 and 1.1 complete the handshake and are then refused",
          "Opt in to the legacy TLS endpoint (EXO-EP-46, errata 9)")),
  /** The legacy endpoint is not for this tenant. */
  LEGACY_NOT_ALLOWED(
      Statement.documented(
          "SUB-015",
          "{tenant} does not allow legacy TLS clients",
          "Opt in to the legacy TLS endpoint (EXO-EP-21)")),
  /** Taken. */
  TAKEN(
      Statement.observed(
          "SUB-016", "Exchange Online takes the message", "session transcripts (EXO-EP-45)")),
  /** Client submission. */
  WAY_CLIENT_SUBMISSION(
      Statement.documented(
          "SUB-020",
          "{device} sends by SMTP AUTH client submission (option 1): to {host}, where nobody gets"
              + " in without AUTH",
          "device options, option 1 (EXO-DA-01)")),
  /** High volume email. */
  WAY_HIGH_VOLUME(
      Statement.observed(
          "SUB-021",
          "{device} sends by high volume email: to {host}, with an account made for that",
          "high volume email, hands-on (EXO-EP-23, EXO-DA-01)")),
  /** No server's business. */
  NOT_FOR_SERVERS(
      Statement.documented(
          "SUB-022",
          "a mail server cannot use {host} in place of an MX host: it would need a mailbox's"
              + " credentials, and may send as that mailbox only",
          "device options, option 1; Fix issues with printers (EXO-EP-47)")),
  /** The host of POP and IMAP. */
  MAILBOX_HOST(
      Statement.observed(
          "SUB-023",
          "{host} is the host of POP3 and IMAP4, and was seen to take submissions on port 587",
          "session transcript (EXO-EP-22)")),
  /** No SMTP there. */
  MAILBOX_PORT(
      Statement.documented(
          "SUB-024",
          "{host} has POP3 on port 995 and IMAP4 on port 993, inside TLS from the first byte, and"
              + " takes no mail on port {port}",
          "POP3 and IMAP4 in Exchange Online (EXO-EP-22, EXO-EP-24)")),
  /** No account for high volume email. */
  NO_HVE_ACCOUNT(
      Statement.assumed(
          "SUB-030",
          "{user} is no account for high volume email; no source gives the reply to that",
          "New-MailUser -HVEAccount (EXO-EP-23, EXO-DA-11)")),
  /** Nobody pays. */
  HVE_BILLING(
      Statement.assumed(
          "SUB-031",
          "BillingPolicyStatus of {user} is {status}, and high volume email needs a valid billing"
              + " policy; no source gives the reply",
          "Get-HVEAccountBillingPolicy (EXO-DA-11)")),
  /** An external recipient of high volume email. */
  HVE_EXTERNAL(
      Statement.assumed(
          "SUB-032",
          "{recipient} is outside the tenant, and sources disagree whether high volume email goes"
              + " there; no source gives the reply where it does not",
          "assumption hveExternalRecipients (EXO-DA-12)")),
  /** A recipient of the tenant. */
  HVE_INTERNAL(
      Statement.observed(
          "SUB-033",
          "{recipient} is of the account's own tenant, which high volume email is for",
          "high volume email, hands-on (EXO-DA-12)"));

  private final Statement statement;

  SubmissionRule(Statement statement) {
    this.statement = statement;
  }

  @Override
  public Statement statement() {
    return statement;
  }
}
