package exsim.scenarios.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import exsim.scenarios.coverage.Reach;
import exsim.scenarios.format.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A step of the build: runs the library and writes down which rules decide in which scenario. */
public final class LibraryReach {
  private LibraryReach() {}

  /** Runs the folder that the first argument names and writes the file that the second names. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Path target = Path.of(arguments[1]);
    Files.createDirectories(target.getParent());
    Files.writeString(target, of(folder).lines());
  }

  /** What the scenarios of a folder reach, by their paths below it; nothing if it is not there. */
  static Reach of(Path folder) {
    ImmutableMap.Builder<String, ImmutableList<String>> rules = ImmutableMap.builder();
    for (Path file : ScenarioFiles.of(List.of(folder.toString())).files()) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      ScenarioReader.read(file).scenario().ifPresent(s -> rules.put(name, Reach.of(s)));
    }
    return new Reach(rules.buildOrThrow());
  }
}
