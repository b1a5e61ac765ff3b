package exsim.simulator.external;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.external.Device;
import exsim.model.net.HostPort;
import exsim.simulator.route.Envelope;
import exsim.simulator.route.Node;
import exsim.simulator.route.NodeKey;
import exsim.simulator.route.Plan;
import exsim.simulator.route.Step;
import exsim.simulator.route.Target;
import exsim.simulator.route.Targets;
import exsim.simulator.route.Ways;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.ClientEnd;
import exsim.simulator.smtp.TlsClient;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsFacts.Habit;
import exsim.simulator.tls.Verification;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A device that submits a message. */
public final class DeviceNode implements Node {
  private final Device device;
  private final Targets targets;
  private final Ways<HostPort> ways;

  /** A device in a topology. */
  public DeviceNode(Device device, Targets targets) {
    this.device = device;
    this.targets = targets;
    this.ways = new Ways<>(ImmutableList.of());
  }

  @Override
  public String system() {
    return device.name();
  }

  @Override
  public boolean submitsOnly() {
    return true;
  }

  @Override
  public NodeKey key() {
    return new NodeKey(device.name(), "");
  }

  @Override
  public Step route(Envelope envelope, Instant now) {
    ImmutableList.Builder<Reason> why = ImmutableList.builder();
    why.add(
        Reason.of(ExternalRule.DEVICE_SUBMITS, "device", device.name(), "host", device.smtpHost()));
    if (device.protocol() != Device.Protocol.SMTP) {
      why.add(
          Reason.of(
              ExternalRule.DEVICE_FETCHES,
              "device",
              device.name(),
              "protocol",
              device.protocol().text(),
              "port",
              device.protocol() == Device.Protocol.POP3 ? 995 : 993));
    }
    Ways.Way way =
        ways.to(
            device.smtpHost(),
            () -> targets.ofSmartHosts(ImmutableList.of(device.smtpHost())),
            a ->
                new Target(
                    a.host(), Optional.of(a.address()), a.port(), client(), Optional.empty()));
    if (way.fault().isPresent()) {
      return new Step.Returned(
          "no address for " + device.smtpHost().host(),
          why.addAll(way.why()).build(),
          ImmutableList.of());
    }
    return new Step.Sent(
        Plan.outward(
            envelope.recipient(),
            way.tiers(),
            new ExternalRetry(device.name()),
            why.build(),
            ImmutableList.of()));
  }

  private ClientEnd client() {
    Demand demand =
        switch (device.tls()) {
          case NEVER -> Demand.NEVER;
          case IF_OFFERED -> Demand.OPPORTUNISTIC;
          case REQUIRED, IMPLICIT -> Demand.ENCRYPTION;
        };
    TlsClient tls =
        new TlsClient(
            demand,
            Verification.NONE,
            ImmutableList.of(),
            Habit.DEVICE,
            device.clientTls().versions(),
            Optional.empty(),
            device.clientTls().certificate(),
            Optional.empty(),
            device.clientTls().trusts());
    return new ClientEnd(
        device.name(),
        device.ehloName(),
        ImmutableSet.of(device.name().toLowerCase(Locale.ROOT)),
        device.address(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        tls,
        new ClientEnd.Manner(
            true,
            device.tls() == Device.TlsUse.IMPLICIT,
            ClientEnd.ExchangeAuth.NONE,
            device.user(),
            true,
            ClientEnd.OrganizationHeaders.NONE),
        ExternalVoice.POSTFIX,
        ImmutableList.of(
            Reason.of(
                ExternalRule.DEVICE_TLS, "device", device.name(), "use", device.tls().text())),
        ImmutableList.of());
  }
}
