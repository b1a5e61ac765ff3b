package exsim.simulator.onprem;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ExchangeVersion;
import exsim.simulator.onprem.queue.ExchangeQueues;
import exsim.simulator.route.Envelope;
import exsim.simulator.route.Step;
import exsim.simulator.rule.Reason;
import java.util.List;
import java.util.Optional;

/** How the Transport service of a server brings a message to a mailbox of the organization. */
final class MailboxRoutes {
  private final OrganizationView organization;
  private final ExchangeServer server;
  private final InternalRoutes routes;

  MailboxRoutes(OrganizationView organization, ExchangeServer server) {
    this.organization = organization;
    this.server = server;
    this.routes = organization.ways(server, ServerService.TRANSPORT);
  }

  /** Into the mailbox, to the service that has it, or to the site that has it. */
  Step step(Envelope envelope) {
    EmailAddress recipient = envelope.recipient();
    Optional<ExchangeServer> home = organization.mailboxServer(recipient);
    if (home.isEmpty()) {
      return local(
          envelope,
          server,
          ImmutableList.of(
              Reason.of(
                  ServiceRule.MAILBOX_ASSUMED, "recipient", recipient, "server", server.name())));
    }
    return DeliveryGroups.together(server, home.get())
        ? local(envelope, home.get(), ImmutableList.of())
        : toGroup(envelope, home.get());
  }

  /** Exchange 2010 writes into the store itself; later versions have a service for it. */
  private Step local(Envelope envelope, ExchangeServer home, ImmutableList<Reason> because) {
    if (server.version() == ExchangeVersion.E2010) {
      return new Step.Delivered("delivered to the mailbox", delivered(envelope.recipient()));
    }
    Reason reason = Reason.of(ServiceRule.TO_MAILBOX, "server", server.name(), "next", home.name());
    return routes.queued(
        routes.to(
            envelope,
            List.of(List.of(home)),
            InternalRoutes.Port.MAILBOX_DELIVERY,
            ImmutableList.<Reason>builder().addAll(because).add(reason).build(),
            ImmutableList.of()),
        ExchangeQueues.toMailbox(home));
  }

  private Step toGroup(Envelope envelope, ExchangeServer home) {
    GroupRoute route =
        GroupRoute.of(organization, server, new DeliveryGroups(server, routes).of(home));
    Reason because =
        Reason.of(
            ServiceRule.TO_MAILBOX_SITE,
            "recipient",
            envelope.recipient(),
            "home",
            home.name(),
            "next",
            InternalRoutes.names(route.first()));
    return routes.queued(
        routes.to(
            envelope,
            route.ranks(),
            InternalRoutes.Port.BETWEEN_SERVERS,
            ImmutableList.<Reason>builder().add(because).addAll(route.why()).build(),
            ImmutableList.of()),
        route
            .stop()
            .map(ExchangeQueues::toSite)
            .orElseGet(() -> ExchangeQueues.toMailboxGroup(server, home)));
  }

  /** Why a message ends in a mailbox. */
  static ImmutableList<Reason> delivered(EmailAddress recipient) {
    return ImmutableList.of(
        Reason.of(RecipientRule.MAILBOX, "domain", recipient.domain(), "recipient", recipient));
  }
}
