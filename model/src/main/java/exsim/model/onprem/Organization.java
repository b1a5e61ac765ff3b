package exsim.model.onprem;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.mail.EmailAddress;

/**
 * An Exchange organization.
 *
 * @param name its name in the scenario
 * @param acceptedDomains the accepted domains
 * @param remoteRecipients addresses whose mailbox is elsewhere, with their target address
 * @param transportConfig the organization-wide settings
 * @param sendConnectors the Send connectors
 * @param servers the servers
 * @param siteLinks the site links; none means that every two sites are linked
 * @param hubSites the Active Directory sites that mail on its way through must stop at
 * @param mailboxes the servers of mailboxes of which it is known, by address
 */
public record Organization(
    String name,
    ImmutableList<AcceptedDomain> acceptedDomains,
    ImmutableMap<EmailAddress, EmailAddress> remoteRecipients,
    TransportConfig transportConfig,
    ImmutableList<SendConnector> sendConnectors,
    ImmutableList<ExchangeServer> servers,
    ImmutableList<SiteLink> siteLinks,
    ImmutableSet<String> hubSites,
    ImmutableMap<EmailAddress, String> mailboxes) {

  /**
   * The organization-wide transport settings that bear on TLS.
   *
   * @param tlsSendDomainSecureList recipient domains of Domain Security
   * @param tlsReceiveDomainSecureList sender domains of Domain Security
   */
  public record TransportConfig(
      ImmutableSet<DomainName> tlsSendDomainSecureList,
      ImmutableSet<DomainName> tlsReceiveDomainSecureList) {
    /** The defaults. */
    public static final TransportConfig DEFAULT =
        new TransportConfig(ImmutableSet.of(), ImmutableSet.of());
  }
}
