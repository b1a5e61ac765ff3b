package exsim.scenarios.shell;

import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.scenarios.powershell.Cmdlets;
import exsim.scenarios.powershell.CommandLine;
import exsim.scenarios.text.Page;
import exsim.scenarios.text.Style;
import exsim.scenarios.text.Tone;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What can be typed besides Exchange's cmdlets. */
final class Tools {
  private static final Duration SLEEP_MAX = Duration.ofDays(3650);

  private Tools() {}

  /** A tool in three parts. */
  private record Simple(
      ImmutableList<String> names,
      String summary,
      Supplier<ImmutableList<String>> offers,
      Consumer<CommandLine.Call> action)
      implements Shell.Tool {
    private Simple(ImmutableList<String> names, String summary, Consumer<CommandLine.Call> action) {
      this(names, summary, ImmutableList::of, action);
    }

    @Override
    public ImmutableList<String> values() {
      return offers.get();
    }

    @Override
    public void run(CommandLine.Call call) {
      action.accept(call);
    }
  }

  static ImmutableList<Shell.Tool> of(Shell shell, Workbench bench, Prompt prompt) {
    ImmutableList.Builder<Shell.Tool> tools = ImmutableList.builder();
    tools.add(new ResolveDnsName(shell, bench, prompt));
    tools.add(new FetchPolicy(bench, prompt));
    tools.add(new TelnetWindow(shell, bench, prompt));
    tools.add(new SendMail(shell, bench, prompt));
    tools.add(new TestSmtpConnectivity(shell, bench));
    tools.add(new ValidateOutboundConnector(shell, bench, prompt));
    tools.add(new Story(bench, prompt));
    tools.add(
        new Simple(
            ImmutableList.of("Enter-PSSession", "Connect-ExchangeOnline"),
            "type on an organization, a tenant, a server or a device: Enter-PSSession EX19",
            () -> Places.all(bench.scenario(), bench.now()),
            call -> {
              Arguments arguments =
                  new Arguments(call, "ComputerName", "Organization", "Credential");
              String name =
                  arguments
                      .text("Organization")
                      .or(() -> arguments.text("ComputerName"))
                      .orElseThrow(() -> new InvalidValueException(call.cmdlet() + " which?"));
              String spelled = Places.spelled(bench.scenario(), bench.now(), name);
              boolean elsewhere = Places.isElsewhere(bench.scenario(), bench.now(), spelled);
              shell.sit(spelled, !elsewhere);
            }));
    tools.add(
        new Simple(
            ImmutableList.of("Exit-PSSession", "Disconnect-ExchangeOnline"),
            "type anywhere again",
            call -> shell.sit("", true)));
    tools.add(
        new Simple(
            ImmutableList.of("Start-Sleep", "sleep"),
            "let time pass: Start-Sleep -Seconds 900, or Start-Sleep PT4H",
            call -> bench.sleep(duration(new Arguments(call, "Duration", "Seconds")))));
    tools.add(
        new Simple(
            ImmutableList.of("Get-Date", "date"),
            "the time in the scenario",
            call -> prompt.show(bench.now().toString())));
    tools.add(new Save(bench, prompt));
    tools.add(new Simple(ImmutableList.of("exit"), "leave the shell", call -> shell.leave()));
    ImmutableList<Shell.Tool> without = tools.build();
    return ImmutableList.<Shell.Tool>builder()
        .addAll(without)
        .add(
            new Simple(
                ImmutableList.of("help", "Get-Help", "?"),
                "this list",
                call -> help(without, prompt)))
        .build();
  }

  private static void help(ImmutableList<Shell.Tool> tools, Prompt prompt) {
    Page page = new Page(Style.PLAIN);
    page.paragraph(0, "Cmdlets of Exchange, with | FL, | FT and | Select-Object behind Get-:");
    page.paragraph(2, String.join(" ", Cmdlets.names()));
    page.gap();
    for (Shell.Tool tool : tools) {
      page.labelled(2, tool.names().get(0), 28, tool.summary(), Tone.NORMAL);
    }
    page.toString().lines().forEach(prompt::show);
  }

  private static Duration duration(Arguments arguments) {
    String text = arguments.text("Seconds").or(() -> arguments.text("Duration")).orElse("");
    try {
      Duration duration =
          text.matches("[0-9]{1,10}")
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.parse(text);
      if (!duration.isNegative() && duration.compareTo(SLEEP_MAX) <= 0) {
        return duration;
      }
    } catch (java.time.format.DateTimeParseException e) {
      // told below
    }
    throw new InvalidValueException(
        "`" + text + "` is no time to wait: write seconds, or PT4H; up to ten years");
  }
}
