package exsim.simulator.online;

import com.google.common.collect.ImmutableList;
import exsim.model.online.OutboundConnector;
import exsim.model.online.Tenant;
import exsim.simulator.route.AuthAs;
import exsim.simulator.route.Envelope;
import exsim.simulator.route.Step;
import exsim.simulator.rule.Reason;
import java.util.Optional;

/**
 * What becomes of mail to a group of a tenant.
 *
 * @param tenant the tenant
 * @param cameAs how the message came to it
 * @param settings the assumptions that hold
 */
record GroupDelivery(Tenant tenant, TenantNode.CameAs cameAs, OnlineSettings settings) {
  /** Of a reply code and its status code. */
  private static final int CODE_LENGTH = 10;

  private static final String NOT_AUTHENTICATED =
      "550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery"
          + " restriction check failed because the sender was not authenticated when sending to"
          + " this group";

  /**
   * To the group's mailbox, or back to the sender.
   *
   * @param insidersOnly whether the group takes mail of authenticated senders only
   * @param centralized the connector that takes such mail via on-premises; empty for none
   */
  Step step(
      Envelope envelope,
      boolean insidersOnly,
      Optional<OutboundConnector> centralized,
      ImmutableList<Reason> before) {
    if (insidersOnly && isFromOutside(envelope)) {
      return new Step.Returned(
          NOT_AUTHENTICATED,
          TenantRoutes.with(
              before, Reason.of(OutboundRule.GROUP_OF_INSIDERS, "recipient", envelope.recipient())),
          ImmutableList.of());
    }
    if (centralized.isPresent() && isFromOutside(envelope)) {
      return new Step.Returned(
          settings.groupUnderCentralized(),
          ImmutableList.<Reason>builder()
              .addAll(before)
              .add(
                  Reason.of(
                      OutboundRule.GROUP_UNDER_CENTRALIZED,
                      "connector",
                      centralized.get().name(),
                      "recipient",
                      envelope.recipient()))
              .add(
                  Reason.of(
                      OutboundRule.GROUP_UNDER_CENTRALIZED_REPLY,
                      "reply",
                      settings.groupUnderCentralized().substring(0, CODE_LENGTH)))
              .build(),
          ImmutableList.of());
    }
    return new Step.Delivered(
        "delivered to the group's mailbox",
        TenantRoutes.with(
            before,
            Reason.of(
                OutboundRule.GROUP, "recipient", envelope.recipient(), "tenant", tenant.name())));
  }

  private boolean isFromOutside(Envelope envelope) {
    return cameAs != TenantNode.CameAs.ORIGINATING
        && envelope.authAs().filter(AuthAs.INTERNAL::equals).isEmpty();
  }
}
