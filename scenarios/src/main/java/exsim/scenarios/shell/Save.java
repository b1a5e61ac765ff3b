package exsim.scenarios.shell;

import com.google.common.collect.ImmutableList;
import exsim.model.InvalidValueException;
import exsim.scenarios.json.JsonPrinter;
import exsim.scenarios.powershell.CommandLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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
    Path file = Path.of(arguments.required("File"));
    if (Files.exists(file) && !arguments.has("Force")) {
      throw new InvalidValueException(file + " is there already; -Force replaces it");
    }
    try {
      Path folder = file.toAbsolutePath().getParent();
      Path draft = Files.createTempFile(folder, ".exsim", ".json");
      try {
        Files.write(draft, JsonPrinter.print(bench.document()).getBytes(StandardCharsets.UTF_8));
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
      prompt.show("saved as " + file);
    } catch (IOException e) {
      throw new InvalidValueException(file + " cannot be written: " + e.getMessage());
    }
  }
}
