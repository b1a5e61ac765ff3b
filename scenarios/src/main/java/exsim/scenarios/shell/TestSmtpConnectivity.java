package exsim.scenarios.shell;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.model.net.Binding;
import exsim.model.net.IpAddress;
import exsim.model.onprem.ExchangeServer;
import exsim.model.onprem.ReceiveConnector;
import exsim.scenarios.json.Suggestion;
import exsim.scenarios.powershell.CommandLine;
import exsim.simulator.delivery.Telnet;
import exsim.simulator.smtp.Dialogue;
import java.util.List;

/** {@code Test-SmtpConnectivity}: connects to every binding of a server's Receive connectors. */
final class TestSmtpConnectivity implements Shell.Tool {
  private static final ImmutableList<String> PROPERTIES =
      ImmutableList.of(
          "Server", "ReceiveConnector", "Binding", "EndPoint", "StatusCode", "Details");
  private static final ImmutableList<String> COLUMNS = PROPERTIES.subList(0, 5);

  private final Shell shell;
  private final Workbench bench;

  TestSmtpConnectivity(Shell shell, Workbench bench) {
    this.shell = shell;
    this.bench = bench;
  }

  @Override
  public ImmutableList<String> names() {
    return ImmutableList.of("Test-SmtpConnectivity");
  }

  @Override
  public String summary() {
    return "connect to every binding of a server's Receive connectors, from that server";
  }

  @Override
  public ImmutableList<String> parameters() {
    return ImmutableList.of("Identity");
  }

  @Override
  public ImmutableList<String> values() {
    return servers().stream().map(ExchangeServer::name).collect(ImmutableList.toImmutableList());
  }

  @Override
  public void run(CommandLine.Call call) {
    ExchangeServer server = server(new Arguments(call, "Identity"));
    Rows rows = Rows.of("SmtpConnectivityStatus", PROPERTIES, COLUMNS);
    for (ReceiveConnector connector : server.receiveConnectors()) {
      for (Binding binding : connector.bindings()) {
        server.addresses().stream()
            .filter(address -> binding.covers(address, binding.port()))
            .forEach(address -> connect(server, connector, binding, address, rows));
      }
    }
    shell.print(rows);
  }

  private void connect(
      ExchangeServer server,
      ReceiveConnector connector,
      Binding binding,
      IpAddress address,
      Rows rows) {
    Telnet.Call called =
        bench
            .simulation()
            .telnet()
            .call(
                Places.caller(bench.scenario(), bench.now(), server.name()),
                address.toString(),
                binding.port(),
                bench.now());
    String status = "Unable to connect";
    String details = "";
    if (called instanceof Telnet.Connected connected) {
      String banner = connected.session().banner().wireLines().get(0);
      status =
          banner.startsWith("2")
              ? "Success"
              : banner.startsWith("4") ? "Transient error" : "Permanent error";
      details = Dialogue.empty(bench.now()).dated(banner);
    } else if (called instanceof Telnet.Unreachable unreachable) {
      details = unreachable.fault();
    }
    rows.add(
        server.name(),
        connector.name(),
        binding.toString(),
        new Binding(address, binding.port()).toString(),
        status,
        details);
  }

  private ImmutableList<ExchangeServer> servers() {
    return Places.topology(bench.scenario(), bench.now()).organizations().stream()
        .flatMap(o -> o.servers().stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** The server that is named, the one where one sits, or the only one. */
  private ExchangeServer server(Arguments arguments) {
    ImmutableList<ExchangeServer> all = servers();
    String wanted = arguments.text("Identity").orElse(shell.on());
    List<ExchangeServer> fit =
        all.stream().filter(s -> Ascii.equalsIgnoreCase(s.name(), wanted)).toList();
    if (fit.size() == 1) {
      return fit.get(0);
    }
    if (arguments.text("Identity").isPresent()) {
      String help = Suggestion.help(wanted, all.stream().map(ExchangeServer::name).toList());
      throw new InvalidValueException(
          "there is no server `" + wanted + "`" + (help.isEmpty() ? "" : "; " + help));
    }
    if (all.size() != 1) {
      throw new InvalidValueException("which server? Test-SmtpConnectivity needs -Identity here");
    }
    return all.get(0);
  }
}
