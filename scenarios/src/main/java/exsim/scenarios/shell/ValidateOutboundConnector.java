package exsim.scenarios.shell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.InvalidValueException;
import exsim.model.mail.EmailAddress;
import exsim.model.mail.Message;
import exsim.model.net.HostPort;
import exsim.model.online.OutboundConnector;
import exsim.model.online.Tenant;
import exsim.scenarios.json.Suggestion;
import exsim.scenarios.powershell.CommandLine;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Outcome;
import exsim.simulator.delivery.Telnet;
import exsim.simulator.smtp.Dialogue;
import java.util.List;
import java.util.Optional;

/**
 * {@code Validate-OutboundConnector}: connects to each smart host, and sends a message to each
 * recipient. What properties its results have is documented nowhere, so they are told in words.
 */
final class ValidateOutboundConnector implements Shell.Tool {
  private static final int TEST_SIZE = 10 * 1024;

  private final Shell shell;
  private final Workbench bench;
  private final Prompt prompt;

  ValidateOutboundConnector(Shell shell, Workbench bench, Prompt prompt) {
    this.shell = shell;
    this.bench = bench;
    this.prompt = prompt;
  }

  @Override
  public ImmutableList<String> names() {
    return ImmutableList.of("Validate-OutboundConnector");
  }

  @Override
  public String summary() {
    return "try an outbound connector: its smart hosts, and a message to -Recipients";
  }

  @Override
  public ImmutableList<String> parameters() {
    return ImmutableList.of("Identity", "Recipients");
  }

  @Override
  public ImmutableList<String> values() {
    return tenants().stream()
        .flatMap(t -> t.connectors().outbound().stream())
        .map(OutboundConnector::name)
        .collect(ImmutableList.toImmutableList());
  }

  @Override
  public void run(CommandLine.Call call) {
    Arguments arguments = new Arguments(call, "Identity", "Recipients");
    String identity = arguments.required("Identity");
    ImmutableList<String> recipients = arguments.texts("Recipients");
    if (recipients.isEmpty()) {
      throw new InvalidValueException(call.cmdlet() + " needs -Recipients");
    }
    Tenant tenant = tenant(identity);
    OutboundConnector connector = connector(tenant, identity).orElseThrow();
    prompt.show("What properties its results have is documented nowhere; in words:");
    connector.smartHosts().forEach(host -> connect(tenant, host));
    for (String recipient : recipients) {
      send(tenant, connector, EmailAddress.parse(recipient));
    }
  }

  private void connect(Tenant tenant, HostPort host) {
    Telnet.Caller outside = Places.caller(bench.scenario(), bench.now(), "");
    Telnet.Caller service =
        new Telnet.Caller(
            tenant.name().ascii(), ImmutableSet.of(tenant.name().ascii()), outside.address());
    Telnet.Call called =
        bench.simulation().telnet().call(service, host.host(), host.port(), bench.now());
    String what = "SMTP connectivity to " + host.host() + ":" + host.port() + ": ";
    if (called instanceof Telnet.Connected connected) {
      String banner = connected.session().banner().wireLines().get(0);
      prompt.show(what + Dialogue.empty(bench.now()).dated(banner));
    } else {
      shell.complain(what + ((Telnet.Unreachable) called).fault());
    }
  }

  private void send(Tenant tenant, OutboundConnector connector, EmailAddress recipient) {
    String what = "test message to " + recipient + ": ";
    boolean covered =
        connector.recipientDomains().stream().anyMatch(d -> d.covers(recipient.domain(), false));
    if (!connector.enabled() || !covered) {
      shell.complain(what + "The domain of the recipient is not configured as part of connector.");
      return;
    }
    Message message =
        new Message(
            "validation",
            Optional.of(EmailAddress.parse("validation@" + tenant.name().ascii())),
            ImmutableList.of(recipient),
            tenant.name().ascii(),
            bench.now(),
            TEST_SIZE,
            false);
    Delivery delivery = bench.simulation().deliveries(message).get(0);
    String used =
        delivery.hops().isEmpty() ? "" : delivery.hops().get(0).from().connector().orElse("none");
    String by = used.equals(connector.name()) ? "" : " (connector taken: " + used + ")";
    String told = what + delivery.outcome().text() + ", " + delivery.reply() + by;
    if (delivery.outcome() == Outcome.DELIVERED) {
      prompt.show(told);
    } else {
      shell.complain(told);
    }
  }

  private ImmutableList<Tenant> tenants() {
    return Places.topology(bench.scenario(), bench.now()).tenants();
  }

  private Tenant tenant(String identity) {
    List<Tenant> fit =
        tenants().stream()
            .filter(
                t -> shell.on().isEmpty() || Ascii.equalsIgnoreCase(t.name().ascii(), shell.on()))
            .filter(t -> connector(t, identity).isPresent())
            .toList();
    if (fit.isEmpty()) {
      String help = Suggestion.help(identity, values());
      throw new InvalidValueException(
          "there is no outbound connector `"
              + identity
              + "` here"
              + (help.isEmpty() ? "" : "; " + help));
    }
    if (fit.size() > 1) {
      throw new InvalidValueException(
          "several tenants have a connector `" + identity + "`; say which with `Enter-PSSession`");
    }
    return fit.get(0);
  }

  private static Optional<OutboundConnector> connector(Tenant tenant, String identity) {
    return tenant.connectors().outbound().stream()
        .filter(c -> Ascii.equalsIgnoreCase(c.name(), identity))
        .findFirst();
  }
}
