package exsim.scenarios.shell;

import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.scenarios.json.Suggestion;
import exsim.scenarios.powershell.CommandLine;
import exsim.scenarios.text.Style;
import exsim.scenarios.walk.Stop;
import exsim.scenarios.walk.Walk;
import exsim.simulator.delivery.Delivery;
import java.util.List;
import java.util.Optional;

/** {@code walk}: tells what became of a message. */
final class Story implements Shell.Tool {
  private final Workbench bench;
  private final Prompt prompt;

  Story(Workbench bench, Prompt prompt) {
    this.bench = bench;
    this.prompt = prompt;
  }

  @Override
  public ImmutableList<String> names() {
    return ImmutableList.of("walk");
  }

  @Override
  public String summary() {
    return "tell what became of a message: walk typed-1; without an id, of the last";
  }

  @Override
  public void run(CommandLine.Call call) {
    ImmutableList<Delivery> all = bench.deliveries();
    if (all.isEmpty()) {
      throw new InvalidValueException("no message has been sent yet");
    }
    Optional<String> wanted = new Arguments(call, "Message").text("Message");
    String id = wanted.orElseGet(() -> all.get(all.size() - 1).message().id());
    ImmutableList<Delivery> told =
        all.stream()
            .filter(d -> d.message().id().equals(id))
            .collect(ImmutableList.toImmutableList());
    if (told.isEmpty()) {
      List<String> ids = all.stream().map(d -> d.message().id()).distinct().toList();
      throw new InvalidValueException(
          "there is no message `" + id + "`; " + Suggestion.help(id, ids));
    }
    for (Stop stop : Walk.of(told, Style.PLAIN)) {
      stop.text().lines().forEach(prompt::show);
    }
  }
}
