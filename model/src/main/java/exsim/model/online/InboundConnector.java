package exsim.model.online;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.DomainPattern;
import exsim.model.mail.EmailAddress;
import exsim.model.net.IpRange;
import java.util.Optional;

/**
 * An inbound connector.
 *
 * @param name its name
 * @param enabled whether it can match
 * @param type what it stands for
 * @param senderDomains the sender domains it speaks for; {@code *.x} covers {@code x} too
 * @param senderIps the addresses it is recognised by
 * @param certificateName the certificate name it is recognised by
 * @param restrictions what it demands
 * @param filtering which hops filters look past
 * @param options the switches left
 */
public record InboundConnector(
    String name,
    boolean enabled,
    ConnectorType type,
    ImmutableList<SenderDomain> senderDomains,
    ImmutableList<IpRange> senderIps,
    Optional<DomainPattern> certificateName,
    Restrictions restrictions,
    EnhancedFiltering filtering,
    Options options) {

  /**
   * A sender domain with its priority, {@code smtp:contoso.com;1}.
   *
   * @param pattern the domains
   * @param priority 1 or more
   */
  public record SenderDomain(DomainPattern pattern, int priority) {}

  /**
   * What a connector demands of the sessions that it speaks for.
   *
   * @param requireTls whether they must use TLS; empty where the scenario does not say
   * @param toIpAddresses whether they must come from the addresses
   * @param toCertificate whether they must present the certificate
   * @param associatedAcceptedDomains the accepted domains that it is narrowed to
   */
  public record Restrictions(
      Optional<Boolean> requireTls,
      boolean toIpAddresses,
      boolean toCertificate,
      ImmutableList<DomainPattern> associatedAcceptedDomains) {
    /** Whether mail can be refused for want of an address or certificate. */
    public boolean any() {
      return toIpAddresses || toCertificate;
    }
  }

  /**
   * Enhanced filtering: whose address counts as the source of a message for filters.
   *
   * @param skipLastIp whether the last hop is looked past
   * @param skipIps the addresses looked past otherwise; empty for none
   * @param users the recipients it is limited to; empty for everyone
   */
  public record EnhancedFiltering(
      boolean skipLastIp, ImmutableList<IpRange> skipIps, ImmutableList<String> users) {
    /** Not in use. */
    public static final EnhancedFiltering NONE =
        new EnhancedFiltering(false, ImmutableList.of(), ImmutableList.of());

    /** Whether anything is looked past in mail for all of some recipients. */
    public boolean appliesTo(ImmutableList<EmailAddress> recipients) {
      return (skipLastIp || !skipIps.isEmpty())
          && (users.isEmpty()
              || recipients.stream()
                  .allMatch(r -> users.stream().anyMatch(r.toString()::equalsIgnoreCase)));
    }
  }

  /**
   * The switches left.
   *
   * @param cloudServicesMail whether cross-premises headers are kept
   * @param treatMessagesAsInternal whether messages of accepted domains count as internal
   */
  public record Options(boolean cloudServicesMail, boolean treatMessagesAsInternal) {}
}
