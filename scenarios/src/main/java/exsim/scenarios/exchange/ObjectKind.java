package exsim.scenarios.exchange;

/** A kind of object that administrators see, with all its properties. */
public enum ObjectKind {
  /** A Send connector. */
  SEND_CONNECTOR("SendConnector", false),
  /** A Receive connector. */
  RECEIVE_CONNECTOR("ReceiveConnector", false),
  /** An accepted domain of an organization. */
  ACCEPTED_DOMAIN("AcceptedDomain", false),
  /** The transport settings of an organization. */
  TRANSPORT_CONFIG("TransportConfig", false),
  /** The settings of an organization. */
  ORGANIZATION_CONFIG("OrganizationConfig", false),
  /** The transport service of a server. */
  TRANSPORT_SERVICE("TransportService", false),
  /** An Active Directory site; a scenario lists the hub sites alone. */
  AD_SITE("ADSite", false),
  /** A transport rule of an organization. */
  TRANSPORT_RULE("TransportRule", false),
  /** A remote domain of an organization. */
  REMOTE_DOMAIN("RemoteDomain", false),
  /** The client access settings of a mailbox on-premises. */
  CAS_MAILBOX("CASMailbox", false),
  /** A certificate in a server's store. */
  EXCHANGE_CERTIFICATE("ExchangeCertificate", false),
  /** The subscription of an Edge server. */
  EDGE_SUBSCRIPTION("EdgeSubscription", false),
  /** A server; scenarios describe servers in their own words, exports in Exchange's. */
  EXCHANGE_SERVER("ExchangeServer", false),
  /** A queue of a server, which exists while messages wait in it. */
  QUEUE("Queue", false),
  /** An entry of the message tracking log. */
  MESSAGE_TRACKING("MessageTrackingLog", false),
  /** What became of a message in a tenant. */
  MESSAGE_TRACE("MessageTraceV2", true),
  /** What happened to a message in a tenant. */
  MESSAGE_TRACE_DETAIL("MessageTraceDetailV2", true),
  /** An inbound connector. */
  INBOUND_CONNECTOR("InboundConnector", true),
  /** An outbound connector. */
  OUTBOUND_CONNECTOR("OutboundConnector", true),
  /** An accepted domain of a tenant. */
  ONLINE_ACCEPTED_DOMAIN("AcceptedDomain", true),
  /** The transport settings of a tenant. */
  ONLINE_TRANSPORT_CONFIG("TransportConfig", true),
  /** The settings of a tenant. */
  ONLINE_ORGANIZATION_CONFIG("OrganizationConfig", true),
  /** A transport rule of a tenant. */
  ONLINE_TRANSPORT_RULE("TransportRule", true),
  /** A remote domain of a tenant. */
  ONLINE_REMOTE_DOMAIN("RemoteDomain", true),
  /** The client access settings of a mailbox in Exchange Online. */
  ONLINE_CAS_MAILBOX("CASMailbox", true),
  /** An authentication policy of a tenant. */
  AUTHENTICATION_POLICY("AuthenticationPolicy", true),
  /** A user of a tenant. */
  USER("User", true);

  private final String noun;
  private final boolean online;

  ObjectKind(String noun, boolean online) {
    this.noun = noun;
    this.online = online;
  }

  /** What stands after the hyphen of its cmdlets. */
  public String noun() {
    return noun;
  }

  /** Whether it is Exchange Online's. */
  public boolean online() {
    return online;
  }

  /** Its properties. */
  public PropertyTable properties() {
    return switch (this) {
      case SEND_CONNECTOR -> SendProperties.TABLE;
      case RECEIVE_CONNECTOR -> ReceiveProperties.TABLE;
      case ACCEPTED_DOMAIN -> OrganizationProperties.ACCEPTED_DOMAIN;
      case TRANSPORT_CONFIG -> OrganizationProperties.TRANSPORT_CONFIG;
      case ORGANIZATION_CONFIG -> OrganizationProperties.ORGANIZATION_CONFIG;
      case TRANSPORT_SERVICE -> TransportServiceProperties.TABLE;
      case AD_SITE -> OrganizationProperties.AD_SITE;
      case TRANSPORT_RULE -> RuleProperties.ON_PREMISES;
      case REMOTE_DOMAIN -> OrganizationProperties.REMOTE_DOMAIN;
      case CAS_MAILBOX -> OrganizationProperties.CAS_MAILBOX;
      case EXCHANGE_CERTIFICATE -> OrganizationProperties.EXCHANGE_CERTIFICATE;
      case EDGE_SUBSCRIPTION -> OrganizationProperties.EDGE_SUBSCRIPTION;
      case EXCHANGE_SERVER -> OrganizationProperties.EXCHANGE_SERVER;
      case QUEUE -> OrganizationProperties.QUEUE;
      case MESSAGE_TRACKING -> OrganizationProperties.MESSAGE_TRACKING;
      case MESSAGE_TRACE -> OrganizationProperties.MESSAGE_TRACE;
      case MESSAGE_TRACE_DETAIL -> OrganizationProperties.MESSAGE_TRACE_DETAIL;
      case INBOUND_CONNECTOR -> OnlineProperties.INBOUND;
      case OUTBOUND_CONNECTOR -> OnlineProperties.OUTBOUND;
      case ONLINE_ACCEPTED_DOMAIN -> OrganizationProperties.ONLINE_ACCEPTED_DOMAIN;
      case ONLINE_TRANSPORT_CONFIG -> OrganizationProperties.ONLINE_TRANSPORT_CONFIG;
      case ONLINE_ORGANIZATION_CONFIG -> OrganizationProperties.ONLINE_ORGANIZATION_CONFIG;
      case ONLINE_TRANSPORT_RULE -> RuleProperties.ONLINE;
      case ONLINE_REMOTE_DOMAIN -> OrganizationProperties.ONLINE_REMOTE_DOMAIN;
      case ONLINE_CAS_MAILBOX -> OrganizationProperties.ONLINE_CAS_MAILBOX;
      case AUTHENTICATION_POLICY -> OrganizationProperties.AUTHENTICATION_POLICY;
      case USER -> OrganizationProperties.USER;
    };
  }
}
