package exsim.model.online;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.mail.EmailAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * An Exchange Online tenant.
 *
 * @param name its initial domain
 * @param acceptedDomains the accepted domains, the initial one among them
 * @param connectors its inbound and outbound connectors
 * @param settings the tenant-wide switches
 * @param transportRules the transport rules that bear on routing, by priority
 * @param recipients who is there
 * @param mxHosts MX hosts that are not the default ones, by accepted domain
 * @param smtpDaneInbound accepted domains with inbound DANE
 * @param ipv6Inbound accepted domains that take mail over IPv6
 */
public record Tenant(
    DomainName name,
    ImmutableList<AcceptedDomain> acceptedDomains,
    Connectors connectors,
    Settings settings,
    ImmutableList<TransportRule> transportRules,
    Recipients recipients,
    ImmutableMap<DomainName, DomainName> mxHosts,
    ImmutableSet<DomainName> smtpDaneInbound,
    ImmutableSet<DomainName> ipv6Inbound) {

  /**
   * The visible connectors.
   *
   * @param inbound inbound connectors
   * @param outbound outbound connectors
   */
  public record Connectors(
      ImmutableList<InboundConnector> inbound, ImmutableList<OutboundConnector> outbound) {}

  /**
   * The tenant-wide switches that bear on mail flow.
   *
   * @param smtpAuthDisabled whether SMTP AUTH is off unless a mailbox overrides it; empty where the
   *     scenario does not say
   * @param mailboxSmtpAuthDisabled the mailboxes' own settings
   * @param allowLegacyTls whether {@code smtp-legacy.office365.com} serves the tenant
   * @param rejectDirectSend whether direct send is refused
   * @param messageExpiration how long messages stay queued; empty for the default of the time
   * @param securityDefaults whether security defaults keep users from basic authentication
   * @param authentication the authentication policies
   */
  public record Settings(
      Optional<Boolean> smtpAuthDisabled,
      ImmutableMap<EmailAddress, Boolean> mailboxSmtpAuthDisabled,
      boolean allowLegacyTls,
      boolean rejectDirectSend,
      Optional<Duration> messageExpiration,
      boolean securityDefaults,
      AuthenticationPolicies authentication) {
    /** Settings without security defaults and authentication policies. */
    public Settings(
        Optional<Boolean> smtpAuthDisabled,
        ImmutableMap<EmailAddress, Boolean> mailboxSmtpAuthDisabled,
        boolean allowLegacyTls,
        boolean rejectDirectSend,
        Optional<Duration> messageExpiration) {
      this(
          smtpAuthDisabled,
          mailboxSmtpAuthDisabled,
          allowLegacyTls,
          rejectDirectSend,
          messageExpiration,
          false,
          AuthenticationPolicies.NONE);
    }

    /** The same settings with security defaults or without. */
    public Settings withSecurityDefaults(boolean on) {
      return new Settings(
          smtpAuthDisabled,
          mailboxSmtpAuthDisabled,
          allowLegacyTls,
          rejectDirectSend,
          messageExpiration,
          on,
          authentication);
    }

    /** The same settings with other authentication policies. */
    public Settings with(AuthenticationPolicies policies) {
      return new Settings(
          smtpAuthDisabled,
          mailboxSmtpAuthDisabled,
          allowLegacyTls,
          rejectDirectSend,
          messageExpiration,
          securityDefaults,
          policies);
    }
  }

  /**
   * Who is there.
   *
   * @param mailboxes the mailboxes' addresses; empty means every address of an authoritative domain
   * @param forwarding addresses whose mail goes on to another
   * @param remote mail users, whose mailboxes are elsewhere, with their external addresses
   * @param highVolume accounts for high volume email with their BillingPolicyStatus
   * @param groups groups, and whether they take mail of authenticated senders only
   *     (RequireSenderAuthenticationEnabled)
   */
  public record Recipients(
      Optional<ImmutableSet<EmailAddress>> mailboxes,
      ImmutableMap<EmailAddress, EmailAddress> forwarding,
      ImmutableMap<EmailAddress, EmailAddress> remote,
      ImmutableMap<EmailAddress, String> highVolume,
      ImmutableMap<EmailAddress, Boolean> groups) {
    /** Whether an address has a mailbox, as far as the scenario says. */
    public boolean mayHaveMailbox(EmailAddress address) {
      return mailboxes.map(m -> m.contains(address)).orElse(true)
          && !remote.containsKey(address)
          && !highVolume.containsKey(address)
          && !groups.containsKey(address);
    }
  }
}
