package exsim.simulator.onprem;

import com.google.common.collect.ImmutableList;
import exsim.model.mail.EmailAddress;
import exsim.model.onprem.ExchangeServer;
import exsim.simulator.route.Envelope;
import exsim.simulator.route.NodeKey;
import exsim.simulator.route.PassThrough;
import exsim.simulator.route.Step;
import exsim.simulator.rule.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Front End Transport of a server, for mail that comes in: it hands on to a Transport service. */
public final class FrontEndNode implements PassThrough {
  private static final String TRY_LATER =
      "451 4.7.0 Temporary server error. Please try again later. PRX5";

  private final OrganizationView organization;
  private final ExchangeServer server;
  private final Optional<EmailAddress> user;
  private final InternalRoutes routes;
  private final DeliveryGroups groups;

  /**
   * The service as one session finds it.
   *
   * @param user whom the session authenticated as
   */
  public FrontEndNode(
      OrganizationView organization, ExchangeServer server, Optional<EmailAddress> user) {
    this.organization = organization;
    this.server = server;
    this.user = user;
    this.routes = organization.ways(server, ServerService.FRONT_END);
    this.groups = new DeliveryGroups(server, routes);
  }

  @Override
  public String system() {
    return organization.organization().name();
  }

  @Override
  public NodeKey key() {
    return new NodeKey(system(), server.name() + " " + ServerService.FRONT_END.text());
  }

  @Override
  public Step route(Envelope envelope, Instant now) {
    Reason keepsNothing = Reason.of(ServiceRule.FRONT_END, "server", server.name());
    Choice choice = choice(envelope.recipient());
    return routes.to(
        envelope,
        choice.ranks,
        user.isPresent() ? InternalRoutes.Port.CLIENT_PROXY : InternalRoutes.Port.BETWEEN_SERVERS,
        ImmutableList.of(keepsNothing, choice.because),
        ImmutableList.of());
  }

  private record Choice(ImmutableList<List<ExchangeServer>> ranks, Reason because) {}

  private Choice choice(EmailAddress recipient) {
    if (user.isPresent()) {
      ImmutableList<List<ExchangeServer>> ranks = groups.at(organization.mailboxServer(user.get()));
      return new Choice(
          ranks,
          Reason.of(
              ServiceRule.CLIENT_PROXY, "user", user.get(), "next", DeliveryGroups.first(ranks)));
    }
    if (organization.hasMailbox(recipient)) {
      Optional<ExchangeServer> home = organization.mailboxServer(recipient);
      ImmutableList<List<ExchangeServer>> ranks = groups.near(home);
      return new Choice(ranks, ServiceRule.nearMailbox(recipient, home, ranks));
    }
    ImmutableList<List<ExchangeServer>> ranks = groups.inSite();
    return new Choice(
        ranks,
        Reason.of(
            ServiceRule.ANY_IN_SITE, "recipient", recipient, "next", DeliveryGroups.first(ranks)));
  }

  @Override
  public Refusal refusal(Failure failure) {
    return failure.byEnvelope()
        ? new Refusal(
            failure.reply(), Reason.of(ServiceRule.RELAYED, "server", server.name()), false)
        : new Refusal(TRY_LATER, Reason.of(ServiceRule.TRY_LATER, "server", server.name()), false);
  }
}
