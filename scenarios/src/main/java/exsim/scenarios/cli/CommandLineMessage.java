package exsim.scenarios.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.InvalidValueException;
import exsim.model.external.Device;
import exsim.model.external.MailSystem;
import exsim.model.mail.AcceptedDomain;
import exsim.model.mail.EmailAddress;
import exsim.model.mail.Message;
import exsim.model.online.Tenant;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.Organization;
import exsim.model.topology.Topology;
import exsim.model.topology.World;
import exsim.scenarios.json.Suggestion;
import java.util.Optional;

/**
 * The message that the command line describes, in place of the scenario's own.
 *
 * @param from the sender; empty for the null reverse path
 * @param to the recipient
 * @param origin what sends it; empty for the system that owns the sender's domain
 */
record CommandLineMessage(Optional<EmailAddress> from, EmailAddress to, Optional<String> origin) {
  private static final int SIZE_BYTES = 10_240;

  /** Parses the options' values. */
  static CommandLineMessage parse(String from, String to, Optional<String> origin) {
    try {
      return new CommandLineMessage(
          from.isEmpty() || from.equals("<>")
              ? Optional.empty()
              : Optional.of(EmailAddress.parse(from)),
          EmailAddress.parse(to),
          origin);
    } catch (InvalidValueException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** The world with this message alone, sent when the scenario starts. */
  World in(World world) {
    World.Epoch first = world.epochs().get(0);
    Message message =
        new Message(
            "command-line",
            from,
            ImmutableList.of(to),
            origin(first.topology()),
            first.from(),
            SIZE_BYTES,
            false);
    return new World(world.epochs(), ImmutableList.of(message), world.end());
  }

  private String origin(Topology topology) {
    if (origin.isPresent()) {
      ImmutableSet<String> known = names(topology);
      if (!known.contains(origin.get())) {
        String help = Suggestion.help(origin.get(), known);
        throw new UsageException(
            "there is no system, server or device `"
                + origin.get()
                + "`"
                + (help.isEmpty() ? "" : ", " + help));
      }
      return origin.get();
    }
    if (from.isEmpty()) {
      throw new UsageException("a message from <> needs --origin");
    }
    ImmutableList<String> owners = owners(topology, from.get());
    if (owners.isEmpty()) {
      throw new UsageException(
          "no system owns " + from.get().domain() + "; --origin says what sends the message");
    }
    if (owners.size() > 1) {
      throw new UsageException(
          String.join(" and ", owners)
              + " own "
              + from.get().domain()
              + "; --origin says which of them sends the message");
    }
    return owners.get(0);
  }

  private static ImmutableList<String> owners(Topology topology, EmailAddress sender) {
    ImmutableList.Builder<String> owners = ImmutableList.builder();
    for (Organization organization : topology.organizations()) {
      if (owns(organization.acceptedDomains(), sender)) {
        owners.add(organization.name());
      }
    }
    for (Tenant tenant : topology.tenants()) {
      if (owns(tenant.acceptedDomains(), sender)) {
        owners.add(tenant.name().toString());
      }
    }
    for (MailSystem system : topology.mailSystems()) {
      if (system.domains().contains(sender.domain())) {
        owners.add(system.name());
      }
    }
    return owners.build();
  }

  private static boolean owns(ImmutableList<AcceptedDomain> domains, EmailAddress sender) {
    for (AcceptedDomain domain : domains) {
      if (domain.covers(sender.domain())) {
        return true;
      }
    }
    return false;
  }

  private static ImmutableSet<String> names(Topology topology) {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    for (Organization organization : topology.organizations()) {
      names.add(organization.name());
      for (ExchangeServer server : organization.servers()) {
        names.add(server.name());
      }
    }
    for (Tenant tenant : topology.tenants()) {
      names.add(tenant.name().toString());
    }
    for (MailSystem system : topology.mailSystems()) {
      names.add(system.name());
    }
    for (Device device : topology.devices()) {
      names.add(device.name());
    }
    return names.build();
  }
}
