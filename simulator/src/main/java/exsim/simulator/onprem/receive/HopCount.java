package exsim.simulator.onprem.receive;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ReceiveConnector;
import exsim.simulator.onprem.OrganizationView;
import exsim.simulator.onprem.RecipientRule;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Command;
import exsim.simulator.smtp.Peer;
import exsim.simulator.smtp.Received;
import exsim.simulator.smtp.Reply;
import exsim.simulator.smtp.Verdict;
import java.util.Optional;

/** Ends loops: a Receive connector counts the Received headers of a message. */
record HopCount(OrganizationView organization, ExchangeServer server, ReceiveConnector connector) {
  private static final Reply LOOP = Reply.of("554 5.4.6 Hop count exceeded - possible mail loop");

  /** The refusal of a message that went too far; a limit of 0 local hops is none. */
  Optional<Verdict> exceeded(Peer peer, Command.Content content) {
    int limit = connector.limits().maxHopCount();
    if (content.received().size() > limit) {
      return Optional.of(refused(RecipientRule.LOOP, content.received().size(), limit));
    }
    int localLimit = connector.limits().maxLocalHopCount();
    long local = content.received().stream().filter(this::isOwn).count();
    if (localLimit == 0 || local <= localLimit) {
      return Optional.empty();
    }
    return Optional.of(
        organization.countsLocalHopsOf(cameFrom(peer, content))
            ? refused(RecipientRule.LOCAL_LOOP, local, localLimit)
            : new Verdict(
                ExchangeReceiver.QUEUED,
                Reason.of(
                    RecipientRule.LOCAL_LOOP_LEFT,
                    "connector",
                    connector.name(),
                    "limit",
                    localLimit)));
  }

  private Verdict refused(RecipientRule rule, long hops, int limit) {
    return new Verdict(
        LOOP,
        new Reason(
            rule,
            ImmutableMap.of(
                "hops", String.valueOf(hops),
                "server", server.name(),
                "connector", connector.name(),
                "limit", String.valueOf(limit))));
  }

  /** The last system outside the organization. */
  private String cameFrom(Peer peer, Command.Content content) {
    String own = organization.organization().name();
    return Lists.reverse(content.received()).stream()
        .map(Received::system)
        .filter(s -> !s.equals(own))
        .findFirst()
        .orElse(peer.system());
  }

  private boolean isOwn(Received header) {
    return header.system().equals(organization.organization().name())
        && header.server().filter(server.name()::equalsIgnoreCase).isPresent();
  }
}
