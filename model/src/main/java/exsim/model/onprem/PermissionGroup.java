package exsim.model.onprem;

/** One flag of a Receive connector's PermissionGroups, in bit order. */
public enum PermissionGroup {
  /** Anonymous senders. */
  ANONYMOUS_USERS("AnonymousUsers", 1),
  /** Authenticated users. */
  EXCHANGE_USERS("ExchangeUsers", 2),
  /** Exchange servers. */
  EXCHANGE_SERVERS("ExchangeServers", 4),
  /** Exchange 2003 servers. */
  EXCHANGE_LEGACY_SERVERS("ExchangeLegacyServers", 8),
  /** Domain Security partners. */
  PARTNERS("Partners", 16),
  /** Rights granted one by one. */
  CUSTOM("Custom", 32);

  private final String text;
  private final int bit;

  PermissionGroup(String text, int bit) {
    this.text = text;
    this.bit = bit;
  }

  /** The flag as Exchange prints it. */
  public String text() {
    return text;
  }

  /** The flag's value in exports. */
  public int bit() {
    return bit;
  }
}
