package exsim.simulator.smtp;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.EmailAddress;
import exsim.model.net.IpAddress;
import exsim.simulator.rule.Reason;
import java.util.Optional;

/**
 * A sending end: everything it brings to a session.
 *
 * @param system the system, for the report
 * @param host the name it gives in EHLO
 * @param names every name that a scenario may mean it by, in lower case
 * @param address the address it connects from
 * @param server the Exchange server; empty where the end is none
 * @param service the transport service of that server; empty where the end is none
 * @param connector the connector that it sends by
 * @param tls what it wants of TLS
 * @param manner how it talks
 * @param voice its words for what it finds itself
 * @param why why it wants that
 * @param certificateWhy why it shows the certificate that it shows, where a rule decides
 */
public record ClientEnd(
    String system,
    String host,
    ImmutableSet<String> names,
    IpAddress address,
    Optional<String> server,
    Optional<String> service,
    Optional<String> connector,
    TlsClient tls,
    Manner manner,
    ClientVoice voice,
    ImmutableList<Reason> why,
    ImmutableList<Reason> certificateWhy) {

  /** Whether a client proves itself as Exchange servers do. */
  public enum ExchangeAuth {
    /** It does not. */
    NONE,
    /** It talks to another server of its organization: inside X-ANONYMOUSTLS. */
    INSIDE_ANONYMOUS_TLS,
    /** Its Send connector says so: inside STARTTLS, where the connector uses that. */
    BY_SEND_CONNECTOR
  }

  /** What a client does with the headers that Exchange keeps within an organization. */
  public enum OrganizationHeaders {
    /** It is none of Exchange and stamps none. */
    NONE,
    /** It sends them to another server of the organization. */
    KEPT,
    /** It sends them to the other half of a hybrid, as {@code X-MS-Exchange-CrossPremises}. */
    CROSS_PREMISES,
    /** It takes them out. */
    REMOVED
  }

  /**
   * How a client talks.
   *
   * @param extended whether it greets with EHLO
   * @param implicitTls whether it starts TLS at once
   * @param exchangeAuth whether it proves itself by X-EXPS, and inside what
   * @param user whom it authenticates as
   * @param asSmartHost whether it was configured to hand its mail to the server
   * @param headers what it does with the headers of its organization
   */
  public record Manner(
      boolean extended,
      boolean implicitTls,
      ExchangeAuth exchangeAuth,
      Optional<EmailAddress> user,
      boolean asSmartHost,
      OrganizationHeaders headers) {
    /** Whether it talks to another server of its organization. */
    public boolean withinOrganization() {
      return exchangeAuth == ExchangeAuth.INSIDE_ANONYMOUS_TLS;
    }

    /** EHLO, and nothing else. */
    public static final Manner PLAIN =
        new Manner(
            true, false, ExchangeAuth.NONE, Optional.empty(), false, OrganizationHeaders.NONE);
  }

  /** The same end with another view of TLS. */
  public ClientEnd with(TlsClient other) {
    return at(address, other);
  }

  /** The same end, connecting from another of its addresses. */
  public ClientEnd at(IpAddress other) {
    return at(other, tls);
  }

  private ClientEnd at(IpAddress from, TlsClient wanted) {
    return new ClientEnd(
        system,
        host,
        names,
        from,
        server,
        service,
        connector,
        wanted,
        manner,
        voice,
        why,
        certificateWhy);
  }
}
