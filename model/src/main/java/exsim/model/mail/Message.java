package exsim.model.mail;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Optional;

/**
 * One message that a scenario sends.
 *
 * @param id its name in the scenario
 * @param sender the reverse path; empty for {@code <>}
 * @param recipients the forward paths, at least one
 * @param origin the system, server or device that sends it, by name
 * @param at when it is sent
 * @param sizeBytes its size, in bytes
 * @param requireTls whether it carries REQUIRETLS (RFC 8689)
 * @param tlsRequiredNo whether it carries the header field {@code TLS-Required: No} (RFC 8689),
 *     which counts without REQUIRETLS only
 * @param bareLinefeeds whether lines of it end without a carriage return
 */
public record Message(
    String id,
    Optional<EmailAddress> sender,
    ImmutableList<EmailAddress> recipients,
    String origin,
    Instant at,
    long sizeBytes,
    boolean requireTls,
    boolean tlsRequiredNo,
    boolean bareLinefeeds) {

  /** A message without the header field {@code TLS-Required}, in lines that end as they should. */
  public Message(
      String id,
      Optional<EmailAddress> sender,
      ImmutableList<EmailAddress> recipients,
      String origin,
      Instant at,
      long sizeBytes,
      boolean requireTls) {
    this(id, sender, recipients, origin, at, sizeBytes, requireTls, false, false);
  }
}
