package exsim.scenarios.shell;

import com.google.common.collect.ImmutableList;
import exsim.scenarios.files.NewFile;
import exsim.scenarios.json.JsonPrinter;
import exsim.scenarios.powershell.CommandLine;

/** {@code save}: writes what was typed as a scenario. */
final class Save implements Shell.Tool {
  private final Workbench bench;
  private final Prompt prompt;

  Save(Workbench bench, Prompt prompt) {
    this.bench = bench;
    this.prompt = prompt;
  }

  @Override
  public ImmutableList<String> names() {
    return ImmutableList.of("save");
  }

  @Override
  public String summary() {
    return "write the scenario with all that was typed: save changed.json [-Force]";
  }

  @Override
  public void run(CommandLine.Call call) {
    Arguments arguments = new Arguments(call, "File", "Force");
    String file = arguments.required("File");
    NewFile.write(file, JsonPrinter.print(bench.document()), arguments.has("Force"), "-Force");
    prompt.show("saved as " + file);
  }
}
