package exsim.simulator.online;

import exsim.model.mail.DomainName;
import exsim.model.mail.EmailAddress;
import exsim.model.net.IpAddress;
import exsim.model.online.Tenant;
import exsim.simulator.dns.Resolver;
import exsim.simulator.route.Envelope;
import exsim.simulator.rule.Reason;
import java.util.Optional;

/** The servers that a message leaves Exchange Online by; all of them use TLS alike. */
enum EgressPool {
  /** Where all goes that gives no cause for another. */
  NORMAL("NAM-obe.outbound.protection.outlook.com"),
  /** For mail of others that a tenant forwards or relays; of the name only {@code rly} is known. */
  RELAY("NAM-rly.outbound.protection.outlook.com"),
  /** For what may be spam. No source gives its names or addresses, so it has the usual ones. */
  HIGH_RISK(NORMAL.host);

  private final String host;

  EgressPool(String host) {
    this.host = host;
  }

  /** The name that its servers give in EHLO. */
  String host() {
    return host;
  }

  /** The address that they connect from. */
  IpAddress address() {
    return this == RELAY ? ServiceNames.RELAY_POOL_ADDRESS : ServiceNames.EGRESS_ADDRESS;
  }

  /**
   * A pool and why.
   *
   * @param because the rule; empty for the usual pool
   */
  record Choice(EgressPool pool, Optional<Reason> because) {
    private static final Choice USUAL = new Choice(NORMAL, Optional.empty());
  }

  /**
   * The pool for a message.
   *
   * @param ownMail whether a mailbox of the tenant sent it, and nobody forwarded it
   */
  static Choice of(Envelope envelope, Tenant tenant, boolean ownMail, OnlineService service) {
    Optional<EmailAddress> sender = envelope.sender();
    if (sender.isEmpty()) {
      return new Choice(HIGH_RISK, Optional.of(Reason.of(OutboundRule.POOL_OF_REPORTS)));
    }
    DomainName domain = sender.get().domain();
    if (ownMail || service.index().accepts(tenant, domain)) {
      return Choice.USUAL;
    }
    Resolver resolver = service.resolver();
    if (!resolver.mx(domain).found() && !resolver.addresses(domain).found()) {
      return new Choice(
          HIGH_RISK, Optional.of(Reason.of(OutboundRule.POOL_OF_UNKNOWN, "domain", domain)));
    }
    boolean authenticated = service.settings().forwardedAuthenticated();
    Reason because =
        Reason.of(
            authenticated ? OutboundRule.POOL_OF_PROVEN : OutboundRule.POOL_OF_RELAYED,
            "domain",
            domain,
            "tenant",
            tenant.name());
    return new Choice(authenticated ? NORMAL : RELAY, Optional.of(because));
  }
}
