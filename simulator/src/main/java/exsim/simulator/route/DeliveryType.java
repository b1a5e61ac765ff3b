package exsim.simulator.route;

/** How an Exchange server means to pass on what lies in a queue, in the words of Get-Queue. */
public enum DeliveryType {
  /** Out by MX records, through a Send connector of this server. */
  DNS_CONNECTOR_DELIVERY("DnsConnectorDelivery", false),
  /** Out to smart hosts, through a Send connector of this server. */
  SMART_HOST_CONNECTOR_DELIVERY("SmartHostConnectorDelivery", false),
  /** To the servers that a Send connector names as its sources. */
  SMTP_RELAY_TO_CONNECTOR_SOURCE_SERVERS("SmtpRelayToConnectorSourceServers", true),
  /** To an Edge server that is subscribed to this server's site. */
  SMTP_RELAY_WITHIN_AD_SITE_TO_EDGE("SmtpRelayWithinAdSiteToEdge", true),
  /** To the mailbox database, on this server or another of its delivery group. */
  SMTP_DELIVERY_TO_MAILBOX("SmtpDeliveryToMailbox", true),
  /** To the servers of another site or generation that have the mailbox. */
  SMTP_RELAY_TO_MAILBOX_DELIVERY_GROUP("SmtpRelayToMailboxDeliveryGroup", true),
  /** To a site on the way: a hub site, or one that an Edge server is subscribed to. */
  SMTP_RELAY_TO_REMOTE_ACTIVE_DIRECTORY_SITE("SmtpRelayToRemoteActiveDirectorySite", true),
  /** From one Hub Transport server of Exchange 2010 to another of its site. */
  SMTP_RELAY_WITHIN_AD_SITE("SmtpRelayWithinAdSite", true),
  /** Nowhere: no route is known. */
  UNREACHABLE("Unreachable", true);

  private final String text;
  private final boolean internal;

  DeliveryType(String text, boolean internal) {
    this.text = text;
    this.internal = internal;
  }

  /** The value as Exchange prints it. */
  public String text() {
    return text;
  }

  /** NextHopCategory: whether the next hop is inside the organization. */
  public boolean internal() {
    return internal;
  }
}
