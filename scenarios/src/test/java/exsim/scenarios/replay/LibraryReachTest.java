package exsim.scenarios.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableMap;
import exsim.scenarios.coverage.Reach;
import exsim.scenarios.format.ScenarioReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the build wrote down of the library is what the library reaches. */
class LibraryReachTest {
  @Test
  void the_rules_of_every_scenario_are_fresh() throws IOException {
    Map<String, List<String>> expected = new HashMap<>();
    for (Path file : LibraryFiles.scenarios()) {
      String name = LibraryFiles.FOLDER.relativize(file).toString().replace('\\', '/');
      expected.put(name, Reach.of(ScenarioReader.read(file).scenario().orElseThrow()));
    }

    assertEquals(ImmutableMap.copyOf(expected), Reach.ofLibrary().rules());
  }
}
