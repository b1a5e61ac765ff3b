package exsim.scenarios.shell;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import exsim.model.InvalidValueException;
import exsim.model.tls.TlsVersion;
import exsim.model.tls.TrustStore;
import exsim.scenarios.powershell.CommandLine;
import exsim.simulator.delivery.Telnet;
import exsim.simulator.rule.Reason;
import exsim.simulator.smtp.Dialogue;
import exsim.simulator.smtp.Reply;
import exsim.simulator.smtp.TlsClient;
import exsim.simulator.smtp.TypedSession;
import exsim.simulator.tls.TlsFacts.Demand;
import exsim.simulator.tls.TlsFacts.Habit;
import exsim.simulator.tls.Verification;
import java.util.Optional;

/** {@code telnet}: SMTP typed by hand, and STARTTLS, which a real telnet cannot. */
final class TelnetWindow implements Shell.Tool {
  /** Whoever types looks at what the server proves, and goes on whatever it is. */
  private static final TlsClient CLIENT =
      new TlsClient(
          Demand.OPPORTUNISTIC,
          Verification.NONE,
          ImmutableList.of(),
          Habit.DEVICE,
          ImmutableSet.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          TrustStore.PUBLIC);

  private final Shell shell;
  private final Workbench bench;
  private final Prompt prompt;

  TelnetWindow(Shell shell, Workbench bench, Prompt prompt) {
    this.shell = shell;
    this.bench = bench;
    this.prompt = prompt;
  }

  @Override
  public ImmutableList<String> names() {
    return ImmutableList.of("telnet");
  }

  @Override
  public String summary() {
    return "type SMTP by hand, STARTTLS too: telnet HOST 25; a line with ^] leaves";
  }

  @Override
  public ImmutableList<String> values() {
    return Places.hosts(bench.scenario(), bench.now());
  }

  @Override
  public void run(CommandLine.Call call) {
    Arguments arguments = new Arguments(call, "Host", "Port");
    String host = arguments.required("Host");
    int port = port(arguments.text("Port").orElse("25"));
    Telnet.Caller caller = Places.caller(bench.scenario(), bench.now(), shell.seat());
    Telnet.Call called = bench.simulation().telnet().call(caller, host, port, bench.now());
    if (called instanceof Telnet.Connected connected) {
      prompt.show("Connected to " + connected.address() + " from " + caller.address());
      converse(connected.session());
    } else {
      shell.complain(
          "Could not open connection to the host, on port "
              + port
              + ": "
              + ((Telnet.Unreachable) called).fault());
    }
  }

  private static int port(String text) {
    int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    if (port < 1 || port > 65535) {
      throw new InvalidValueException("a port is 1 to 65535, not " + text);
    }
    return port;
  }

  private void converse(TypedSession session) {
    say(session.banner());
    while (!session.over()) {
      Optional<String> line = prompt.line("");
      if (line.isEmpty() || line.get().strip().equals("^]")) {
        prompt.show("Connection closed.");
        return;
      }
      TypedSession.Answer answer = session.type(line.get());
      answer.reply().ifPresent(this::say);
      answer.because().ifPresent(this::explain);
      answer
          .handshake()
          .ifPresent(
              tls -> {
                Dialogue.Turn.Handshake handshake = session.handshake(CLIENT, tls);
                prompt.show("--- " + handshake.text());
                explain(tls.why());
              });
    }
    prompt.show("Connection to host lost.");
  }

  private void say(Reply reply) {
    Dialogue dated = Dialogue.empty(bench.now());
    reply.wireLines().forEach(line -> prompt.show(dated.dated(line)));
  }

  private void explain(Reason reason) {
    prompt.show("    (" + reason.rule().id() + " " + reason.text() + ")");
  }
}
