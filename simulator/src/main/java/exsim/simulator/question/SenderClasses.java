package exsim.simulator.question;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.external.Device;
import exsim.model.external.MailSystem;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.DomainName;
import exsim.model.mail.EmailAddress;
import exsim.model.online.Tenant;
import exsim.model.online.TransportRule;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.Organization;
import exsim.model.topology.Topology;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Everybody in a topology who can send, and the addresses of theirs that it can tell apart. */
final class SenderClasses {
  private final Topology topology;
  private final ImmutableList.Builder<Sender> senders = ImmutableList.builder();

  /**
   * Somebody who sends.
   *
   * @param origin the system, server or device
   * @param addresses his addresses, the usual one first; none for whoever has none
   */
  record Sender(String origin, ImmutableSet<EmailAddress> addresses) {
    /** Whether an address is in one of his domains. */
    boolean owns(DomainName domain) {
      return addresses.stream().anyMatch(a -> a.domain().equals(domain));
    }

    /** The usual address. */
    Optional<EmailAddress> usual() {
      return addresses.stream().findFirst();
    }
  }

  SenderClasses(Topology topology) {
    this.topology = topology;
    topology.organizations().forEach(this::add);
    topology.tenants().forEach(this::add);
    for (MailSystem system : topology.mailSystems()) {
      senders.add(
          new Sender(
              system.name(),
              system.domains().stream()
                  .map(RecipientClasses::in)
                  .collect(ImmutableSet.toImmutableSet())));
    }
    topology.devices().forEach(this::add);
  }

  /** Everybody, in the order of the scenario. */
  ImmutableList<Sender> all() {
    return senders.build();
  }

  private void add(Organization organization) {
    ImmutableSet<EmailAddress> addresses = addresses(organization.acceptedDomains());
    for (ExchangeServer server : organization.servers()) {
      if (server.hasTransport() && !server.isEdge()) {
        senders.add(new Sender(server.name(), addresses));
      }
    }
  }

  /** Rules look at senders; an initial domain is nobody's usual one. */
  private void add(Tenant tenant) {
    Set<EmailAddress> addresses = new LinkedHashSet<>();
    ImmutableSet<EmailAddress> all = addresses(tenant.acceptedDomains());
    all.stream().filter(a -> !a.domain().equals(tenant.name())).forEach(addresses::add);
    addresses.addAll(all);
    for (TransportRule rule : tenant.transportRules()) {
      rule.conditions().senders().stream()
          .filter(s -> tenant.acceptedDomains().stream().anyMatch(a -> a.covers(s.domain())))
          .forEach(addresses::add);
    }
    senders.add(new Sender(tenant.name().ascii(), ImmutableSet.copyOf(addresses)));
  }

  /** A device logs on as somebody, or says to be somebody of whoever runs Exchange. */
  private void add(Device device) {
    if (device.user().isPresent()) {
      senders.add(new Sender(device.name(), ImmutableSet.of(device.user().get())));
      return;
    }
    ImmutableList.Builder<AcceptedDomain> domains = ImmutableList.builder();
    topology.tenants().forEach(t -> domains.addAll(t.acceptedDomains()));
    topology.organizations().forEach(o -> domains.addAll(o.acceptedDomains()));
    senders.add(new Sender(device.name(), addresses(domains.build())));
  }

  private static ImmutableSet<EmailAddress> addresses(ImmutableList<AcceptedDomain> domains) {
    return domains.stream()
        .map(a -> a.pattern().domain())
        .filter(d -> !d.equals(DomainName.ROOT))
        .map(RecipientClasses::in)
        .collect(ImmutableSet.toImmutableSet());
  }
}
