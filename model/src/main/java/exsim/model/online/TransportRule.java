package exsim.model.online;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.mail.DomainPattern;
import exsim.model.mail.EmailAddress;
import java.util.Optional;

/**
 * A transport rule (mail flow rule) that routes or demands TLS.
 *
 * @param name its name
 * @param enabled whether it is applied
 * @param priority 0 is applied first
 * @param conditions what it looks at; all that are stated must hold
 * @param routeVia the outbound connector that it routes through
 * @param requireTls whether it demands TLS of messages that leave
 * @param stops whether no later rule is applied to a message that it holds for
 */
public record TransportRule(
    String name,
    boolean enabled,
    int priority,
    Conditions conditions,
    Optional<String> routeVia,
    boolean requireTls,
    boolean stops) {

  /**
   * What a rule looks at; an empty list states nothing.
   *
   * @param senders addresses of which the sender must be one
   * @param senderDomains domains of which the sender's must be one
   * @param recipients addresses of which the recipient must be one
   * @param recipientDomains domains of which the recipient's must be one
   * @param exceptRecipientDomains recipient domains that are left alone
   * @param recipientOutside whether the recipient must be outside the tenant
   * @param exceptHeader the header of messages that are left alone
   */
  public record Conditions(
      ImmutableSet<EmailAddress> senders,
      ImmutableList<DomainPattern> senderDomains,
      ImmutableSet<EmailAddress> recipients,
      ImmutableList<DomainPattern> recipientDomains,
      ImmutableList<DomainPattern> exceptRecipientDomains,
      boolean recipientOutside,
      Optional<HeaderWords> exceptHeader) {}

  /**
   * A header field that contains one of some words; neither has case.
   *
   * @param header its name
   * @param words the words
   */
  public record HeaderWords(String header, ImmutableList<String> words) {}
}
