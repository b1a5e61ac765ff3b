package exsim.simulator.online;

import com.google.common.collect.ImmutableSet;
import exsim.model.tls.TlsVersion;
import exsim.model.topology.Topology;
import exsim.simulator.rule.Assumption;
import exsim.simulator.tls.ExchangeHabit;
import exsim.simulator.tls.TlsFacts.Habit;

/**
 * The assumptions about Exchange Online that hold in a topology.
 *
 * @param certificateMatch how client certificates are compared with connectors
 * @param parentDomainAttributes whether the parent of a certificate's name may be accepted
 * @param wildcardIncludesApex whether {@code *.x} covers {@code x} in an outbound connector
 * @param centralizedFirst whether centralized transport beats a specific connector
 * @param groupUnderCentralized the reply to mail from outside for a group that is to pass
 *     on-premises
 * @param listOrder whether outbound connectors follow the documented list's order
 * @param dropInvalidCertificates whether sessions with an invalid client certificate are dropped
 * @param inboundRequireTls what RequireTls is when it is left out
 * @param associatedIsSender whether AssociatedAcceptedDomains narrows sender domains
 * @param nameDemanded whether a Partner connector demands its certificate name unrestricted too
 * @param outdatedExchange what becomes of connections of Exchange out of support
 * @param ipv6Sender what is found about senders over IPv6
 * @param wording how it words what it says
 * @param outbound the assumptions about mail that leaves
 * @param submission the assumptions about the submission hosts
 * @param habit what it does when TLS fails
 * @param versions the protocol versions of SMTP
 */
public record OnlineSettings(
    CertificateMatch certificateMatch,
    boolean parentDomainAttributes,
    boolean wildcardIncludesApex,
    boolean centralizedFirst,
    String groupUnderCentralized,
    boolean listOrder,
    boolean dropInvalidCertificates,
    boolean inboundRequireTls,
    boolean associatedIsSender,
    boolean nameDemanded,
    OutdatedExchange outdatedExchange,
    String ipv6Sender,
    OnlineWording wording,
    Outbound outbound,
    Submission submission,
    Habit habit,
    ImmutableSet<TlsVersion> versions) {

  /**
   * The assumptions about the submission hosts.
   *
   * @param startTlsDemandedOn25 whether a clear session on port 25 is told to start TLS
   * @param basicRetired whether basic authentication is retired
   * @param externalHighVolume whether high volume email takes external recipients
   * @param authDisabled whether SMTP AUTH is off in a tenant that does not say
   */
  public record Submission(
      boolean startTlsDemandedOn25,
      boolean basicRetired,
      boolean externalHighVolume,
      boolean authDisabled) {}

  /**
   * The assumptions about mail that leaves.
   *
   * @param forwardedAuthenticated whether SPF or DKIM passed when forwarded mail came in
   * @param proxyWording whether a remote error is quoted in the words of a failed proxy session
   * @param newExpiry whether a message of which nothing else is known expires with 5.4.300
   */
  public record Outbound(boolean forwardedAuthenticated, boolean proxyWording, boolean newExpiry) {}

  /** Whether SPF or DKIM passed when mail came in that is forwarded. */
  boolean forwardedAuthenticated() {
    return outbound.forwardedAuthenticated();
  }

  /** The assumptions of a topology. */
  public static OnlineSettings of(Topology topology) {
    return new OnlineSettings(
        new CertificateMatch(
            Assumption.SUBJECT_ONLY.holdsIn(topology),
            Assumption.WILDCARD_CLIENT_CERTIFICATE.in(topology).equals("exact")),
        Assumption.PARENT_DOMAIN_ATTRIBUTES.holdsIn(topology),
        Assumption.WILDCARD_INCLUDES_APEX.holdsIn(topology),
        Assumption.CENTRALIZED_BEFORE_SPECIFIC.holdsIn(topology),
        Assumption.GROUP_UNDER_CENTRALIZED_TRANSPORT.in(topology).startsWith("554")
            ? OutboundRule.LOOP_TEXT
            : OutboundRule.UNKNOWN_TEXT,
        Assumption.OUTBOUND_ORDER.in(topology).equals("list"),
        Assumption.INVALID_CLIENT_CERTIFICATE.in(topology).equals("drop"),
        Assumption.INBOUND_REQUIRE_TLS.holdsIn(topology),
        Assumption.ASSOCIATED_ACCEPTED_DOMAINS.in(topology).equals("sender"),
        Assumption.PARTNER_CERTIFICATE_NAME.in(topology).equals("demanded"),
        OutdatedExchange.of(Assumption.OUTDATED_EXCHANGE.in(topology)),
        Assumption.IPV6_SENDER.in(topology),
        new OnlineWording(
            Assumption.ONLINE_WORDING.in(topology).equals("byClock"),
            Assumption.NOT_AUTHENTICATED_WORDING.in(topology).equals("2017")),
        new Outbound(
            Assumption.FORWARDED_MAIL_AUTHENTICATED.holdsIn(topology),
            Assumption.REMOTE_ERROR_WORDING.in(topology).equals("450 4.7.0"),
            Assumption.EXPIRY_WORDING.in(topology).equals("550 5.4.300")),
        new Submission(
            Assumption.CLEAR_SUBMISSION_ON_25.in(topology).startsWith("451"),
            Assumption.BASIC_AUTH_RETIRED.holdsIn(topology),
            Assumption.HVE_EXTERNAL_RECIPIENTS.in(topology).equals("taken"),
            Assumption.SMTP_AUTH_DISABLED.holdsIn(topology)),
        ExchangeHabit.in(topology),
        Assumption.ONLINE_TLS_1_3.holdsIn(topology)
            ? ImmutableSet.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3)
            : ImmutableSet.of(TlsVersion.TLS_1_2));
  }
}
