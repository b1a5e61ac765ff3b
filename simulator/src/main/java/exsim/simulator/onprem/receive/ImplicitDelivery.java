package exsim.simulator.onprem.receive;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.onprem.AuthMechanism;
import exsim.model.onprem.PermissionGroup;
import exsim.model.onprem.ReceiveConnector;
import exsim.model.onprem.TransportService;
import exsim.simulator.onprem.ServerService;
import exsim.simulator.rule.Reason;
import exsim.simulator.rule.Selection;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The connector of Mailbox Transport Delivery, which no cmdlet shows (DRC-06). */
final class ImplicitDelivery {
  private static final long SIZE_MAX = Integer.MAX_VALUE;
  private static final int RECIPIENTS_MAX = 5000;
  private static final int HOPS_MAX = 500;
  private static final int LOCAL_HOPS_MAX = 50;
  private static final int LOGON_FAILURES_MAX = 10;

  static final Selection<ReceiveConnector> SELECTION =
      new Selection<>(
          Optional.of(
              new ReceiveConnector(
                  ServerService.DELIVERY.text(),
                  true,
                  TransportService.HUB,
                  ImmutableList.of(),
                  ImmutableList.of(),
                  new ReceiveConnector.Security(
                      ImmutableSet.of(AuthMechanism.EXCHANGE_SERVER),
                      ImmutableSet.of(PermissionGroup.EXCHANGE_SERVERS),
                      false,
                      false,
                      false,
                      Optional.empty(),
                      ImmutableList.of()),
                  Optional.empty(),
                  new ReceiveConnector.Extensions(
                      ReceiveConnector.SizeMode.ENABLED_WITHOUT_VALUE,
                      SIZE_MAX,
                      ImmutableSet.copyOf(ReceiveConnector.Keyword.values()),
                      false,
                      Optional.empty(),
                      false,
                      RECIPIENTS_MAX),
                  new ReceiveConnector.Limits(
                      HOPS_MAX,
                      LOCAL_HOPS_MAX,
                      OptionalInt.empty(),
                      LOGON_FAILURES_MAX,
                      Duration.ZERO,
                      Optional.empty(),
                      Duration.ofMinutes(5),
                      Optional.empty()),
                  ReceiveConnector.Rejections.NONE,
                  false)),
          Reason.of(ReceiveRule.IMPLICIT_DELIVERY),
          ImmutableList.of());

  private ImplicitDelivery() {}
}
