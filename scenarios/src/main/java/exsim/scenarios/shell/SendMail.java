package exsim.scenarios.shell;

import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.model.mail.DomainName;
import exsim.model.net.IpAddress;
import exsim.scenarios.format.Reading;
import exsim.scenarios.json.Located;
import exsim.scenarios.json.Spot;
import exsim.scenarios.powershell.CommandLine;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.delivery.Hop;

/** {@code Send-MailMessage}: a message from a program to a host, or from a system's own mailbox. */
final class SendMail implements Shell.Tool {
  private static final ImmutableList<String> PARAMETERS =
      ImmutableList.of(
          "To", "Subject", "Body", "SmtpServer", "From", "Port", "UseSsl", "Credential", "Origin");

  private final Shell shell;
  private final Workbench bench;
  private final Prompt prompt;

  SendMail(Shell shell, Workbench bench, Prompt prompt) {
    this.shell = shell;
    this.bench = bench;
    this.prompt = prompt;
  }

  @Override
  public ImmutableList<String> names() {
    return ImmutableList.of("Send-MailMessage");
  }

  @Override
  public String summary() {
    return "send: -From -To [-SmtpServer HOST -Port -UseSsl -Credential | -Origin SYSTEM]";
  }

  @Override
  public ImmutableList<String> parameters() {
    return PARAMETERS;
  }

  @Override
  public ImmutableList<String> values() {
    return Places.hosts(bench.scenario(), bench.now());
  }

  @Override
  public void run(CommandLine.Call call) {
    Arguments arguments = new Arguments(call, PARAMETERS.toArray(new String[0]));
    int number = bench.next();
    String id = "typed-" + number;
    Located.Obj message =
        bench
            .object()
            .with("id", bench.text(id))
            .with("from", bench.text(arguments.required("From")))
            .with("to", array(arguments.texts("To"), bench))
            .with("at", bench.text(bench.now().toString()));
    if (arguments.texts("To").isEmpty()) {
      throw new InvalidValueException(call.cmdlet() + " needs -To");
    }
    boolean bySystem = arguments.text("SmtpServer").isEmpty();
    Reading reading;
    if (bySystem) {
      String origin = arguments.text("Origin").orElse(shell.seat());
      if (origin.isEmpty()) {
        throw new InvalidValueException(
            call.cmdlet()
                + " needs -SmtpServer, or -Origin for a system's own mailbox or a device");
      }
      reading = bench.add("messages", message.with("origin", bench.text(origin)));
    } else {
      String program = "program " + number;
      reading =
          bench.add(
              "devices",
              device(arguments, program),
              "messages",
              message.with("origin", bench.text(program)));
    }
    reading.problems().forEach(p -> shell.complain(Workbench.shown(p)));
    if (reading.problems().isEmpty()) {
      bench.deliveries().stream()
          .filter(d -> d.message().id().equals(id))
          .forEach(d -> tell(d, bySystem));
    }
  }

  /** A host that the DNS does not know is meant by its address. */
  private String host(String name) {
    boolean inDns;
    try {
      DomainName domain = DomainName.parse(name);
      inDns = !bench.simulation().resolver(bench.now()).addresses(domain).items().isEmpty();
    } catch (InvalidValueException e) {
      inDns = true; // an address, or nothing that anybody knows
    }
    return inDns
        ? name
        : bench.simulation().telnet().addresses(name, bench.now()).stream()
            .findFirst()
            .map(IpAddress::toString)
            .orElse(name);
  }

  private static Located array(ImmutableList<String> texts, Workbench bench) {
    ImmutableList.Builder<Located> items = ImmutableList.builder();
    texts.forEach(t -> items.add(bench.text(t)));
    return new Located.Arr(Spot.ofFile("typed"), items.build());
  }

  private Located.Obj device(Arguments arguments, String name) {
    Located.Obj device =
        bench
            .object()
            .with("name", bench.text(name))
            .with(
                "smtpHost",
                bench.text(
                    host(arguments.required("SmtpServer"))
                        + ":"
                        + arguments.text("Port").orElse("25")))
            .with("tls", bench.text(arguments.has("UseSsl") ? "required" : "never"));
    return arguments
        .text("Credential")
        .map(user -> device.with("user", bench.text(user)))
        .orElse(device);
  }

  /** A program hears of its own connection only; the rest is for the queues and the logs. */
  private void tell(Delivery delivery, boolean bySystem) {
    Hop first = delivery.hops().isEmpty() ? null : delivery.hops().get(0);
    if (!bySystem && (first == null || !first.sent())) {
      shell.complain(
          "Send-MailMessage : "
              + delivery.recipient()
              + ": "
              + (first == null ? delivery.reply() : first.reply()));
      return;
    }
    prompt.show(
        delivery.message().id()
            + " to "
            + delivery.recipient()
            + ": "
            + delivery.outcome().text()
            + ", "
            + delivery.reply());
  }
}
