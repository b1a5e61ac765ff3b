package exsim.simulator.question;

import com.google.common.collect.ImmutableList;
import exsim.model.external.Device;
import exsim.model.external.MailSystem;
import exsim.model.mail.DomainName;
import exsim.model.mail.EmailAddress;
import exsim.model.mail.Message;
import exsim.model.online.Tenant;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.Organization;
import exsim.model.topology.Topology;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One message for every origin, recipient and size that a topology can tell apart.
 *
 * <p>A recipient's domain is told apart where anything names it, a domain below it where a wildcard
 * is, and the address itself where a mailbox or a target address is. One domain that nobody names
 * stands for all others. Sizes are told apart by every limit that somebody states.
 */
public final class MessageClasses {
  private final Topology topology;
  private final Instant at;

  /**
   * The classes of a topology.
   *
   * @param at when the messages are sent
   */
  public MessageClasses(Topology topology, Instant at) {
    this.topology = topology;
    this.at = at;
  }

  /** A message of each class: by origin, then recipient, then size. */
  public ImmutableList<Message> messages() {
    ImmutableList<EmailAddress> recipients = new RecipientClasses(topology).addresses();
    ImmutableList<Long> sizes = new SizeClasses(topology).bytes();
    ImmutableList.Builder<Message> all = ImmutableList.builder();
    origins()
        .forEach(
            (origin, sender) -> {
              for (EmailAddress recipient : recipients) {
                for (long size : sizes) {
                  all.add(message(origin, sender, recipient, size));
                }
              }
            });
    return all.build();
  }

  private Message message(
      String origin, Optional<EmailAddress> sender, EmailAddress recipient, long size) {
    return new Message(
        origin + " to " + recipient + ", " + size + " bytes",
        sender,
        ImmutableList.of(recipient),
        origin,
        at,
        size,
        false);
  }

  /** Everybody who can send, with an address of theirs; empty for whoever has none. */
  public Map<String, Optional<EmailAddress>> origins() {
    Map<String, Optional<EmailAddress>> origins = new LinkedHashMap<>();
    for (Organization organization : topology.organizations()) {
      Optional<EmailAddress> sender =
          organization.acceptedDomains().stream()
              .findFirst()
              .flatMap(a -> address(a.pattern().domain()));
      for (ExchangeServer server : organization.servers()) {
        if (server.hasTransport() && !server.isEdge()) {
          origins.putIfAbsent(server.name(), sender);
        }
      }
    }
    for (Tenant tenant : topology.tenants()) {
      DomainName domain =
          tenant.acceptedDomains().stream()
              .map(a -> a.pattern().domain())
              .filter(d -> !d.equals(tenant.name()))
              .findFirst()
              .orElse(tenant.name());
      origins.putIfAbsent(tenant.name().ascii(), address(domain));
    }
    for (MailSystem system : topology.mailSystems()) {
      origins.putIfAbsent(
          system.name(), system.domains().stream().findFirst().flatMap(MessageClasses::address));
    }
    for (Device device : topology.devices()) {
      origins.putIfAbsent(device.name(), device.user().or(this::somebody));
    }
    return origins;
  }

  /** An address of whoever runs Exchange, for a device that logs on as nobody. */
  private Optional<EmailAddress> somebody() {
    return topology.tenants().stream()
        .flatMap(t -> t.acceptedDomains().stream())
        .findFirst()
        .or(
            () ->
                topology.organizations().stream()
                    .flatMap(o -> o.acceptedDomains().stream())
                    .findFirst())
        .flatMap(a -> address(a.pattern().domain()));
  }

  private static Optional<EmailAddress> address(DomainName domain) {
    return domain.equals(DomainName.ROOT)
        ? Optional.empty()
        : Optional.of(RecipientClasses.in(domain));
  }
}
