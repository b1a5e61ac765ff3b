package exsim.model.online;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainPattern;
import exsim.model.net.HostPort;
import exsim.model.tls.SendTlsPolicy;

/**
 * An outbound connector.
 *
 * @param name its name
 * @param enabled whether it can be selected
 * @param type what it stands for
 * @param recipientDomains the recipient domains
 * @param smartHosts the smart hosts; none for DNS routing
 * @param tls what it demands of TLS
 * @param scope when it is selected besides by recipient domain
 * @param options the switches left
 */
public record OutboundConnector(
    String name,
    boolean enabled,
    ConnectorType type,
    ImmutableList<DomainPattern> recipientDomains,
    ImmutableList<HostPort> smartHosts,
    SendTlsPolicy tls,
    Scope scope,
    Options options) {

  /**
   * When a connector is selected besides by recipient domain.
   *
   * @param allAcceptedDomains for every accepted domain
   * @param centralized for all mail that leaves the tenant (centralized mail transport)
   * @param transportRuleOnly by a transport rule only
   */
  public record Scope(boolean allAcceptedDomains, boolean centralized, boolean transportRuleOnly) {}

  /**
   * The switches left.
   *
   * @param cloudServicesMail whether cross-premises headers are kept
   * @param mtaSts whether published MTA-STS policies are checked
   * @param dane how far DANE is checked
   */
  public record Options(boolean cloudServicesMail, boolean mtaSts, DaneMode dane) {
    /** The defaults. */
    public static final Options DEFAULT = new Options(false, true, DaneMode.OPPORTUNISTIC);
  }

  /** How far DANE is checked. */
  public enum DaneMode {
    /** Where the destination publishes it. */
    OPPORTUNISTIC("Opportunistic"),
    /** A destination without it fails. */
    MANDATORY("Mandatory"),
    /** Not at all. */
    NONE("None");

    private final String text;

    DaneMode(String text) {
      this.text = text;
    }

    /** The value as Exchange Online prints it. */
    public String text() {
      return text;
    }
  }
}
